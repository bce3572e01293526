"""A disk that refuses its n-th change, for every n (safety R3): the store says so, stays whole, and goes on.

What was acknowledged is there; what was refused is not, or is there whole when only the last flush failed.
The same gestures sent again count once. What was withdrawn leaves no byte once the disk is well again.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import apsw
import pytest

from sociogram.errors import StoreUnusable
from sociogram.stores.keys import key_path, read_keys
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store
from sociogram.stores.sqlite.connection import connect
from sociogram.stores.sqlite_store import SqliteStore
from tests.crash.faulty_disk import FailingDisk
from tests.sociogram.stores.invented import ANA, CHEAP, OPEN, PASSPHRASE, folder, gesture, person, words

FAULTS = {"disk_error": apsw.IOError, "disk_full": apsw.FullError}
MOST = 400


@pytest.fixture(scope="session")
def disk() -> FailingDisk:
    """One for the whole run: the cipher keeps the first disk of a name for ever."""
    return FailingDisk("failing")


STEPS: tuple[Callable[[Store], object], ...] = (
    lambda store: store.create(ANA, "s", [person(1, "t1")], words(t1="Canari")),
    lambda store: store.import_directory(ANA, folder(*OPEN)),
    lambda store: store.append(ANA, "s", [person(2), person(3)], {}),
    lambda store: store.append(ANA, "s", [gesture(4, "withdraw", id="p1")], {}),
    lambda store: store.append(ANA, "s", [person(5)], {}),
)


def state(store: Store) -> tuple[object, ...]:
    names = [line.id for line in store.situations(ANA)]
    log = store.log(ANA, "s") if names else None
    people = [one.args["id"] for one in log.gestures] if log else []
    return (names, people, dict(log.texts) if log else {}, len(store.directory(ANA).organisations))


def after_each_step() -> list[tuple[object, ...]]:
    """The states that are whole, from an empty store on."""
    store = open_store("memory:")
    states = [state(store)]
    for step in STEPS:
        step(store)
        states.append(state(store))
    return states


def run_until_refused(store: Store) -> tuple[int, str]:
    """Return how many steps were acknowledged, and how the next was refused."""
    for done, step in enumerate(STEPS):
        try:
            step(store)
        except StoreUnusable as refused:
            return done, refused.first.code
    return len(STEPS), ""


def pages(path: Path) -> bytes:
    connection = connect(path, read_keys(key_path(path)).open(PASSPHRASE), writer=False)
    try:
        return connection.serialize("main")
    finally:
        connection.close()


@pytest.mark.parametrize("stuck", [False, True], ids=["once", "ever after"])
@pytest.mark.parametrize("code", FAULTS)
def test_every_refused_change(disk: FailingDisk, home: Path, code: str, stuck: bool) -> None:
    whole = after_each_step()
    for number in range(1, MOST):
        path = home / str(number) / "reseau.db"
        store = SqliteStore(path, lambda: PASSPHRASE, cost=CHEAP, vfs=disk.vfs)
        disk.arm(number, FAULTS[code], stuck=stuck)
        done, refusal = run_until_refused(store)
        assert refusal in ("", code, "cannot_open")
        disk.disarm()
        struck = disk.struck
        if done == 0 and not (path.exists() and path.stat().st_size):
            assert not path.parent.exists() or list(path.parent.iterdir()) == []
        # The same store goes on once the disk is well again...
        assert state(store) in whole[done : done + 2]
        for step in STEPS[done:] if state(store) == whole[done] else STEPS[done + 1 :]:
            step(store)
        assert state(store) == whole[-1]
        store.close()
        # ... and so does the next one.
        again = SqliteStore(path, lambda: PASSPHRASE)
        assert state(again) == whole[-1]
        again.expire(date(2026, 1, 1))
        again.close()
        assert b"Canari" not in pages(path)
        if not struck:
            print(f"{number - 1} changes, each refused once")
            assert number > 20
            return
    pytest.fail("the steps never ended")
