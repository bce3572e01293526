"""A case worker's way: who can help, and through whom; in words when nobody can."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

WORDS = {
    "fr": {
        "part": "Qui peut aider",
        "origin": "Votre organisation",
        "need": "Santé mentale et soutien psychosocial",
        "send": "Chercher qui peut aider",
        "note": "À qui demander, pas par qui passe le dossier",
        "first": "Pour le premier appel",
        "empty": "Pas de réponse cette fois",
        "check": "à vérifier",
    },
    "en": {
        "part": "Who can help",
        "origin": "Your organisation",
        "need": "Mental health and psychosocial support",
        "send": "Find who can help",
        "note": "Whom to ask, not through whom the file travels",
        "first": "For the first call",
        "empty": "No answer this time",
        "check": "to be checked",
    },
}


def ask(page: Page, lang: str, origin: str, need: str) -> None:
    words = WORDS[lang]
    page.get_by_role("link", name=words["part"]).click()
    field = page.get_by_role("combobox", name=words["origin"])
    field.fill(origin)
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name=need, exact=True).check(force=True)
    page.get_by_role("button", name=words["send"]).click()
    page.wait_for_selector(".answer-body")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_answer_as_cards_with_the_way(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page, words = open_page(lang=lang), WORDS[lang]
    ask(page, lang, "atc", words["need"])
    cards = page.locator(".suggestion")
    expect(cards.first).to_be_visible()
    assert cards.count() >= 2
    expect(cards.first).to_contain_text(words["check"])
    expect(cards.first.locator(".first-call blockquote").first).not_to_be_empty()
    expect(page.get_by_text(words["first"]).first).to_be_visible()
    way = page.locator("svg[data-path]").first
    stops = way.locator("[data-actor]").evaluate_all("all => all.map(one => one.dataset.actor)")
    assert stops[0] == "atc"
    assert len(stops) >= 2
    assert way.locator(".path-evidence").count() >= 1
    expect(page.get_by_text(words["note"]).first).to_be_visible()
    pictures(page, f"help-{lang}")


def test_no_number_of_trust_and_no_need_in_any_address(open_page: Callable[..., Page]) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, "fr", "aracem", WORDS["fr"]["need"])
    shown = page.locator(".answer").inner_text()
    assert len(shown) > 500
    assert not re.search(r"score|\b[01][.,]\d{2,}", shown)
    assert not [url for url in [*asked, page.url] if "mentale" in url or "aracem" in url]


def test_an_empty_answer_says_why(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("link", name="Qui peut aider").click()
    page.get_by_role("combobox", name="Où").fill("Allemagne")
    page.keyboard.press("Enter")
    expect(page.locator(".chosen")).to_contain_text("Allemagne")
    page.get_by_role("radio", name="1", exact=True).check(force=True)
    ask(page, "fr", "aracem", "Plainte et retour des usagers")
    expect(page.get_by_text(WORDS["fr"]["empty"])).to_be_visible()
    expect(page.locator(".explanation")).not_to_be_empty()


def test_a_name_typed_before_the_directory_is_here_is_not_lost(open_page: Callable[..., Page]) -> None:
    page = open_page()

    def late(route: Route) -> None:
        page.wait_for_timeout(1500)
        route.continue_()

    page.route("**/api/v1/providers*", late)
    page.reload()
    ask(page, "fr", "aracem", WORDS["fr"]["need"])
    expect(page.locator(".suggestion").first).to_be_visible()


def test_what_is_missing_is_said(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("link", name="Qui peut aider").click()
    page.get_by_role("button", name=WORDS["fr"]["send"]).click()
    faults = page.get_by_role("alert")
    expect(faults).to_have_count(2)
    expect(faults.first).to_contain_text("Choisissez votre organisation")
    assert page.locator(".suggestion").count() == 0


def test_the_answer_follows_the_language(open_page: Callable[..., Page]) -> None:
    page = open_page()
    ask(page, "fr", "aracem", WORDS["fr"]["need"])
    page.get_by_role("button", name="English").click()
    expect(page.locator(".need h3").first).to_have_text(WORDS["en"]["need"])
    expect(page.locator(".suggestion").first).to_contain_text("to be checked")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_languages_and_urgency_go_with_the_question(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    """They reach the server, by POST alone, and the answer speaks of them."""
    page = open_page(lang=lang)
    words = {
        "fr": ("Quelles langues", "bambara", "Ce soir", "les langues parlées", "C'est pour ce soir"),
        "en": ("Which languages", "Bambara", "Tonight", "the languages spoken", "It is for tonight"),
    }[lang]
    bodies: list[str] = []
    page.on(
        "request",
        lambda request: bodies.append(request.post_data or "") if "suggest" in request.url else None,
    )
    page.get_by_role("link", name=WORDS[lang]["part"]).click()
    page.locator("summary", has_text=words[0]).click()
    page.get_by_role("checkbox", name=words[1], exact=True).check(force=True)
    page.get_by_role("radio", name=words[2], exact=True).check(force=True)
    pictures(page, f"question-{lang}")
    ask(page, lang, "atc", WORDS[lang]["need"])
    asked = json.loads(bodies[-1])
    assert (asked["languages"], asked["urgency"]) == (["bm"], "tonight")
    card = page.locator(".suggestion").first
    expect(card).to_contain_text(words[3])
    expect(card).to_contain_text(words[4])
