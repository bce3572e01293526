"""Making a store at the command line: a weak passphrase is refused, or asked again on a terminal."""

import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import typer

from api.cli.main import run

GAO = str(Path(str(files("sociogram"))) / "data" / "mali" / "situations" / "sit-01-gao-transit.json")
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    house = tmp_path / "house"
    house.mkdir()
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{house / 'store.db'}")
    monkeypatch.delenv("SOCIOGRAM_PASSPHRASE", raising=False)
    return house


@pytest.mark.parametrize("command", [["import", GAO], ["serve", "--port", "0"]])
def test_a_weak_one_from_the_environment_is_refused_before_anything_is_made(
    command: list[str], capsys: Capsys, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "azerty123")
    monkeypatch.setattr(sys.modules["api.cli.serve"], "run_server", lambda *args: pytest.fail("it serves"))
    assert run(command) == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    for part in ("$SOCIOGRAM_PASSPHRASE", "16 caractères", "quatre mots sans lien"):
        assert part in said.err
    assert "azerty123" not in said.err + said.out
    assert list(house.iterdir()) == []


def test_what_only_looks_asks_for_no_strength(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "azerty123")
    assert run(["check", GAO]) == 0
    assert list(house.iterdir()) == []


def test_on_a_terminal_it_is_asked_again_with_the_reason(
    capsys: Capsys, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["azerty123", "mangue mangue mangue mangue", "mangue tournevis Kayes orage"])
    asked: list[bool] = []

    def prompt(*args: Any, confirmation_prompt: bool = False, **named: Any) -> str:
        asked.append(confirmation_prompt)
        return next(answers)

    monkeypatch.setattr(typer, "prompt", prompt)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run(["import", GAO]) == 0
    said = capsys.readouterr().err
    assert asked == [True, True, True]
    assert "courte" in said
    assert "répète" in said
    assert "mangue" not in said
    assert (house / "store.db").exists()
    # Opened again it is asked once, and not judged.
    answers = iter(["mangue tournevis Kayes orage"])
    assert run(["check", "sit-01-gao-transit"]) == 0
    assert asked == [True, True, True, False]
