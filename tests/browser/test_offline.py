"""The server is killed while somebody draws, and started again: nothing is lost, nothing doubled."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.own_server import TOKEN, OwnServer
from tests.browser.profiles import holding, open_profile
from tests.browser.promises import until
from tests.browser.reference_drawing import CASE, draw_arrows, draw_people_and_services, expected
from tests.browser.studio_moves import new_sheet, without_ids_and_places
from tests.browser.waiting_hand import WaitingHand

TABLET = {"width": 1280, "height": 900}
CANARY = "Zinzolin Quartzite"
Profile = Callable[[], BrowserContext]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[OwnServer]:
    own = OwnServer(f"sqlite:///{tmp_path}/store/s.db", tmp_path / "server.log")
    (tmp_path / "store").mkdir()
    own.start()
    yield own
    own.kill()


@pytest.fixture
def profile(browser: Browser, tmp_path: Path) -> Iterator[Profile]:
    """Open the same browser profile, as often as wanted; closed at the end."""
    opened: list[BrowserContext] = []

    def again() -> BrowserContext:
        opened.append(open_profile(browser, tmp_path / "profile", viewport=TABLET, locale="fr-FR"))
        return opened[-1]

    yield again
    for context in opened:
        context.close()


def studio(context: BrowserContext, server: OwnServer) -> Page:
    page = context.new_page()
    page.goto(f"{server.address}/#token={TOKEN}")
    page.wait_for_selector(".nav")
    page.evaluate("location.hash = '#/studio'")
    page.get_by_role("button", name="Nouvelle feuille").first.wait_for()
    return page


def kept_sheet(page: Page) -> None:
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Jusqu'à ce soir").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")


def keep_copy(page: Page) -> None:
    page.get_by_role("button", name="Copie de secours").click()
    page.get_by_role("button", name="Garder une copie de secours").click()
    page.get_by_role("button", name="Enlever la copie de secours").wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)")


def sheet_on(server: OwnServer) -> dict[str, Any]:
    [row] = server.ask("/situations")["situations"]
    found: dict[str, Any] = server.ask(f"/situations/{row['id']}")["document"]
    return found


SEAL = """() => new Promise(done => {
  const asked = indexedDB.open('sociogram-spare');
  asked.onsuccess = () => {
    const table = asked.result.transaction('copies').objectStore('copies').getAll();
    table.onsuccess = () => { asked.result.close(); done(String(table.result[0].iv)); };
  };
})"""
"""What the copy on the disk was sealed with: each time it is written, something else."""


def copied(page: Page) -> None:
    """Wait until all that stands on the sheet is in the copy.

    It is written twice from now on (the page tells of each try to reach the server): the first time may have
    begun before the last change, the second has not.
    """
    for _ in range(2):
        until(page, f"async before => (await ({SEAL})()) !== before", page.evaluate(SEAL))


def databases(page: Page) -> list[str]:
    found: list[str] = page.evaluate("async () => (await indexedDB.databases()).map(one => one.name)")
    return found


def test_the_reference_case_with_the_server_gone_half_way(server: OwnServer, profile: Profile) -> None:
    page = studio(profile(), server)
    kept_sheet(page)
    hand = WaitingHand(page)
    draw_people_and_services(hand)
    half = len(CASE["arrows"]) // 2
    draw_arrows(hand, CASE["arrows"][: half // 2])
    server.kill()
    draw_arrows(hand, CASE["arrows"][half // 2 : half + half // 2], half // 2)
    expect(page.locator(".saved-sign.is-away")).to_be_visible()
    server.start()
    # The server that came back knows nobody; the page goes on once another window was let in.
    page.get_by_label("Clé de lancement").wait_for()
    page.context.new_page().goto(f"{server.address}/#token={TOKEN}")
    page.bring_to_front()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    draw_arrows(hand, CASE["arrows"][half + half // 2 :], half + half // 2)
    page.wait_for_selector(".studio[data-unsent='0']", timeout=90_000)
    assert without_ids_and_places(sheet_on(server)) == expected()
    assert databases(page) == []


def test_a_page_closed_while_the_server_was_gone_sends_what_waited(
    server: OwnServer, profile: Profile, tmp_path: Path
) -> None:
    context = profile()
    page = studio(context, server)
    kept_sheet(page)
    keep_copy(page)
    hand = WaitingHand(page)
    hand.person((60, 60), "Awa")
    page.wait_for_selector(".studio[data-unsent='0']")
    server.kill()
    hand.person((120, 60), CANARY)
    page.locator("[data-tool=undo]").click()  # the name goes, and comes back
    page.locator("[data-tool=redo]").click()
    hand.person((180, 60), "Binta")
    copied(page)
    page.close()
    # The page itself opens without the computer, says that something waits, and shows nothing of it.
    page = context.new_page()
    page.goto(f"{server.address}/#/studio")
    page.get_by_role("button", name="Reprendre").click()
    expect(page.get_by_role("alert")).to_contain_text("ne répond pas encore")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")
    assert CANARY not in page.content()
    context.close()
    assert holding(tmp_path / "profile", CANARY) == []
    server.start()
    page = studio(profile(), server)
    page.get_by_role("button", name="Reprendre").click()
    page.wait_for_selector(".studio[data-unsent='0']")
    labels = [one["label"]["fr"] for one in sheet_on(server)["persons"]]
    assert labels == ["Awa", CANARY, "Binta"]
    # Closing the sheet takes the copy, the worker and its files along.
    page.evaluate("location.hash = '#/situations'")
    page.reload()
    page.evaluate("location.hash = '#/studio'")
    page.get_by_role("button", name="Effacer de ce navigateur").click()
    until(page, "async () => (await indexedDB.databases()).length === 0")
    until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    until(page, "async () => (await caches.keys()).length === 0")


def test_every_part_opens_from_the_copy_with_the_server_gone(server: OwnServer, profile: Profile) -> None:
    context = profile()
    page = studio(context, server)
    kept_sheet(page)
    keep_copy(page)
    server.kill()
    page.close()
    page = context.new_page()
    page.goto(f"{server.address}/#/situations")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")
    titles = {
        "help": "Who can help?",
        "follow": "Follow-up",
        "counts": "Counts",
        "directory": "Directory",
        "network": "The network",
        "pens": "The pens",
    }
    for part, title in titles.items():
        page.evaluate("part => { location.hash = `#/${part}` }", part)
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    page.evaluate("location.hash = '#/studio'")
    expect(page.get_by_role("button", name="Take it up")).to_be_visible()


def test_what_is_withdrawn_while_the_server_is_gone_never_comes_back(
    server: OwnServer, profile: Profile
) -> None:
    context = profile()
    page = studio(context, server)
    kept_sheet(page)
    keep_copy(page)
    hand = WaitingHand(page)
    hand.person((60, 60), "Awa")
    hand.person((120, 60), CANARY)
    page.wait_for_selector(".studio[data-unsent='0']")
    server.kill()
    box = hand.stands(CANARY)
    page.mouse.click(box["x"] + box["w"] / 2, box["y"] + 10, button="right")
    page.locator(".element-menu").get_by_role("button", name="Enlever vraiment").click()
    page.get_by_role("dialog").get_by_role("button", name="Enlever vraiment").click()
    expect(page.locator("svg.sheet").first).not_to_contain_text(CANARY)
    copied(page)
    context.close()
    server.start()
    page = studio(profile(), server)
    page.get_by_role("button", name="Reprendre").click()
    page.wait_for_selector(".studio[data-unsent='0']")
    page.wait_for_timeout(500)
    assert [one["label"]["fr"] for one in sheet_on(server)["persons"]] == ["Awa"]
    expect(page.locator("svg.sheet").first).not_to_contain_text(CANARY)


def test_a_sheet_of_which_nothing_remains_is_offered_no_copy(server: OwnServer, profile: Profile) -> None:
    page = studio(profile(), server)
    new_sheet(page)
    assert page.get_by_role("button", name="Copie de secours").count() == 0
    id_ = page.locator(".studio").get_attribute("data-sheet")
    refused = page.request.get(f"{server.address}/api/v1/situations/{id_}/spare-key")
    assert refused.status == 409
    assert databases(page) == []


def test_the_worker_keeps_no_answer_of_the_api(server: OwnServer, profile: Profile) -> None:
    page = studio(profile(), server)
    kept_sheet(page)
    keep_copy(page)
    WaitingHand(page).person((60, 60), CANARY)
    page.reload()
    page.wait_for_selector(".nav")
    kept = page.evaluate("""async () => {
        const found = [];
        for (const name of await caches.keys())
          for (const one of await (await caches.open(name)).keys()) found.push(new URL(one.url).pathname);
        return found.sort();
    }""")
    assert "/" in kept
    assert any(name.endswith(".ttf") for name in kept)
    assert [name for name in kept if not name.startswith("/assets/") and name not in ("/", "/mark.svg")] == []
