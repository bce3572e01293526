"""What the network lacks, in the page: on a phone and on a desk, by touch and by keys, in both languages."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, running_demo
from tests.browser.referral_moves import PHONE, asked, referral, said, today
from tests.browser.test_accessibility import serious
from tests.browser.test_phone import SMALL_TARGETS
from tests.browser.test_pseudo_language import check

NEED = "hebergement"
DESK = {"width": 1280, "height": 800}
TABS = ("map", "open", "pairs", "doubles")
LANGS = pytest.mark.parametrize("lang", ["fr", "en"])
ROOM = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One need that waits for seven weeks, one refusal, twice the same need without a mark of a person."""
    with running_demo(tmp_path_factory.mktemp("gaps")) as running:
        _, waiting = referral(today() - timedelta(days=50), need=NEED)
        declined = {"kind": "declined", "args": {"reason": "no_capacity"}}
        _, refused = referral(today() - timedelta(days=20), declined, receiver="ajdm", need="sante_mentale")
        alike = [referral(today(), need="sante")[1] for _ in range(2)]
        for events in alike:
            events[0]["args"].pop("person")
        asked(running, "/referrals/events", {"events": [*waiting, *refused, *alike[0], *alike[1]]})
        yield running


def opened(page: Page, tab: str = "map") -> None:
    page.evaluate("location.hash = '#/gaps'")
    page.get_by_role("tab").nth(TABS.index(tab)).click()
    page.wait_for_selector(f".gap-{tab}")


@LANGS
def test_on_a_phone_a_need_opens_on_its_places(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang, **PHONE)
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    opened(page)
    assert page.locator("table").count() == 0
    line = page.locator(f"[data-row={NEED}]")
    line.locator("summary").tap()
    expect(line.locator("dl > div").nth(1)).to_be_visible()
    held = line.locator("dd").all_inner_texts()
    assert sum(len(text.split(", ")) for text in held) == line.locator(".gap-strip svg").count()
    line.scroll_into_view_if_needed()
    pictures(page, f"gaps-{lang}-1-need")

    # The same map by places.
    page.locator(".gap-map .segment").nth(1).tap()
    page.locator("[data-row=gao] summary").tap()
    expect(page.locator("[data-row=gao] dd").first).to_contain_text("Transport")
    pictures(page, f"gaps-{lang}-2-place")

    # On to the question, which already knows the place; and to the directory.
    page.locator("[data-row=gao] .actions button").first.tap()
    expect(page.locator("main")).to_contain_text("Gao")
    opened(page)
    line.locator("summary").tap()
    line.locator(".actions button").first.tap()
    expect(page.locator(f".chip input[value={NEED}]")).to_be_checked()
    opened(page)
    line.locator("summary").tap()
    line.locator(".actions button").nth(1).tap()
    expect(page.locator(f"select option:checked[value={NEED}]")).to_have_count(1)
    assert not [url for url in [*addresses, page.url] if NEED in url]


