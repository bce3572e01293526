"""Periods of the directory (`2021-12/2023-11`, `2009/`) read aloud in French and English."""

from datetime import date

from sociogram.date_words import date_words
from sociogram.dates import PartialDate, parse_date
from sociogram.directory.intake import YEARLY
from sociogram.directory.intake import window as read_window
from sociogram.errors import BadInput
from sociogram.language import Bilingual, Lang

ONCE_A_YEAR = Bilingual("une fois par an", "once a year")
EVERY_YEAR = Bilingual("chaque année du {} au {}", "every year from {} to {}")


def period_text(period: str, lang: Lang) -> str:
    """Return a period in words; what is not a date stays as written."""
    if not period:
        return ""
    begin, slash, end = period.partition("/")
    first, last = _date(begin), _date(end)
    if not slash:
        return _words(first, lang)
    if begin and end:
        words = ("du " if _has_day(first) else "de ", " au " if _has_day(last) else " à ")
        words = words if lang == "fr" else ("from ", " to ")
        return words[0] + _words(first, lang) + words[1] + _words(last, lang)
    if begin:
        word = "since " if lang == "en" else "depuis le " if _has_day(first) else "depuis "
        return word + _words(first, lang)
    word = "until " if lang == "en" else "jusqu'au " if _has_day(last) else "jusqu'à "
    return word + _words(last, lang) if end else ""


def day_text(day: date | None, lang: Lang) -> str:
    """Return a day in words: `22 novembre 2026`; nothing for none."""
    return period_text(day.isoformat(), lang) if day else ""


def window_text(window: str, lang: Lang) -> str:
    """Return an intake window (directory/intake.py) in words; what is none stays as written."""
    known = read_window(window)
    if known is None:
        return ONCE_A_YEAR.in_(lang) if window == YEARLY else window
    if not known.yearly:
        return period_text(window, lang)
    return EVERY_YEAR.in_(lang).format(*(_day_of_year(end, lang) for end in (known.first, known.last)))


def _day_of_year(day: date, lang: Lang) -> str:
    return day_text(day, lang).removesuffix(f" {day.year}")


def _date(text: str) -> PartialDate | str:
    try:
        return parse_date(text) if text else ""
    except BadInput:
        return text


def _has_day(date: PartialDate | str) -> bool:
    return isinstance(date, PartialDate) and date.day is not None


def _words(date: PartialDate | str, lang: Lang) -> str:
    return date if isinstance(date, str) else date_words(date, lang)
