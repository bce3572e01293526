"""A part of the page is fetched when asked for: a calm line meanwhile, and a way on when it cannot be had."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

PARTS = {
    "follow": "**/FollowView-*.js",
    "help": "**/HelpView-*.js",
    "counts": "**/CountsView-*.js",
    "directory": "**/DirectoryView-*.js",
    "network": "**/NetworkView-*.js",
    "pens": "**/PensView-*.js",
    "studio": "**/StudioView-*.js",
}
AGAIN = {"fr": "Réessayer", "en": "Try again"}


def lost(route: Route) -> None:
    route.fulfill(status=503)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_part_that_cannot_be_had_is_tried_again(open_page: Callable[..., Page], lang: str) -> None:
    page = open_page(lang=lang, expected="503")
    for part, file in PARTS.items():
        page.route(file, lost)
        page.evaluate("part => { location.hash = `#/${part}` }", part)
        told = page.locator("main [role=alert]")
        expect(told).to_contain_text("rechargez la page" if lang == "fr" else "reload the page")
        assert page.locator("main h1, main .toolbox").count() == 0
        page.unroute(file)
        told.get_by_role("button", name=AGAIN[lang]).click()
        expect(told).to_have_count(0)
        expect(page.locator("main h1, main .studio, main .entrance").first).to_be_visible()


def test_a_new_sheet_waits_for_the_studio(open_page: Callable[..., Page]) -> None:
    page = open_page(expected="503")
    page.route(PARTS["studio"], lost)
    page.route("**/desk-*.js", lost)
    page.get_by_role("button", name="Nouvelle feuille").click()
    again = page.locator("main [role=alert]").get_by_role("button", name="Réessayer")
    expect(again).to_be_visible()
    page.unroute("**/desk-*.js")
    page.unroute(PARTS["studio"])
    again.click()
    expect(page.locator("dialog[open]")).to_be_visible()


def test_what_follows_from_a_question_is_fetched_with_it(open_page: Callable[..., Page]) -> None:
    page = open_page()
    with page.expect_response(PARTS["follow"]):
        page.evaluate("location.hash = '#/help'")


def test_one_calm_line_while_it_is_fetched(open_page: Callable[..., Page]) -> None:
    page = open_page()
    held: list[Route] = []
    page.route(PARTS["counts"], lambda route: held.append(route))
    page.evaluate("location.hash = '#/counts'")
    expect(page.locator("main [role=status].waiting")).to_have_text("Un instant…")
    assert page.evaluate("document.activeElement.matches('main')")
    held[0].continue_()
    expect(page.locator("main h1")).to_have_text("Comptes")
