"""`sociogram migrate`: what it moves, what it says, what it refuses, and that it goes on after a kill."""

import json
import os
import signal
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from api.cli.main import run
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.opening import open_store
from tests.neo4j.server import Neo4jServer

MALI = Path(str(files("sociogram"))) / "data" / "mali"
PASSPHRASE = "mangue tournevis Kayes orage"
Capsys = pytest.CaptureFixture[str]
COMMAND = "import sys; from api.cli.main import run; sys.exit(run(sys.argv[1:]))"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with the directory of Mali and its four situations."""
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", PASSPHRASE)
    situations = sorted(str(path) for path in (MALI / "situations").glob("*.json"))
    assert run(["import", "--store", url(tmp_path / "old.db"), str(MALI), *situations]) == 0
    return tmp_path


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def migrated(house: Path, *options: str) -> int:
    return run(["migrate", "--from", url(house / "old.db"), "--to", url(house / "new.db"), *options])


def test_a_store_moves_whole(house: Path, capsys: Capsys) -> None:
    capsys.readouterr()
    assert migrated(house, "--lang", "fr") == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("4 situations, ")
    assert "égal : " in said.out
    old, new = (open_store(url(house / name), passphrase=lambda: PASSPHRASE) for name in ("old.db", "new.db"))
    assert new.directory(LOCAL_OWNER) == old.directory(LOCAL_OWNER)
    assert new.situations(LOCAL_OWNER) == old.situations(LOCAL_OWNER)
    old.close()
    new.close()


def test_to_a_server_and_back(house: Path, capsys: Capsys, neo4j_database: Neo4jServer) -> None:
    """Refused, in one line, until the owner of the situations allows them there."""
    server = neo4j_database.url
    environment = pytest.MonkeyPatch()
    environment.setenv("SOCIOGRAM_NEO4J_KEYS", str(house / "texts"))
    there = ["migrate", "--from", url(house / "old.db"), "--to", server, "--json"]
    capsys.readouterr()
    try:
        assert run(there) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
        assert run(["share-situations", "--store", server, "--yes"]) == 0
        capsys.readouterr()
        assert run(there) == 0
        first = json.loads(capsys.readouterr().out)
        assert run(["migrate", "--from", server, "--to", url(house / "new.db"), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == first
        assert first["situation_count"] == 4
    finally:
        environment.undo()


def test_as_data(house: Path, capsys: Capsys) -> None:
    capsys.readouterr()
    assert migrated(house, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["equal"] is True
    assert (told["situation_count"], told["grant_count"]) == (4, 0)
    assert len(told["directory"]) == len(told["situations"]) == 64


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("memory:", "sqlite:///x.db", "--from"),
        ("sqlite:///old.db", "memory:", "--to"),
        ("sqlite:///nowhere.db", "sqlite:///x.db", "--from"),
        ("sqlite:///old.db", "sqlite:///./old.db", "--to"),
        ("ftp://old", "sqlite:///x.db", "dépôt"),
    ],
)
def test_addresses_that_cannot_be(
    old: str, new: str, word: str, house: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house)
    capsys.readouterr()
    assert run(["migrate", "--from", old, "--to", new]) == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert word in said.err
    assert not (house / "x.db").exists()


def test_a_store_with_other_things_is_refused(house: Path, capsys: Capsys) -> None:
    assert (
        run(
            ["import", "--store", url(house / "new.db"), str(MALI / "situations" / "sit-01-gao-transit.json")]
        )
        == 0
    )
    other = house / "old.db"
    other.rename(house / "aside.db")
    (house / "old.db.keys").rename(house / "aside.db.keys")
    assert run(["import", "--store", url(house / "old.db"), str(MALI)]) == 0
    capsys.readouterr()
    assert migrated(house) == 2
    assert "autre chose" in capsys.readouterr().err


def test_killed_in_the_middle_it_goes_on(house: Path, capsys: Capsys) -> None:
    """SIGKILL at a few moments, each later than the last; then to the end: nothing doubled."""
    words = ["migrate", "--from", url(house / "old.db"), "--to", url(house / "new.db")]
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *words], stdout=subprocess.DEVNULL, env=os.environ
        )
        for _ in range(1000):
            if (house / "new.db").exists() or process.poll() is not None:
                break
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
    capsys.readouterr()
    assert migrated(house, "--json") == 0
    assert json.loads(capsys.readouterr().out)["situation_count"] == 4
