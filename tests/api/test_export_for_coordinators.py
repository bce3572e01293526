"""`export neo4j`: the copy for coordinators, made at level 2 for a named receiver, without any situation."""

import io
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from api.cli.main import run
from sociogram.stores.opening import open_store

MALI = str(Path(str(files("sociogram"))) / "data" / "mali")
ASKED = ["export", "neo4j", "--level", "2", "--receiver", "coordination"]
PASSPHRASE = "quatre mots sans lien entre eux"
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", PASSPHRASE)
    assert run(["import", MALI]) == 0


def copy_made(tmp_path: Path) -> dict[str, bytes]:
    path = tmp_path / "copy.zip"
    assert run([*ASKED, "-o", str(path)]) == 0
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_copy_holds_the_directory_and_the_script(tmp_path: Path) -> None:
    found = copy_made(tmp_path)
    assert b"aracem" in found["organisations.csv"]
    assert found["load.cypher"].startswith(b"// Fait d'une base Neo4j VIDE")
    assert found["copy.csv"].startswith(b'level,receiver,version\n"2","coordination",')


def test_a_row_opened_to_giver_and_receiver_is_still_not_in_it(tmp_path: Path) -> None:
    """In a database whoever has the password sees everything: what was opened to one person stays out."""
    before = copy_made(tmp_path)
    store = open_store(
        f"sqlite:///{tmp_path / 'store.db'}", passphrase=lambda: "quatre mots sans lien entre eux"
    )
    for viewer in ("local", "coordination"):
        store.grant("organisation", "refuge-demo", viewer)
    store.close()
    assert copy_made(tmp_path) == before
    assert not [name for name, data in before.items() if b"refuge-demo" in data]


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "neo4j"],
        ["export", "neo4j", "--level", "2"],
        ["export", "neo4j", "--level", "1", "--receiver", "coordination"],
        [*ASKED, "--situation", "sit-01-gao-transit"],
    ],
)
def test_anything_else_is_refused_in_one_line(arguments: list[str], tmp_path: Path, capsys: Capsys) -> None:
    path = tmp_path / "copy.zip"
    capsys.readouterr()
    assert run([*arguments, "-o", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not path.exists()
