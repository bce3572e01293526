"""What `doctor` is told of a store: each fault found, nothing made or changed by looking."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sociogram.errors import BadInput
from sociogram.stores import examination
from sociogram.stores.examination import examine
from sociogram.stores.keys import add_recovery_slot, key_path, read_keys
from sociogram.stores.protocol import Store
from sociogram.stores.sqlite import connection as connections
from sociogram.stores.sqlite.connection import connect
from sociogram.stores.sqlite.erasure import owe_scrub
from tests.sociogram.loop.told import DAY, told
from tests.sociogram.stores.invented import ANA, CHEAP, PASSPHRASE, person

Opening = Callable[[], Store]


@pytest.fixture
def made(open_network: Opening, network: Path) -> Path:
    store = open_network()
    store.create(ANA, "s", [person(1)], {})
    store.close()
    return network


def found(network: Path, secret: str | None = PASSPHRASE) -> dict[str, bool]:
    findings = examine(f"sqlite:///{network}", (lambda: secret) if secret else None)
    assert all(says.fr and says.en for _, _, says in findings)
    return {code: ok for code, ok, _ in findings}


def test_memory_and_unknown_addresses() -> None:
    assert [(code, ok) for code, ok, _ in examine("memory:")] == [("memory", True)]
    with pytest.raises(BadInput):
        examine("postgres://host")


def test_a_store_not_made_yet_stays_so(network: Path) -> None:
    assert found(network) == {"sqlite_version": True, "space": True, "file": True}
    assert list(network.parent.iterdir()) == []


def test_a_sound_store(made: Path) -> None:
    before = {path: path.read_bytes() for path in made.parent.iterdir()}
    well = dict.fromkeys(("sqlite_version", "space", "keys", "private", "recovery"), True)
    assert found(made, None) == well
    assert found(made) == {**well, "unlock": True, "integrity": True, "erasure": True, "events": True}
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE event SET body = replace(body, 'phone', 'pigeon')",
        "UPDATE event SET body = 'no JSON'",
        "UPDATE event_log SET version = 1",
        "INSERT INTO forgotten_event VALUES ('ana', '00000000-0000-0000-0000-000000000002')",
    ],
)
def test_events_that_cannot_be_are_told(open_network: Opening, network: Path, harm: str) -> None:
    store = open_network()
    store.note_events(ANA, [told(1, "referral_made"), told(2, "referral_sent")], today=DAY)
    store.close()
    assert found(network)["events"]
    connection = connect(network, read_keys(key_path(network)).open(PASSPHRASE), writer=True)
    connection.execute(harm)
    connection.close()
    assert found(network)["events"] is False


def test_a_recovery_sheet_is_advised_until_there_is_one(made: Path) -> None:
    def advice() -> str:
        return next(says.fr for code, _, says in examine(f"sqlite:///{made}") if code == "recovery")

    assert "sociogram recovery" in advice()
    add_recovery_slot(key_path(made), PASSPHRASE, CHEAP)
    assert "sociogram recovery" not in advice()


def test_faults(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(made, "une autre")["unlock"] is False
    made.chmod(0o644)
    assert found(made)["private"] is False
    with monkeypatch.context() as patched:
        patched.setattr(examination, "LEAST_FREE_BYTES", 2**80)
        patched.setattr(connections, "OLDEST_SQLITE", (99,))
        assert (found(made, None)["space"], found(made, None)["sqlite_version"]) == (False, False)
    connection = connect(made, read_keys(key_path(made)).open(PASSPHRASE), writer=True)
    owe_scrub(connection)
    assert found(made)["erasure"] is False
    connection.execute("PRAGMA user_version=999")
    connection.close()
    assert found(made)["integrity"] is False
    key_path(made).write_bytes(b"?")
    assert found(made)["keys"] is False
    key_path(made).unlink()
    assert found(made)["keys"] is False
