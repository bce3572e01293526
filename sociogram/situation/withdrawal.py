"""Take something back for ever: the one act that rewrites history.

What a person takes back leaves the log, and with it undo, replay and exports: no placeholder, no gap.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sociogram.language import Bilingual
from sociogram.situation.fields import REFERENCE_FIELDS, TEXT_FIELDS
from sociogram.situation.finish import ABOUT_TEXTS
from sociogram.situation.gestures import Gesture

_REFERENCES = frozenset(field for fields in REFERENCE_FIELDS.values() for field in fields)
_TEXTS = frozenset(field for fields in TEXT_FIELDS.values() for field in fields)
_ENDS = ("activator", "activated", "a", "b", "person", "household")
_JOINING = frozenset(("draw", "redirect", "link", "move_in"))


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A log and its texts without what was taken back; `forgotten_ids` are the gestures that left."""

    log: tuple[Gesture, ...]
    texts: Mapping[str, Bilingual]
    forgotten_ids: frozenset[str]


def withdraw(log: Sequence[Gesture], texts: Mapping[str, Bilingual], element_id: str) -> Withdrawn:
    """Return the log as if the element had never been: its arrows, links, homes and texts go with it.

    An arrow that ever ended there goes whole, even if it was redirected since: its story is of that person.
    The id of a text takes back these words alone (a title, a former label). An unknown id changes nothing.
    """
    if element_id in texts and all(gesture.args.get("id") != element_id for gesture in log):
        return _without_text(log, texts, element_id)
    gone = {element_id, *_joined_to(element_id, log)}
    removed: set[str] = set()
    kept: list[Gesture] = []
    for gesture in log:
        rest = _without(gesture, gone, removed)
        if rest is None:
            removed.add(gesture.id)
        else:
            kept.append(rest)
    lost = {text for gesture in log if gesture.id in removed for text in named_texts(gesture)}
    left = {name: text for name, text in texts.items() if name not in lost}
    return Withdrawn(tuple(kept), left, frozenset(removed))


def _without_text(log: Sequence[Gesture], texts: Mapping[str, Bilingual], text_id: str) -> Withdrawn:
    kept: list[Gesture] = []
    removed: set[str] = set()
    for gesture in log:
        fields = {field for field, name in text_fields(gesture) if name == text_id}
        rest = _without_fields(gesture, fields) if fields else gesture
        if rest is None or (gesture.kind == "undo" and gesture.args["undoes"] in removed):
            removed.add(gesture.id)
        else:
            kept.append(rest)
    left = {name: text for name, text in texts.items() if name != text_id}
    return Withdrawn(tuple(kept), left, frozenset(removed))


def _without_fields(gesture: Gesture, fields: set[str]) -> Gesture | None:
    """Return the gesture without these fields, or None when it said nothing else."""
    held = gesture.args.get("set", gesture.args)
    left = {field: value for field, value in held.items() if field not in fields}
    if gesture.kind == "change":
        return replace(gesture, args={**gesture.args, "set": left}) if left else None
    return replace(gesture, args=left) if left else None


def named_texts(gesture: Gesture) -> Iterator[str]:
    """Yield the ids of the texts a gesture names."""
    for _, text_id in text_fields(gesture):
        yield text_id


def text_fields(gesture: Gesture) -> Iterator[tuple[str, str]]:
    """Yield (field, text id) for each text a gesture names."""
    fields = gesture.args.get("set", gesture.args)
    names = ABOUT_TEXTS if gesture.kind == "describe" else _TEXTS
    for field, value in fields.items():
        if field in names and isinstance(value, str):
            yield field, value


def _joined_to(element_id: str, log: Sequence[Gesture]) -> set[str]:
    return {
        str(gesture.args["id"])
        for gesture in log
        if gesture.kind in _JOINING and any(gesture.args.get(end) == element_id for end in _ENDS)
    }


def _without(gesture: Gesture, gone: set[str], removed: set[str]) -> Gesture | None:
    """Return what is left of a gesture, or None when nothing is."""
    args = gesture.args
    if gesture.kind == "undo":
        return None if args["undoes"] in removed else gesture
    if gesture.kind == "place":
        at = {name: position for name, position in args["at"].items() if name not in gone}
        return _with_args(gesture, {"at": at}) if at else None
    if args.get("id") in gone:
        return None
    if gesture.kind == "change":
        fields = _unnamed(args["set"], gone)
        return _with_args(gesture, {**args, "set": fields}) if fields else None
    return _with_args(gesture, _unnamed(args, gone))


def _unnamed(fields: Mapping[str, Any], gone: set[str]) -> dict[str, Any]:
    """Drop the fields that name something gone, such as who said it or where one works."""
    return {key: value for key, value in fields.items() if key not in _REFERENCES or value not in gone}


def _with_args(gesture: Gesture, args: Mapping[str, Any]) -> Gesture:
    return gesture if args == gesture.args else replace(gesture, args=args)
