"""Partial dates in words, in both languages."""

from collections.abc import Mapping

from sociogram.dates import PartialDate
from sociogram.language import Lang

MONTHS: Mapping[Lang, tuple[str, ...]] = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
}  # fmt: skip


def date_words(date: PartialDate, lang: Lang) -> str:
    """Return `date` as words: "1er mars 2021", "mars 2021", "2021"."""
    if date.month is None:
        return str(date.year)
    month = f"{MONTHS[lang][date.month - 1]} {date.year}"
    if date.day is None:
        return month
    day = "1er" if lang == "fr" and date.day == 1 else str(date.day)
    return f"{day} {month}"
