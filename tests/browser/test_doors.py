"""How the page is entered, and what it leaves behind: one cookie, no storage, no foreign address."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect


def test_the_token_leaves_the_address_and_becomes_a_cookie(open_page: Callable[..., Page]) -> None:
    page = open_page()
    assert page.url.endswith("/#/situations")
    (cookie,) = page.context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert page.evaluate("document.cookie") == ""
    page.reload()
    expect(page.locator("[data-situation]").first).to_be_visible()


def test_nothing_is_stored_and_nothing_asked_elsewhere(open_page: Callable[..., Page]) -> None:
    page = open_page()
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    for part in ("help", "directory", "network", "pens", "situations"):
        page.evaluate("part => { location.hash = `#/${part}`; }", part)
        page.wait_for_timeout(200)
    page.locator("[data-situation]").first.click()
    page.wait_for_selector(".desk svg[data-sociogram]")
    assert page.url.endswith("/#/situations")
    assert hosts <= {"127.0.0.1", None}
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0


def test_without_the_key_the_page_asks_for_it(browser: Browser, served: "object") -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.address}/")  # type: ignore[attr-defined]
    field = page.get_by_label("Clé de lancement")
    field.fill("pas la bonne")
    page.get_by_role("button", name="Ouvrir").click()
    expect(page.get_by_role("alert")).to_contain_text("Cette clé n'ouvre pas")
    field.fill("browser-tests")
    page.get_by_role("button", name="Ouvrir").click()
    expect(page.locator("[data-situation]").first).to_be_visible()
    context.close()
