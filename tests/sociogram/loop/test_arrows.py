"""A dated green arrow marked as a referral is the event itself: never a second entry, gone with the arrow."""

from datetime import date
from typing import Any

import pytest

from sociogram.language import Bilingual
from sociogram.loop.arrows import BEFORE_ALL, arrow_events, merged, noted_days
from sociogram.loop.checking import checked
from sociogram.loop.event import Event, StoredEvent
from sociogram.loop.fold import fold as fold_events
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture
from tools.gesture_scenarios import gesture_id

REFERRAL = "0f8fad5b-d9cb-469f-a165-70867728950e"
TEXTS = {"t1": Bilingual("Dispensaire du quartier", "Local clinic")}
DRAWN = 5


def act(n: int, kind: str, /, at: str = "2026-10-07T08:00:00Z", **args: Any) -> Gesture:
    return Gesture(gesture_id(n), kind, at, "amina", args)


LOG = (
    act(1, "add_person", id="p1"),
    act(2, "add_professional", id="w1", organisation="atc"),
    act(3, "add_institution", id="i1", label="t1"),
    act(4, "add_professional", id="w2", organisation="refuge-demo"),
    act(DRAWN, "draw", id="a1", activator="w1", activated="i1", when="2026-10-05", referral=REFERRAL),
)


def events(*more: Gesture, known: tuple[str, ...] = ("atc", "org")) -> tuple[Event, ...]:
    return arrow_events(fold("s", (*LOG, *more), TEXTS), known=known, by="amina")


def stored(*found: Event) -> tuple[StoredEvent, ...]:
    return tuple(StoredEvent(BEFORE_ALL, date(2026, 10, 7), one) for one in found)


def kept(version: int, kind: str, **args: Any) -> StoredEvent:
    made = Event(
        gesture_id(900 + version), kind, REFERRAL, "2026-10-09T09:00:00Z", date(2026, 10, 9), "amina", args
    )
    return StoredEvent(version, date(2026, 10, 9), checked(made))


MADE = kept(1, "referral_made", need="hebergement", sender="atc", focal_point=False, priority="urgent")


def test_the_arrow_is_the_making_and_the_sending() -> None:
    made, sent = events()
    assert (made.kind, sent.kind) == ("referral_made", "referral_sent")
    assert made.subject == sent.subject == REFERRAL
    assert sent.args == {"way": "arrow"}
    assert made.args["sender"] == "atc"
    assert made.args["receiver_text"] == "Dispensaire du quartier"
    assert made.on == sent.on == date(2026, 10, 5)
    assert [checked(made), checked(sent)] == [made, sent], "as good as any that comes through the door"
    assert events() == (made, sent), "the same ids at every reading"
    assert made.id != sent.id


def test_it_folds_to_a_sent_referral() -> None:
    (referral,) = fold_events(merged((), stored(*events()))).values()
    assert (referral.state, referral.sent_on, referral.way) == ("sent", date(2026, 10, 5), "arrow")
    assert not referral.late


@pytest.mark.parametrize(
    "gesture",
    [
        act(20, "undo", undoes=gesture_id(DRAWN)),
        act(20, "remove", id="a1"),
        act(20, "remove", id="i1"),
        act(20, "change", id="a1", set={"referral": None}),
        act(20, "change", id="a1", set={"when": "2026"}),
        act(20, "change", id="a1", set={"status": "wished"}),
        act(20, "redirect", id="a1", activated="p1"),
        act(20, "change_side", id="w1", side="living", approved=True),
    ],
)
def test_without_the_arrow_there_is_no_event(gesture: Gesture) -> None:
    assert events(gesture) == ()


def test_what_is_withdrawn_leaves_no_event() -> None:
    rest = check_gestures("s", LOG, TEXTS, [act(20, "withdraw", id="a1")], {}, known=("atc",))
    assert arrow_events(fold("s", rest.log, rest.texts), known=("atc",), by="amina") == ()


def test_an_arrow_to_an_organisation_nobody_shows_me_says_what_one_to_nobody_says() -> None:
    def to(end: str) -> tuple[Event, ...]:
        return events(act(21, "draw", id="a2", activator="w1", activated=end, when="2026-09", referral=True))

    assert to("refuge-demo") == to("never-was") == events()
    assert len(to("org")) == len(events()) + 2
    hidden, none = (
        events(
            act(21, "add_professional", id="w3", **organisation), act(22, "redirect", id="a1", activated="w3")
        )
        for organisation in ({"organisation": "refuge-demo"}, {})
    )
    assert hidden == none


def test_a_bare_mark_is_a_referral_of_its_own_and_one_id_is_one_referral() -> None:
    bare = act(21, "draw", id="a2", activator="w1", activated="org", when="2026-09", referral=True)
    again = act(22, "draw", id="a3", activator="w1", activated="org", when="2026-11", referral=REFERRAL)
    found = events(bare, again)
    assert len({one.subject for one in found}) == 2
    assert [one.kind for one in found].count("referral_sent") == 2
    assert {one.on for one in found} == {date(2026, 10, 5), date(2026, 9, 1)}


def test_what_the_store_says_of_it_is_not_said_twice() -> None:
    whole = merged((MADE,), stored(*events()))
    assert [one.event.kind for one in whole] == ["referral_sent", "referral_made"]
    (referral,) = fold_events(whole).values()
    assert (referral.state, referral.need) == ("sent", "hebergement")
    called = (MADE, kept(2, "referral_sent", way="phone"))
    assert merged(called, stored(*events())) == called


def test_a_second_round_does_not_undo_the_sending_of_the_arrow() -> None:
    log = (
        MADE,
        kept(2, "declined", reason="no_capacity"),
        kept(3, "reopened"),
        kept(4, "referral_sent", way="phone"),
    )
    (referral,) = fold_events(merged(log, stored(*events()))).values()
    assert (referral.state, referral.way, referral.late) == ("sent", "phone", frozenset())


def test_two_sheets_with_one_referral_make_one() -> None:
    other = arrow_events(fold("other", LOG, TEXTS), known=("atc",), by="amina")
    assert merged((), stored(*events(), *other)) == stored(*events())


def test_an_arrow_is_noted_on_the_day_it_became_what_it_is() -> None:
    day = "2026-11-02T08:00:00Z"
    assert noted_days(LOG) == {"a1": date(2026, 10, 7)}
    assert noted_days((*LOG, act(20, "change", at=day, id="a1", set={"order": 3}))) == {
        "a1": date(2026, 10, 7)
    }
    dated = act(20, "change", at=day, id="a1", set={"when": "2026-10-06"})
    assert noted_days((*LOG, dated)) == {"a1": date(2026, 11, 2)}
    assert noted_days((*LOG, dated, act(21, "undo", undoes=gesture_id(20)))) == {"a1": date(2026, 10, 7)}
