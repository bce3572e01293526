"""The network in the page: tiles opened by a tap and by a button, filters, situations merged."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

WORDS = {
    "fr": {
        "part": "Réseau",
        "sector": "par secteur",
        "tiles": "Toucher une tuile",
        "un": "Agences des Nations Unies",
        "merged": "Mes situations réunies",
        "place": "Lieu",
        "family": "Famille A",
    },
    "en": {
        "part": "Network",
        "sector": "by sector",
        "tiles": "Tap a tile",
        "un": "UN agencies",
        "merged": "My situations merged",
        "place": "Place",
        "family": "Family A",
    },
}
TILE = "main svg [data-kind=tile][data-id=agence_onu]"


def closed_tile(page: Page, words: dict[str, str]) -> tuple[Locator, tuple[float, float]]:
    """Show the network by sector; return one of its tiles, closed, and the middle of it."""
    page.get_by_role("link", name=words["part"]).click()
    page.get_by_label(words["sector"]).check()
    tile = page.locator(TILE)
    expect(tile).to_have_attribute("data-open", "no")
    box = tile.bounding_box()
    assert box
    return tile, (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_tiles_open_and_close(open_page: Callable[..., Page], lang: str) -> None:
    page, words = open_page(lang=lang), WORDS[lang]
    tile, (x, y) = closed_tile(page, words)
    page.mouse.click(x, y)
    expect(tile).to_have_attribute("data-open", "yes")
    page.get_by_text(words["tiles"]).click()
    button = page.get_by_role("button", name=words["un"])
    expect(button).to_have_attribute("aria-pressed", "true")
    button.focus()
    page.keyboard.press("Enter")
    expect(tile).to_have_attribute("data-open", "no")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_dragging_the_sheet_opens_nothing(open_page: Callable[..., Page], lang: str) -> None:
    page, words = open_page(lang=lang), WORDS[lang]
    tile, (x, y) = closed_tile(page, words)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=5)
    page.mouse.up()
    page.wait_for_timeout(500)
    expect(tile).to_have_attribute("data-open", "no")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_filters_and_merged_situations(open_page: Callable[..., Page], lang: str) -> None:
    page, words = open_page(lang=lang), WORDS[lang]
    page.get_by_role("link", name=words["part"]).click()
    buildings = page.locator("main svg [data-kind=institution]")
    expect(buildings.nth(100)).to_be_attached()
    page.get_by_role("combobox", name=words["place"]).select_option("gao")
    expect(buildings.nth(30)).not_to_be_attached()
    assert buildings.count() > 3
    page.get_by_role("combobox", name=words["place"]).select_option("")
    page.get_by_label(words["merged"]).check()
    expect(page.locator("main svg [data-kind=household]").first).to_be_attached()
    expect(page.locator("main svg.sheet")).to_contain_text(words["family"])
    expect(page.locator("main svg.sheet")).not_to_contain_text("Adolescente")
