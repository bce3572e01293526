"""Moving house: everything of everybody arrives, a stopped move goes on, nothing else is touched."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sociogram.directory.packaged import packaged_directory
from sociogram.errors import BadInput, Conflict
from sociogram.stores.held_row import Fact
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.moving import move as moving
from sociogram.stores.moving.contents import Movable
from sociogram.stores.moving.digests import digests_of
from sociogram.stores.opening import open_store
from tests.sociogram.loop.told import told
from tests.sociogram.stores.furnished import TODAY, assert_alike, furnish, moved, silent
from tests.sociogram.stores.invented import (
    ANA,
    BEN,
    CHEAP,
    OPEN,
    PASSPHRASE,
    folder,
    organisation,
    person,
    words,
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Callable[[str], Movable]]:
    """An encrypted store by its name; asked again, it is opened again."""
    opened: list[Movable] = []

    def opening(name: str) -> Movable:
        store = open_store(f"sqlite:///{tmp_path / name}", passphrase=lambda: PASSPHRASE, cost=CHEAP)
        assert isinstance(store, Movable)
        opened.append(store)
        return store

    yield opening
    for store in opened:
        store.close()


def test_everything_arrives(file: Callable[[str], Movable]) -> None:
    old, memory, new = file("old.db"), MemoryStore(), file("new.db")
    furnish(old)
    first = moved(old, memory)
    assert (first.situation_count, first.event_count, first.grant_count) == (4, 4, 2)
    assert moved(memory, new) == first
    assert list(new.contents().facts()) == list(old.contents().facts())
    assert {one.noted_on for one in new.contents().facts()} == {TODAY, None}
    new.close()
    assert_alike(old, file("new.db"))


def test_the_packaged_directory_arrives_row_by_row(file: Callable[[str], Movable]) -> None:
    old, new = file("old.db"), file("new.db")
    old.import_directory(ANA, packaged_directory(), today=TODAY)
    found = moved(old, new)
    assert found.fact_count == found.row_count > 400
    assert new.directory(ANA) == old.directory(ANA)
    unchanged = new.import_directory(ANA, packaged_directory(), today=TODAY)
    assert {row.change for row in unchanged.rows} == {"unchanged"}


def test_what_was_withdrawn_stays_so(file: Callable[[str], Movable]) -> None:
    old, new = file("old.db"), file("new.db")
    furnish(old)
    moved(old, new)
    assert new.append(ANA, "s", [person(2)], {}) == old.record(ANA, "s").version
    assert "p2" not in new.situation(ANA, "s").persons


class Stopped(Exception):
    """The power went."""


@pytest.mark.parametrize("after", range(0, 20, 3))
def test_a_stopped_move_goes_on(
    file: Callable[[str], Movable], after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "BATCH", 2)
    old, new = file("old.db"), file("new.db")
    furnish(old)
    done = 0

    def until(count: int) -> None:
        nonlocal done
        done += count
        if done > after:
            raise Stopped

    with pytest.raises(Stopped):
        moving.move(old, new, until)
    new.close()
    new = file("new.db")
    assert moved(old, new) == digests_of(old.contents(), silent)
    assert moved(old, new) == digests_of(old.contents(), silent)
    assert_alike(old, new)


def other_situation(store: Movable) -> None:
    store.create(ANA, "other", [], {})


def changed_situation(store: Movable) -> None:
    store.create(ANA, "s", [person(1, "t1")], words(t1="Une"))


def other_rows(store: Movable) -> None:
    store.import_directory(ANA, folder(organisation("gamma")))


def other_event(store: Movable) -> None:
    store.note_events(ANA, [told(1, "referral_made", need="autre")], today=TODAY)


def other_grant(store: Movable) -> None:
    store.grant("organisation", "gamma", "ana")


@pytest.mark.parametrize("what", [other_situation, changed_situation, other_rows, other_event, other_grant])
def test_a_target_with_other_things_is_refused_and_untouched(
    file: Callable[[str], Movable], what: Callable[[Movable], None]
) -> None:
    old, new = file("old.db"), file("new.db")
    furnish(old)
    what(new)
    before = digests_of(new.contents(), silent)
    with pytest.raises(BadInput) as told:
        moved(old, new)
    assert told.value.first.code == "target_not_empty"
    assert digests_of(new.contents(), silent) == before


def test_more_facts_than_the_source_are_refused(file: Callable[[str], Movable]) -> None:
    old, new = file("old.db"), file("new.db")
    for store in (old, new):
        store.import_directory(ANA, folder(*OPEN))
    new.import_directory(ANA, folder(organisation("gamma")))
    with pytest.raises(BadInput):
        moved(old, new)


def test_forgotten_events_stay_so(file: Callable[[str], Movable]) -> None:
    old, new = file("old.db"), file("new.db")
    furnish(old)
    moved(old, new)
    before = new.events(ANA)
    assert new.note_events(ANA, [told(2, "accepted"), told(7, "no_answer")], today=TODAY) == before.version
    assert new.events(ANA) == before


def test_writing_meanwhile_is_noticed(file: Callable[[str], Movable]) -> None:
    old, new = file("old.db"), file("new.db")
    furnish(old)

    def disturb(count: int) -> None:
        if not any(line.id == "late" for line in old.situations(BEN)):
            old.create(BEN, "late", [], {})

    with pytest.raises(Conflict) as told:
        moving.move(old, new, disturb)
    assert told.value.first.code == "changed_while_moving"


def test_two_moves_at_once_double_nothing(file: Callable[[str], Movable]) -> None:
    contents = file("new.db").contents()
    facts: Sequence[Fact] = ()
    source = MemoryStore()
    source.import_directory(ANA, folder(*OPEN))
    facts = tuple(source.contents().facts())
    contents.take_facts(0, facts[:3])
    with pytest.raises(Conflict):
        contents.take_facts(0, facts[:3])
    with pytest.raises(Conflict):
        source.contents().take_facts(0, facts[:3])
    assert contents.size().facts == 3


def test_an_empty_store_makes_no_file(file: Callable[[str], Movable], tmp_path: Path) -> None:
    found = moved(file("old.db"), file("new.db"))
    assert found.situation_count == found.fact_count == 0
    assert list(tmp_path.iterdir()) == []
