"""Sheets measured by chromium itself: no box overlaps another, no arrow goes through a foreign box."""

import base64
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.situations import cases
from colour_codes.palettes import Palette
from layouts.individual import SheetSettings, individual_sheet
from layouts.printers.svg import write_svg
from sociogram.directory.packaged import packaged_public_directory, packaged_situations
from sociogram.situation.plain import plain_of_json, read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("kept_layouts")]
MEASURE = (Path(__file__).parent / "measure_sheet.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A blank page with our font, to lay sheets on."""
    page = browser.new_page(viewport={"width": 1600, "height": 1200})
    font = base64.b64encode((files("layouts") / "fonts" / "sociogram-sans.ttf").read_bytes()).decode()
    page.set_content(
        "<style>@font-face{font-family:'Sociogram Sans';"
        f"src:url(data:font/ttf;base64,{font})}}</style>"
        "<p style=\"font-family:'Sociogram Sans'\">Aɛ</p><main></main>"
    )
    page.evaluate("document.fonts.ready")
    yield page
    page.close()


def measured(page: Page, svg: str) -> dict[str, Any]:
    """Lay the sheet on the page; return its faults and what stands on it."""
    page.evaluate("svg => { document.querySelector('main').innerHTML = svg; }", svg)
    faults = page.evaluate(f"(() => ({MEASURE})(document.querySelector('main svg')))()")
    listed = (
        """kind => [...document.querySelectorAll(`main g[data-kind="${kind}"]`)].map(g => g.dataset.id)"""
    )
    kinds = ("person", "professional", "activation")
    return {"faults": faults, **{kind: sorted(page.evaluate(listed, kind)) for kind in kinds}}


def expected(plain: dict[str, Any]) -> dict[str, list[str]]:
    return {
        "person": sorted(one["id"] for one in plain["persons"]),
        "professional": sorted(one["id"] for one in plain["professionals"]),
        "activation": sorted(f"a{one['seq']}" for one in plain["activations"]),
    }


@pytest.mark.parametrize("palette", list(Palette))
def test_the_four_situations(paper: Page, palette: Palette) -> None:
    buildings = {row.id: row.sign for row in packaged_public_directory().organisations.values()}
    for name, data in packaged_situations().items():
        situation = situation_of_plain(read_plain(data, place=name))
        for plain in (False, True):
            staging = stage(situation, lang="fr", buildings=buildings)
            sheet = individual_sheet(staging, SheetSettings(palette=palette, plain=plain))
            found = measured(paper, write_svg(sheet))
            assert found["faults"] == [], (name, palette, plain)
            assert found["person"] == sorted(situation.persons)
            assert found["professional"] == sorted(situation.professionals)
            assert found["activation"] == sorted(situation.activations)


def test_generated_situations(paper: Page, seed: int, sized: Callable[[int, int], int]) -> None:
    """4-20 nodes on A4, up to 40 on A3: four cases in five, and one in five at the top of every range."""
    small, large = sized(5, 400), sized(1, 100)
    many = (*cases(seed, small), *cases(seed, large, large=True))
    wrong = []
    for one in many:
        plain = plain_of_json(one.situation, place="case")
        staging = stage(situation_of_plain(plain), lang="fr", buildings=one.buildings)
        svg = write_svg(individual_sheet(staging, SheetSettings(paper=one.paper)))
        found = measured(paper, svg)
        faults = found.pop("faults")
        if faults or found != expected(one.situation):
            wrong.append((one.situation["id"], faults))
    assert wrong == []


def test_the_measure_sees(paper: Page) -> None:
    """Two boxes on one another, a line through a third, small letters: each is told."""
    node = '<g data-box="{x} 10 10 10" data-id="{id}"><path d="M {x} 10 h 10 v 10 h -10 z"/></g>'
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
        + "".join(node.format(x=x, id=id_) for x, id_ in ((10, "a"), (15, "b"), (50, "c"), (80, "d")))
        + '<g data-kind="activation" data-id="x" data-activator="a" data-activated="d">'
        '<path d="M 20 15 L 80 15" stroke="#000000"/></g><text x="1" y="1" font-size="2">i</text></svg>'
    )
    faults = measured(paper, svg)["faults"]
    for said in ("a overlaps b", "arrow x goes through c", "text of 2 mm", "no legend", "no date"):
        assert said in faults
