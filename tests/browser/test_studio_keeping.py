"""What remains of a sheet is decided: before the first touch, at any moment, at the end, for one thing."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.studio_moves import Hand, document_of, new_sheet
from tests.browser.test_accessibility import serious

CANARY = "Kanari-Zoumana"
SITUATIONS = "**/api/v1/situations?*"
KEEPINGS = {"none": "Rien ne reste", "tonight": "Jusqu'à ce soir"}
STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  bases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


def person(hand: Hand, name: str, at: tuple[float, float]) -> None:
    hand.tap(hand.where(at))
    hand.press("[data-choice=person]")
    hand.name(name)


def sheet_id(page: Page) -> str:
    return page.locator(".studio").get_attribute("data-sheet") or ""


def status(page: Page, path: str) -> int:
    return page.request.get(f"{page.url.split('#')[0]}api/v1/{path}").status


def kept(page: Page) -> dict[str, str]:
    answer = page.request.get(f"{page.url.split('#')[0]}api/v1/situations").json()
    return {one["id"]: one["keep"] for one in answer["situations"]}


def holds(page: Page, named: bool) -> None:
    """Wait until the page's whole DOM names the person, or names them no more."""
    deadline = time.monotonic() + 20
    while (CANARY in page.content()) is not named:
        assert time.monotonic() < deadline, "named" if not named else "not named"
        page.wait_for_timeout(50)


def in_list(page: Page, name: str) -> None:
    """Open what can be done with somebody of the sheet in words."""
    page.locator(".list-name", has=page.get_by_text(name, exact=True)).click()


def ask_fate(page: Page) -> None:
    page.get_by_role("button", name="Fermer la feuille").click()
    expect(page.get_by_role("dialog")).to_contain_text("Que devient cette feuille ?")


def sign(page: Page, words: str) -> None:
    page.locator("dialog .sign", has=page.locator(".sign-label", has_text=words)).click()


def erase(page: Page) -> None:
    ask_fate(page)
    sign(page, "L'effacer")
    page.get_by_role("dialog").get_by_role("button", name="Effacer", exact=True).click()
    page.wait_for_selector(".studio-entrance")


def test_nothing_remains_unless_one_says_otherwise(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page(expected="404")
    before = page.evaluate(STORED)
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".sign")).to_have_count(3)
    first = dialog.locator(".sign").first
    expect(first).to_be_focused()
    expect(first).to_contain_text("Rien ne reste")
    expect(first).to_contain_text("Si le courant coupe, la feuille est perdue")
    assert serious(page) == []
    pictures(page, "keeping-new")
    page.keyboard.press("Enter")
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    person(Hand(page), CANARY, (120, 90))
    assert document_of(page)["persons"][0]["label"]["fr"] == CANARY
    assert kept(page)[sheet_id(page)] == "none"
    expect(page.locator(".keeping-sign")).to_have_text("Rien ne reste")
    assert page.evaluate(STORED) == before
    name = sheet_id(page)
    erase(page)
    assert status(page, f"situations/{name}") == 404


@pytest.mark.parametrize("how", ["tonight", "date"])
def test_it_is_kept_as_long_as_was_chosen(open_page: Callable[..., Page], how: str) -> None:
    page = open_page()
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    until = str(datetime.now(UTC).date() + timedelta(days=9))
    if how == "tonight":
        sign(page, "Jusqu'à ce soir")
    else:
        sign(page, "Jusqu'à une date")
        page.get_by_label("Jusqu'au").fill(until)
        page.get_by_role("button", name="Commencer").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    assert kept(page)[sheet_id(page)] == (how if how == "tonight" else until)
    expect(page.locator(".saved-sign")).to_contain_text("Enregistré")
    erase(page)


def test_one_may_think_again(open_page: Callable[..., Page], pictures: Callable[[Page, str], None]) -> None:
    page = open_page()
    new_sheet(page)
    person(Hand(page), CANARY, (120, 90))
    document_of(page)
    name = sheet_id(page)
    ask_fate(page)
    assert serious(page) == []
    pictures(page, "keeping-fate")
    sign(page, "La garder")
    page.get_by_role("dialog").locator(".sign").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert kept(page)[name] == "tonight"
    expect(page.locator(".keeping-sign")).to_have_text("Jusqu'à ce soir")
    assert document_of(page)["persons"][0]["label"]["fr"] == CANARY
    # Drawing goes on with what was drawn before, undo too.
    page.locator("[data-tool=undo]").click()
    holds(page, False)
    erase(page)


