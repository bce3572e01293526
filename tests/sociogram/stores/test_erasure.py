"""After a withdrawal, a deletion or an expiry no byte of the texts is left, in free pages nor in the log."""

import pickle
import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import apsw
import pytest

from sociogram.stores.keys import key_path, read_keys
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Store
from sociogram.stores.sqlite.connection import connect
from sociogram.stores.sqlite.migration import kept_copy
from tests.sociogram.loop.told import told, uuid
from tests.sociogram.stores.invented import ANA, PASSPHRASE, gesture, person, words

Opening = Callable[[], Store]
CANARY = "Canari"
MANY = 150
ALL = set(range(2, MANY + 1))
EVEN = set(range(2, MANY + 1, 2))


def decrypted(network: Path) -> bytes:
    """Every page of the database as SQLite sees it after the log is read in, free pages included."""
    connection = connect(network, read_keys(key_path(network)).open(PASSPHRASE), writer=False)
    try:
        return connection.serialize("main")
    finally:
        connection.close()


def log_size(network: Path) -> int:
    log = network.with_name(f"{network.name}-wal")
    return log.stat().st_size if log.exists() else 0


def fill(store: Store) -> None:
    """Many people, each with a label and a note on an arrow, in an order that splits pages everywhere."""
    chance = random.Random(4)
    names = chance.sample(range(10**6), 2 * MANY)
    store.create(ANA, "canaris", [person(1), person(0)], {})
    store.create(ANA, "autre", [person(1, "t1")], words(t1="Témoin qui reste"))
    for number in range(2, MANY + 1):
        label, note = f"t{names[number]}", f"t{names[MANY + number - 1]}"
        arrow = gesture(
            1000 + number, "draw", id=f"a{number}", activator=f"p{number}", activated="p1", source=note
        )
        texts = {
            label: f"{CANARY}{number:03} {'é' * chance.choice((5, 40, 100))}",
            note: f"{CANARY}{number:03} {'plume ' * chance.choice((1, 30, 150, 300))}fin",
        }
        store.append(ANA, "canaris", [person(number, label), arrow], words(**texts))


def canaries(data: bytes) -> set[int]:
    return {number for number in range(1, MANY + 1) if f"{CANARY}{number:03}".encode() in data}


@pytest.fixture
def filled(open_network: Opening) -> Iterator[Store]:
    store = open_network()
    fill(store)
    return store


def test_the_search_sees_what_is_there(filled: Store, network: Path) -> None:
    """The control: before anything is erased, every canary is found."""
    assert canaries(decrypted(network)) == ALL


def test_withdrawal(filled: Store, network: Path) -> None:
    gone = EVEN
    for number in gone:
        filled.append(ANA, "canaris", [gesture(5000 + number, "withdraw", id=f"p{number}")], {})
        assert log_size(network) == 0
    data = decrypted(network)
    assert canaries(data) == ALL - gone
    assert "Témoin qui reste".encode() in data
    assert not any(f'"id":"p{number}"'.encode() in data for number in gone)


def test_forgotten_events(filled: Store, network: Path, open_network: Opening) -> None:
    numbers = range(1, 60)
    refusals = [told(one, "declined", text=f"Refusé{one:03} {'mot ' * (one % 7 * 30)}fin") for one in numbers]
    for batch in (refusals[::3], refusals[1::3], refusals[2::3]):
        filled.note_events(ANA, batch, today=date(2026, 1, 1))
    other = open_network()
    assert len(other.events(ANA).events) == len(numbers)

    def left(data: bytes) -> set[int]:
        return {one for one in numbers if f"Refusé{one:03}".encode() in data}

    assert left(decrypted(network)) == set(numbers)
    copy = kept_copy(network, 0)
    copy.write_bytes(network.read_bytes())
    filled.forget_events(ANA, [uuid(one) for one in numbers if one % 2])
    assert left(decrypted(network)) == set(range(2, 60, 2))
    assert log_size(network) == 0
    assert not copy.exists()
    assert canaries(decrypted(network)) == ALL
    assert other.events(ANA, after=59).complete
    assert "Refusé001" not in repr(other._events._read._logs)  # type: ignore[attr-defined]


