"""The encrypted file: unreadable, private, made late, damaged seen, newer refused."""

import contextlib
import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import apsw
import pytest

from sociogram.errors import BadInput, NotFound, StoreLocked, StoreUnusable
from sociogram.stores.examination import examine
from sociogram.stores.keys import key_path, read_keys
from sociogram.stores.opening import open_store, store_exists
from sociogram.stores.protocol import Store
from sociogram.stores.sqlite.connection import connect, refuse_old_sqlite
from tests.sociogram.stores.invented import ANA, CHEAP, OPEN, PASSPHRASE, folder, gesture, person, words

Opening = Callable[[], Store]
CANARY = "Canari Jaune"


def keep_canary(store: Store) -> None:
    store.create(ANA, "situation-canari", [person(1, "t1")], words(t1=CANARY))


def files_of(network: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in network.parent.iterdir()}


def test_nothing_is_made_by_looking_or_by_failing(open_network: Opening, network: Path) -> None:
    store = open_network()
    assert store.situations(ANA) == ()
    store.directory(ANA)
    assert store.expire(date(2026, 1, 1)) == 0
    for fail in (
        lambda: store.situation(ANA, "s"),
        lambda: store.append(ANA, "s", [person(1)], {}),
        lambda: store.delete(ANA, "s"),
    ):
        with pytest.raises(NotFound):
            fail()
    with pytest.raises(BadInput):
        store.create(ANA, "s", [gesture(1, "draw", id="a", activator="x", activated="y")], {})
    with pytest.raises(BadInput):
        store.create(ANA, "not an id", [], {})
    assert files_of(network) == {}
    assert not store_exists(f"sqlite:///{network}")
    store.close()
    assert files_of(network) == {}


def test_a_missing_passphrase_makes_nothing(network: Path) -> None:
    for secret in (None, lambda: ""):
        store = open_store(f"sqlite:///{network}", passphrase=secret, cost=CHEAP)
        with pytest.raises(StoreLocked):
            store.create(ANA, "s", [], {})
    assert files_of(network) == {}


def test_the_passphrase_is_asked_once_and_late(network: Path) -> None:
    asked: list[int] = []

    def secret() -> str:
        asked.append(1)
        return PASSPHRASE

    store = open_store(f"sqlite:///{network}", passphrase=secret, cost=CHEAP)
    store.situations(ANA)
    assert asked == []
    keep_canary(store)
    store.situation(ANA, "situation-canari")
    store.directory(ANA)
    assert asked == [1]
    store.close()


def test_files_hold_nothing_readable_and_are_private(open_network: Opening, network: Path) -> None:
    store = open_network()
    keep_canary(store)
    store.import_directory(ANA, folder(*OPEN))
    for data in files_of(network).values():
        for secret in (
            CANARY,
            "situation-canari",
            "Maison alpha",
            "gesture",
            "SQLite format",
            PASSPHRASE,
            "add_person",
        ):
            assert secret.encode() not in data
            assert secret.encode("utf-16-le") not in data
    assert {name.removeprefix(network.name) for name in files_of(network)} == {"", "-wal", "-shm", ".keys"}
    for path in network.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_what_was_kept_is_there_after_closing(open_network: Opening, network: Path) -> None:
    store = open_network()
    keep_canary(store)
    store.import_directory(ANA, folder(*OPEN))
    store.grant("organisation", "refuge-demo", "ben")
    before = (store.log(ANA, "situation-canari"), store.directory(ANA), store.situations(ANA))
    store.close()
    assert set(files_of(network)) == {network.name, f"{network.name}.keys"}
    again = open_network()
    assert (again.log(ANA, "situation-canari"), again.directory(ANA), again.situations(ANA)) == before


def test_a_wrong_passphrase_is_told_at_opening(open_network: Opening, network: Path) -> None:
    keep_canary(open_network())
    before = files_of(network)
    with pytest.raises(StoreLocked) as refused:
        open_store(f"sqlite:///{network}", passphrase=lambda: "une autre phrase")
    assert "une autre phrase" not in repr(refused.value) + str(refused.value)
    with pytest.raises(StoreLocked):
        open_store(f"sqlite:///{network}")
    assert files_of(network) == before


def test_a_closed_store_says_so(open_network: Opening) -> None:
    store = open_network()
    keep_canary(store)
    store.close()
    for late in (lambda: store.situations(ANA), lambda: keep_canary(store)):
        with pytest.raises(StoreUnusable):
            late()
    store.close()


