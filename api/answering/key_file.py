"""The key that proves the links: one small private file, made at first use, away from the store."""

from pathlib import Path
from secrets import token_bytes

from sociogram.errors import SociogramError, bad_input
from sociogram.loop.answer_link import KEY_BYTES
from sociogram.stores.safe_file import write_once


def answer_key(path: Path) -> bytes:
    """Return the key in `path`, made there when there is none yet. BadInput for a file that is no key.

    A server that starts with another key takes back every link that was given before.
    """
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_once(path, f"{token_bytes(KEY_BYTES).hex()}\n".encode())
        with path.open("rb") as file:
            written = file.read(2 * KEY_BYTES + 3)
    except OSError:
        raise _not_readable() from None
    try:
        key = bytes.fromhex(written.decode("ascii").strip())
    except ValueError:
        raise _no_key() from None
    if len(key) != KEY_BYTES:
        raise _no_key()
    return key


def _not_readable() -> SociogramError:
    return bad_input(
        "answer_key_unreadable",
        fr="la clé des liens de réponse ne peut être lue, ni faite, à cette place.",
        en="the key of the answer links can neither be read nor made at this place.",
        remedy_fr="Vérifier le dossier et les droits, ou donner un autre fichier.",
        remedy_en="Check the folder and its permissions, or give another file.",
        field="--answer-key",
    )


def _no_key() -> SociogramError:
    return bad_input(
        "answer_key_unusable",
        fr="ce fichier n'est pas une clé de liens de réponse.",
        en="this file is not a key of answer links.",
        remedy_fr="Donner un autre fichier, ou un nom qui n'existe pas encore : la clé y sera faite.",
        remedy_en="Give another file, or a name that does not exist yet: the key will be made there.",
        field="--answer-key",
    )