def test_on_a_desk_it_is_a_table_with_the_keyboard(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page(viewport=DESK)
    opened(page)
    rows = page.locator(".gap-table tbody tr")
    needs = rows.count()
    assert needs == page.locator(".gap-table tbody th").count() > 10
    words = page.locator(".gap-legend dt").all_inner_texts()
    cells = {text.strip() for text in page.locator(".gap-table td").all_inner_texts()}
    assert cells <= {word.strip() for word in words}, "each cell says its state in words too"
    pictures(page, "gaps-fr-3-table")
    head = page.locator(f"tr[data-row={NEED}] th button")
    head.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog dd").first).to_contain_text("Bamako")
    assert serious(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == head.inner_text()
    page.set_viewport_size({"width": 700, "height": 800})
    expect(page.locator(".gap-list > li")).to_have_count(needs)


@LANGS
def test_what_waits_says_whom_to_ask_next(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang, **PHONE)
    opened(page, "open")
    expect(page.locator(".gap-need")).to_have_count(1)
    pictures(page, f"gaps-{lang}-4-open")
    name = page.locator(".gap-ask .link").first.inner_text()
    page.locator(".gap-ask .link").first.tap()
    expect(page.locator("dialog h2")).to_have_text(name)
    page.keyboard.press("Escape")
    page.locator(".gap-need .actions button").first.tap()
    expect(page.locator("dialog .history li").first).to_be_visible()
    with page.expect_response("**/gaps?*"):
        page.keyboard.press("Escape")
    # Eight weeks: nothing has waited so long. Two: the refusal too.
    page.locator(".gap-open .segment").nth(2).tap()
    expect(page.locator(".gap-open .empty")).to_be_visible()
    page.locator(".gap-open .segment").first.tap()
    expect(page.locator(".gap-need")).to_have_count(2)
    page.locator(".gap-need > .button").first.tap()
    expect(page.locator(".same-person")).to_be_visible()
    expect(page.locator(f".chip input[value={NEED}]")).to_be_checked()


@LANGS
def test_pairs_stand_by_name_and_nothing_counts_them(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang, **PHONE)
    opened(page, "pairs")
    more = page.locator(".gap-pairs > .button")
    while more.count():
        more.tap()
    cards = page.locator(".gap-pair")
    firsts = page.locator(".gap-pair h3:first-child").all_inner_texts()[::2]
    assert len(firsts) == cards.count() > 20
    assert firsts == sorted(firsts, key=str.casefold)
    assert not re.search(r"\d", page.locator(".gap-pairs").inner_text())
    page.get_by_role("combobox").fill("aaomm")
    page.keyboard.press("Enter")
    shown = cards.all_inner_texts()
    assert 0 < len(shown) < len(firsts)
    assert all("AAOMM" in text for text in shown)
    pictures(page, f"gaps-{lang}-5-pairs")


@LANGS
def test_doubles_are_compared_at_home_and_cards_are_new_each_time(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang, **PHONE)
    opened(page, "doubles")
    buttons = page.locator(".gap-doubles .gap-need .actions button")
    expect(buttons).to_have_count(2)
    references = []
    for at in range(2):
        buttons.nth(at).tap()
        references.append(page.locator("dialog .reference").inner_text())
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)
    assert len(set(references)) == 2
    pictures(page, f"gaps-{lang}-6-doubles")
    address = page.locator(".gap-cards a").evaluate("one => one.href")
    first, second = (page.request.get(address).body() for _ in range(2))
    assert first.startswith(b"%PDF")
    assert first != second


@LANGS
def test_for_every_hand_and_eye(open_page: Callable[..., Page], lang: str) -> None:
    page = open_page(lang=lang, **PHONE)
    for tab in TABS:
        opened(page, tab)
        for summary in page.locator("main summary").all()[:3]:
            summary.tap()
        assert serious(page) == [], tab
        assert page.evaluate(SMALL_TARGETS) == [], tab
        assert page.evaluate(ROOM), tab


def test_no_text_is_forgotten(open_page: Callable[..., Page]) -> None:
    page = open_page(query="?lang=pseudo", **PHONE)
    for tab in TABS:
        opened(page, tab)
        for summary in page.locator("main summary").all()[:3]:
            summary.tap()
        check(page)
    page.set_viewport_size(DESK)
    opened(page)
    page.wait_for_selector(".gap-table")
    check(page)


def test_a_call_that_was_noted_changes_the_map(open_page: Callable[..., Page], served: Served) -> None:
    page = open_page(viewport=DESK)
    opened(page)
    cell = page.locator(f"tr[data-row={NEED}] td").first
    expect(cell).to_have_attribute("data-state", "to_check")
    query = {"origin": "aracem", "needs": [NEED], "places": ["bamako"]}
    for one in asked(served, "/referrals/suggest", query)["suggestions"]:
        event = said("service_checked", one["service"], today(), status="open")
        asked(served, "/referrals/events", {"events": [event]})
    page.evaluate("location.hash = '#/pens'")
    opened(page)
    expect(cell).to_have_attribute("data-state", "open")
    expect(cell).to_have_text("ouvert")
