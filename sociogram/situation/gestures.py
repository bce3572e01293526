"""Gestures: every change of a situation is one, and a situation is the fold of its gestures.

The closed list of kinds is gestures.schema.json; this is the door where they come in, checked one by one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sociogram.dates import parse_date
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.situation.gesture_models import AnyGesture
from sociogram.situation.schema import fault_beyond_models
from sociogram.strict_json import step
from sociogram.texts import NOTE_LIMIT, clean_text

VERSION = 1
_DOOR: TypeAdapter[Any] = TypeAdapter(AnyGesture)
_DATE_FIELDS = ("birth", "death", "when", "since", "until")
_TEXT_ID = re.compile(r"[\w.:-]{1,80}")
_ABOUT = "@about"


@dataclass(frozen=True, slots=True)
class Gesture:
    """One change. `args` hold ids, codes, dates and numbers, never free text; `at` is for display only."""

    id: str
    kind: str
    at: str
    by: str
    args: Mapping[str, Any]
    v: int = VERSION

    def as_json(self) -> dict[str, Any]:
        """Return the gesture as written in files and on the wire."""
        return {
            "id": self.id,
            "v": self.v,
            "kind": self.kind,
            "at": self.at,
            "by": self.by,
            "args": dict(self.args),
        }


def parse_gestures(raw: object, *, place: str = "") -> tuple[Gesture, ...]:
    """Return the gestures of a JSON list, or raise BadInput with the JSON path of the first fault.

    Shapes, codes and dates are checked here; what a gesture says of the situation is checked by acceptance.
    """
    path = place or "$"
    if not isinstance(raw, list):
        raise _not_a("liste", "list", path)
    return tuple(_parsed(one, step(path, at)) for at, one in enumerate(raw))


def parse_texts(raw: object, *, place: str = "") -> dict[str, Bilingual]:
    """Return the texts of `{text_id: {"fr"?: str, "en"?: str}}`, cleaned, or raise BadInput.

    Here only the limit of notes holds; acceptance knows which text is a label.
    """
    if not isinstance(raw, dict):
        raise _not_a("table", "table", place)
    return {_text_id(key, place): _text(value, step(place, key)) for key, value in raw.items()}


def touched(gesture: Gesture, log: Sequence[Gesture]) -> frozenset[str]:
    """Return the ids of the elements a gesture writes; an undo writes what its target writes.

    A change of side also writes the arrows of the figure, whose pens it changes; `describe` writes "@about".
    """
    target: Gesture | None = gesture
    seen: set[str] = set()
    while target is not None and target.kind == "undo" and target.id not in seen:
        seen.add(target.id)
        wanted = target.args["undoes"]
        target = next((one for one in log if one.id == wanted), None)
    if target is None or target.kind == "undo":
        return frozenset()
    if target.kind == "describe":
        return frozenset({_ABOUT})
    if target.kind == "place":
        return frozenset(target.args["at"])
    element = str(target.args["id"])
    if target.kind in ("change_side", "remove", "withdraw"):
        return frozenset({element, *_attached(element, log)})
    return frozenset({element})


def _attached(element: str, log: Iterable[Gesture]) -> set[str]:
    """Return the ids of arrows, links and memberships ever drawn at `element`."""
    ends = ("activator", "activated", "a", "b", "person", "household")
    return {
        str(one.args["id"])
        for one in log
        if one.kind in ("draw", "redirect", "link", "move_in")
        and element in (one.args.get(end) for end in ends)
    }


def _parsed(raw: object, path: str) -> Gesture:
    if not isinstance(raw, dict):
        raise _not_a("table", "table", path)
    try:
        model = _DOOR.validate_python(raw)
    except ValidationError as fault:
        raise _explained(fault, path) from None
    if raw["v"] is True:  # Python takes true for 1
        raise _bad("gesture_value", step(path, "v"))
    args = model.args.model_dump(exclude_unset=True)
    beyond = fault_beyond_models(model.kind, args)
    if beyond is not None:
        raise _bad("gesture_value", f"{path}.args{beyond}")
    _check_values(model.at, args, path)
    return Gesture(model.id, model.kind, model.at, model.by, args)


def _check_values(at: str, args: Mapping[str, Any], path: str) -> None:
    try:
        datetime.fromisoformat(at)
    except ValueError:
        raise _bad("gesture_value", step(path, "at")) from None
    for fields, where in ((args, f"{path}.args"), (args.get("set", {}), f"{path}.args.set")):
        for field in _DATE_FIELDS:
            if isinstance(fields.get(field), str):
                parse_date(fields[field], place=where, field=field)
        for text in _texts_in(fields):
            if not unicodedata.is_normalized("NFC", text):
                raise _bad("gesture_value", where)


def _texts_in(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts among the values: single ones, lists of codes, names of what is placed."""
    for value in fields.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | dict):
            yield from (one for one in value if isinstance(one, str))


