"""Days and months in words."""

from collections.abc import Mapping
from datetime import date

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


def day_words(day: date, lang: Lang) -> str:
    """Return a day as words: "22 novembre 2026"."""
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {MONTHS[lang][day.month - 1]} {day.year}"


def month_words(month: str, lang: Lang) -> str:
    """Return a month (YYYY-MM) as words: "novembre 2026"."""
    return f"{MONTHS[lang][int(month[5:]) - 1]} {month[:4]}"
