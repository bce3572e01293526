"""How long a new situation is kept: a decision, never a default of the page."""

from datetime import date
from typing import Literal

from sociogram.errors import bad_input
from sociogram.stores.protocol import Keep

NAMED: tuple[Literal["forever", "tonight", "none"], ...] = ("forever", "tonight", "none")


def keep_of(asked: str, *, today: date) -> Keep | Literal["none"]:
    """Return the keeping asked: `forever`, `none`, `tonight`, or a day written AAAA-MM-JJ."""
    named = next((known for known in NAMED if known == asked), None)
    if named is not None:
        return named
    try:
        until = date.fromisoformat(asked)
        if until < today:
            raise ValueError
        return until
    except ValueError:
        raise bad_input(
            "bad_keep",
            fr="cette durée de conservation n'est pas connue.",
            en="this length of keeping is not known.",
            remedy_fr="Écrire none, tonight, forever ou une date à venir AAAA-MM-JJ.",
            remedy_en="Write none, tonight, forever or a date to come, YYYY-MM-DD.",
            field="keep",
        ) from None
