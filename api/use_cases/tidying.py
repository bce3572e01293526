"""`tidy`: placed things move within a limit, as one gesture that can be undone."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from api.use_cases.pictures import PictureOptions, staging_of
from layouts.individual import SheetSettings
from layouts.tidying import LARGEST, LEAST, MOST, Reading, Tidied, tidied
from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual, Lang
from sociogram.situation.digest import canonical_json
from sociogram.situation.fold import effective_gestures
from sociogram.situation.gestures import Gesture
from sociogram.stores.protocol import Store

_NAMESPACE = uuid.UUID("2c0f7d5e-95a0-5b60-8d6e-6f1f4a1f9b11")
_FIRST = Bilingual(
    "Rien n'était encore placé\u00a0: la première disposition est notée (places\u00a0: {places}).",
    "Nothing was placed yet: the first layout is recorded (places: {places}).",
)
_STILL = Bilingual(
    "Rien n'a bougé\u00a0: à {limit} mm près, aucune disposition trouvée ne se lit mieux "
    "(croisements\u00a0: {crossings}\u00a0; défauts\u00a0: {faults}).",
    "Nothing has moved: within {limit} mm, no arrangement was found that reads better "
    "(crossings: {crossings}; faults: {faults}).",
)
_MOVED = Bilingual(
    "Places changées\u00a0: {places}, de {largest} mm au plus (limite\u00a0: {limit} mm). "
    "Croisements\u00a0: {crossings}\u00a0; défauts\u00a0: {faults}.",
    "Places changed: {places}, by {largest} mm at most (limit: {limit} mm). "
    "Crossings: {crossings}; faults: {faults}.",
)
_NEW = Bilingual(" Nouvelles places notées\u00a0: {places}.", " New places recorded: {places}.")


@dataclass(frozen=True, slots=True)
class TidyAsked:
    """What is asked. `at`: the instant as gestures write it."""

    situation: str
    at: str
    most: float = MOST
    paper: str = "auto"
    seed: int = 0
    lang: Lang = "fr"


def tidy(asked: TidyAsked, store: Store, viewer: Viewer, directory: Directory) -> dict[str, Any]:
    """Tidy a situation of the store up and record it; return what was done, as data and in words."""
    if not LEAST <= asked.most <= LARGEST:
        raise _bad_limit()
    log = store.log(viewer, asked.situation)
    options = PictureOptions(lang=asked.lang, paper=asked.paper, seed=asked.seed)
    staging = staging_of(store.situation(viewer, asked.situation), directory, options)
    settings = SheetSettings(paper=asked.paper, seed=asked.seed)
    found = tidied(staging, settings, most=asked.most, seed=asked.seed)
    version, gesture = log.version, None
    if found.places:
        at = {id_: list(place) for id_, place in found.places.items()}
        gesture = _gesture("place", {"at": at}, asked.situation, log.version, viewer, asked.at)
        version = store.append(viewer, asked.situation, (gesture,), {}, if_match=log.version)
    return {
        "situation": asked.situation,
        "version": version,
        "gesture": gesture.id if gesture else None,
        "first": found.first,
        "moved": len(found.places),
        "most_mm": asked.most,
        "largest_mm": round(found.largest, 2),
        "before": _reading(found.before),
        "after": _reading(found.after),
        "text": said(found, asked, len(found.places.keys() - dict(staging.positions).keys())),
    }


def untidy(situation: str, store: Store, viewer: Viewer, *, at: str) -> int | None:
    """Undo the viewer's last tidy-up that is still in force; return the new version, None without any."""
    log = store.log(viewer, situation)
    last = last_tidy_up(log.gestures, viewer.id)
    if last is None:
        return None
    undo = _gesture("undo", {"undoes": last}, situation, log.version, viewer, at)
    return store.append(viewer, situation, (undo,), {}, if_match=log.version)


def last_tidy_up(gestures: Sequence[Gesture], by: str) -> str | None:
    """Return the id of this person's last tidy-up in force: a `place` named after what it does.

    What was placed by hand has an id drawn by lot, and is none.
    """
    counted = zip(gestures, effective_gestures(gestures), strict=True)
    mine = [one.id for one, counts in counted if counts and one.kind == "place" and one.by == by]
    return next((id_ for id_ in reversed(mine) if uuid.UUID(id_).version == 5), None)


def said(found: Tidied, asked: TidyAsked, new: int) -> str:
    """Return the outcome in words; `new` things had no place before and get the one the sheet shows."""
    before, after = found.before, found.after
    if found.first:
        return _FIRST.filled(places=new).in_(asked.lang)
    still = before == after
    text = (_STILL if still else _MOVED).filled(
        places=len(found.places) - new,
        largest=_number(found.largest, asked.lang),
        limit=_number(asked.most, asked.lang),
        crossings=before.crossings if still else f"{before.crossings} → {after.crossings}",
        faults=_faults(before) if still else f"{_faults(before)} → {_faults(after)}",
    )
    return text.in_(asked.lang) + (_NEW.filled(places=new).in_(asked.lang) if new else "")


def _faults(reading: Reading) -> int:
    return reading.faults + reading.hard


def _gesture(
    kind: str, args: Mapping[str, Any], situation: str, version: int, viewer: Viewer, at: str
) -> Gesture:
    """Return a gesture whose id says what it does to which version: the same twice is one."""
    seed = canonical_json([situation, version, viewer.id, kind, args])
    return Gesture(str(uuid.uuid5(_NAMESPACE, seed)), kind, at, viewer.id, dict(args))


def _reading(reading: Reading) -> dict[str, Any]:
    data = asdict(reading)
    return {"letters_mm": data.pop("letters"), **data}


def _number(value: float, lang: Lang) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if lang == "fr" else text


def _bad_limit() -> BadInput:
    return bad_input(
        "bad_limit",
        fr="cette limite ne convient pas.",
        en="this limit is not acceptable.",
        remedy_fr=f"Donner un nombre de {LEAST:.0f} à {LARGEST:.0f} millimètres.",
        remedy_en=f"Give a number from {LEAST:.0f} to {LARGEST:.0f} millimetres.",
        field="most",
    )
