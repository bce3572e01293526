from collections.abc import Callable
from typing import Any

import pytest

from sociogram.errors import BadInput, RuleBroken
from sociogram.language import Bilingual
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.digest import digest
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture
from sociogram.situation.withdrawal import withdraw
from tools.gesture_scenarios import gesture_id
from tools.gesture_sequences import ORGANISATIONS, SITUATION, sequence

TEXTS = {"t1": Bilingual("Tante de A"), "t2": Bilingual("agent d'accueil")}


def act(n: int, kind: str, /, by: str = "amina", **args: Any) -> Gesture:
    return Gesture(gesture_id(n), kind, "2026-11-22T08:00:00Z", by, args)


LOG = (
    act(1, "add_person", id="p1", label="t1"),
    act(2, "add_professional", id="w1", role="t2", organisation="org"),
    act(3, "add_household", id="f1"),
    act(4, "move_in", id="m1", person="p1", household="f1"),
    act(5, "draw", id="a1", activator="p1", activated="w1"),
    act(6, "add_undecided", id="u1"),
    act(7, "add_person", id="p2"),
    act(8, "add_institution", id="i1"),
    act(9, "remove", id="p2"),
)


def accept(
    *new: Gesture, texts: dict[str, Bilingual] | None = None, known: tuple[str, ...] = ("org",)
) -> Any:
    return check_gestures("s", LOG, TEXTS, new, texts or {}, known=known, place="body")


def link(n: int, /, **args: Any) -> Gesture:
    return Gesture(gesture_id(n), "link", "2026-11-22T08:00:00Z", "amina", args)


