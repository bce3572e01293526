"""Older files are brought forward with a copy kept; killed in the middle, they open as they were.

The machinery is tried with invented versions after today's, and with the files of every version so far,
frozen in `frozen/`, that every later one must still open.
"""

import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from sociogram.errors import StoreUnusable
from sociogram.loop.event import EventLog, StoredEvent
from sociogram.stores.keys import key_path, read_keys
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store
from sociogram.stores.sqlite import migration
from sociogram.stores.sqlite.connection import connect
from tests.sociogram.loop.told import DAY, told
from tests.sociogram.stores.invented import ANA, BEN, PASSPHRASE, person, words

Opening = Callable[[], Store]
FROZEN = Path(__file__).parent / "frozen"
NOW = migration.SCHEMA_VERSION
NEXT, AFTER = NOW + 1, NOW + 2


def add_colour(connection: apsw.Connection) -> None:
    connection.execute("ALTER TABLE situation ADD COLUMN colour TEXT NOT NULL DEFAULT 'vert'")


def add_index(connection: apsw.Connection) -> None:
    connection.execute("CREATE INDEX by_colour ON situation (colour)")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be two versions from now."""
    monkeypatch.setattr(migration, "SCHEMA_VERSION", AFTER)
    monkeypatch.setattr(migration, "STEPS", {NEXT: add_colour, AFTER: add_index})


def keep_one(store: Store) -> None:
    store.create(ANA, "s", [person(1, "t1")], words(t1="Une personne"))
    store.close()


def raw(network: Path) -> apsw.Connection:
    return connect(network, read_keys(key_path(network)).open(PASSPHRASE), writer=True)


def test_an_older_file_is_brought_forward_at_opening(
    open_network: Opening, network: Path, request: pytest.FixtureRequest
) -> None:
    keep_one(open_network())
    before = network.read_bytes()
    request.getfixturevalue("later")
    store = open_network()
    assert store.situation(ANA, "s").persons.keys() == {"p1"}
    assert store.append(ANA, "s", [person(2)], {}) == 2
    store.close()
    connection = raw(network)
    assert migration.version_of(connection) == AFTER
    assert connection.execute("SELECT colour FROM situation").fetchall() == [("vert",)]
    connection.close()
    copy = migration.kept_copy(network, NOW)
    assert copy.read_bytes() == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_the_kept_copy_opens_with_the_older_program(
    open_network: Opening, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_one(open_network())
    with monkeypatch.context() as patched:
        patched.setattr(migration, "SCHEMA_VERSION", NEXT)
        patched.setattr(migration, "STEPS", {NEXT: add_colour})
        open_network().close()
    with pytest.raises(StoreUnusable) as refused:
        open_network()
    assert refused.value.first.code == "newer_store"
    shutil.copyfile(migration.kept_copy(network, NOW), network)
    assert open_network().situation(ANA, "s").persons.keys() == {"p1"}


def test_a_step_that_fails_leaves_the_file_as_it_was(
    open_network: Opening, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_one(open_network())

    def full(connection: apsw.Connection) -> None:
        add_colour(connection)
        raise apsw.FullError("invented")

    with monkeypatch.context() as patched:
        patched.setattr(migration, "SCHEMA_VERSION", NEXT)
        patched.setattr(migration, "STEPS", {NEXT: full})
        with pytest.raises(StoreUnusable) as refused:
            open_network()
        assert refused.value.first.code == "disk_full"
    assert open_network().situation(ANA, "s").persons.keys() == {"p1"}


def test_a_newer_file_is_not_brought_back(open_network: Opening, network: Path) -> None:
    keep_one(open_network())
    connection = raw(network)
    with pytest.raises(StoreUnusable):
        migration.migrate(connection, network, newest=0, steps={})
    connection.close()


_KILLED = """
import os, signal, sys
from pathlib import Path
from sociogram.stores.opening import open_store
from sociogram.stores.sqlite import migration
from tests.sociogram.stores.test_migration import add_colour

def die(connection):
    add_colour(connection)
    os.kill(os.getpid(), signal.SIGKILL)

migration.SCHEMA_VERSION += 1
migration.STEPS = {migration.SCHEMA_VERSION: die}
open_store(f"sqlite:///{sys.argv[1]}", passphrase=lambda: sys.argv[2])
"""


def test_killed_in_the_middle_it_opens_as_the_old_version(open_network: Opening, network: Path) -> None:
    keep_one(open_network())
    for _ in range(2):
        killed = subprocess.run([sys.executable, "-c", _KILLED, str(network), PASSPHRASE], check=False)
        assert killed.returncode == -signal.SIGKILL
        store = open_network()
        assert store.situation(ANA, "s").words("t1", "fr") == "Une personne"
        store.close()
    connection = raw(network)
    assert migration.version_of(connection) == NOW
    connection.close()


@pytest.mark.parametrize("version", sorted(int(path.suffix[1:]) for path in FROZEN.glob("store.*")))
def test_a_file_of_every_former_version_still_opens(version: int, network: Path) -> None:
    """Made by freeze.py when the version came out, and never made again."""
    shutil.copyfile(FROZEN / f"store.{version}", network)
    shutil.copyfile(FROZEN / f"keys.{version}.json", key_path(network))
    store = open_store(f"sqlite:///{network}", passphrase=lambda: PASSPHRASE)
    situation = store.situation(ANA, "gelée")
    assert list(situation.persons) == ["p1"]
    assert situation.words("t1", "fr") == "Une personne d'avant"
    assert store.log(ANA, "gelée").version == 3
    assert [line.id for line in store.situations(ANA)] == ["gelée"]
    assert "refuge-demo" not in store.directory(ANA).organisations
    assert "refuge-demo" in store.directory(BEN).organisations
    assert store.append(ANA, "gelée", [person(2)], {}) == 3
    assert store.append(ANA, "gelée", [person(4)], {}) == 4
    made = told(1, "referral_made")
    if version >= 3:
        assert store.events(ANA) == EventLog(3, (StoredEvent(1, DAY, made),))
    before = store.events(ANA).version
    assert store.note_events(ANA, [made, told(2, "referral_sent")], today=DAY) == before + (version < 3) * 2
    store.close()
