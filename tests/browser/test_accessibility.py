"""axe-core finds nothing serious in any part of the page, in either language, open or narrow."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "api" / "web" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  // A colour on its way from one theme to the other is neither.
  await Promise.allSettled(document.getAnimations().map(one => one.finished));
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const answer = await axe.run(document, {runOnly: rules});
  return answer.violations.map(one => ({
    id: one.id, impact: one.impact, help: one.help,
    nodes: one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)),
  }));
}"""
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


def serious(page: Page) -> list[dict[str, Any]]:
    page.evaluate(AXE.read_text(encoding="utf-8") + "\n; undefined")
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return [one for one in found if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize(("lang", "viewport"), [("fr", LAPTOP), ("en", PHONE)], ids=["fr-laptop", "en-phone"])
def test_no_part_has_a_serious_finding(
    open_page: Callable[..., Page], lang: str, viewport: dict[str, int]
) -> None:
    if not AXE.is_file():
        pytest.fail("axe-core is missing: run `make web`")
    page = open_page(lang=lang, viewport=viewport)
    assert serious(page) == []
    ready = {
        "help": ".chips input",
        "gaps": ".gap-map",
        "directory": "[data-provider]",
        "network": "svg[data-sociogram]",
        "pens": ".pen-table",
    }
    for part, selector in ready.items():
        page.evaluate("part => { location.hash = `#/${part}`; }", part)
        page.wait_for_selector(selector)
        assert serious(page) == [], part
    page.evaluate("location.hash = '#/situations'")
    page.locator("[data-situation]").first.click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    page.get_by_role("button", name="Flèche suivante" if lang == "fr" else "Next arrow").click()
    assert serious(page) == []
    page.get_by_role("tab").nth(1).click()
    assert serious(page) == []


def test_dialogs_and_answers_have_none_either(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Importer une situation").click()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#/help'")
    page.get_by_role("combobox", name="Votre organisation").fill("aracem")
    assert serious(page) == []
    page.keyboard.press("Enter")
    page.locator(".chip input[value=hebergement]").check(force=True)
    page.get_by_role("button", name="Chercher qui peut aider").click()
    page.wait_for_selector(".suggestion")
    assert serious(page) == []
    page.locator(".suggestion").first.get_by_role("button", name="Voir la fiche").click()
    page.wait_for_selector(".provider-panel")
    assert serious(page) == []


@pytest.mark.parametrize(("lang", "viewport"), [("fr", LAPTOP), ("en", PHONE)], ids=["fr-laptop", "en-phone"])
def test_the_studio_has_none(open_page: Callable[..., Page], lang: str, viewport: dict[str, int]) -> None:
    page = open_page(lang=lang, viewport=viewport)
    page.get_by_role("button", name="Nouvelle feuille" if lang == "fr" else "New sheet").first.click()
    assert serious(page) == [], "how long it stays"
    page.locator("dialog .first").click()
    frame = page.locator(".studio-frame")
    frame.focus()
    for key, name in (("4", "Chez Awa"), ("1", "Awa"), ("3", "Centre"), ("2", "Animatrice")):
        page.keyboard.press(key)
        page.wait_for_selector(".naming input:focus")
        assert serious(page) == [], "the small field"
        page.keyboard.insert_text(name)
        page.keyboard.press("Enter")
    page.keyboard.press("a")
    page.keyboard.press("Home")
    while not (page.evaluate("document.activeElement.getAttribute('aria-label')") or "").startswith("Awa,"):
        page.keyboard.press("Tab")
    assert serious(page) == [], "an arrow begun"
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-kind=activation]")
    marks = page.locator(".studio-frame svg.sheet > g[data-id]")
    assert all(mark.get_attribute("aria-label") for mark in marks.all())
    page.keyboard.press("m")
    page.wait_for_selector(".element-menu")
    assert serious(page) == [], "a menu"
    page.keyboard.press("Escape")
    page.locator("[data-tool=words]").click()
    page.wait_for_selector(".sheet-list")
    assert serious(page) == [], "the sheet in words"
    page.get_by_role("button", name="Salle sombre" if lang == "fr" else "Dark room").click()
    assert serious(page) == [], "a dark room"
    page.get_by_role("button", name="Touches" if lang == "fr" else "Keys").click()
    assert serious(page) == [], "all keys"
