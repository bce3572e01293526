"""An arrow may be a referral between two who work, with a month, when it is no wish: nowhere else."""

from typing import Any

import pytest

from sociogram.errors import BadInput
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.digest import document
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture, parse_gestures
from tools.gesture_scenarios import gesture_id

REFERRAL = "0f8fad5b-d9cb-469f-a165-70867728950e"


def act(n: int, kind: str, /, **args: Any) -> Gesture:
    return Gesture(gesture_id(n), kind, "2026-11-22T08:00:00Z", "amina", args)


LOG = (
    act(1, "add_person", id="p1"),
    act(2, "add_professional", id="w1"),
    act(3, "add_institution", id="i1"),
    act(4, "add_household", id="f1"),
    act(5, "draw", id="a1", activator="w1", activated="i1", when="2026-10-05", referral=REFERRAL),
    act(6, "draw", id="a2", activator="w1", activated="i1"),
)


def accept(*new: Gesture) -> Any:
    return check_gestures("s", LOG, {}, new, {}, known=("org",))


def draw(**args: Any) -> Gesture:
    ends = {"activator": "w1", "activated": "i1", "when": "2026-10", "referral": REFERRAL}
    return act(20, "draw", id="a3", **{**ends, **args})


@pytest.mark.parametrize(
    "gesture",
    [
        draw(activated="p1"),
        draw(activator="p1"),
        draw(activated="f1"),
        draw(when="2026"),
        draw(when=None),
        draw(status="wished"),
        act(20, "change", id="a2", set={"referral": REFERRAL}),
        act(20, "change", id="a2", set={"referral": REFERRAL, "when": "2026"}),
        act(20, "change", id="a1", set={"when": None}),
        act(20, "change", id="a1", set={"status": "wished"}),
        act(20, "redirect", id="a1", activated="p1"),
    ],
)
def test_no_other_arrow_takes_the_id_of_a_referral(gesture: Gesture) -> None:
    with pytest.raises(BadInput) as refusal:
        accept(gesture)
    assert refusal.value.first.code == "referral_arrow"
    assert refusal.value.first.field == "referral"


@pytest.mark.parametrize(
    "gesture",
    [
        draw(),
        draw(activated="org", status="ended"),
        draw(activated="p1", referral=True),
        act(20, "change", id="a2", set={"referral": REFERRAL, "when": "2026-10-05"}),
        act(20, "change", id="a1", set={"referral": None, "when": None}),
        act(20, "change", id="a1", set={"order": 7}),
        act(20, "redirect", id="a1", activated="org"),
        act(20, "change_side", id="w1", side="living", approved=True),
    ],
)
def test_an_arrow_between_two_who_work_takes_it(gesture: Gesture) -> None:
    assert accept(gesture).log[-1] == gesture


def test_the_document_names_the_referral() -> None:
    marks = [one["referral"] for one in document(fold("s", LOG, {}))["activations"]]
    assert marks == [REFERRAL, False]


@pytest.mark.parametrize("mark", ["x", REFERRAL.upper(), 1, [REFERRAL], None])
def test_what_is_no_mark_is_refused_with_its_place(mark: object) -> None:
    raw = act(1, "draw", id="a", activator="b", activated="c", referral=mark).as_json()
    with pytest.raises(BadInput) as refusal:
        parse_gestures([raw])
    assert refusal.value.first.place == "$[0].args.referral"
