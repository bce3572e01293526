"""`sociogram share-situations`, and the other commands on a real Neo4j server."""

from importlib.resources import files
from pathlib import Path

import pytest

from api.cli.main import run
from tests.neo4j.server import Neo4jServer

MALI = Path(str(files("sociogram"))) / "data" / "mali"
GAO = str(MALI / "situations" / "sit-01-gao-transit.json")
Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def server(neo4j_database: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "mangue tournevis Kayes orage")
    monkeypatch.setenv("SOCIOGRAM_NEO4J_KEYS", str(tmp_path / "neo4j"))
    monkeypatch.setenv("SOCIOGRAM_STORE", neo4j_database.url)
    return neo4j_database


def test_situations_go_to_a_server_only_after_its_warning(server: Neo4jServer, capsys: Capsys) -> None:
    assert run(["import", str(MALI)]) == 0, "the directory may go there at once"
    assert run(["import", GAO]) == 2
    assert "share-situations" in capsys.readouterr().err
    for lang, words in (
        ("fr", ("mot de passe", "Rien n'a changé")),
        ("en", ("password", "Nothing was changed")),
    ):
        assert run(["share-situations", "--lang", lang]) == 1
        said = capsys.readouterr().out
        assert all(word in said for word in words)
    assert run(["import", GAO]) == 2
    assert run(["share-situations", "--yes"]) == 0
    assert run(["import", GAO]) == 0
    assert run(["doctor", "--lang", "fr"]) == 0
    assert "✓ Les nœuds de chaque situation" in capsys.readouterr().out
    assert run(["suggest", "--from", "aracem", "--need", "sante_mentale"]) in (0, 1)
    assert run(["share-situations", "--off"]) == 0
    assert run(["import", str(MALI / "situations" / "sit-02-atc-carnet.json")]) == 2


def test_a_store_of_ones_own_needs_no_leave(tmp_path: Path, capsys: Capsys) -> None:
    assert run(["share-situations", "--yes", "--store", "memory:"]) == 2
    assert "neo4j://" in capsys.readouterr().err


def test_a_wrong_password_is_one_line(
    server: Neo4jServer, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOCIOGRAM_NEO4J_PASSWORD", "autre")
    assert run(["search"]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "SOCIOGRAM_NEO4J_PASSWORD" in said.err
    assert "autre" not in said.err
    assert run(["doctor"]) == 1
