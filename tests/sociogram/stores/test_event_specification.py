"""What every store promises about the events of referrals."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from sociogram.access.viewer import ANYBODY, Viewer
from sociogram.errors import BadInput, NotAllowed
from sociogram.loop.event import EventLog, StoredEvent
from sociogram.loop.fold import fold
from sociogram.stores.moving.contents import Movable
from sociogram.stores.protocol import Store
from tests.sociogram.loop.told import MADE, told, uuid
from tests.sociogram.stores.invented import ANA, BEN

Again = Callable[[Store], Store]
TODAY, LATER = date(2026, 11, 22), date(2026, 11, 23)
MADE_AND_SENT = (told(1, "referral_made"), told(2, "referral_sent"))


def ids(log: EventLog) -> list[int]:
    """The numbers of the events of a log."""
    return [int(stored.event.id.replace("-", ""), 16) for stored in log.events]


def test_an_empty_store_has_no_events(store: Store) -> None:
    assert store.events(ANA) == EventLog(0, ())
    assert store.events(ANYBODY, after=3) == EventLog(0, ())
    assert store.note_events(ANA, [], today=TODAY) == 0


def test_who_noted_nothing_has_no_log(store: Store) -> None:
    """Not even an empty one: two stores that hold the same are found alike when one moves into the other."""
    assert isinstance(store, Movable)
    store.note_events(ANA, [], today=TODAY)
    store.forget_events(BEN, [])
    assert list(store.contents().events()) == []


def test_events_come_back_as_they_were_noted_with_their_day(store: Store, again: Again) -> None:
    assert store.note_events(ANA, MADE_AND_SENT, today=TODAY) == 2
    night = told(3, "night_list", functions=[{"label": "Garde « été »", "phone": "+223 00 00 00 00"}])
    assert store.note_events(ANA, [night], today=LATER) == 3
    expected = (
        StoredEvent(1, TODAY, MADE_AND_SENT[0]),
        StoredEvent(2, TODAY, MADE_AND_SENT[1]),
        StoredEvent(3, LATER, night),
    )
    for _ in range(2):
        assert store.events(ANA) == EventLog(3, expected)
        assert store.events(ANA, after=2) == EventLog(3, expected[2:], complete=False)
        assert store.events(ANA, after=3) == EventLog(3, (), complete=False)
        assert store.events(ANA, after=4).complete
        assert [one.state for one in fold(store.events(ANA).events).values()] == ["sent"]
        store = again(store)


def test_the_same_event_twice_is_one_and_another_of_its_id_is_refused(store: Store) -> None:
    store.note_events(ANA, MADE_AND_SENT, today=TODAY)
    more = told(3, "accepted")
    assert store.note_events(ANA, [*MADE_AND_SENT, more, more], today=LATER) == 3
    assert [stored.noted_on for stored in store.events(ANA).events] == [TODAY, TODAY, LATER]
    before = store.events(ANA)
    for other in (told(2, "referral_sent", way="slip"), told(3, "accepted", on=date(2026, 11, 1))):
        with pytest.raises(BadInput) as refused:
            store.note_events(ANA, [told(4, "in_service"), other], today=TODAY)
        assert refused.value.first.code == "same_id_other_content"
    with pytest.raises(BadInput):
        store.note_events(ANA, [told(5, "accepted"), told(5, "acknowledged")], today=TODAY)
    assert store.events(ANA) == before


def test_all_or_none(store: Store) -> None:
    bad = replace(told(2, "referral_sent"), args={"way": "pigeon"})
    with pytest.raises(BadInput) as refused:
        store.note_events(ANA, [told(1, "referral_made"), bad], today=TODAY)
    assert (refused.value.first.place, refused.value.first.field) == ("events[1]", "args.way")
    assert store.events(ANA) == EventLog(0, ())


def test_events_of_others_are_absent(store: Store) -> None:
    store.note_events(BEN, [told(1, "referral_made", by="ben"), told(2, "referral_sent")], today=TODAY)
    for viewer in (ANA, ANYBODY, Viewer("Ben"), Viewer("ben2"), Viewer("x", roles=frozenset({"owner"}))):
        assert store.events(viewer) == EventLog(0, ())
    assert store.note_events(ANA, [told(1, "referral_made", need="autre")], today=TODAY) == 1
    store.forget_events(ANA, [uuid(2)])
    assert ids(store.events(BEN)) == [1, 2]
    assert store.events(BEN).events[0].event.args["need"] == MADE["need"]


def test_nobody_notes_nothing(store: Store) -> None:
    with pytest.raises(NotAllowed):
        store.note_events(ANYBODY, MADE_AND_SENT, today=TODAY)
    with pytest.raises(NotAllowed):
        store.forget_events(ANYBODY, [uuid(1)])


def test_what_is_forgotten_is_gone_and_is_not_taken_back(store: Store, again: Again) -> None:
    store.note_events(ANA, [*MADE_AND_SENT, told(3, "accepted")], today=TODAY)
    copy = store.events(ANA)
    store.forget_events(ANA, [uuid(2), uuid(9)])
    for _ in range(2):
        log = store.events(ANA, after=copy.version)
        assert (log.version, log.complete, ids(log)) == (4, True, [1, 3])
        assert store.note_events(ANA, [MADE_AND_SENT[1], told(9, "acknowledged")], today=LATER) == 4
        store.forget_events(ANA, [uuid(9)])
        assert store.events(ANA).version == 4
        store = again(store)
    assert store.note_events(ANA, [told(4, "referral_sent")], today=LATER) == 5
    assert [one.version for one in store.events(ANA).events] == [1, 3, 5]
    with pytest.raises(BadInput):
        store.forget_events(ANA, ["not an id"])


def test_those_who_note_at_once_lose_nothing(store: Store) -> None:
    """Each of four sends its own event and one that all of them have, again and again."""

    def send(writer: int) -> None:
        for turn in range(3):
            own = told(10 * writer + turn, "acknowledged", writer)
            store.note_events(ANA, [told(999, "referral_made"), own], today=TODAY)

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(send, range(1, 5)))
    log = store.events(ANA)
    assert (log.version, [one.version for one in log.events]) == (13, list(range(1, 14)))
    own = {10 * writer + turn for writer in range(1, 5) for turn in range(3)}
    assert set(ids(log)) == {999, *own}


def test_two_offline_logs_merge_whatever_comes_first(store: Store) -> None:
    """Two devices of one person: each sends what it has, more than once, and both orders tell one story."""
    phone = [told(1, "referral_made"), told(2, "referral_sent"), told(5, "acknowledged", 2)]
    laptop = [told(4, "referral_sent", 2), told(3, "referral_made", 2), told(6, "accepted", 1)]
    for viewer, batches in ((ANA, (phone, laptop, phone)), (BEN, (laptop, phone, laptop))):
        for batch in batches:
            store.note_events(viewer, batch, today=TODAY)
        found = fold(store.events(viewer).events)
        assert {one.id: one.state for one in found.values()} == {
            uuid(10**6 + 1): "accepted",
            uuid(10**6 + 2): "acknowledged",
        }
        assert sorted(ids(store.events(viewer))) == [1, 2, 3, 4, 5, 6]
