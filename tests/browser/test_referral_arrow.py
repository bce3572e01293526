"""An arrow between two who work may be said to be a referral; without a month, the month is asked."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.studio_moves import Hand, document_of
from tests.browser.test_studio_gestures import rim, sheet_of_four

Opened = Callable[..., Page]


def referral_sign(page: Page) -> Any:
    """The sign in the list of all that can be done with the one green arrow."""
    panel = page.locator(".sheet-list")
    sign = panel.locator("[data-action=referral]")
    if not sign.count():
        panel.locator(".list-name", has_text="Juge est activé(e) par Infirmier.").click()
    return sign


def marks(page: Page) -> list[tuple[Any, Any]]:
    return [(type(one["referral"]), one["when"]) for one in document_of(page)["activations"]]


def green_arrow(page: Page) -> Hand:
    hand = sheet_of_four(page)
    hand.drag(rim(hand, "Infirmier"), hand.middle("Juge"))
    expect(page.locator("[data-kind=activation]")).to_have_attribute("data-pen", "green")
    return hand


def test_a_green_arrow_becomes_a_referral_and_its_month_is_asked(open_page: Opened) -> None:
    page = open_page()
    hand = green_arrow(page)
    page.locator("[data-tool=words]").click()
    sign = referral_sign(page)
    expect(sign).to_have_text("C’est une orientation")
    expect(sign).to_have_attribute("aria-pressed", "false")
    sign.click()
    dialog = page.get_by_role("dialog", name="Cette flèche est une orientation")
    dialog.get_by_label("Faite le, ou en").fill("2026")
    dialog.get_by_role("button", name="C’est une orientation").click()
    expect(dialog.get_by_role("alert")).to_contain_text("un mois ou un jour")
    dialog.get_by_label("Faite le, ou en").fill("10/2026")
    dialog.get_by_role("button", name="C’est une orientation").click()
    assert marks(page) == [(str, "2026-10")]
    expect(referral_sign(page)).to_have_attribute("aria-pressed", "true")
    referral_sign(page).click()
    assert marks(page) == [(bool, "2026-10")]
    expect(referral_sign(page)).to_have_attribute("aria-pressed", "false")
    referral_sign(page).click()
    assert marks(page) == [(str, "2026-10")], "the date it has is not asked again"

    hand.drag(rim(hand, "Awa"), hand.middle("Juge"))
    panel = page.locator(".sheet-list")
    panel.locator(".list-name", has_text="Juge est activé(e) par Awa.").click()
    expect(panel.locator("[data-action=turn]")).to_be_visible()
    expect(panel.locator("[data-action=referral]"), "only where two work").to_have_count(0)
