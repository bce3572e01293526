"""The directory at hand while drawing, and "who can help?" asked from somebody on the sheet."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page, Request, expect

from tests.browser.studio_moves import Hand, document_of, new_sheet, put
from tests.browser.test_accessibility import serious

HIDDEN, ABSENT = "refuge-demo", "xefuge-xemo"
NEED = "sante_mentale"


def written(page: Page, hand: Hand, words: str, at: tuple[float, float]) -> None:
    """A service, its name half written: the field stays open."""
    hand.tool("institution")
    hand.tap(hand.where(at))
    page.locator(".naming input").fill(words)


def ends(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["activator"], one["activated"], one["status"]) for one in document["activations"]]


def asked_of(page: Page) -> list[Request]:
    """All that the page sends from now on."""
    sent: list[Request] = []
    page.on("request", lambda one: sent.append(one))
    return sent


def panel(page: Page, hand: Hand, name: str) -> None:
    """The question, from the menu of a figure."""
    x, y = hand.middle(name)
    page.mouse.click(x, y, button="right")
    page.locator("[data-action=help]").click()
    page.wait_for_selector("dialog[open] .near-help")


def answered(page: Page, origin: str) -> None:
    """A question about one need, from one organisation."""
    form = page.locator("dialog[open]")
    form.get_by_role("combobox", name="Votre organisation").fill(origin)
    page.keyboard.press("Enter")
    form.locator(f".chip input[value={NEED}]").evaluate("one => one.click()")
    form.get_by_role("button", name="Chercher qui peut aider").click()
    expect(form.locator(".suggestion").first).to_be_visible()
    expect(form.get_by_role("heading", name="Réponse")).to_be_in_viewport()


def test_a_name_of_the_directory_becomes_its_service(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page()
    new_sheet(page)
    hand = Hand(page)
    put(hand, "person", "Awa", (60, 100))
    sent = asked_of(page)
    written(page, hand, "aracem", (200, 100))
    expect(page.locator(".near-match").first).to_be_visible()
    assert serious(page) == []
    pictures(page, "near-matches")
    page.locator(".near-match").first.click()
    expect(page.locator('[data-kind=institution][data-id="aracem"]')).to_have_count(1)
    assert all("aracem" not in one.url.lower() for one in sent)
    page.keyboard.press("Escape")
    hand.tool("arrow")
    hand.drag(hand.middle("Awa"), hand.middle("ARACEM"))
    hand.tool("arrow")
    document = document_of(page)
    assert document["institutions"] == []
    assert [one[1] for one in ends(document)] == ["aracem"]
    # What was chosen is one act, and can be taken back as one.
    page.get_by_role("button", name="Défaire").click()
    page.get_by_role("button", name="Défaire").click()
    document = document_of(page)
    assert (len(document["institutions"]), document["activations"]) == (1, [])


def test_words_that_name_nothing_stay_words(open_page: Callable[..., Page]) -> None:
    page = open_page()
    new_sheet(page)
    hand = Hand(page)
    answers = []
    for words in (HIDDEN, ABSENT):
        with page.expect_response("**/providers/search*") as got:
            written(page, hand, words, (100 if words == HIDDEN else 200, 100))
        answers.append(got.value.body())
        expect(page.locator(".near-matches")).to_contain_text("vos mots restent tels quels")
        expect(page.locator(".near-match")).to_have_count(0)
        page.locator(".naming input").press("Enter")
        hand.tool("institution")
    assert answers[0] == answers[1]
    document = document_of(page)
    assert sorted(one["label"]["fr"] for one in document["institutions"]) == [HIDDEN, ABSENT]


def test_a_way_is_drawn_as_wished_arrows_and_taken_off_at_once(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page()
    new_sheet(page)
    hand = Hand(page)
    put(hand, "person", "Awa", (60, 100))
    before = document_of(page)
    sent = asked_of(page)
    panel(page, hand, "Awa")
    assert "Awa" not in page.locator("dialog[open]").inner_text()
    answered(page, "aracem")
    assert serious(page) == []
    pictures(page, "near-answer")
    asked = [one for one in sent if "/referrals/suggest" in one.url]
    assert [one.method for one in asked] == ["POST"]
    assert all(NEED not in one.url and "Awa" not in one.url for one in sent)
    assert "Awa" not in (asked[0].post_data or "")
    way = page.locator("dialog[open] .suggestion").filter(has=page.locator("[data-path]")).first
    actors = way.locator("[data-actor]").evaluate_all("all => all.map(one => one.dataset.actor)")
    way.get_by_role("button", name="Dessiner ce chemin").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    pictures(page, "near-drawn")
    document = document_of(page)
    person = document["persons"][0]["id"]
    stops = [person, *actors]
    assert ends(document) == [(one, other, "wished") for one, other in pairwise(stops)]
    assert NEED not in str(document)
    heads = page.locator("[data-kind=activation] path:nth-of-type(2)")
    assert set(heads.evaluate_all("all => all.map(one => one.getAttribute('fill'))")) == {"#ffffff"}
    page.get_by_role("button", name="Défaire").click()
    assert document_of(page)["activations"] == []
    assert document_of(page)["positions"] == before["positions"]
    page.get_by_role("button", name="Refaire").click()
    assert document_of(page) == document


def test_what_was_asked_is_forgotten(open_page: Callable[..., Page]) -> None:
    page = open_page()
    new_sheet(page)
    hand = Hand(page)
    put(hand, "person", "Awa", (60, 100))
    panel(page, hand, "Awa")
    answered(page, "aracem")
    page.keyboard.press("Escape")
    panel(page, hand, "Awa")
    form = page.locator("dialog[open]")
    assert form.locator(".chip input:checked").count() == 0
    assert form.locator(".suggestion").count() == 0
    stored = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, location.href])"
    )
    assert NEED not in stored
    assert "aracem" not in stored
    page.keyboard.press("Escape")
    # Nor does the general part "Qui peut aider ?" know of it.
    page.evaluate("location.hash = '#/help'")
    expect(page.get_by_role("combobox", name="Votre organisation")).to_have_value("")
