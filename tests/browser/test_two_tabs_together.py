"""Two helpers on one sheet, and a server that starts anew: what each is told; nothing is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.test_two_tabs_withdraw import figure, put_person
from tests.crash.real_browser import PATIENCE, TOKEN, Server, enter, new_sheet, open_sheet, write_name

ASKED = "() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
"""Whether the browser would ask before the page is closed."""
LAPTOP = {"width": 1366, "height": 768}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    one = browser.new_context(viewport=LAPTOP, locale="fr-FR")  # type: ignore[arg-type]
    one.set_default_timeout(PATIENCE)
    yield one
    one.close()


def rename(page: Page, who: str, name: str) -> None:
    figure(page, who).click()
    page.locator(".ring").get_by_role("button", name="Nommer").click()
    write_name(page, name)


def test_both_names_are_kept_and_said(
    server: Server, context: BrowserContext, pictures: Callable[[Page, str], None]
) -> None:
    one, two = context.new_page(), context.new_page()
    enter(server, one)
    new_sheet(one, "Jusqu.à ce soir")
    put_person(one, 0.4, "Tante")
    two.goto(f"{server.address}/#/situations")
    open_sheet(two, "feuille")
    expect(figure(two, "Tante")).to_be_visible()
    expect(one.locator(".studio")).to_have_attribute("data-unsent", "0")
    assert not one.evaluate(ASKED)
    one.route("**/gestures**", lambda route: route.abort())
    rename(one, "Tante", "Tante Awa")
    expect(one.locator(".saved-sign")).to_have_class("saved-sign is-away")
    assert one.evaluate(ASKED), "a page that alone holds a gesture is not closed unasked"
    rename(two, "Tante", "Marraine")
    expect(one.locator(".notice").filter(has_text="entre-temps")).to_contain_text("Tante Awa")
    pictures(one, "conflict")
    one.unroute("**/gestures**")
    for page in (one, two):
        expect(figure(page, "Tante Awa")).to_be_visible()
    texts = server.ask("/situations/feuille/gestures")["texts"].values()
    assert {"Tante", "Marraine", "Tante Awa"} <= {text["fr"] for text in texts}
    one.get_by_role("button", name="J’ai vu").click()
    expect(one.locator(".notice")).to_have_count(0)
    # Each undoes their own.
    two.get_by_role("button", name="Défaire").click()
    expect(figure(two, "Tante Awa")).to_be_visible()
    one.get_by_role("button", name="Défaire").click()
    expect(figure(one, "Tante")).to_be_visible()


def test_an_unkept_sheet_outlives_a_new_start_of_the_server(
    server: Server, context: BrowserContext, disk: Path, pictures: Callable[[Page, str], None]
) -> None:
    page = context.new_page()
    enter(server, page)
    new_sheet(page, "Rien ne reste")
    put_person(page, 0.4, "Tante")
    expect(page.locator(".studio")).to_have_attribute("data-unsent", "0")
    server.kill()
    put_person(page, 0.6, "Oncle")
    again = Server(disk / "server", port=server.address.rsplit(":", 1)[1])
    try:
        page.get_by_label("Clé de lancement").fill(TOKEN, timeout=60_000)
        page.keyboard.press("Enter")
        expect(page.locator(".notice")).to_contain_text("dans cette page")
        pictures(page, "lost")
        # A first try breaks off half-way: the second one goes on with the sheet that it made.
        broken: list[str] = []

        def breaks(route: Route) -> None:
            if route.request.method == "POST" and not broken:
                broken.append(route.request.url)
                route.fulfill(status=504)
            else:
                route.continue_()

        page.route("**/situations/*/gestures?*", breaks)
        page.get_by_role("button", name="Redonner la feuille à Sociogram").click()
        expect(page.get_by_role("alert").last).to_be_visible()
        assert len(broken) == 1
        page.get_by_role("button", name="Redonner la feuille à Sociogram").click()
        expect(page.locator(".notice")).to_have_count(0)
        for name in ("Tante", "Oncle"):
            expect(figure(page, name)).to_be_visible()
        expect(page.locator(".studio")).to_have_attribute("data-unsent", "0")
        [row] = again.ask("/situations")["situations"]
        assert (row["keep"], row["persons"]) == ("none", 2)
    finally:
        again.kill()
