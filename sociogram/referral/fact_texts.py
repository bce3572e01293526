"""What is known of a suggested service, as the words that its sentences are filled with."""

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


def fact_texts(suggestion: Suggestion, lang: Lang) -> dict[str, str]:
    """Return the words by the names that wording.REASONS uses."""
    service, known, record = suggestion.service, suggestion.standing, suggestion.record
    counted = day_text(known.places_on, lang)
    return {
        "ages": _ages(service, lang),
        "languages": ", ".join(_language(code, lang) for code in service.languages),
        "checked": day_text(known.checked_on, lang),
        "said": day_text(known.said_on, lang),
        "places_free": "" if known.places is None else str(known.places),
        "counted": _COUNTED.in_(lang).format(counted) if counted else _NO_DAY.in_(lang),
        "intake": ", ".join(window_text(one, lang) for one in service.intake),
        "hours": service.hours,
        "missing": ", ".join(paper_text(one, lang) for one in suggestion.missing_papers),
        "referrals": str(record.referrals) if record else "",
        "good": str(record.good) if record else "",
    }


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
