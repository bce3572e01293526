"""Notebook, wall, notebook: nothing is lost when a sheet is drawn in another set of pens, and back."""

import json
import re
from pathlib import Path

import pytest

from api.cli.main import run
from colour_codes.palettes import Palette, stroke_of
from colour_codes.pens import ARROW_PENS, Pen

SITUATIONS = Path(__file__).resolve().parents[2] / "sociogram/data/mali/situations"


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'house' / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")
    (tmp_path / "house").mkdir()


def draw(situation: str | Path, palette: str, out: Path) -> bytes:
    assert run(["draw", str(situation), "-o", str(out), "--palette", palette, "--until", "2020-11"]) == 0
    return out.read_bytes()


def test_a_notebook_goes_to_the_wall_and_back(tmp_path: Path) -> None:
    """Each time the sheet is drawn from the lossless copy that the one before gave."""
    assert run(["import", str(SITUATIONS.parent), str(SITUATIONS / "sit-01-gao-transit.json")]) == 0
    name = json.loads((SITUATIONS / "sit-01-gao-transit.json").read_text(encoding="utf-8"))["id"]
    first = draw(name, "notebook", tmp_path / "1.svg")
    copies, drawings = [tmp_path / "0.json"], []
    assert run(["export", "json", "--situation", name, "--own", "-o", str(copies[0])]) == 0
    for step, palette in enumerate(("wall", "notebook", "mono", "notebook")):
        drawings.append(draw(copies[-1], palette, tmp_path / f"{palette}-{step}.svg"))
    wall, again, mono, last = drawings
    assert first == again == last
    assert wall != first != mono
    assert wall == draw(name, "wall", tmp_path / "wall.svg")


def pens_seen(drawing: bytes, palette: Palette) -> list[tuple[str, str, Pen]]:
    """Return who activates whom with which pen, by the ink, the width and the dots of each line alone."""
    looks = {
        (stroke.colour, f"{stroke.width:g}", bool(stroke.dash)): pen
        for pen in ARROW_PENS
        for stroke in (stroke_of(pen, palette),)
    }
    assert len(looks) == len(ARROW_PENS)
    found = []
    for group in re.findall(r'<g data-kind="activation".*?</g>', drawing.decode(), flags=re.DOTALL):
        tail, head = re.search(r'data-activator="([^"]+)" data-activated="([^"]+)"', group).groups()  # type: ignore[union-attr]
        line = re.search(
            r'<path d="[^"]+" stroke="([^"]+)" stroke-width="([^"]+)"( stroke-dasharray)?', group
        )
        assert line is not None
        found.append((tail, head, looks[line[1], line[2], bool(line[3])]))
    return sorted(found)


def test_dotted_red_reads_as_orange(tmp_path: Path) -> None:
    """What a notebook shows is enough to find each pen again: the wall's orange is its dotted red."""
    situation = SITUATIONS / "sit-01-gao-transit.json"
    seen = {one: pens_seen(draw(situation, one.value, tmp_path / f"{one}.svg"), one) for one in Palette}
    assert seen[Palette.NOTEBOOK] == seen[Palette.WALL] == seen[Palette.MONO]
    assert {pen for _, _, pen in seen[Palette.NOTEBOOK]} == set(ARROW_PENS)
