"""`sociogram measure`: the same figures as a table and as data, and nothing written."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from api.cli.main import run

GAO = str(Path(str(files("sociogram"))) / "data" / "mali" / "situations" / "sit-01-gao-transit.json")
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")
    monkeypatch.chdir(tmp_path)


def said(capsys: Capsys, *arguments: str) -> str:
    assert run(["measure", *arguments]) == 0
    return capsys.readouterr().out


def test_data(capsys: Capsys, tmp_path: Path) -> None:
    data = json.loads(said(capsys, GAO, "--json"))
    assert set(data) == {"lines", "places", "page", "hard_faults", "grade", "grade_text"}
    assert data["hard_faults"] == {}
    assert data["lines"]["arrows"] == 11
    assert data["lines"]["crossings"] == sum(data["lines"]["crossings_by_pens"].values())
    assert next(iter(data["lines"]["crossings_by_pens"])) == "red-red"
    assert data["places"]["node_node_overlaps"] == 0
    assert data["page"]["smallest_text_mm"] >= 2.5
    assert list(tmp_path.iterdir()) == []


def test_the_table_says_what_the_data_says(capsys: Capsys) -> None:
    data = json.loads(said(capsys, GAO, "--json", "--lang", "en"))
    table = said(capsys, GAO, "--lang", "en").splitlines()
    assert table[0] == f"Readability: {data['grade_text']}"
    rows = {line[:60].strip().rsplit("  ", 1)[0].strip(): line.split()[-1] for line in table}
    assert rows["crossings, all lines"] == str(data["lines"]["crossings"])
    assert rows["smallest letter (mm)"] == f"{data['page']['smallest_text_mm']:.2f}"


def test_in_french_with_a_comma(capsys: Capsys) -> None:
    table = said(capsys, GAO, "--lang", "fr")
    assert table.startswith("Lisibilité : ")
    assert "rouge × rouge" in table
    assert "plus petite lettre (mm)" in table
    assert "2,5" in table
    assert "." not in table.replace("...", "")


def test_the_options_of_draw_are_taken(capsys: Capsys) -> None:
    whole = json.loads(said(capsys, GAO, "--json"))
    early = json.loads(said(capsys, GAO, "--json", "--until", "2020-10"))
    assert early["lines"]["arrows"] < whole["lines"]["arrows"]
    black = json.loads(said(capsys, GAO, "--json", "--palette", "mono", "--paper", "A3"))
    assert black["page"]["ink"] != whole["page"]["ink"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["absent.json"],
        ["no-such-id"],
        [],
        [GAO, "--paper", "A9"],
        [GAO, "--palette", "grey"],
        [GAO, "--seed", "-1"],
    ],
)
def test_refusals_take_one_line(capsys: Capsys, arguments: list[str]) -> None:
    assert run(["measure", *arguments]) == 2
    found = capsys.readouterr()
    assert len(found.err.splitlines()) == 1
    assert "Traceback" not in found.err
    assert found.out == ""
