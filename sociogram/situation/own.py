"""The lossless copy of a situation: its gestures and their texts, with a digest that tells a damaged copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.digest import canonical_json, digest
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.situation.json_reader import JsonReader
from sociogram.situation.plain import ID, plain_of_json
from sociogram.situation.plain_shape import PlainSituation
from sociogram.situation.situation import Situation
from sociogram.strict_json import read_json

FORMAT = 1
MAX_OWN_BYTES = 20_000_000
_KEYS = frozenset(("sociogram", "id", "gestures", "texts", "digest"))


@dataclass(frozen=True, slots=True)
class OwnSituation:
    """A lossless copy that was read and verified."""

    id: str
    gestures: tuple[Gesture, ...]
    texts: Mapping[str, Bilingual]


def own_document(situation: Situation, gestures: Sequence[Gesture], texts: Mapping[str, Bilingual]) -> bytes:
    """Return the copy as canonical JSON in UTF-8; the ids of withdrawn gestures are never in it."""
    document = {
        "sociogram": FORMAT,
        "id": situation.id,
        "gestures": [gesture.as_json() for gesture in gestures],
        "texts": {
            name: {lang: half for lang, half in (("fr", text.fr), ("en", text.en)) if half}
            for name, text in texts.items()
        },
        "digest": digest(situation),
    }
    return canonical_json(document).encode("utf-8")


def read_own(data: bytes, *, place: str) -> OwnSituation:
    """Return the copy, or raise BadInput when it is damaged, newer, or holds what no situation can."""
    return _own_of_json(read_json(data, place=place, limit=MAX_OWN_BYTES), place)


def read_situation_file(data: bytes, *, place: str, strict: bool = True) -> PlainSituation | OwnSituation:
    """Return a plain situation or a lossless copy, whichever the file is."""
    raw = read_json(data, place=place, limit=MAX_OWN_BYTES)
    if isinstance(raw, dict) and "sociogram" in raw:
        return _own_of_json(raw, place)
    return plain_of_json(raw, place=place, strict=strict)


def _own_of_json(raw: Any, place: str) -> OwnSituation:
    reader = JsonReader(raw, place)
    for key in reader.unknown_keys(_KEYS):
        raise reader.refusal(key, "cette clé est inconnue ici.", "this key is unknown here.", "unknown_key")
    if reader.value.get("sociogram") is True or reader.value.get("sociogram") != FORMAT:
        raise _newer(reader.where("sociogram"))
    situation_id = reader.value.get("id")
    if not isinstance(situation_id, str) or not ID.fullmatch(situation_id):
        raise reader.refusal("id", "un identifiant est attendu.", "an id is expected.", "bad_id")
    gestures = parse_gestures(reader.value.get("gestures"), place=reader.where("gestures"))
    texts = parse_texts(reader.value.get("texts"), place=reader.where("texts"))
    situation = fold(situation_id, gestures, texts)
    if reader.value.get("digest") != digest(situation):
        raise _damaged(reader.where("digest"))
    ends = {
        gesture.args[end] for gesture in gestures for end in ("activator", "activated") if end in gesture.args
    }
    placed = {name for gesture in gestures if gesture.kind == "place" for name in gesture.args["at"]}
    # Which organisations the reader sees is asked when the copy is taken in; here only the log itself is.
    check_gestures(situation_id, (), {}, gestures, texts, known=ends | placed, place=reader.where("gestures"))
    return OwnSituation(situation_id, gestures, texts)


def _newer(place: str) -> BadInput:
    return bad_input(
        "newer_format",
        fr="cette copie a été faite par une version plus récente du programme.",
        en="this copy was made by a newer version of the program.",
        remedy_fr="Mettre le programme à jour.",
        remedy_en="Update the program.",
        place=place,
    )


def _damaged(place: str) -> BadInput:
    return bad_input(
        "damaged_copy",
        fr="cette copie a été modifiée ou abîmée : son empreinte ne correspond pas.",
        en="this copy was changed or damaged: its digest does not match.",
        remedy_fr="Refaire la copie depuis l'original.",
        remedy_en="Make the copy again from the original.",
        place=place,
    )
