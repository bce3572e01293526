"""What a viewer's sheets say of referrals stands beside what was noted, once, and for nobody else."""

from datetime import date
from typing import Any

from api.use_cases.all_events import all_events
from sociogram.access.viewer import Viewer
from sociogram.loop.event import Event
from sociogram.loop.fold import fold
from sociogram.situation.gestures import Gesture
from sociogram.stores.memory_store import MemoryStore
from tools.gesture_scenarios import gesture_id

AMINA, BRAHIM = Viewer("amina"), Viewer("brahim")
REFERRAL = "0f8fad5b-d9cb-469f-a165-70867728950e"
TODAY = date(2026, 10, 9)


def act(n: int, kind: str, /, **args: Any) -> Gesture:
    return Gesture(gesture_id(n), kind, "2026-10-07T08:00:00Z", "amina", args)


SHEET = (
    act(1, "add_professional", id="w1"),
    act(2, "add_institution", id="i1"),
    act(3, "draw", id="a1", activator="w1", activated="i1", when="2026-10-05", referral=REFERRAL),
)
ACCEPTED = Event(gesture_id(50), "accepted", REFERRAL, "2026-10-09T09:00:00Z", TODAY, "amina", {})


def test_an_arrow_and_the_answer_noted_to_it_are_one_referral() -> None:
    store = MemoryStore()
    store.create(AMINA, "plain", SHEET[:2], {})
    sheet = store.create(AMINA, "s", SHEET, {})
    assert [one.event.kind for one in all_events(store, AMINA)] == ["referral_made", "referral_sent"]
    assert {one.noted_on for one in all_events(store, AMINA)} == {date(2026, 10, 7)}

    store.note_events(AMINA, [ACCEPTED], today=TODAY)
    (referral,) = fold(all_events(store, AMINA)).values()
    assert (referral.state, referral.sent_on, referral.answered_on) == ("accepted", date(2026, 10, 5), TODAY)
    assert all_events(store, BRAHIM) == ()

    store.append(AMINA, sheet, [act(9, "undo", undoes=gesture_id(3))], {})
    assert not fold(all_events(store, AMINA)), "the arrow undone, the event is gone"
    assert [one.event for one in all_events(store, AMINA)] == [ACCEPTED]
