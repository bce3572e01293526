"""On a phone, in both languages: a case worker's evening, and a coordinator's end of quarter."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Served, running_demo
from tests.browser.promises import until
from tests.browser.referral_moves import PHONE, WORDS, ask, asked, refer, referral, said, today

NEED = "hebergement"
LANGS = pytest.mark.parametrize("lang", ["fr", "en"])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with running_demo(tmp_path_factory.mktemp("referrals")) as running:
        yield running


@pytest.fixture(scope="module")
def last_quarter(served: Served) -> date:
    """Three referrals of the quarter that is over: helped, declined, never answered; its first day."""
    now = today()
    first = date(now.year, (now.month - 1) // 3 * 3 + 1, 1)
    begun = date(first.year if first.month > 3 else first.year - 1, (first.month - 4) % 12 + 1, 1)
    day = begun + timedelta(days=10)
    events = [
        *referral(day, {"kind": "accepted"}, {"kind": "completed", "args": {"outcome": "helped"}})[1],
        *referral(day, {"kind": "declined", "args": {"reason": "no_capacity"}}, receiver="ajdm")[1],
        *referral(day, {"kind": "no_answer"}, need="sante")[1],
    ]
    asked(served, "/referrals/events", {"events": events})
    return begun


@LANGS
def test_a_case_worker_s_evening(
    open_page: Callable[..., Page], served: Served, pictures: Callable[[Page, str], None], lang: str
) -> None:
    page, words = open_page(lang=lang, **PHONE), WORDS[lang]
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))

    # Tonight: the list is empty, says so, and names nobody.
    ask(page, lang, NEED, tonight=True)
    tonight = page.locator(".tonight-here")
    expect(tonight).to_contain_text(words["empty"])
    assert tonight.locator("a").count() == 0
    pictures(page, f"evening-{lang}-1-answer")

    # A public number is one tap away; elsewhere one asks, word for word, without a fact of the case.
    called = page.locator(".suggestion", has=page.locator("a[href='tel:+22344420671']"))
    expect(called.locator(".not-said")).not_to_be_empty()
    full = called.get_attribute("data-service") or ""
    called.locator("summary").first.tap()
    called.locator("[data-check=full]").tap()
    expect(called.locator("[data-check=full]")).to_have_attribute("aria-pressed", "true")
    card = page.locator(".suggestion", has=page.locator(".first-call [data-ask] blockquote")).first
    card.scroll_into_view_if_needed()
    pictures(page, f"evening-{lang}-2-card")

    # Referred with an agreement; the refusal is one sign; elsewhere for the same person.
    first = refer(page, lang, card, agreed=True, way="phone")
    pictures(page, f"evening-{lang}-3-kept")
    page.get_by_role("button", name=words["follow"]).tap()
    line = page.locator(".referral", has_text=first)
    line.locator("[data-answer=declined]").tap()
    pictures(page, f"evening-{lang}-4-refused")
    line.locator("[data-sign=no_capacity]").tap()
    line.get_by_role("button", name=words["elsewhere"]).tap()
    expect(page.locator(".same-person")).to_contain_text(first)
    expect(page.locator(f".chip input[value={NEED}]")).to_be_checked()
    page.get_by_role("button", name=words["send"]).tap()
    expect(page.locator(".answer")).to_have_attribute("aria-busy", "false")
    second = refer(page, lang, page.locator(".suggestion").last, agreed=False, way="slip")
    assert second != first
    slip = page.request.get(page.get_by_role("link", name=words["print"]).evaluate("one => one.href"))
    assert slip.body().startswith(b"%PDF")

    # The answer on the telephone, then the end: one tap each.
    page.get_by_role("button", name=words["follow"]).tap()
    line = page.locator(".referral", has_text=second)
    line.locator("[data-answer=accepted]").tap()
    page.locator(".follow .segment").nth(1).tap()
    line.locator("[data-answer=completed]").tap()
    line.locator("[data-sign=helped]").tap()
    expect(line).to_have_count(0)

    # The consent is withdrawn: each one that knew is named, and told.
    page.get_by_role("radio", name=words["closed"], exact=True).check(force=True)
    page.locator(".referral", has_text=first).get_by_role("button", name=words["whole"]).tap()
    page.locator("dialog summary", has_text=words["more"]).tap()
    page.get_by_role("button", name=words["withdraw"]).tap()
    page.get_by_role("button", name=words["withdrawn"]).tap()
    left = page.locator(".withdrawal .to-tell")
    left.first.wait_for()
    knew = left.count()
    for done in range(1, knew + 1):
        page.get_by_role("button", name=re.compile(words["told"])).first.tap()
        expect(page.locator(".withdrawal ul > li:not(.to-tell)")).to_have_count(done)
    expect(left).to_have_count(0)
    expect(page.locator(".history li")).to_have_count(5 + knew)
    pictures(page, f"evening-{lang}-5-withdrawn")

    # For whoever asks next, the service has places again.
    asked(served, "/referrals/events", {"events": [said("service_checked", full, today(), status="open")]})
    states = {one["reference"]: one["state"]["code"] for one in asked(served, "/referrals")["items"]}
    assert (states[first], states[second]) == ("consent_withdrawn", "completed")
    persons = {
        asked(served, f"/referrals/{one['id']}")["referral"]["person"]
        for one in asked(served, "/referrals")["items"]
        if one["reference"] in (first, second)
    }
    assert len(persons) == 1, "the same person, referred twice"
    told = [*addresses, page.url]
    assert not [url for url in told if NEED in url or any(person in url for person in persons)]


@LANGS
def test_what_is_overdue_stands_first(open_page: Callable[..., Page], served: Served, lang: str) -> None:
    late, events = referral(today() - timedelta(days=5))
    asked(served, "/referrals/events", {"events": [*events, *referral(today())[1]]})
    page = open_page(lang=lang, **PHONE)
    page.evaluate("location.hash = '#/follow'")
    expect(page.locator(".referral.overdue .due.late").first).to_be_visible()
    order = page.locator(".referral").evaluate_all("all => all.map(one => one.matches('.overdue'))")
    assert order == sorted(order, reverse=True)
    line = page.locator(f"[data-referral='{late}']")
    expect(line.locator("a[href='tel:+2232202056']")).to_be_visible()
    line.locator("[data-answer=no_answer]").tap()
    expect(page.locator(f"[data-referral='{late}'].overdue")).to_have_count(0)


@LANGS
def test_what_is_said_offline_waits_and_counts_once(
    open_page: Callable[..., Page], served: Served, lang: str
) -> None:
    id_, events = referral(today())
    asked(served, "/referrals/events", {"events": events})
    page = open_page(lang=lang, expected="503", **PHONE)
    page.evaluate("location.hash = '#/follow'")
    line = page.locator(f"[data-referral='{id_}']")
    line.wait_for()
    lost: list[str] = []

    def lose(route) -> None:  # type: ignore[no-untyped-def]
        """The server hears it, and the answer never comes."""
        lost.append(route.request.post_data or "")
        route.fetch()
        route.fulfill(status=503)

    page.route("**/referrals/events*", lose)
    line.locator("[data-answer=acknowledged]").tap()
    expect(page.locator(".unsent")).to_be_visible()
    page.unroute("**/referrals/events*")
    page.locator(".unsent button").tap()
    expect(page.locator(".unsent")).to_have_count(0)
    kinds = [one["kind"] for one in asked(served, f"/referrals/{id_}")["history"]]
    assert kinds.count("acknowledged") == 1
    assert len(json.loads(lost[0])["events"]) == 1


@LANGS
def test_a_coordinator_s_end_of_quarter(
    open_page: Callable[..., Page], last_quarter: date, pictures: Callable[[Page, str], None], lang: str
) -> None:
    page = open_page(lang=lang, **PHONE)
    # The list of the night: a function and its number, then one tap.
    page.evaluate("location.hash = '#/follow'")
    page.get_by_role("tab").nth(1).tap()
    page.locator(".tonight > button").tap()
    fields = page.locator(".night-line").first.locator("input")
    for at, text in enumerate(("Garde de l'hôpital", "+223 20 00 00 00", "20 h - 6 h")):
        fields.nth(at).fill(text)
    pictures(page, f"quarter-{lang}-1-night-list")
    page.locator(".tonight form .button.strong").tap()
    expect(page.locator(".night-function a[href='tel:+22320000000']")).to_be_visible()

    # The quarter that is over is asked first: contacts, and persons apart.
    page.evaluate("location.hash = '#/counts'")
    assert page.locator("select").first.input_value().startswith(str(last_quarter.year))
    expect(page.locator(".counted dd")).to_have_text(["3", "1", "1", "1", "1"])
    expect(page.locator(".persons").first).to_contain_text("3")
    page.locator(".chip input[value=pair]").check(force=True)
    expect(page.locator(".figures")).to_have_count(2)
    rows = page.locator(".figures").nth(1).locator("tbody th").all_inner_texts()
    assert rows[:-1] == sorted(rows[:-1], key=str.casefold), "ordered by name, never by a number"
    page.locator(".figures").nth(1).scroll_into_view_if_needed()
    pictures(page, f"quarter-{lang}-2-counts")
    report = page.request.get(page.locator(".count-files a").first.evaluate("one => one.href"))
    assert report.body().startswith(b"%PDF")

    # As it was known before anything was noted: nothing.
    page.locator(".count-question summary").tap()
    page.locator("input[type=date]").fill(str(today() - timedelta(days=1)))
    page.locator("input[type=date]").blur()
    expect(page.locator(".counted dd").first).to_have_text("0")
    page.locator("input[type=date]").fill("")
    page.locator("input[type=date]").blur()
    expect(page.locator(".counted dd").first).to_have_text("3")

    # A month of strokes on paper, whose sum is looked at while it is typed.
    page.locator(".count-files button").first.tap()
    month = f"{last_quarter:%Y-%m}"
    numbers = page.locator("dialog .figure-field input")
    page.locator("dialog input").first.fill(month)
    for at, count in enumerate((31, 58, 12, 7, 3, 1)):
        numbers.nth(at).fill(str(count))
    expect(page.locator("dialog .form > p[role=status]")).to_contain_text("1")
    numbers.nth(6).fill("1")
    expect(page.locator("dialog .form > p[role=status]")).to_have_count(0)
    pictures(page, f"quarter-{lang}-3-slip")
    page.locator("dialog .button.strong").tap()
    expect(page.locator(".persons").nth(1)).to_contain_text("58")

    # What leaves is a small file of a semester; the same file twice counts once.
    page.locator(".count-question .segment").nth(1).tap()
    small = page.request.get(page.locator(".count-files a[download]").evaluate("one => one.href"))
    assert "person" not in json.loads(small.body()).get("referrals", {})
    page.locator(".count-files button").nth(1).tap()
    file = FilePayload(name="comptes.json", mimeType="application/json", buffer=small.body())
    page.locator("dialog input[type=file]").set_input_files([file, file])
    page.wait_for_selector("dialog .figures")
    until(page, "() => document.querySelector('dialog .figures').innerText.length > 20")
    page.locator("dialog .figures").first.scroll_into_view_if_needed()
    pictures(page, f"quarter-{lang}-4-together")
    with page.expect_download() as taken:
        page.get_by_role("button", name=re.compile("réseau|network")).tap()
    assert taken.value.suggested_filename == {"fr": "reseau.pdf", "en": "network.pdf"}[lang]
    assert taken.value.path().read_bytes().startswith(b"%PDF")
    page.keyboard.press("Escape")

    # And what the network lacks: a need opens on its places, why services said no stands without a name.
    page.evaluate("location.hash = '#/gaps'")
    line = page.locator(f"[data-row={NEED}]")
    line.locator("summary").tap()
    expect(line.locator("dd").first).to_contain_text("Bamako")
    pictures(page, f"quarter-{lang}-5-gaps")
    page.get_by_role("tab").nth(1).tap()
    expect(page.locator(".gap-refusals .reason-counts li")).to_have_count(1)
    paper = page.request.get(page.locator(".gap-paper a").evaluate("one => one.href"))
    assert paper.body().startswith(b"%PDF")
