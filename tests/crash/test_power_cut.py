"""A power cut loses nothing acknowledged (safety R2): WAL, synchronous FULL, on a disk that forgets what was
not flushed. The control, synchronous NORMAL, must lose something: it proves that the test sees."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sociogram.errors import StoreUnusable
from sociogram.stores.keys import key_path
from sociogram.stores.sqlite_store import SqliteStore
from tests.crash.faulty_disk import CutDisk
from tests.sociogram.loop.told import DAY, told
from tests.sociogram.stores.invented import ANA, CHEAP, OPEN, PASSPHRASE, folder, person, words

WRITES = 6


@pytest.fixture(scope="session")
def disk() -> CutDisk:
    """One for the whole run: the cipher keeps the first disk of a name for ever."""
    return CutDisk("cut")


@pytest.fixture
def template(home: Path) -> Path:
    """A small store, closed."""
    path = home / "template" / "reseau.db"
    store = SqliteStore(path, lambda: PASSPHRASE, cost=CHEAP)
    store.import_directory(ANA, folder(*OPEN))
    store.create(ANA, "s", [], {})
    store.close()
    return path


class Trial:
    """One machine that goes dark, and the disk it leaves."""

    def __init__(
        self, disk: CutDisk, template: Path, home: Path, chance: random.Random, *, weak: bool
    ) -> None:
        self.disk, self.chance = disk, chance
        self.path = self._copy(template, home / "live")
        disk.begin(self.path)
        self.store = SqliteStore(self.path, lambda: PASSPHRASE, vfs=disk.vfs)
        self.store.append(ANA, "s", [person(1)], {})
        writer = self.store._vault._writer
        assert writer is not None
        writer.pragma("wal_autocheckpoint", chance.choice((4, 12, 1000)))
        if weak:
            writer.pragma("synchronous", "NORMAL")
        self.acknowledged = ["p1"]

    def run(self) -> None:
        """Write until the lights go out, at a random change or between two writes."""
        self.disk.arm(self.chance.randint(1, 60))
        for number in range(2, 2 + WRITES):
            try:
                self.store.append(
                    ANA, "s", [person(number, f"t{number}")], words(**{f"t{number}": "mot " * 20})
                )
                self.store.note_events(ANA, [told(number, "referral_made", number)], today=DAY)
            except StoreUnusable:
                break
            self.acknowledged.append(f"p{number}")

    def survivors(self, home: Path) -> list[str]:
        """Open what the disk holds after the cut; return the people found, each whole."""
        after = home / "after" / self.path.name
        after.parent.mkdir()
        shutil.copyfile(key_path(self.path), key_path(after))
        for tail in ("", "-wal", "-journal"):
            path = self.path.with_name(self.path.name + tail)
            if path in self.disk.flushed or path.exists():
                after.with_name(after.name + tail).write_bytes(self.disk.left_behind(path, self.chance))
        store = SqliteStore(after, lambda: PASSPHRASE)
        try:
            log = store.log(ANA, "s")
            assert log.version == len(log.gestures)
            assert len(store.directory(ANA).organisations) == 2
            events = store.events(ANA)
            assert events.version == len(events.events)
            noted = {"p1", *(f"p{int(one.event.id[-6:], 16)}" for one in events.events)}
            # Each write is a person and then an event: who was acknowledged has both.
            return [name for one in log.gestures if (name := str(one.args["id"])) in noted]
        finally:
            store.close()

    def close(self) -> None:
        self.disk.left = None
        self.store.close()

    @staticmethod
    def _copy(template: Path, into: Path) -> Path:
        into.mkdir(parents=True)
        for path in (template, key_path(template)):
            shutil.copyfile(path, into / path.name)
        return into / template.name


def lost(disk: CutDisk, template: Path, home: Path, seed: int, *, weak: bool) -> bool:
    """Whether one cut lost or broke anything acknowledged."""
    trial = Trial(disk, template, home, random.Random(seed), weak=weak)
    try:
        trial.run()
        found = trial.survivors(home)
    except StoreUnusable:
        return True
    finally:
        trial.close()
        shutil.rmtree(home)
    assert len(found) <= len(trial.acknowledged) + 1
    return found[: len(trial.acknowledged)] != trial.acknowledged


def test_a_power_cut_loses_nothing_acknowledged(
    disk: CutDisk, template: Path, home: Path, seed: int, sized: Callable[[int, int], int]
) -> None:
    cuts = sized(80, 3000)
    lost_in = [
        number
        for number in range(cuts)
        if lost(disk, template, home / "t", seed * 10**6 + number, weak=False)
    ]
    assert lost_in == []


def test_the_control_loses_something(disk: CutDisk, template: Path, home: Path, seed: int) -> None:
    cuts = [lost(disk, template, home / "t", seed * 10**6 + number, weak=True) for number in range(40)]
    print(f"synchronous NORMAL lost something in {sum(cuts)} cuts of {len(cuts)}")
    assert any(cuts)
