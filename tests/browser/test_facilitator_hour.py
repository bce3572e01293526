"""The hour of a facilitator, told in one piece on each screen it may happen on.

Somebody who is afraid arrives. They have no home. The browser dies in the middle. "Take my brother off." A
colleague comes into the room. At the end nothing remains.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.profiles import open_profile
from tests.browser.studio_moves import Finger, Hand, document_of
from tests.browser.test_studio_keeping import erase, holds, in_list, sheet_id, status
from tests.browser.test_studio_room import SIGN, forget_sign, join, show_on_wall, until

SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "tablet": {"viewport": {"width": 1024, "height": 768}, "has_touch": True},
    "laptop": {"viewport": {"width": 1366, "height": 768}},
}
BROTHER = "Kanari-Zoumana"
#: Who gives no name is a letter.
SOMEBODY = "A"
Enter = Callable[[str], Page]
Picture = Callable[[Page, str], None]


@pytest.fixture
def enter(browser: Browser, served: Any, tmp_path: Path) -> Iterator[Enter]:
    """Open the page on a screen, in a browser that can be killed; opened again, it keeps its profile."""
    opened: list[BrowserContext] = []

    def entered(screen: str) -> Page:
        context = open_profile(browser, tmp_path / screen, **SCREENS[screen])
        opened.append(context)
        page = context.pages[0]
        page.goto(served.entrance)
        page.wait_for_selector(".header, .lock-screen")
        return page

    yield entered
    for context in opened:
        with suppress(Error):
            context.close()
    forget_sign(served.address)


def hand_of(page: Page, screen: str) -> Hand:
    return Finger(page) if screen != "laptop" else Hand(page)


def put(hand: Hand, what: str, at: tuple[float, float], name: str = "") -> None:
    """Two gestures for one figure; a name only when somebody gave one."""
    hand.tool(what)
    hand.tap(hand.where(at))
    if name:
        hand.name(name)
    lay_down(hand, what)


def arrow(hand: Hand, tail: str, head: str) -> None:
    hand.tool("arrow")
    hand.drag(hand.middle(tail), hand.middle(head))
    lay_down(hand, "arrow")


def lay_down(hand: Hand, tool: str) -> None:
    """A tool stays in the hand until it is laid down."""
    if hand.page.locator(f"[data-tool={tool}]").get_attribute("aria-pressed") == "true":
        hand.tool(tool)


def step(page: Page, words: str) -> None:
    expect(page.locator(".session-step")).to_contain_text(words)


def done(page: Page) -> None:
    page.get_by_role("button", name="C'est fait").click()


@pytest.mark.parametrize("screen", SCREENS)
def test_an_hour(enter: Enter, pictures: Picture, screen: str) -> None:
    page = enter(screen)
    hand = hand_of(page, screen)
    # "Does that stay in there?" Nothing does: that is said before the first touch.
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Rien n'est écrit nulle part")
    pictures(page, f"hour-{screen}-1-nothing-remains")
    page.locator("dialog .first").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    page.get_by_role("button", name="Signe pour rouvrir").click()
    join(page, SIGN)
    expect(page.get_by_role("dialog")).to_contain_text("Encore une fois")
    join(page, SIGN)
    expect(page.get_by_role("dialog")).to_have_count(0)
    # The service introduces itself first; whoever came says as much as they like, even no name and no home.
    page.get_by_role("button", name="La séance").click()
    step(page, "Qui est là")
    done(page)
    step(page, "Le service se présente d'abord")
    put(hand, "institution", (225, 70), "Accueil")
    done(page)
    step(page, "Qui vit avec qui")
    put(hand, "person", (70, 90))
    pictures(page, f"hour-{screen}-2-somebody")
    no_home(page, hand)
    put(hand, "person", (110, 120), BROTHER)
    pictures(page, f"hour-{screen}-2-no-home")
    done(page)
    done(page)
    step(page, "Qui a mis qui au travail")
    arrow(hand, SOMEBODY, "Accueil")
    done(page)
    arrow(hand, "Accueil", BROTHER)
    step(page, "Qui est revenu vers qui")
    done(page)
    named = sheet_id(page)
    assert len(document_of(page)["activations"]) == 2
    page = power_cut(page, enter, screen)
    hand = hand_of(page, screen)
    pictures(page, f"hour-{screen}-4-after-the-cut")
    take_the_brother_off(page, hand, pictures, screen)
    read_back(page, pictures, screen)
    # A colleague opens the door: one key, and there is nothing to see.
    page.get_by_role("button", name="Fermer la page").click()
    page.wait_for_selector(".lock-screen")
    assert page.locator("svg[data-sociogram]").count() == 0
    pictures(page, f"hour-{screen}-7-a-colleague")
    join(page, SIGN)
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    assert sheet_id(page) == named
    # "And now?" It is erased in front of everybody.
    erase(page)
    assert status(page, f"situations/{named}") == 404
    pictures(page, f"hour-{screen}-8-erased")


def no_home(page: Page, hand: Hand) -> None:
    """No home is something one may say; nobody is asked for one."""
    page.get_by_role("button", name="En mots").click()
    in_list(page, SOMEBODY)
    page.get_by_role("menuitem", name="Sans lieu de vie").or_(
        page.get_by_role("menuitemcheckbox", name="Sans lieu de vie")
    ).or_(page.get_by_role("button", name="Sans lieu de vie")).first.click()
    close_list(page)
    assert document_of(page)["persons"][0]["home_mark"] == "none"


def close_list(page: Page) -> None:
    page.locator(".sheet-list").get_by_role("button", name="Fermer").click()


def power_cut(page: Page, enter: Enter, screen: str) -> Page:
    """The browser is gone, the computer still on: the sheet is there, and shows itself to the sign alone."""
    with suppress(Error):
        page.context.new_cdp_session(page).send("Browser.crash")
    page = enter(screen)
    page.wait_for_selector(".lock-screen")
    holds(page, False)
    join(page, SIGN)
    page.locator("[data-situation^='feuille']").last.click()
    page.wait_for_selector(".desk svg[data-sociogram]", timeout=60_000)
    page.get_by_role("button", name="Dessiner").first.click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]", timeout=60_000)
    holds(page, True)
    return page


def take_the_brother_off(page: Page, hand: Hand, pictures: Picture, screen: str) -> None:
    """ "Enlevez mon frère." One question, then it is as if he had never been drawn."""
    page.get_by_role("button", name="En mots").click()
    in_list(page, BROTHER)
    page.get_by_role("menuitem", name="Enlever vraiment").or_(
        page.get_by_role("button", name="Enlever vraiment")
    ).first.click()
    expect(page.get_by_role("dialog")).to_contain_text("comme si on ne l'avait jamais dessiné")
    pictures(page, f"hour-{screen}-5-take-my-brother-off")
    page.get_by_role("dialog").get_by_role("button", name="Enlever vraiment").click()
    holds(page, False)
    close_list(page)
    address = f"{page.url.split('#')[0]}api/v1/situations/{sheet_id(page)}"
    assert len(document_of(page)["activations"]) == 1
    for path in ("", "/gestures", "/own.json"):
        assert BROTHER not in page.request.get(address + path).text()


def read_back(page: Page, pictures: Picture, screen: str) -> None:
    """What is left is read back, on the wall where there is one; the person says yes."""
    if not page.locator(".session-card").count():
        page.get_by_role("button", name="La séance").click()
    while not page.get_by_role("button", name="Relire les flèches").count():
        page.get_by_role("button", name="Étape suivante").click()
    if screen == "laptop":
        wall = show_on_wall(page)
        wall.set_viewport_size({"width": 1280, "height": 720})
    page.get_by_role("button", name="Relire les flèches").click()
    expect(page.locator(".read-sentence")).to_contain_text("Accueil est activé(e) par")
    pictures(page, f"hour-{screen}-6-read-back")
    if screen == "laptop":
        expect(wall.locator(".wall-sentence")).to_have_text("1 est activé(e) par A.")
        pictures(wall, "hour-projector-6-read-back")
    sign_on_card(page, "Oui")
    until(page, lambda: len(document_of(page)["agreed"]) == 1)
    if screen == "laptop":
        page.get_by_role("button", name="Arrêter de montrer").click()


def sign_on_card(page: Page, words: str) -> None:
    page.locator(".read-back .sign", has_text=words).click()
