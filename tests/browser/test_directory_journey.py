"""Searching the directory by words, need, group and place; one organisation in full."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

WORDS = {
    "fr": {
        "part": "Annuaire",
        "words": "Mots",
        "need": "Besoin",
        "clear": "Tout effacer",
        "shelter": "Hébergement",
        "check": "Jamais vérifié",
        "source": "Évaluation finale du projet Kafamuya",
    },
    "en": {
        "part": "Directory",
        "words": "Words",
        "need": "Need",
        "clear": "Clear all",
        "shelter": "Shelter",
        "check": "Never checked",
        "source": "Final evaluation of the Kafamuya project",
    },
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_search_narrows_and_shows_one_in_full(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page, words = open_page(lang=lang), WORDS[lang]
    page.get_by_role("link", name=words["part"]).click()
    page.wait_for_selector("[data-provider]")
    count = page.locator(".count")
    everything = count.inner_text()
    pictures(page, f"directory-{lang}")
    page.get_by_label(words["need"]).select_option(label=words["shelter"])
    expect(count).not_to_have_text(everything)
    assert 0 < page.locator("[data-provider]").count() < 25
    page.get_by_label(words["words"]).fill("aracem")
    expect(page.locator("[data-provider='aracem']")).to_be_visible()
    expect(page.locator("[data-provider]")).to_have_count(1)
    page.locator("[data-provider='aracem'] button").click()
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text(words["check"])
    expect(panel.locator(".service").first).to_be_visible()
    expect(panel).to_contain_text(words["source"])
    assert ".txt" not in panel.inner_text()
    pictures(page, f"provider-{lang}")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    page.get_by_role("button", name=words["clear"]).click()
    expect(count).to_have_text(everything)


def test_nothing_found_is_said(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("link", name="Annuaire").click()
    page.get_by_label("Mots").fill("qqqqzzzz")
    expect(page.locator(".count")).to_contain_text("Aucune organisation")


def test_accents_do_not_matter_and_no_address_holds_the_words(open_page: Callable[..., Page]) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Annuaire").click()
    page.get_by_label("Mots").fill("EXPULSES")
    expect(page.locator("[data-provider]")).not_to_have_count(24)
    expect(page.locator("[data-provider='ame']")).to_be_visible()
    assert [url for url in asked if url.split("?")[0].endswith("/providers/search")]
    assert not [url for url in [*asked, page.url] if "expulse" in url.lower()]


def test_the_hidden_provider_is_not_there(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("link", name="Annuaire").click()
    page.get_by_label("Mots").fill("refuge-demo")
    expect(page.locator(".count")).to_contain_text("Aucune organisation")
