"""No text of keeping, the session card and the room was forgotten, and axe finds nothing serious in them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.studio_moves import Hand
from tests.browser.test_accessibility import serious
from tests.browser.test_pseudo_language import check
from tests.browser.test_studio_room import forget_sign

PHONE = {"width": 390, "height": 844}


def tried(page: Page, query: str) -> None:
    """In the pseudo-language every text is looked at; in the others, axe looks."""
    if "pseudo" in query:
        check(page)
    else:
        assert serious(page) == []


@pytest.mark.parametrize(("query", "lang"), [("?lang=pseudo", "fr"), ("", "en")], ids=["pseudo", "en-phone"])
def test_everything_that_is_asked_and_shown(open_page: Callable[..., Page], query: str, lang: str) -> None:
    page = open_page(query=query, lang=lang, expected="403", **({"viewport": PHONE} if lang == "en" else {}))
    page.evaluate("location.hash = '#/studio'")
    page.locator(".studio-entrance .button.strong").click()
    tried(page, query)
    page.locator("dialog .sign").nth(2).click()
    tried(page, query)
    page.locator("dialog .first").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    hand = Hand(page)
    hand.tool("person")
    hand.tap(hand.where((120, 90)))
    hand.tap(hand.where((180, 90)))
    hand.tool("person")
    hand.tool("arrow")
    hand.tap(hand.middle("A"))
    hand.tap(hand.middle("B"))
    hand.tool("arrow")
    expect(page.locator(".studio-frame [data-kind='activation']")).to_have_count(1)
    page.locator(".studio-slots > .button").first.click()
    tried(page, query)
    for _ in range(6):
        page.locator(".session-turn .round").last.click()
    page.locator(".session-card .button.wide").click()
    tried(page, query)
    page.locator(".read-back .sign").nth(1).click()
    tried(page, query)
    page.locator(".read-change .form-end .plain").click()
    page.locator(".read-back .sign").nth(2).click()
    tried(page, query)
    page.locator(".read-change .sign").nth(1).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    tried(page, query)
    page.keyboard.press("Escape")
    for button in range(2):
        page.locator(".room-bar .room-button").nth(1 + button).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        tried(page, query)
        page.keyboard.press("Escape")
    page.locator(".keeping-sign").click()
    for choice in range(4):
        page.locator("dialog .sign").nth(choice).click()
        tried(page, query)
        page.locator("dialog .form-end .plain").last.click()
    page.keyboard.press("Escape")
    page.keyboard.press("F9")
    page.wait_for_selector(".lock-screen")
    tried(page, query)
    page.locator(".lock-screen .button").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    forget_sign(page.url.split("/#")[0].split("/?")[0])