def _explained(fault: ValidationError, path: str) -> BadInput:
    first = fault.errors(include_url=False, include_context=False, include_input=False)[0]
    kind = first["type"]
    where = path
    for part in first["loc"][1:]:
        if not _is_branch(part, where):
            where = step(where, part)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _bad("gesture_kind", step(path, "kind"))
    code = {"missing": "gesture_missing", "extra_forbidden": "gesture_unknown_key"}.get(kind, "gesture_value")
    return _bad(code, where)


def _is_branch(part: int | str, where: str) -> bool:
    """Whether a step of a fault's place names a branch of the models, and nothing of the document."""
    if not isinstance(part, str):
        return False
    return (
        part == "[key]"
        or part.startswith(("list[", "literal["))
        or (part == "bool" and where.endswith(".referral"))
    )


def _text_id(key: str, place: str) -> str:
    if not _TEXT_ID.fullmatch(key) or not unicodedata.is_normalized("NFC", key):
        raise _bad("text_id", place)
    return key


def _text(raw: object, path: str) -> Bilingual:
    if not isinstance(raw, dict) or not raw or not set(raw) <= {"fr", "en"}:
        raise _bad("text_shape", path)
    halves = {}
    for lang, half in raw.items():
        if not isinstance(half, str):
            raise _bad("text_shape", step(path, lang))
        halves[lang] = clean_text(half, limit=NOTE_LIMIT, place=path, field=lang, multiline=True)
    if not any(halves.values()):
        raise _bad("text_shape", path)
    return Bilingual(halves.get("fr", ""), halves.get("en", ""))


_SAYS = {
    "gesture_kind": Bilingual(
        "ce genre de geste n'existe pas ou manque.", "this kind of gesture does not exist or is missing."
    ),
    "gesture_missing": Bilingual("ce champ manque.", "this field is missing."),
    "gesture_unknown_key": Bilingual("ce champ est inconnu ici.", "this field is unknown here."),
    "gesture_value": Bilingual("cette valeur n'est pas permise ici.", "this value is not allowed here."),
    "text_id": Bilingual("l'identifiant d'un texte ne convient pas.", "the id of a text is not acceptable."),
    "text_shape": Bilingual(
        'un texte s\'écrit {"fr": "…", "en": "…"}, une moitié au moins.',
        'a text is written {"fr": "…", "en": "…"}, one half at least.',
    ),
}
_REMEDY = Bilingual(
    "Voir la liste des gestes dans gestures.schema.json.", "See the list of gestures in gestures.schema.json."
)


def _bad(code: str, path: str) -> BadInput:
    says = _SAYS[code]
    return bad_input(code, fr=says.fr, en=says.en, remedy_fr=_REMEDY.fr, remedy_en=_REMEDY.en, place=path)


def _not_a(fr: str, en: str, path: str) -> BadInput:
    return bad_input(
        "gesture_value",
        fr=f"une {fr} est attendue ici.",
        en=f"a {en} is expected here.",
        remedy_fr=_REMEDY.fr,
        remedy_en=_REMEDY.en,
        place=path,
    )
