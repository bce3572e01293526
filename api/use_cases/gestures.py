"""Gestures on the wire."""

from typing import Any

from sociogram.errors import bad_input
from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.stores.protocol import SituationLog


def read_gestures(raw: object) -> tuple[tuple[Gesture, ...], dict[str, Bilingual]]:
    """Return the gestures and texts of a request: `{"gestures": [...], "texts": {...}}`."""
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
    return gestures, parse_texts(raw.get("texts", {}), place="$.texts")


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
