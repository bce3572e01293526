"""Every command that takes `--store`, once on a real Neo4j server: it does its work, or says in one line what
it does not do; never a traceback."""

import contextlib
import json
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import typer

from api.cli import serve
from api.cli.main import build_app, run
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.opening import keys_of, open_store
from tests.neo4j.server import Neo4jServer

MALI = Path(str(files("sociogram"))) / "data" / "mali"
GAO = str(MALI / "situations" / "sit-01-gao-transit.json")
SHEET = "sit-01-gao-transit"
PASSPHRASE = "mangue tournevis Kayes orage"
Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def server(neo4j_database: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SOCIOGRAM_NEO4J_KEYS", str(tmp_path / "keys" / "neo4j"))
    monkeypatch.delenv("SOCIOGRAM_STORE", raising=False)
    return neo4j_database


def lines(out: Path) -> dict[str, list[tuple[list[str], int]]]:
    """What is asked of each command, in this order, and its exit code."""
    suggested = ["--from", "aracem", "--need", "sante_mentale"]
    return {
        "import": [([str(MALI)], 0), ([GAO], 2)],
        "share-situations": [(["--yes"], 0)],
        "recovery": [(["-o", str(out / "avant.pdf")], 2)],
        "check": [([SHEET], 2)],
        "tidy": [([SHEET], 2)],
        "draw": [([SHEET, "-o", str(out / "a.svg")], 2)],
        "measure": [([SHEET], 2)],
        "mega": [(["-o", str(out / "m.svg")], 0)],
        "suggest": [(suggested, 0), ([*suggested, "--json"], 0)],
        "refer": [([*suggested, "--to", "enda", "--no-consent"], 0)],
        "referrals": [([], 0)],
        "referral": [(["show", "0000"], 2)],
        "called": [(["personne--rien", "open"], 2)],
        "tonight": [([], 1)],
        "count": [(["--period", "2026-T3"], 0)],
        "search": [(["sante"], 0), (["personne-ne-s-appelle-ainsi"], 1)],
        "gaps": [([], 0)],
        "export": [(["json", "--situation", SHEET, "--level", "1", "-o", str(out / "e.json")], 2)],
        "doctor": [(["--lang", "en"], 0)],
        "serve": [(["--host", "0.0.0.0"], 2), ([], 0)],
    }


def with_a_store() -> set[str]:
    app = typer.main.get_command(build_app())
    commands = app.commands  # type: ignore[attr-defined]
    return {name for name, one in commands.items() if any("--store" in own.opts for own in one.params)}


def test_every_command_works_or_says_what_it_does_not_do(
    server: Neo4jServer, tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = lines(tmp_path)
    assert with_a_store() <= set(asked), "a command takes a store and is not asked here"
    served: list[str] = []
    monkeypatch.setattr(serve, "run_server", lambda store, *_: served.append(store.kind))
    told = []
    for command, several in asked.items():
        for words, code in several:
            found = run([command, *words, "--store", server.url])
            said = capsys.readouterr()
            assert "Traceback" not in said.out + said.err
            if code == 2:
                assert said.err.count("\n") == 1, said.err
            told.append((command, words, found, said.out[-300:] + said.err[-300:]))
            assert found == code, told[-1]
    assert served == ["neo4j"]


def test_a_sheet_on_a_server_is_drawn_tidied_and_copied(
    server: Neo4jServer, tmp_path: Path, capsys: Capsys
) -> None:
    assert run(["share-situations", "--yes", "--store", server.url]) == 0
    assert run(["import", str(MALI), "--store", server.url]) == 0
    assert run(["import", GAO, "--store", server.url]) == 0
    made = [
        ["check", SHEET],
        ["draw", SHEET, "-o", str(tmp_path / "a.svg")],
        ["measure", SHEET],
        ["tidy", SHEET],
        ["export", "json", "--situation", SHEET, "--level", "1", "-o", str(tmp_path / "e.json")],
    ]
    for words in made:
        assert run([*words, "--store", server.url]) in (0, 1), words
        assert "Traceback" not in capsys.readouterr().err
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")
    assert json.loads((tmp_path / "e.json").read_text(encoding="utf-8"))


def test_the_recovery_sheet_of_a_server_opens_its_texts(
    server: Neo4jServer, tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "secours.pdf"
    for lang, words in (("fr", "SOCIOGRAM_NEO4J_KEYS dit où"), ("en", "SOCIOGRAM_NEO4J_KEYS says where")):
        monkeypatch.setattr(sys.modules[run.__module__], "HELP_LANGUAGE", lang)
        assert run(["recovery", "-o", str(sheet), "--store", server.url]) == 2
        said = capsys.readouterr().err
        assert words in said
        assert said.count("\n") == 1
    assert not sheet.exists()
    keys = keys_of(server.url)
    assert keys is not None
    assert not keys.exists()
    assert run(["share-situations", "--yes", "--store", server.url]) == 0
    assert run(["import", GAO, "--store", server.url]) == 0
    printed: list[str] = []
    monkeypatch.setattr("api.cli.recovery.recovery_pdf", lambda code, _: printed.append(code) or b"%PDF")
    assert run(["recovery", "-o", str(sheet), "--store", server.url]) == 0
    assert sheet.exists()
    with contextlib.closing(open_store(server.url, passphrase=lambda: printed[0])) as store:
        assert store.log(LOCAL_OWNER, SHEET).texts
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "une phrase qui n'ouvre rien")
    assert run(["recovery", "-o", str(sheet), "--store", server.url]) == 2
    assert capsys.readouterr().err.count("\n") == 1
