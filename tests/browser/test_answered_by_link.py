"""The link of a referral, from the card of who refers to the telephone of who receives, and back."""

import json
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.own_server import TOKEN, OwnServer, free_port

REFERRAL = "0b0f1c52-7d1a-4f55-9d0c-222222222222"
WORDS = {
    "fr": {
        "card": "Toute l'orientation",
        "link": "Lien pour répondre",
        "accept": "Nous acceptons",
        "noted": "C'est noté",
        "told": "Maison du Migrant de Gao accepte. (par le lien)",
    },
    "en": {
        "card": "The whole referral",
        "link": "Link to answer",
        "accept": "We accept",
        "noted": "It is noted",
        "told": "Maison du Migrant de Gao accepts. (by the link)",
    },
}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OwnServer]:
    port = free_port()
    answers = f"http://127.0.0.1:{port}"
    options = ("--answer-url", answers, "--answer-port", str(port), "--answer-key", str(tmp_path / "key"))
    own = OwnServer(f"sqlite:///{tmp_path}/store/s.db", tmp_path / "server.log", options)
    own.start()
    yield own
    own.kill()


def refer(own: OwnServer) -> None:
    made = {
        "id": REFERRAL,
        "need": "hebergement",
        "place": "gao",
        "sender": "aracem",
        "service": "maison-du-migrant-gao--hebergement-1",
        "consent": {"scope": "need", "language": "bm", "month": f"{datetime.now(UTC):%Y-%m}"},
        "way": "phone",
    }
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    address = f"{own.address}/api/v1/referrals"
    request = urllib.request.Request(address, json.dumps(made).encode(), headers)
    urllib.request.urlopen(request, timeout=20).close()


def opened(browser: Browser, address: str, lang: str, **options: object) -> Page:
    locale = {"fr": "fr-FR", "en": "en-GB"}[lang]
    page = browser.new_context(locale=locale, **options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


def whole(page: Page, words: dict[str, str]) -> None:
    page.locator(f"[data-referral='{REFERRAL}']").get_by_role("button", name=words["card"]).click()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_link_is_copied_answered_on_a_telephone_and_noted(
    browser: Browser, own: OwnServer, lang: str
) -> None:
    words = WORDS[lang]
    refer(own)
    desk = opened(
        browser, f"{own.address}/#token={TOKEN}", lang, permissions=["clipboard-read", "clipboard-write"]
    )
    desk.wait_for_selector("html[lang]")
    if lang == "en" and desk.get_attribute("html", "lang") != "en":
        desk.get_by_role("button", name="English").click()
    desk.locator("nav a[href='#/follow']").click()
    whole(desk, words)
    shown = desk.get_by_role("textbox", name=words["link"])
    link = shown.input_value()
    assert urlsplit(link).path.startswith("/r/")
    desk.locator(".answer-link").get_by_role("button").click()
    assert desk.evaluate("navigator.clipboard.readText()") == link

    phone = opened(browser, link, lang, viewport={"width": 360, "height": 740}, java_script_enabled=False)
    assert phone.locator("html").get_attribute("lang") == lang
    for button in phone.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= 360
    phone.get_by_role("button", name=words["accept"]).click()
    expect(phone.get_by_role("status")).to_contain_text(words["noted"])
    phone.reload()
    assert phone.get_by_role("button", name=words["accept"]).count() == 0

    # Who comes back to the page sees it, without asking for it.
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator(".whole-referral")).to_contain_text(words["told"])
    told = own.ask(f"/referrals/{REFERRAL}?lang={lang}")["history"][-1]
    assert told["text"] == words["told"]


def test_the_link_still_serves_after_a_power_cut(browser: Browser, own: OwnServer) -> None:
    refer(own)
    link = own.ask(f"/referrals/{REFERRAL}")["answer_link"]
    own.kill()
    own.start()
    page = opened(browser, link, "fr")
    expect(page.get_by_role("heading", level=1)).to_have_text("Répondre à une orientation")
    assert own.ask(f"/referrals/{REFERRAL}")["answer_link"] == link