def test_it_is_printed_or_handed_over_then_erased(open_page: Callable[..., Page]) -> None:
    page = open_page(expected="404")
    for how, button, beginning in (
        ("L'imprimer", "Enregistrer le PDF", b"%PDF-"),
        ("La donner en fichier", "Enregistrer la copie", b"{"),
    ):
        new_sheet(page)
        person(Hand(page), CANARY, (120, 90))
        name = sheet_id(page)
        ask_fate(page)
        sign(page, how)
        dialog = page.get_by_role("dialog")
        if how == "La donner en fichier":
            expect(dialog).to_contain_text("n'est pas protégé")
        else:
            expect(dialog).to_contain_text("effacez-le après")
        with page.expect_download(timeout=60_000) as waited:
            dialog.get_by_role("link", name=button).click()
        content = waited.value.path().read_bytes()
        assert content.startswith(beginning)
        assert "Kanari" not in waited.value.suggested_filename
        if how == "La donner en fichier":
            assert json.loads(content)["sociogram"] == 1
            assert CANARY.encode() in content
        sign(page, "L'effacer")
        page.wait_for_selector(".studio-entrance")
        assert status(page, f"situations/{name}") == 404


@pytest.mark.parametrize("keep", ["none", "tonight"])
def test_leaving_what_nobody_keeps_is_warned_of(open_page: Callable[..., Page], keep: str) -> None:
    page = open_page()
    new_sheet(page)
    person(Hand(page), CANARY, (120, 90))
    document_of(page)
    if keep == "tonight":
        ask_fate(page)
        sign(page, "La garder")
        page.get_by_role("dialog").locator(".sign").first.click()
        expect(page.locator(".keeping-sign")).to_have_text("Jusqu'à ce soir")
    asked: list[str] = []
    page.on("dialog", lambda one: (asked.append(one.type), one.accept()))
    page.reload()
    page.wait_for_selector(".header")
    assert asked == (["beforeunload"] if keep == "none" else [])


@pytest.mark.parametrize("door", ["menu", "list"])
def test_taken_off_for_good_it_is_nowhere_any_more(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], door: str
) -> None:
    page = open_page()
    new_sheet(page)
    hand = Hand(page)
    person(hand, CANARY, (100, 100))
    person(hand, "Soeur", (180, 100))
    # An arrow between the two goes with the one that leaves.
    hand.tool("arrow")
    hand.tap(hand.middle(CANARY))
    hand.tap(hand.middle("Soeur"))
    page.keyboard.press("Escape")
    name = sheet_id(page)
    address = f"{page.url.split('#')[0]}api/v1/situations/{name}"
    assert len(document_of(page)["activations"]) == 1
    other = page.context.new_page()
    other.goto(page.url.split("#")[0])
    other.locator(f"[data-situation='{name}']").click()
    other.wait_for_selector(".desk svg[data-sociogram]", timeout=60_000)
    other.get_by_role("button", name="Dessiner").click()
    other.wait_for_selector(".studio-frame svg[data-sociogram]", timeout=60_000)
    holds(other, True)
    if door == "list":
        page.get_by_role("button", name="En mots").click()
        in_list(page, CANARY)
    else:
        page.mouse.click(*hand.middle(CANARY), button="right")
    page.get_by_role("menuitem", name="Enlever vraiment").or_(
        page.get_by_role("button", name="Enlever vraiment")
    ).first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("comme si on ne l'avait jamais dessiné")
    pictures(page, f"keeping-withdraw-{door}")
    dialog.get_by_role("button", name="Enlever vraiment").click()
    for one in (page, other):
        holds(one, False)
    document = document_of(page)
    assert [one["label"]["fr"] for one in document["persons"]] == ["Soeur"]
    assert document["activations"] == []
    for path in ("", "/gestures", "/own.json", "/sheet.svg", "/story", "/findings"):
        assert CANARY not in page.request.get(address + path).text(), path
    # Neither undo nor redo brings it back.
    for _ in range(4):
        if page.locator("[data-tool=undo]").is_enabled():
            page.locator("[data-tool=undo]").click()
    assert CANARY not in page.content()
    other.close(run_before_unload=False)


@pytest.mark.parametrize(
    ("first", "then", "made"),
    [
        ("none", "none", ["none"]),
        ("tonight", "tonight", ["tonight"]),
        # Another wish is another sheet: never the first one under a word that was not said.
        ("none", "tonight", ["none", "tonight"]),
    ],
)
def test_a_sheet_whose_answer_was_lost_is_not_made_twice(
    open_page: Callable[..., Page], first: str, then: str, made: list[str]
) -> None:
    page = open_page(expected="504")
    before = set(kept(page))
    answers: list[int] = []

    def lost(route: Route) -> None:
        if route.request.method != "POST" or answers:
            route.continue_()
            return
        answers.append(route.fetch().status)
        route.fulfill(status=504)

    page.route(SITUATIONS, lost)
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    sign(page, KEEPINGS[first])
    expect(page.locator("dialog [role=alert]")).to_be_visible()
    assert answers == [201]
    sign(page, KEEPINGS[then])
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    after = kept(page)
    assert sorted(how for name, how in after.items() if name not in before) == made
    assert after[sheet_id(page)] == then
