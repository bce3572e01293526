"""Moving house to a real Neo4j and back: nothing is lost, doubled or changed on the way."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from api.cli.demo import demo_store
from api.use_cases.situations import read_new
from benchmarks.families import family_case
from benchmarks.situations import Case, case
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.errors import BadInput, NotAllowed
from sociogram.stores.moving import move as moving
from sociogram.stores.moving.contents import Movable
from sociogram.stores.moving.digests import digests_of
from sociogram.stores.neo4j import bulk
from sociogram.stores.neo4j_store import Neo4jStore
from sociogram.stores.opening import open_store
from tests.neo4j.opening import open_neo4j
from tests.neo4j.server import Neo4jServer
from tests.sociogram.stores.furnished import NEIGHBOUR, assert_alike, furnish, moved, silent
from tests.sociogram.stores.invented import ANA, BEN, CHEAP, PASSPHRASE, folder, gesture, organisation, tie

OWNERS = (ANA, BEN, NEIGHBOUR, LOCAL_OWNER)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Callable[[str], Movable]]:
    opened: list[Movable] = []

    def opening(name: str) -> Movable:
        store = open_store(f"sqlite:///{tmp_path / name}", passphrase=lambda: PASSPHRASE, cost=CHEAP)
        opened.append(cast(Movable, store))
        return opened[-1]

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def shared(neo4j_database: Neo4jServer, tmp_path: Path) -> Iterator[Neo4jStore]:
    store = open_neo4j(neo4j_database, tmp_path / "neo4j", OWNERS)
    yield store
    store.close()


def test_there_and_back(file: Callable[[str], Movable], shared: Neo4jStore) -> None:
    old, new = file("old.db"), file("new.db")
    furnish(old)
    assert moved(old, shared) == moved(shared, new)
    assert list(new.contents().facts()) == list(old.contents().facts())
    assert_alike(old, shared)


def test_mali_and_generated_situations(
    file: Callable[[str], Movable], shared: Neo4jStore, seed: int, sized: Callable[[int, int], int]
) -> None:
    """The directory of Mali, its four situations, and 1,000 generated ones at full size; some took back."""
    old, new, made = file("old.db"), file("new.db"), sized(4, 1000)
    moved(demo_store(), old)
    for index in range(made):
        draw(old, case(seed, index) if index % 2 else family_case(seed, index), index)
    found = moved(old, shared)
    assert found.situation_count == 4 + made
    assert moved(shared, new) == found
    for line in old.situations(LOCAL_OWNER):
        assert new.situation(LOCAL_OWNER, line.id) == old.situation(LOCAL_OWNER, line.id)
    assert new.directory(LOCAL_OWNER) == old.directory(LOCAL_OWNER)
    print(f"{found.situation_count} situations, {found.fact_count} facts there and back, seed {seed}")


def draw(store: Movable, one: Case, index: int) -> None:
    """Keep a generated situation; of every third, somebody is taken back."""
    data = json.dumps(one.situation, ensure_ascii=False).encode()
    new = read_new(data, known=one.buildings, by=LOCAL_OWNER.id, at="2026-01-02T03:04:05Z")
    store.create(LOCAL_OWNER, new.id, new.gestures, new.texts, known=one.buildings)
    if index % 3 == 0:
        somebody = one.situation["persons"][0]["id"]
        back = gesture(index + 1, "withdraw", by=LOCAL_OWNER.id, id=somebody)
        store.append(LOCAL_OWNER, new.id, [back], {})


class Stopped(Exception):
    """The power went."""


def test_a_stopped_move_goes_on(
    file: Callable[[str], Movable], shared: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped once in every part; then to the end, and once more: nothing is doubled."""
    monkeypatch.setattr(moving, "BATCH", 4)
    old = file("old.db")
    furnish(old)

    def until(last: int) -> Callable[[int], None]:
        left = [last]

        def step(count: int) -> None:
            left[0] -= count
            if left[0] < 0:
                raise Stopped

        return step

    for last in (1, 5, 9, 13, 18):
        with pytest.raises(Stopped):
            moving.move(old, shared, until(last))
    assert moved(old, shared) == moved(old, shared) == digests_of(old.contents(), silent)


def test_other_things_on_the_server_are_refused(file: Callable[[str], Movable], shared: Neo4jStore) -> None:
    old = file("old.db")
    furnish(old)
    shared.import_directory(ANA, folder(organisation("gamma")))
    with pytest.raises(BadInput) as told:
        moved(old, shared)
    assert told.value.first.code == "target_not_empty"
    assert (shared.contents().size().situations, shared.contents().size().facts) == (0, 1)


def test_situations_wait_until_their_owner_allows_them(
    file: Callable[[str], Movable], shared: Neo4jStore
) -> None:
    old = file("old.db")
    furnish(old)
    shared.allow_situations(BEN, on=False)
    with pytest.raises(NotAllowed) as told:
        moved(old, shared)
    assert told.value.first.code == "situations_off"
    assert shared.contents().size().facts == 0
    shared.allow_situations(BEN)
    assert moved(old, shared) == digests_of(old.contents(), silent)


def test_pages_are_joined(
    file: Callable[[str], Movable], shared: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "PAGE", 3)
    monkeypatch.setattr(bulk, "_FEW", 1)
    old = file("old.db")
    furnish(old)
    assert moved(old, shared) == digests_of(old.contents(), silent)
    assert list(shared.contents().facts()) == list(old.contents().facts())


def test_a_tie_told_twice_is_no_new_one(file: Callable[[str], Movable], shared: Neo4jStore) -> None:
    """A batch of ties that are not all new goes the way of every import."""
    old = file("old.db")
    first = tie("t-open", "alpha", "beta")
    for told in (first, replace(first, strength="forte")):
        old.import_directory(ANA, folder(organisation("alpha"), organisation("beta"), told))
    assert moved(old, shared) == digests_of(old.contents(), silent)
    assert shared.directory(ANA).relations["t-open"].strength == "forte"
