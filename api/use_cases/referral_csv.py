"""The list of referrals as CSV, as it may leave: months and no days, no person, no public, no free text.

Allow-list of columns; names and needs as on everything that circulates. No id: two exports cannot be joined.
"""

from datetime import date

from api.use_cases.referral_desk import Book
from sociogram.circulation.archive import csv_of
from sociogram.directory.directory import Directory
from sociogram.directory.formula_guard import guarded
from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.labels import OUTCOMES, PRIORITIES, REASONS, STATES, WAYS, label
from sociogram.loop.forms.names import circulating_end, circulating_need, place_label, receiver_id
from sociogram.loop.referral import Referral

COLUMNS = (
    "made_month", "sender", "receiver", "need", "place", "country", "priority", "focal_point", "way", "state",
    "declined_reason", "outcome", "answered_month", "completed_month", "days_to_answer", "days_to_service",
)  # fmt: skip
_OUTSIDE = Bilingual("hors de l'annuaire", "outside the directory")


def referrals_csv(book: Book, directory: Directory, lang: Lang) -> bytes:
    """Return one line for each referral, in the order of the months, then of the words."""
    rows = [_row(one, directory, lang) for one in book.referrals.values()]
    rows.sort(key=lambda row: tuple(row[name] for name in COLUMNS))
    return csv_of([{name: guarded(cell) for name, cell in row.items()} for row in rows], COLUMNS)


def _row(referral: Referral, directory: Directory, lang: Lang) -> dict[str, str]:
    """Of a referral whose consent was withdrawn only that is told: when, by whom, and that it was."""
    if referral.state == "consent_withdrawn":
        left = {name: _whole(referral, directory, lang)[name] for name in ("made_month", "sender", "state")}
        return dict.fromkeys(COLUMNS, "") | left
    return _whole(referral, directory, lang)


def _whole(referral: Referral, directory: Directory, lang: Lang) -> dict[str, str]:
    return {
        "made_month": _month(referral.made_on),
        "sender": circulating_end(referral.sender, directory, lang).name or _OUTSIDE.in_(lang),
        "receiver": circulating_end(receiver_id(referral, directory), directory, lang).name
        or _OUTSIDE.in_(lang),
        "need": circulating_need(referral, directory, lang),
        "place": place_label(referral.place, directory, lang),
        "country": referral.country,
        "priority": label(PRIORITIES, referral.priority, lang),
        "focal_point": _yes(referral.focal_point, lang),
        "way": label(WAYS, referral.way, lang) if referral.way else "",
        "state": label(STATES, referral.state, lang),
        "declined_reason": label(REASONS, referral.declined_reason, lang) if referral.declined_reason else "",
        "outcome": label(OUTCOMES, referral.outcome, lang) if referral.outcome else "",
        "answered_month": _month(referral.answered_on),
        "completed_month": _month(referral.completed_on),
        "days_to_answer": _days(referral.sent_on, referral.answered_on),
        "days_to_service": _days(referral.sent_on, referral.in_service_on),
    }


def _month(day: date | None) -> str:
    return f"{day.year:04d}-{day.month:02d}" if day else ""


def _days(first: date | None, last: date | None) -> str:
    """A clock that runs behind may put the answer before the question: then no number is told."""
    return str((last - first).days) if first and last and last >= first else ""


def _yes(said: bool, lang: Lang) -> str:
    return ("oui" if lang == "fr" else "yes") if said else ("non" if lang == "fr" else "no")
