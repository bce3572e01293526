"""What a viewer's sheets say of referrals stands beside what was noted, once, and for nobody else."""

from datetime import date
from typing import Any

import pytest

from api.use_cases.all_events import all_events
from api.use_cases.known import Knowledge
from api.use_cases.sheet_events import SheetEvents
from sociogram.access.viewer import Viewer
from sociogram.directory.packaged import packaged_directory
from sociogram.loop.event import Event
from sociogram.loop.fold import fold
from sociogram.referral.known import Outcome
from sociogram.situation.gestures import Gesture
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import SituationLog
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
TO_ATC = (
    act(1, "add_professional", id="w1"),
    act(2, "draw", id="a1", activator="w1", activated="atc", when="2026-10-05", referral=REFERRAL),
)
MADE = Event(
    gesture_id(49),
    "referral_made",
    REFERRAL,
    "2026-10-04T09:00:00Z",
    date(2026, 10, 4),
    "amina",
    {"need": "sante", "sender": "aracem", "service": "atc--1", "focal_point": False, "priority": "normal"},
)
ACCEPTED = Event(gesture_id(50), "accepted", REFERRAL, "2026-10-09T09:00:00Z", TODAY, "amina", {})


def test_an_arrow_and_the_answer_noted_to_it_are_one_referral() -> None:
    store, sheets = MemoryStore(), SheetEvents()
    store.create(AMINA, "plain", SHEET[:2], {})
    sheet = store.create(AMINA, "s", SHEET, {})
    assert [one.event.kind for one in all_events(store, AMINA, sheets)] == [
        "referral_made",
        "referral_sent",
    ]
    assert {one.noted_on for one in all_events(store, AMINA, sheets)} == {date(2026, 10, 7)}

    store.note_events(AMINA, [ACCEPTED], today=TODAY)
    (referral,) = fold(all_events(store, AMINA, sheets)).values()
    assert (referral.state, referral.sent_on, referral.answered_on) == ("accepted", date(2026, 10, 5), TODAY)
    assert all_events(store, BRAHIM, SheetEvents()) == ()

    store.append(AMINA, sheet, [act(9, "undo", undoes=gesture_id(3))], {})
    assert not fold(all_events(store, AMINA, sheets)), "the arrow undone, the event is gone"
    assert [one.event for one in all_events(store, AMINA, sheets)] == [ACCEPTED]


def days(store: MemoryStore, sheets: SheetEvents) -> list[date]:
    return [one.event.on for one in sheets.of(store, AMINA) if one.event.kind == "referral_sent"]


def test_a_sheet_is_read_again_when_it_changed_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was held is what a reader who held nothing is told, after each change."""
    store, sheets, read = MemoryStore(), SheetEvents(), list[str]()
    whole = store.log

    def heard(viewer: Viewer, name: str) -> SituationLog:
        read.append(name)
        return whole(viewer, name)

    monkeypatch.setattr(store, "log", heard)
    one = store.create(AMINA, "one", SHEET, {})
    other = store.create(AMINA, "other", SHEET[:2], {})
    assert days(store, sheets) == [date(2026, 10, 5)]
    assert sorted(read) == [one, other]
    read.clear()
    assert days(store, sheets) == [date(2026, 10, 5)]
    assert read == []

    for change, expected in (
        (lambda: store.append(AMINA, one, [act(4, "change", id="a1", set={"when": "2026-10-01"})], {}), [1]),
        (lambda: store.append(AMINA, one, [act(5, "change", id="a1", set={"referral": None})], {}), []),
        (lambda: store.append(AMINA, one, [act(6, "undo", undoes=gesture_id(5))], {}), [1]),
        (lambda: store.delete(AMINA, one), []),
        (lambda: store.create(AMINA, one, SHEET, {}), [5]),
    ):
        change()
        assert days(store, sheets) == [date(2026, 10, day) for day in expected]
        assert set(read) <= {one}
        assert sheets.of(store, AMINA) == SheetEvents().of(store, AMINA)
        read.clear()


def test_a_sheet_is_read_again_when_the_directory_changed() -> None:
    """Whether an arrow ends at an organisation that the viewer sees is for the directory to say."""
    store, sheets = MemoryStore(), SheetEvents()
    store.create(AMINA, "s", TO_ATC, {}, known={"atc"})
    assert days(store, sheets) == []
    store.import_directory(AMINA, packaged_directory())
    assert days(store, sheets) == [date(2026, 10, 5)]


def test_what_is_known_of_a_service_follows_the_arrow_that_sent_a_referral() -> None:
    """Made in the store, sent by the arrow, accepted on the telephone; then the arrow is undone."""
    store, sheets, knowledge = MemoryStore(), SheetEvents(), Knowledge()
    sheet = store.create(AMINA, "s", SHEET, {})
    store.note_events(AMINA, [MADE, ACCEPTED], today=TODAY)
    known = knowledge.of(store, AMINA, sheets)
    assert known.outcomes == {"atc--1": [Outcome(TODAY, True)]}
    assert knowledge.of(store, AMINA, sheets) is known, "nothing changed"
    store.append(AMINA, sheet, [act(9, "undo", undoes=gesture_id(3))], {})
    assert knowledge.of(store, AMINA, sheets).outcomes == {}
