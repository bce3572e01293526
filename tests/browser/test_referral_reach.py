"""Referring, following and counting: for every hand and eye, in both languages, on the narrowest phone."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, running_demo
from tests.browser.referral_moves import PHONE, WORDS, asked, referral, today
from tests.browser.test_accessibility import serious
from tests.browser.test_phone import SMALL_TARGETS
from tests.browser.test_pseudo_language import check

NEED = "hebergement"
ROOM = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with running_demo(tmp_path_factory.mktemp("reach")) as running:
        steps = {"kind": "declined", "args": {"reason": "no_capacity"}}
        events = [*referral(today() - timedelta(days=5))[1], *referral(today() - timedelta(days=2), steps)[1]]
        asked(running, "/referrals/events", {"events": events})
        yield running


def walk(page: Page, look: Callable[[str], None], lang: str = "fr") -> None:
    """Through every view of the loop, a `look` at each; buttons are found by their place."""
    page.evaluate("location.hash = '#/help'")
    page.get_by_role("combobox", name=WORDS[lang]["origin"]).fill("aracem")
    page.keyboard.press("Enter")
    page.locator(f".chip input[value={NEED}]").check(force=True)
    for summary in page.locator(".ask summary").all():
        summary.tap()
    look("the question")
    page.get_by_role("radio", name=WORDS[lang]["tonight"]).check(force=True)
    page.locator(".ask .button.strong.wide").tap()
    page.wait_for_selector(".suggestion")
    for summary in page.locator(".suggestion").nth(2).locator("summary").all():
        summary.tap()
    look("the answer")
    page.locator(".suggestion-actions .button.strong").nth(2).tap()
    look("consent")
    page.locator("dialog summary").tap()
    page.locator("dialog [data-sign=agreed]").tap()
    look("agreed")
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#/follow'")
    page.locator(".referral.overdue").wait_for()
    look("the list")
    page.locator("[data-answer=declined]").first.tap()
    page.locator("[data-sign=other]").tap()
    look("why")
    page.locator(".referral > .button.plain").first.tap()
    page.locator(".history li").first.wait_for()
    page.locator("dialog summary").tap()
    page.locator("dialog [data-answer=deadline_set]").tap()
    page.locator("dialog [data-answer=forget]").tap()
    look("the whole referral")
    page.keyboard.press("Escape")
    page.locator(".follow-actions button").first.tap()
    look("outside the directory")
    page.keyboard.press("Escape")
    page.locator(".follow-actions button").nth(1).tap()
    page.locator(".deadlines button").tap()
    look("times for an answer")
    page.keyboard.press("Escape")
    page.get_by_role("tab").nth(1).tap()
    page.locator(".tonight > button").tap()
    look("the list of the night")
    page.evaluate("location.hash = '#/counts'")
    page.locator(".figures").first.wait_for()
    page.locator("select").first.select_option(index=0)
    page.locator(".count-question summary").tap()
    page.locator(".reason-counts, .counted").first.wait_for()
    look("counts")
    page.locator(".count-files button").first.tap()
    page.locator("dialog summary").tap()
    look("a paper slip")
    page.keyboard.press("Escape")
    page.locator(".count-files button").last.tap()
    look("files of partners")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_serious_nothing_small_nothing_beyond_the_side(
    open_page: Callable[..., Page], lang: str
) -> None:
    page = open_page(lang=lang, **PHONE)

    def look(where: str) -> None:
        assert serious(page) == [], where
        assert page.evaluate(SMALL_TARGETS) == [], where
        assert page.evaluate(ROOM), where

    walk(page, look, lang)


def test_no_text_is_forgotten(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo", **PHONE)
    walk(page, lambda where: check(page))


def test_an_answer_is_kept_with_the_keyboard(open_page: Callable[..., Page], served: Served) -> None:
    id_, events = referral(today())
    asked(served, "/referrals/events", {"events": events})
    page = open_page()
    page.evaluate("location.hash = '#/follow'")
    line = page.locator(f"[data-referral='{id_}']")
    line.locator("[data-answer=declined]").focus()
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.sign"):
            break
    assert page.evaluate("document.activeElement.dataset.sign") == "no_capacity"
    page.keyboard.press("Space")
    expect(line.locator("[data-answer=declined]")).to_have_count(0)
    found = asked(served, f"/referrals/{id_}")["referral"]
    assert found["declined_reason"]["code"] == "no_capacity"
