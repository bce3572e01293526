"""What the commands of the loop share: the desk of this moment, and a referral by its reference."""

import re
from datetime import UTC, datetime

from api.cli.session import CommandSession
from api.use_cases.references import directory_for_files
from api.use_cases.referral_desk import Book, Desk
from sociogram.errors import bad_input
from sociogram.loop.referral import Referral

_REFERENCE = re.compile(r"[0-9a-f]{4,32}")


def desk_of(session: CommandSession) -> Desk:
    """Return the desk of a command; the clock is read here and nowhere behind."""
    directory = directory_for_files(session.store, session.viewer)
    return Desk(session.store, session.viewer, datetime.now(UTC), directory)


def referral_named(name: str, book: Book) -> Referral:
    """Return the referral of an id or of the letters its paper bears (`3F2A 91C0`, at least four).

    NotFound when none has them, BadInput when several have.
    """
    letters = re.sub(r"[\s-]", "", name).lower()
    if not _REFERENCE.fullmatch(letters):
        return book.referral(name)
    found = [one for one in book.referrals.values() if one.id.replace("-", "").startswith(letters)]
    if len(found) > 1:
        raise bad_input(
            "several_referrals",
            fr="plusieurs orientations commencent par ces lettres.",
            en="several referrals begin with these letters.",
            remedy_fr="Donner plus de lettres.",
            remedy_en="Give more letters.",
            field="ID",
        )
    return found[0] if found else book.referral(name)