@pytest.mark.parametrize(
    ("gesture", "code"),
    [
        (act(20, "draw", id="a2", activator="p1", activated="nobody"), "E02"),
        (act(20, "draw", id="a2", activator="p2", activated="w1"), "E02"),
        (act(20, "draw", id="a2", activator="a1", activated="w1"), "E02"),
        (act(20, "draw", id="a2", activator="p1", activated="org-2"), "E02"),
        (act(20, "redirect", id="a1", activated="nobody"), "E02"),
        (act(20, "draw", id="a2", activator="p1", activated="p1"), "E03"),
        (act(20, "redirect", id="a1", activated="p1"), "E03"),
        (act(20, "draw", id="a2", activator="f1", activated="p1"), "E04"),
        (act(20, "draw", id="a2", activator="w1", activated="org"), "E04"),
        (link(20, id="l1", a="p1", b="w1", kind="couple"), "E05"),
        (link(20, id="l1", a="p1", b="f1", kind="other"), "E05"),
        (link(20, id="l1", a="p1", b="org", kind="other"), "E05"),
        (link(20, id="l1", a="p1", b="p1", kind="siblings"), "E05"),
        (link(20, id="l1", a="p1", b="nobody", kind="other"), "E02"),
        (act(20, "draw", id="a2", activator="u1", activated="w1"), "E06"),
        (link(20, id="l1", a="p1", b="u1", kind="other"), "E06"),
        (act(20, "add_professional", id="p1"), "E06"),
        (act(20, "change_side", id="p1", side="working"), "E07"),
        (act(20, "change", id="p1", set={"birth": "2000", "death": "1999"}), "E10"),
        (act(20, "add_person", id="p1"), "duplicate_id"),
        (act(20, "add_person", id="p2"), "duplicate_id"),
        (act(20, "add_household", id="a1"), "duplicate_id"),
        (act(20, "change", id="nobody", set={"label": None}), "unknown_element"),
        (act(20, "change", id="p2", set={"label": None}), "unknown_element"),
        (act(20, "change", id="p1", set={"role": None}), "field_of_another_kind"),
        (act(20, "change", id="p1", set={"status": "ended"}), "field_of_another_kind"),
        (act(20, "change", id="a1", set={"status": ["x"]}), "field_of_another_kind"),
        (act(20, "change", id="a1", set={"said_by": "nobody"}), "unknown_element"),
        (act(20, "change_side", id="f1", side="working"), "unknown_element"),
        (act(20, "move_in", id="m2", person="w1", household="f1"), "unknown_element"),
        (act(20, "move_in", id="m2", person="p1", household="i1"), "unknown_element"),
        (act(20, "move_out", id="p1", until="2020"), "unknown_element"),
        (act(20, "redirect", id="p1", activator="w1"), "unknown_element"),
        (act(20, "draw", id="a2", activator="p1", activated="w1", said_by="p2"), "unknown_element"),
        (act(20, "agree", id="p2", agreed=True), "unknown_element"),
        (act(20, "remove", id="p2"), "unknown_element"),
        (act(20, "place", at={"p1": [1, 2], "p2": [3, 4]}), "unknown_element"),
        (act(20, "place", at={"org-2": [3, 4]}), "unknown_element"),
        (act(20, "undo", undoes=gesture_id(99)), "unknown_element"),
        (act(20, "undo", "brahim", undoes=gesture_id(1)), "undo_of_another"),
        (act(1, "add_person", id="p9"), "gesture_id_taken"),
        (act(20, "add_person", id="p9", label="t9"), "text_missing"),
        (act(20, "add_person", id="p9", label="t1"), "text_shared"),
    ],
)
def test_refused(gesture: Gesture, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        accept(gesture)
    assert caught.value.first.code == code
    assert caught.value.first.place.startswith("body")
    assert isinstance(caught.value, RuleBroken) == code.startswith("E")


@pytest.mark.parametrize(
    "gesture",
    [
        act(20, "draw", id="a2", activator="org", activated="p1"),
        act(20, "draw", id="a2", activator="w1", activated="p1", said_by="p1"),
        act(20, "draw", id="a2", activator="w1", activated="f1"),
        act(20, "change_side", id="p1", side="working", approved=True),
        act(20, "change_side", id="u1", side="living"),
        act(20, "change", id="a1", set={"status": "ended", "order": 4}),
        act(20, "place", at={"org": [1, 2], "u1": [3, 4]}),
        act(20, "undo", undoes=gesture_id(9)),
        act(20, "remove", id="p1"),
        act(20, "move_out", id="m1", until="2021"),
        link(20, id="l1", a="p1", b="w1", kind="same_person"),
        act(20, "describe", fictional=True),
        act(1, "add_person", id="p1", label="t1"),
        act(20, "withdraw", id="nobody"),
    ],
)
def test_accepted(gesture: Gesture) -> None:
    accept(gesture)


def test_an_organisation_that_is_hidden_is_an_unknown_end() -> None:
    hidden = act(20, "draw", id="a2", activator="p1", activated="org")
    unknown = act(20, "draw", id="a2", activator="p1", activated="nothing")
    said = []
    for gesture in (hidden, unknown):
        with pytest.raises(RuleBroken) as caught:
            accept(gesture, known="")
        said.append(caught.value.problems)
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"t1": Bilingual("Autre")}, "text_taken"),
        ({"t8": Bilingual("a"), "t9": Bilingual("b")}, "text_unnamed"),
        ({"t9": Bilingual("x" * 121)}, "text_too_long"),
        ({"t9": Bilingual("deux\nlignes")}, "text_control"),
        ({"t9": Bilingual("a\u200bb")}, "text_not_clean"),
    ],
)
def test_texts_refused(texts: dict[str, Bilingual], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        accept(act(20, "add_person", id="p9", label="t9"), texts=texts)
    assert caught.value.first.code == code


def test_texts_have_the_limit_of_their_field() -> None:
    accept(act(20, "describe", notice="t9"), texts={"t9": Bilingual("x" * 1900 + "\n")})
    accept(act(20, "describe", title="t9"), texts={"t9": Bilingual("x" * 200)})
    with pytest.raises(BadInput):
        accept(act(20, "describe", title="t9"), texts={"t9": Bilingual("x" * 201)})


def test_a_rule_broken_before_refuses_nothing_new() -> None:
    log = (*LOG, act(10, "draw", id="a9", activator="p1", activated="p1"))
    check_gestures("s", log, TEXTS, [act(20, "add_person", id="p9")], {}, known=("org",))


def test_an_undo_may_not_leave_an_arrow_on_an_undecided_figure() -> None:
    side = act(20, "change_side", id="u1", side="living")
    arrow = act(21, "draw", id="a2", activator="u1", activated="w1")
    with pytest.raises(RuleBroken) as caught:
        accept(side, arrow, act(22, "undo", undoes=gesture_id(20)))
    assert caught.value.first.code == "E06"


def test_all_or_nothing_and_in_order() -> None:
    done = accept(
        act(20, "add_person", id="p9", label="t9"),
        act(21, "draw", id="a2", activator="p9", activated="w1"),
        texts={"t9": Bilingual("B")},
    )
    assert [one.id for one in done.log[len(LOG) :]] == [gesture_id(20), gesture_id(21)]
    with pytest.raises(RuleBroken) as caught:
        accept(
            act(21, "draw", id="a2", activator="p9", activated="w1"),
            act(20, "add_person", id="p9", label="t9"),
            texts={"t9": Bilingual("B")},
        )
    assert caught.value.first.place == "body[0]"


def test_a_withdrawal_is_carried_out() -> None:
    done = accept(act(20, "withdraw", id="p1"))
    assert done == withdraw(LOG, TEXTS, "p1")
    assert "t1" not in done.texts


def test_what_the_door_accepts_is_sound(sized: Callable[[int, int], int], seed: int) -> None:
    for n in range(sized(25, 500)):
        made = sequence(f"{seed}/accepted/{n}", careful=True)
        done = check_gestures(SITUATION, (), {}, made.gestures, made.texts, known=ORGANISATIONS)
        assert done.log == tuple(made.gestures)
        again = check_gestures(
            SITUATION, done.log, done.texts, made.gestures, made.texts, known=ORGANISATIONS
        )
        assert again.log == done.log
        assert digest(fold(SITUATION, again.log, again.texts)) == digest(
            fold(SITUATION, made.gestures, made.texts)
        )
