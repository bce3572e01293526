"""`tidy`: placed things move within a limit, as one gesture that can be undone."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from api.use_cases.pictures import PictureOptions, staging_of
from layouts.individual import SheetSettings
from layouts.tidying import Reading, Tidied, tidied
from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.errors import BadInput, bad_input
from sociogram.language import Lang
from sociogram.situation.digest import canonical_json
from sociogram.situation.gestures import Gesture
from sociogram.stores.protocol import Store

MOST, LEAST, LARGEST = 30.0, 1.0, 500.0
"""The usual limit, the least and the largest one, in mm."""
_NAMESPACE = uuid.UUID("2c0f7d5e-95a0-5b60-8d6e-6f1f4a1f9b11")


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
        "text": said(found, asked),
    }


def untidy(situation: str, store: Store, viewer: Viewer, *, at: str) -> int | None:
    """Undo the viewer's last placing that is still in force; return the new version, None without any."""
    log = store.log(viewer, situation)
    last = last_placing(log.gestures, viewer.id)
    if last is None:
        return None
    undo = _gesture("undo", {"undoes": last}, situation, log.version, viewer, at)
    return store.append(viewer, situation, (undo,), {}, if_match=log.version)


def last_placing(gestures: Sequence[Gesture], by: str) -> str | None:
    """Return the id of the last `place` of this person that is not undone."""
    undone: dict[str, bool] = {}
    for gesture in reversed(gestures):
        if gesture.kind == "undo" and not undone.get(gesture.id, False):
            target = str(gesture.args["undoes"])
            undone[target] = True
        if gesture.kind == "place" and gesture.by == by and not undone.get(gesture.id, False):
            return gesture.id
    return None


def said(found: Tidied, asked: TidyAsked) -> str:
    """Return the outcome in words."""
    french, before, after = asked.lang == "fr", found.before, found.after
    limit, largest = _number(asked.most, asked.lang), _number(found.largest, asked.lang)
    if found.first:
        many = len(found.places)
        if french:
            return f"Rien n'était encore placé : la première disposition est notée ({many} places)."
        return f"Nothing was placed yet: the first layout is recorded ({many} places)."
    if found.before == found.after:
        if french:
            return (
                f"Rien n'a bougé : à {limit} mm près, aucune disposition trouvée ne se lit mieux "
                f"(croisements : {before.crossings} ; défauts : {before.faults + before.hard})."
            )
        return (
            f"Nothing has moved: within {limit} mm, no arrangement was found that reads better "
            f"(crossings: {before.crossings}; faults: {before.faults + before.hard})."
        )
    figures = (
        before.crossings, after.crossings, before.faults + before.hard, after.faults + after.hard,
    )  # fmt: skip
    if french:
        return (
            f"{len(found.places)} places ont changé, de {largest} mm au plus (limite : {limit} mm). "
            "Croisements : {} → {} ; défauts : {} → {}.".format(*figures)
        )
    return (
        f"{len(found.places)} places have changed, by {largest} mm at most (limit: {limit} mm). "
        "Crossings: {} → {}; faults: {} → {}.".format(*figures)
    )


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
