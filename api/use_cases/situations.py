"""Reading a new situation for the store, and one line about a kept one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sociogram.language import Bilingual, Lang
from sociogram.situation.gestures import Gesture
from sociogram.situation.own import OwnSituation, read_situation_file
from sociogram.situation.plain_findings import require_sound
from sociogram.situation.plain_gestures import gestures_of_plain
from sociogram.situation.plain_shape import PlainSituation
from sociogram.situation.situation import Situation
from sociogram.stores.protocol import SituationSummary


@dataclass(frozen=True, slots=True)
class NewSituation:
    """A situation ready to be kept: its log and texts."""

    id: str
    gestures: tuple[Gesture, ...]
    texts: Mapping[str, Bilingual]


def read_new(data: bytes, *, known: Collection[str], by: str, at: str, place: str = "") -> NewSituation:
    """Read a plain file or a lossless copy; RuleBroken when it breaks E01-E08 or E10."""
    return new_situation(read_situation_file(data, place=place), known=known, by=by, at=at)


def new_situation(
    file: PlainSituation | OwnSituation, *, known: Collection[str], by: str, at: str
) -> NewSituation:
    """Return the log of a file that was read; `by` and `at` sign the gestures of a plain one."""
    if isinstance(file, OwnSituation):
        return NewSituation(file.id, tuple(file.gestures), file.texts)
    require_sound(file, known)
    gestures, texts = gestures_of_plain(file, by=by, at=at)
    return NewSituation(file.id, tuple(gestures), texts)


def summary_json(summary: SituationSummary, situation: Situation, lang: Lang) -> dict[str, Any]:
    """Return one line of the owner's list."""
    about = situation.about
    return {
        "id": summary.id,
        "version": summary.version,
        "title": situation.words(about.title, lang),
        "notice": situation.words(about.notice, lang),
        "place": situation.words(about.place, lang),
        "fictional": about.fictional,
        "persons": len(situation.persons),
        "professionals": len(situation.professionals),
        "activations": len(situation.activations),
        "keep": summary.keep,
    }
