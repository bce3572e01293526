"""Consent withdrawn: every hop that knew, who confirmed, who must still be told. Paper forgets nothing.

A hop knew when the referral was sent there; so did those of the referrals that re-routing links to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.use_cases.referral_desk import Book, chain_of
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.names import receiver_name, reference
from sociogram.loop.referral import Referral

_CLOSED = ("consent_withdrawn", "cancelled", "completed")
_NOBODY = Bilingual(
    "L'orientation n'avait été envoyée à personne : il n'y a personne à prévenir.",
    "The referral had been sent to nobody: there is nobody to tell.",
)
_SOME = Bilingual("À prévenir encore : {names}.", "Still to be told: {names}.")
_ALL = Bilingual(
    "Toutes les structures qui savaient ont confirmé.", "Every organisation that knew has confirmed."
)
_OPEN = Bilingual(
    "De la même suite, encore ouvertes : {references}. L'accord y est à revoir aussi.",
    "Of the same chain, still open: {references}. The consent is to be asked about there too.",
)
_PAPER = Bilingual(
    "Le papier n'oublie pas : ce qui a été imprimé, écrit ou dit ailleurs y reste. Demander à chaque "
    "structure de "
    "rendre ou de détruire ses papiers ; Sociogram ne peut pas le vérifier.",
    "Paper does not forget: what was printed, written or said elsewhere stays there. Ask each organisation "
    "to give "
    "back or destroy its papers; Sociogram cannot verify it.",
)


@dataclass(frozen=True, slots=True)
class Hop:
    """One that knew of the referral. `told_on`: the day it confirmed, None as long as it has not."""

    organisation: str
    name: str
    told_on: date | None = None


def hops(referral: Referral, book: Book, directory: Directory, lang: Lang) -> tuple[Hop, ...]:
    """Return who knew, each once, in the order in which they learned of it."""
    found: dict[str, Hop] = {}
    for one in chain_of(referral, book):
        if not _was_sent(one):
            continue
        name = receiver_name(one, directory, lang)
        key = one.receiver or f"text:{name.casefold()}"
        found.setdefault(key, Hop(one.receiver, name, _told(referral, one.receiver, name)))
    return tuple(found.values())


def withdrawal_json(
    referral: Referral, book: Book, directory: Directory, lang: Lang
) -> dict[str, Any] | None:
    """Return who was told and who was not, or None while the consent stands."""
    if referral.state != "consent_withdrawn":
        return None
    knew = hops(referral, book, directory, lang)
    left = [hop for hop in knew if hop.told_on is None]
    still_open = [
        {"id": one.id, "reference": reference(one.id)}
        for one in chain_of(referral, book)
        if one.state not in _CLOSED
    ]
    return {
        "to_tell": [{"organisation": hop.organisation or None, "name": hop.name} for hop in left],
        "told": [
            {"organisation": hop.organisation or None, "name": hop.name, "on": hop.told_on.isoformat()}
            for hop in knew
            if hop.told_on is not None
        ],
        "still_open": still_open,
        "text": _text(knew, left, still_open, lang),
    }


def _text(knew: tuple[Hop, ...], left: list[Hop], still_open: list[dict[str, str]], lang: Lang) -> str:
    names = ", ".join(hop.name for hop in left)
    said = [_NOBODY if not knew else _SOME.filled(names=names) if left else _ALL]
    if still_open:
        said.append(_OPEN.filled(references=", ".join(one["reference"] for one in still_open)))
    if knew:
        said.append(_PAPER)
    return " ".join(one.in_(lang) for one in said)


def _was_sent(referral: Referral) -> bool:
    return any(
        one.event.kind == "referral_sent" and one.event.id not in referral.late for one in referral.history
    )


def _told(referral: Referral, organisation: str, name: str) -> date | None:
    days: Iterator[date] = (
        said.on
        for said in referral.told
        if (said.organisation and said.organisation == organisation)
        or (not said.organisation and said.text.casefold() == name.casefold())
    )
    return next(days, None)
