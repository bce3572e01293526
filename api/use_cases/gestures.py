"""Gestures on the wire."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sociogram.errors import Problem, SociogramError, bad_input
from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.stores.protocol import SituationLog


def read_gestures(raw: object, *, by: str) -> tuple[tuple[Gesture, ...], dict[str, Bilingual]]:
    """Return the gestures and texts of a request: `{"gestures": [...], "texts": {...}}`.

    Every gesture is signed by the viewer of the session, `by`, whatever the request says.
    """
    if not isinstance(raw, dict) or not {"gestures"} <= set(raw) <= {"gestures", "texts"}:
        raise bad_input(
            "bad_gestures",
            fr="la demande doit contenir « gestures », et « texts » si besoin.",
            en="the request must hold “gestures”, and “texts” if needed.",
            remedy_fr="Voir l'exemple dans /docs.",
            remedy_en="See the example in /docs.",
            place="$",
        )
    gestures = parse_gestures(raw["gestures"], place="$.gestures")
    signed = tuple(replace(gesture, by=by) for gesture in gestures)
    return signed, parse_texts(raw.get("texts", {}), place="$.texts")


def log_json(log: SituationLog) -> dict[str, Any]:
    """Return a log as data."""
    return {
        "situation": log.situation,
        "version": log.version,
        "complete": log.complete,
        "gestures": [gesture.as_json() for gesture in log.gestures],
        "texts": {key: _text(text) for key, text in log.texts.items()},
    }


def _text(text: Bilingual) -> dict[str, str]:
    halves = {"fr": text.fr, "en": text.en}
    return {lang: half for lang, half in halves.items() if half}


def placed(error: SociogramError, gestures: Sequence[Gesture]) -> SociogramError:
    """Return a store's refusal with each place a JSON path of the request; the sender's ids are left out."""
    return type(error)(tuple(_placed(problem, gestures) for problem in error.problems))


def _placed(problem: Problem, gestures: Sequence[Gesture]) -> Problem:
    place, name = problem.place, problem.field
    if place.startswith("["):
        return replace(problem, place=f"$.gestures{place}")
    said = {place, place.partition("/")[2], name}
    for at, gesture in enumerate(gestures):
        if gesture.id in said or gesture.args.get("id") in said:
            kept = "" if gesture.args.get("id") == name else name
            return replace(problem, place=f"$.gestures[{at}]", field=kept)
    return replace(problem, place="$.texts" if place.startswith("texts/") else "$.gestures")
