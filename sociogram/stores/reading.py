"""What readers are given of a record: its log from a version on, and its line in the list."""

from sociogram.language import Bilingual
from sociogram.situation.situation import Situation
from sociogram.situation.withdrawal import named_texts
from sociogram.stores.keeping import Keeping
from sociogram.stores.protocol import SituationLog, SituationSummary
from sociogram.stores.record import Record


def log_after(record: Record, after: int) -> SituationLog:
    """Return the gestures after a version and the texts they name; the whole log when the reader's copy may
    hold something withdrawn since, or a version this store never reached."""
    whole = after <= 0 or after < record.rewritten or after > record.version
    gestures = (
        record.gestures if whole else tuple(one.gesture for one in record.entries if one.version > after)
    )
    texts = dict(record.texts)
    if not whole:
        named = {text for gesture in gestures for text in named_texts(gesture)}
        texts = {text_id: text for text_id, text in texts.items() if text_id in named}
    return SituationLog(record.situation, record.version, whole, gestures, texts)


def summary(record: Record, situation: Situation, keeping: Keeping) -> SituationSummary:
    """Return the line of a situation in the list."""
    title = situation.about.title
    return SituationSummary(
        id=record.situation,
        version=record.version,
        fictional=situation.about.fictional,
        sensitivity=situation.about.sensitivity,
        title=situation.texts.get(title, Bilingual()) if title else Bilingual(),
        keep=keeping.word,
    )