def test_deletion(filled: Store, network: Path) -> None:
    filled.delete(ANA, "canaris")
    assert log_size(network) == 0
    data = decrypted(network)
    assert canaries(data) == set()
    assert b"canaris" not in data
    assert "Témoin qui reste".encode() in data


def test_expiry(open_network: Opening, network: Path) -> None:
    store = open_network()
    store.create(ANA, "nuit", [person(1, "t1")], words(t1=f"{CANARY}001 qui chante"), keep=date(2026, 1, 1))
    assert canaries(decrypted(network)) == {1}
    store.expire(date(2026, 1, 2))
    assert (canaries(decrypted(network)), log_size(network)) == (set(), 0)


def test_an_interrupted_scrub_is_made_good_at_the_next_opening(
    filled: Store, network: Path, open_network: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("sociogram.stores.sqlite_store.scrub_if_due", lambda *_: False)
        filled.delete(ANA, "canaris")
    filled.close()
    again = open_network()
    again.expire(date(2026, 1, 1))
    assert (canaries(decrypted(network)), log_size(network)) == (set(), 0)


def test_a_reader_in_the_way_only_delays_the_scrub(
    filled: Store, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sociogram.stores.sqlite.connection.BUSY_MILLISECONDS", 50)
    key = read_keys(key_path(network)).open(PASSPHRASE)
    reader = connect(network, key, writer=False)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM text").fetchall()
    writer = filled._vault._writer  # type: ignore[attr-defined]
    writer.set_busy_timeout(50)
    filled.delete(ANA, "canaris")
    assert [line.id for line in filled.situations(ANA)] == ["autre"]
    reader.close()
    filled.expire(date(2026, 1, 1))
    assert (canaries(decrypted(network)), log_size(network)) == (set(), 0)


def test_a_kept_copy_of_an_older_version_goes_too(filled: Store, network: Path) -> None:
    copy = kept_copy(network, 0)
    copy.write_bytes(network.read_bytes())
    filled.append(ANA, "canaris", [gesture(5000, "withdraw", id="p7")], {})
    assert not copy.exists()


def test_another_program_forgets_at_its_next_contact(filled: Store, open_network: Opening) -> None:
    other = open_network()
    assert len(other.log(ANA, "canaris").gestures) == 2 * MANY
    filled.append(ANA, "canaris", [gesture(5000, "withdraw", id="p7")], {})
    log = other.log(ANA, "canaris", after=3)
    assert log.complete
    assert len(log.gestures) == 2 * MANY - 2
    assert not any(CANARY + "007" in text.fr for text in log.texts.values())
    assert b"Canari007" not in pickle.dumps(other._records._records)  # type: ignore[attr-defined]


def test_memory_forgets_too() -> None:
    store = MemoryStore()
    fill(store)
    held = lambda: pickle.dumps((store._held.situations, store._held.rows))  # noqa: E731
    assert canaries(held()) == ALL
    store.append(ANA, "canaris", [gesture(5000, "withdraw", id="p7")], {})
    assert canaries(held()) == ALL - {7}
    store.delete(ANA, "canaris")
    assert canaries(held()) == set()


def test_secure_delete_alone_would_leave_traces(
    filled: Store, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why the file is written anew: pages that were split keep copies of the cells that moved away. When this
    fails one day, VACUUM may be spared."""
    monkeypatch.setattr("sociogram.stores.sqlite_store.scrub_if_due", _only_checkpoint)
    gone = EVEN
    for number in gone:
        filled.append(ANA, "canaris", [gesture(5000 + number, "withdraw", id=f"p{number}")], {})
    assert canaries(decrypted(network)) & gone


def _only_checkpoint(connection: apsw.Connection, path: Path) -> bool:
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    return True
