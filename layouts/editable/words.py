"""The words of an exported graph: its heading, its notice, and texts without what no file format holds."""

from colour_codes.pens import letter
from layouts.editable.settings import GraphSettings
from layouts.frame.words import FICTIONAL, TRIAL, dated, printed
from sociogram.situation.staging import Arrow, Staging


def legal(text: str) -> str:
    """Return `text` without what XML cannot hold: control characters, lone surrogates, non-characters."""
    return "".join(char for char in text if _held(ord(char)))


def heading(staging: Staging, settings: GraphSettings) -> str:
    """Return the title of the sheet: its date, unless the working title was asked for."""
    title = printed(staging.title).strip() if settings.titled else ""
    return title or dated(staging.date, staging.lang)


def notices(staging: Staging) -> tuple[str, ...]:
    """Return what every sheet says of itself: that it is fictional, that this is a trial version."""
    fictional = (FICTIONAL.in_(staging.lang),) if staging.fictional else ()
    return (*fictional, TRIAL.in_(staging.lang))


def badge_words(arrow: Arrow, lang: str) -> str:
    """Return the pen's letter and the number in the story, as in the badge on the sheet."""
    return f"{letter(arrow.pen, lang)}{arrow.number}"


def _held(code: int) -> bool:
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
