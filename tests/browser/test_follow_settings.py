"""Times for an answer, a referral sent again, a referral forgotten: in the page, in both languages."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TOKEN, Served, running_demo
from tests.browser.referral_moves import PHONE, WORDS, asked, referral, today

LANGS = pytest.mark.parametrize("lang", ["fr", "en"])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with running_demo(tmp_path_factory.mktemp("settings")) as running:
        yield running


def whole(page: Page, id_: str, lang: str) -> None:
    """Open one referral, and the steps that are seldom taken."""
    page.locator(f"[data-referral='{id_}']").get_by_role("button", name=WORDS[lang]["whole"]).tap()
    page.locator("dialog summary", has_text=WORDS[lang]["more"]).tap()


def deadlines(page: Page) -> None:
    page.evaluate("location.hash = '#/follow'")
    page.locator(".follow-actions button").nth(1).tap()
    page.locator(".deadlines > button").tap()


@LANGS
def test_times_for_an_answer_are_changed(
    open_page: Callable[..., Page], served: Served, pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang, expected="412", **PHONE)
    deadlines(page)
    fields = page.locator(".hours-field input")
    fields.nth(1).fill("x")
    expect(page.locator("dialog .button.strong")).to_be_disabled()
    fields.nth(1).fill("48")
    fields.nth(2).fill("168")
    expect(page.locator(".hours-field").nth(2)).to_contain_text({"fr": "7 jours", "en": "7 days"}[lang])
    pictures(page, f"settings-{lang}-1-times")
    page.locator("dialog .button.strong").tap()
    expect(page.locator(".deadlines [role=status]")).to_be_visible()
    expect(page.locator(".deadlines li").nth(1)).to_contain_text("48")
    assert asked(served, "/referrals/deadlines")["hours"] == {"emergency": 24, "urgent": 48, "normal": 168}

    # Somebody was faster: nothing is written over, and what stands now is shown.
    page.locator(".deadlines > button").tap()
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    faster = {"emergency": 12, "urgent": 36, "normal": 240}
    page.request.put(f"{served.address}/api/v1/referrals/deadlines", data=faster, headers=bearer)
    fields.nth(0).fill("6")
    page.locator("dialog .button.strong").tap()
    expect(page.locator("dialog [role=alert]")).to_be_visible()
    expect(page.locator(".deadlines li").first).to_contain_text("12")
    assert asked(served, "/referrals/deadlines")["hours"] == faster

    # The usual ones again.
    page.locator(".deadlines > button").tap()
    page.locator("dialog form .button.plain").tap()
    page.locator("dialog .button.strong").tap()
    expect(page.locator(".deadlines li").nth(1)).to_contain_text("72")


@LANGS
def test_one_referral_has_a_time_of_its_own(
    open_page: Callable[..., Page], served: Served, lang: str
) -> None:
    id_, events = referral(today() - timedelta(days=5))
    asked(served, "/referrals/events", {"events": events})
    page = open_page(lang=lang, **PHONE)
    page.evaluate("location.hash = '#/follow'")
    expect(page.locator(f"[data-referral='{id_}'].overdue")).to_be_visible()
    whole(page, id_, lang)
    page.locator("dialog [data-answer=deadline_set]").tap()
    assert page.locator(".own-deadline input").input_value() == "72"
    page.locator(".own-deadline input").fill("240")
    page.locator(".own-deadline button").tap()
    expect(page.locator(f"[data-referral='{id_}'].overdue")).to_have_count(0)
    assert asked(served, f"/referrals/{id_}")["referral"]["deadline_hours"] == 240


@LANGS
def test_what_is_reopened_is_sent_again(
    open_page: Callable[..., Page], served: Served, pictures: Callable[[Page, str], None], lang: str
) -> None:
    id_, events = referral(today() - timedelta(days=3), {"kind": "cancelled"})
    asked(served, "/referrals/events", {"events": events})
    page = open_page(lang=lang, **PHONE)
    page.evaluate("location.hash = '#/follow'")
    page.get_by_role("radio", name=WORDS[lang]["closed"], exact=True).check(force=True)
    whole(page, id_, lang)
    page.locator("dialog [data-answer=reopened]").tap()
    # The ways are those that the server allows, in its words.
    ways = page.locator(".send-again [data-way]")
    expect(ways.first).to_be_visible()
    steps = asked(served, f"/referrals/{id_}?lang={lang}")["steps"]
    [allowed] = [one["fields"][0]["choices"] for one in steps if one["kind"] == "referral_sent"]
    assert [one["label"] for one in allowed] == ways.all_inner_texts()
    pictures(page, f"settings-{lang}-2-again")
    ways.first.tap()
    expect(ways).to_have_count(0)
    expect(page.locator("dialog [data-answer=accepted]")).to_be_visible()
    assert asked(served, f"/referrals/{id_}")["referral"]["state"]["code"] == "sent"


@LANGS
def test_a_referral_is_forgotten_for_good(
    open_page: Callable[..., Page], served: Served, pictures: Callable[[Page, str], None], lang: str
) -> None:
    id_, events = referral(today())
    asked(served, "/referrals/events", {"events": events})
    page = open_page(lang=lang, **PHONE)
    page.evaluate("location.hash = '#/follow'")
    whole(page, id_, lang)
    page.locator("dialog [data-answer=forget]").tap()
    pictures(page, f"settings-{lang}-3-forget")
    assert asked(served, f"/referrals/{id_}")["referral"]["id"] == id_, "asked twice"
    page.locator("dialog .refused .button.strong").tap()
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator(f"[data-referral='{id_}']")).to_have_count(0)
    with pytest.raises(HTTPError, match="404"):
        asked(served, f"/referrals/{id_}")


def test_nothing_is_forgotten_before_who_knew_was_told(
    open_page: Callable[..., Page], served: Served
) -> None:
    id_, events = referral(today() - timedelta(days=2), {"kind": "consent_withdrawn"})
    asked(served, "/referrals/events", {"events": events})
    page = open_page(**PHONE)
    page.evaluate("location.hash = '#/follow'")
    page.get_by_role("radio", name=WORDS["fr"]["closed"], exact=True).check(force=True)
    page.locator(f"[data-referral='{id_}']").get_by_role("button", name=WORDS["fr"]["whole"]).tap()
    page.locator(".to-tell button").first.wait_for()
    assert page.locator("dialog [data-answer=forget]").count() == 0
    while page.locator(".to-tell button").count():
        left = page.locator(".to-tell button").count()
        page.locator(".to-tell button").first.tap()
        expect(page.locator(".to-tell button")).to_have_count(left - 1)
    expect(page.locator("dialog [data-answer=forget]")).to_be_visible()
