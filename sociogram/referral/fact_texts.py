"""What is known of a suggested service, as the words that its sentences are filled with."""

from collections.abc import Callable, Mapping

from sociogram.directory.rows import Service
from sociogram.language import Bilingual, Lang
from sociogram.referral.answer import Suggestion
from sociogram.referral.papers import paper_text
from sociogram.referral.periods import day_text, window_text
from sociogram.referral.spoken_languages import SPOKEN

_FROM = Bilingual("à partir de {} ans", "from the age of {}")
_TO = Bilingual("jusqu'à {} ans", "up to the age of {}")
_BETWEEN = Bilingual("de {} à {} ans", "from {} to {} years of age")
_COUNTED = Bilingual("comptées le {}", "counted on {}")
_NO_DAY = Bilingual("jour non noté", "day not noted")


def fact_text(suggestion: Suggestion, name: str, lang: Lang) -> str:
    """Return the words for one name that wording.REASONS uses. KeyError for another name."""
    return _WORDS[name](suggestion, lang)


def _counted(one: Suggestion, lang: Lang) -> str:
    counted = day_text(one.standing.places_on, lang)
    return _COUNTED.in_(lang).format(counted) if counted else _NO_DAY.in_(lang)


def to_bring(suggestion: Suggestion, lang: Lang) -> str | None:
    """Return the papers to bring, in words; None when nobody has written them down."""
    return ", ".join(paper_text(one, lang) for one in suggestion.service.papers) or None


def _language(code: str, lang: Lang) -> str:
    return SPOKEN[code].in_(lang) if code in SPOKEN else code


def _ages(service: Service, lang: Lang) -> str:
    low, high = service.age_min, service.age_max
    if low is None:
        return _TO.in_(lang).format(high)
    return _FROM.in_(lang).format(low) if high is None else _BETWEEN.in_(lang).format(low, high)


_WORDS: Mapping[str, Callable[[Suggestion, Lang], str]] = {
    "ages": lambda one, lang: _ages(one.service, lang),
    "languages": lambda one, lang: ", ".join(_language(code, lang) for code in one.service.languages),
    "checked": lambda one, lang: day_text(one.standing.checked_on, lang),
    "said": lambda one, lang: day_text(one.standing.said_on, lang),
    "places_free": lambda one, lang: "" if one.standing.places is None else str(one.standing.places),
    "counted": _counted,
    "intake": lambda one, lang: ", ".join(window_text(window, lang) for window in one.service.intake),
    "hours": lambda one, lang: one.service.hours,
    "missing": lambda one, lang: ", ".join(paper_text(paper, lang) for paper in one.missing_papers),
    "referrals": lambda one, lang: str(one.record.referrals) if one.record else "",
    "good": lambda one, lang: str(one.record.good) if one.record else "",
}