@pytest.mark.parametrize("at", [3, 30, 200, 4097, 5000, 9000, -1])
def test_a_flipped_bit_is_refused_not_served(open_network: Opening, network: Path, at: int) -> None:
    store = open_network()
    keep_canary(store)
    store.close()
    data = bytearray(network.read_bytes())
    data[at] ^= 1
    network.write_bytes(data)
    served = None
    with contextlib.suppress(StoreUnusable):
        served = open_network().log(ANA, "situation-canari").texts
    assert served in (None, words(t1=CANARY))
    findings = {code: ok for code, ok, _ in examine(f"sqlite:///{network}", lambda: PASSPHRASE)}
    assert not findings["integrity"]


def test_a_cut_file_is_refused(open_network: Opening, network: Path) -> None:
    store = open_network()
    keep_canary(store)
    store.close()
    network.write_bytes(network.read_bytes()[:-5000])
    with pytest.raises(StoreUnusable):
        open_network().log(ANA, "situation-canari")


@pytest.mark.parametrize(
    "content", [b"{}", b"\xff", b"[" * 50_000, b'{"sociogram_keys": 2, "slots": {}}', b"null", b""]
)
def test_a_damaged_key_file_is_refused(open_network: Opening, network: Path, content: bytes) -> None:
    keep_canary(open_network())
    key_path(network).write_bytes(content)
    with pytest.raises(StoreUnusable) as refused:
        open_network()
    assert refused.value.first.code == "keys_damaged"


def test_a_missing_key_file_is_told(open_network: Opening, network: Path) -> None:
    keep_canary(open_network())
    key_path(network).unlink()
    with pytest.raises(StoreUnusable) as refused:
        open_network()
    assert refused.value.first.code == "keys_missing"


def test_keys_left_without_a_file_are_never_replaced(open_network: Opening, network: Path) -> None:
    keep_canary(open_network())
    keys = key_path(network).read_bytes()
    for path in network.parent.glob(f"{network.name}*"):
        if path != key_path(network):
            path.unlink()
    other = open_store(f"sqlite:///{network}", passphrase=lambda: "une autre phrase", cost=CHEAP)
    with pytest.raises(StoreLocked):
        keep_canary(other)
    assert files_of(network) == {f"{network.name}.keys": keys}
    keep_canary(open_network())
    assert key_path(network).read_bytes() == keys


def test_a_newer_file_is_refused_and_not_touched(open_network: Opening, network: Path) -> None:
    store = open_network()
    keep_canary(store)
    store.close()
    connection = connect(network, read_keys(key_path(network)).open(PASSPHRASE), writer=True)
    connection.execute("PRAGMA user_version=999")
    connection.close()
    before = files_of(network)
    with pytest.raises(StoreUnusable) as refused:
        open_network()
    assert refused.value.first.code == "newer_store"
    assert files_of(network)[network.name] == before[network.name]


def test_settings_of_every_connection(open_network: Opening, network: Path) -> None:
    keep_canary(open_network())
    key = read_keys(key_path(network)).open(PASSPHRASE)
    for writer in (True, False):
        connection = connect(network, key, writer=writer)
        wanted = {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "trusted_schema": 0,
            "secure_delete": 1,
            "temp_store": 2,
            "cell_size_check": 1,
            "mmap_size": 0,
            "query_only": int(not writer),
        }
        assert {name: connection.pragma(name) for name in wanted} == wanted
        assert connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, -1) == 1
        connection.close()


def test_sqlite_that_can_lose_commits_is_refused() -> None:
    for version in ("3.51.2", "3.40.1", "3.7.17"):
        with pytest.raises(StoreUnusable):
            refuse_old_sqlite(version)
    for version in ("3.51.3", "3.54.0", "4.0.0"):
        refuse_old_sqlite(version)


def test_a_folder_without_rights(network: Path) -> None:
    network.parent.chmod(0o500)
    # The superuser may write in any ordinary folder, but in none of the kernel's.
    refused = network if os.geteuid() else Path("/proc/self/s.db")
    with pytest.raises(StoreUnusable):
        keep_canary(open_store(f"sqlite:///{refused}", passphrase=lambda: PASSPHRASE, cost=CHEAP))


def test_a_file_where_a_folder_should_be(network: Path) -> None:
    network.write_text("x")
    with pytest.raises(StoreUnusable):
        keep_canary(open_store(f"sqlite:///{network}/sub.db", passphrase=lambda: PASSPHRASE, cost=CHEAP))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sqlite:",
        "sqlite:///",
        "file.db",
        "sqlite://file.db",
        "memory",
        "sqlite:///a\0b",
        "http://x",
    ],
)
def test_unknown_addresses(url: str) -> None:
    with pytest.raises(BadInput) as refused:
        open_store(url)
    assert "sqlite:///" in refused.value.first.remedy.fr
    assert "memory:" in refused.value.first.remedy.en


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        open_store(f"sqlite:///{tmp_path}")
