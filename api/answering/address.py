"""The address that a proxy publishes for the links, checked before anything listens."""

from urllib.parse import urlsplit

from api.security import LOOPBACK
from sociogram.errors import SociogramError, bad_input

_LONGEST = 300


def answer_address(asked: str) -> str:
    """Return the address without the slash at its end. BadInput unless it is https, or of this computer."""
    try:
        split = urlsplit(asked)
        port = split.port
    except ValueError:
        raise _not_one() from None
    plain = asked.isascii() and asked.isprintable() and " " not in asked and len(asked) <= _LONGEST
    # A path would have to be taken off by the proxy, and every link fail where it is not.
    beside = split.path.strip("/") or "@" in split.netloc or "?" in asked or "#" in asked
    if not plain or not split.hostname or beside or port == 0:
        raise _not_one()
    if split.scheme != "https" and not (split.scheme == "http" and split.hostname in LOOPBACK):
        raise _not_one()
    return asked.rstrip("/")


def _not_one() -> SociogramError:
    return bad_input(
        "answer_address",
        fr="cette adresse ne peut pas être celle des liens de réponse.",
        en="this address cannot be that of answer links.",
        remedy_fr="Donner celle que publie le serveur mandataire, en https : "
        "https://reponses.exemple.org, sans chemin ; http seulement pour cet ordinateur.",
        remedy_en="Give the one that the proxy publishes, in https: https://answers.example.org, without "
        "a path; http for this computer only.",
        field="--answer-url",
    )
