"""A tablet joins one sheet over the local network, draws, and the sheet leaves it again."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from api.use_cases.sharing import qr_path
from tests.browser.own_server import TOKEN, OwnServer, lan_address
from tests.browser.studio_moves import Finger, Hand, new_sheet

LAPTOP = {"width": 1366, "height": 768}
TABLET = {"width": 1024, "height": 768}
CANARY = "Zinzolin"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    log = tmp_path_factory.mktemp("lent") / "server.log"
    own = OwnServer("memory:", log, ("--share", "--share-address", lan_address()))
    own.start()
    yield own
    own.kill()


@pytest.fixture
def rooms(browser: Browser) -> Iterator[Callable[..., Page]]:
    contexts: list[BrowserContext] = []

    def page(viewport: dict[str, int], **options: bool) -> Page:
        context = browser.new_context(viewport=viewport, locale="fr-FR", **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield page
    for context in contexts:
        context.close()


@pytest.fixture
def laptop(rooms: Callable[..., Page], server: OwnServer) -> Page:
    page = rooms(LAPTOP)
    page.goto(f"{server.address}/#token={TOKEN}")
    page.wait_for_selector(".nav")
    page.evaluate("location.hash = '#/studio'")
    new_sheet(page)
    return page


def lent(laptop: Page) -> tuple[str, str]:
    """Invite a tablet; return the address and the code."""
    laptop.get_by_role("button", name="Inviter une tablette").click()
    laptop.get_by_role("button", name="Prêter cette feuille").click()
    address = laptop.locator(".typed-address").inner_text()
    return address, re.sub(r"\D", "", laptop.locator(".typed-code").inner_text())


def joined(rooms: Callable[..., Page], address: str, code: str, *, hasty: bool = False) -> Page:
    """A tablet on the sheet; of a hasty one the clock may be put forward."""
    tablet = rooms(TABLET, has_touch=True)
    if hasty:
        tablet.clock.install()
    tablet.goto(address)
    tablet.get_by_label("Code à six chiffres").fill(code)
    tablet.get_by_role("button", name="Rejoindre", exact=True).click()
    tablet.wait_for_selector(".studio-frame svg[data-sociogram]")
    return tablet


def draw(page: Page, hand: Hand, at: tuple[float, float], name: str) -> None:
    hand.tap(hand.where(at))
    hand.press("[data-choice=person]")
    page.wait_for_selector(".naming-offer, .naming input")
    hand.name(name)
    page.wait_for_selector(".studio[data-unsent='0']")


def names(page: Page) -> str:
    return str(page.locator("svg.sheet").first.text_content())


def is_empty(tablet: Page) -> None:
    expect(tablet.get_by_text("La feuille est rendue.")).to_be_visible(timeout=15_000)
    assert CANARY not in tablet.content()
    assert tablet.locator("svg.sheet").count() == 0


def test_a_tablet_draws_on_the_laptops_sheet_and_each_undoes_their_own(
    laptop: Page, rooms: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    address, code = lent(laptop)
    pictures(laptop, "share-invitation")
    tablet = joined(rooms, address, code)
    expect(laptop.get_by_role("button", name="Retirer la tablette 1")).to_be_visible()
    laptop.keyboard.press("Escape")
    draw(tablet, Finger(tablet), (60, 60), CANARY)
    expect(laptop.locator("svg.sheet").first).to_contain_text(CANARY)
    draw(laptop, Hand(laptop), (180, 60), "Moussa")
    expect(tablet.locator("svg.sheet").first).to_contain_text("Moussa")
    pictures(tablet, "share-tablet")
    undo = tablet.locator("[data-tool=undo]")
    for _ in range(6):  # the name, the person, and no further
        if undo.is_enabled():
            undo.click()
    expect(undo).to_be_disabled()
    expect(laptop.locator("svg.sheet").first).not_to_contain_text(CANARY)
    assert "Moussa" in names(tablet)
    assert "Moussa" in names(laptop)


def test_nothing_is_kept_on_the_tablet_and_its_page_says_where_the_sheet_lives(
    laptop: Page, rooms: Callable[..., Page]
) -> None:
    tablet = joined(rooms, *lent(laptop))
    expect(tablet.get_by_text("La feuille vit sur l'ordinateur")).to_be_visible()
    kept = tablet.evaluate("""async () => [localStorage.length, sessionStorage.length, document.cookie,
        (await indexedDB.databases()).length, 'serviceWorker' in navigator
          ? (await navigator.serviceWorker.getRegistrations()).length : 0]""")
    assert kept == [0, 0, "", 0, 0]


def test_the_picture_opens_the_sheet_and_the_code_leaves_the_address(
    laptop: Page, rooms: Callable[..., Page]
) -> None:
    address, code = lent(laptop)
    drawn = laptop.locator(".qr path").get_attribute("d")
    assert drawn == qr_path(f"{address}#code={code}")["d"]
    tablet = rooms(TABLET)
    tablet.goto(f"{address}#code={code}")
    tablet.wait_for_selector(".studio-frame svg[data-sociogram]")
    assert code not in tablet.url
    tablet.reload()
    tablet.wait_for_selector(".studio-frame svg[data-sociogram]")


def test_a_wrong_code_is_said_and_opens_nothing(laptop: Page, rooms: Callable[..., Page]) -> None:
    address, code = lent(laptop)
    tablet = rooms(TABLET)
    tablet.goto(address)
    for said in ("Demandez-en un nouveau", "attendez"):
        tablet.get_by_label("Code à six chiffres").fill(f"{(int(code) + 1) % 1_000_000:06d}")
        tablet.get_by_role("button", name="Rejoindre", exact=True).click()
        expect(tablet.get_by_role("alert")).to_contain_text(said)
    assert tablet.locator(".studio-frame").count() == 0


@pytest.mark.parametrize("how", ["removed", "ended", "closed", "given back", "hour"])
def test_the_sheet_leaves_the_tablet(laptop: Page, rooms: Callable[..., Page], how: str) -> None:
    tablet = joined(rooms, *lent(laptop))
    draw(tablet, Finger(tablet), (60, 60), CANARY)
    if how == "removed":
        laptop.get_by_role("button", name="Retirer la tablette 1").click()
    elif how == "ended":
        laptop.get_by_role("button", name="Ne plus prêter").click()
    elif how == "closed":
        laptop.goto("about:blank")
    elif how == "given back":
        tablet.locator(".studio-bar .button").first.click()
        expect(laptop.get_by_text("Aucune pour l'instant.")).to_be_visible()
    else:
        short = '{"situation":"s","by":"b","number":1,"seconds_left":1}'
        tablet.route("**/api/v1/pairing*", lambda route: route.fulfill(body=short))
    is_empty(tablet)


def test_a_tablet_that_reaches_nobody_hides_the_sheet(tmp_path: Path, rooms: Callable[..., Page]) -> None:
    own = OwnServer("memory:", tmp_path / "server.log", ("--share", "--share-address", lan_address()))
    own.start()
    try:
        page = rooms(LAPTOP)
        page.goto(f"{own.address}/#token={TOKEN}")
        page.wait_for_selector(".nav")
        page.evaluate("location.hash = '#/studio'")
        new_sheet(page)
        tablet = joined(rooms, *lent(page), hasty=True)
        draw(tablet, Finger(tablet), (60, 60), CANARY)
    finally:
        own.kill()
    # The tablet looks every few seconds, and hides the sheet when it has looked in vain some times.
    said = tablet.get_by_text("L'ordinateur ne répond plus.")
    for _ in range(60):
        if said.count() == 0:
            tablet.clock.fast_forward(1000)
            tablet.wait_for_timeout(100)
    expect(said).to_be_visible()
    assert CANARY not in tablet.content()


def test_the_launch_prints_the_way_in_and_no_sheet(server: OwnServer) -> None:
    printed = server.log.read_text(encoding="utf-8")
    assert f"http://{lan_address()}:" in printed
    assert CANARY not in printed
