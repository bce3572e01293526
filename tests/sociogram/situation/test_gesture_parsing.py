from typing import Any

import pytest

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts, touched
from tools.gesture_scenarios import gesture_id

BASE: dict[str, Any] = {"id": gesture_id(1), "v": 1, "at": "2026-11-22T08:00:00Z", "by": "amina"}
PLACE = {**BASE, "kind": "place", "args": {"at": {"é-1": [1, -2]}}}
DRAW = {**BASE, "kind": "draw", "args": {"id": "a1", "activator": "p1", "activated": "w1", "when": "2020-10"}}


def change(**values: Any) -> dict[str, Any]:
    return {**BASE, "kind": "change", "args": {"id": "a1", "set": values}}


def with_args(gesture: dict[str, Any], **args: Any) -> dict[str, Any]:
    return {**gesture, "args": {**gesture["args"], **args}}


def test_a_gesture_comes_back_as_it_was_written() -> None:
    (place,) = parse_gestures([PLACE])
    assert place == Gesture(gesture_id(1), "place", "2026-11-22T08:00:00Z", "amina", {"at": {"é-1": [1, -2]}})
    assert place.as_json() == PLACE


@pytest.mark.parametrize(
    "values", [{"status": None}, {"status": ["a"]}, {"status": "ended"}, {"label": None}]
)
def test_changes_accepted(values: dict[str, Any]) -> None:
    (one,) = parse_gestures([change(**values)])
    assert one.args["set"] == values


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ({**PLACE, "v": 2}, "body[0].v"),
        ({**PLACE, "v": True}, "body[0].v"),
        ({**PLACE, "is_admin": 1}, "body[0].is_admin"),
        ({**PLACE, "kind": "recolour"}, "body[0].kind"),
        ({**PLACE, "id": gesture_id(1).upper() + "\n"}, "body[0].id"),
        ({**PLACE, "by": ""}, "body[0].by"),
        ({**PLACE, "at": "2026-11-22T08:00:00+01:00"}, "body[0].at"),
        ({**PLACE, "at": "2026-02-30T08:00:00Z"}, "body[0].at"),
        ({**PLACE, "at": "2026-11-22T23:59:60Z"}, "body[0].at"),
        ({key: value for key, value in PLACE.items() if key != "by"}, "body[0].by"),
        (with_args(PLACE, at={}), "body[0].args.at"),
        (with_args(PLACE, at={"a b": [1, 2]}), "body[0].args.at[?]"),
        (with_args(PLACE, at={"a": [1, 2.5]}), "body[0].args.at.a[1]"),
        (with_args(PLACE, at={"a": [1, True]}), "body[0].args.at.a[1]"),
        (with_args(PLACE, at={"a": [1, 10**9]}), "body[0].args.at.a[1]"),
        (with_args(PLACE, at={"a": [1, 2, 3]}), "body[0].args.at.a"),
        (with_args(PLACE, at={"e\u0301": [1, 2]}), "body[0].args"),
        (with_args(DRAW, weight=3), "body[0].args.weight"),
        (with_args(DRAW, colour="red"), "body[0].args.colour"),
        (with_args(DRAW, order=None), "body[0].args.order"),
        (with_args(DRAW, order="1"), "body[0].args.order"),
        (with_args(DRAW, order=-1), "body[0].args.order"),
        (with_args(DRAW, status="conflict"), "body[0].args.status"),
        (with_args(DRAW, id="x" * 81), "body[0].args.id"),
        (with_args(DRAW, id=""), "body[0].args.id"),
        (with_args(DRAW, when="2020-13"), "body[0].args"),
        (with_args(DRAW, when="20-10"), "body[0].args.when"),
        (change(), "body[0].args.set"),
        (change(order=None), "body[0].args.set.order"),
        (change(when="2021-02-29"), "body[0].args.set"),
        (change(activator="p2"), "body[0].args.set.activator"),
        ({**BASE, "kind": "describe", "args": {}}, "body[0].args"),
        ({**BASE, "kind": "describe", "args": {"fictional": None}}, "body[0].args.fictional"),
        ({**BASE, "kind": "redirect", "args": {"id": "a1"}}, "body[0].args"),
        ("draw", "body[0]"),
    ],
)
def test_refused_with_its_path(raw: object, place: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_gestures([raw], place="body")
    assert caught.value.first.place == place
    assert caught.value.first.remedy.fr


def test_a_list_is_expected() -> None:
    with pytest.raises(BadInput):
        parse_gestures({"id": 1})


def test_texts() -> None:
    raw = {"t1": {"fr": "e\u0301"}, "t2": {"en": "b", "fr": ""}}
    assert parse_texts(raw) == {"t1": Bilingual("é", ""), "t2": Bilingual("", "b")}


@pytest.mark.parametrize(
    "raw",
    [
        [],
        {"t 1": {"fr": "a"}},
        {"e\u0301": {"fr": "a"}},
        {"t1": "a"},
        {"t1": {}},
        {"t1": {"fr": ""}},
        {"t1": {"fr": 1}},
        {"t1": {"de": "a"}},
        {"t1": {"fr": "a", "is_admin": True}},
        {"t1": {"fr": "a\u202e"}},
        {"t1": {"fr": "x" * 2001}},
    ],
)
def test_texts_refused(raw: object) -> None:
    with pytest.raises(BadInput):
        parse_texts(raw, place="texts")


def act(n: int, kind: str, **args: Any) -> Gesture:
    return Gesture(gesture_id(n), kind, "2026-11-22T08:00:00Z", "amina", args)


LOG = [
    act(1, "add_person", id="p1"),
    act(2, "add_professional", id="w1"),
    act(3, "draw", id="a1", activator="p1", activated="w1"),
    act(4, "undo", undoes=gesture_id(3)),
    act(5, "undo", undoes=gesture_id(4)),
]


@pytest.mark.parametrize(
    ("gesture", "elements"),
    [
        (LOG[0], {"p1"}),
        (LOG[2], {"a1"}),
        (LOG[3], {"a1"}),
        (LOG[4], {"a1"}),
        (act(9, "change_side", id="p1", side="working"), {"p1", "a1"}),
        (act(9, "remove", id="w1"), {"w1", "a1"}),
        (act(9, "place", at={"p1": [1, 2], "w1": [3, 4]}), {"p1", "w1"}),
        (act(9, "describe", fictional=True), {"@about"}),
        (act(9, "undo", undoes=gesture_id(8)), set()),
        (act(9, "undo", undoes=gesture_id(9)), set()),
    ],
)
def test_touched(gesture: Gesture, elements: set[str]) -> None:
    assert touched(gesture, [*LOG, gesture]) == elements
