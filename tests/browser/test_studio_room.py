"""In the room: what everybody sees holds no name while the veil is on, and the page closes in a moment.

The canary: every message the wall is sent, every state its DOM was ever in and every address it asks are kept
and searched.
"""

import json
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TOKEN
from tests.browser.studio_moves import Hand, document_of, new_sheet
from tests.browser.test_accessibility import serious

NAMES = ("Kanari-Zoumana", "Kanari-Aminata", "Kanari-Maison", "Kanari-Refuge")
CANARY = "Kanari"
SIGN = (0, 1, 4, 7)
#: Heard before anything of the page runs: every message, and all that ever stood in the DOM.
EARS = """() => {
  window.__heard = [];
  addEventListener('message', event => window.__heard.push(JSON.stringify(event.data) ?? ''), true);
  new MutationObserver(() => window.__heard.push(document.documentElement?.outerHTML ?? ''))
    .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  window.__spoken = 0;
  if (window.speechSynthesis) speechSynthesis.speak = () => { window.__spoken += 1; };
}"""


def draw(page: Page) -> Hand:
    """Two people in a home, a service, two arrows: every one with a name that must not be seen."""
    hand = Hand(page)
    for name, at in ((NAMES[0], (90, 80)), (NAMES[1], (120, 80))):
        hand.tap(hand.where(at))
        hand.press("[data-choice=person]")
        hand.name(name)
    hand.tap(hand.where((200, 80)))
    hand.press("[data-choice=institution]")
    hand.name(NAMES[3])
    for tail, head in ((NAMES[0], NAMES[3]), (NAMES[3], NAMES[1])):
        hand.tool("arrow")
        hand.tap(hand.middle(tail))
        hand.tap(hand.middle(head))
        page.keyboard.press("Escape")
    assert len(document_of(page)["activations"]) == 2
    return hand


def show_on_wall(page: Page) -> Page:
    """Open the second window."""
    page.get_by_role("button", name="Montrer au mur").click()
    with page.expect_popup() as waited:
        page.get_by_role("button", name="Un deuxième écran").click()
    wall = waited.value
    wall.wait_for_selector(".wall-sheet [data-kind]")
    return wall


def heard(wall: Page) -> str:
    found: str = wall.evaluate("window.__heard.join('\\n')")
    return found


def until(page: Page, truth: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not truth():
        assert time.monotonic() < deadline
        page.wait_for_timeout(50)


def join(page: Page, dots: tuple[int, ...]) -> None:
    """Join dots with one stroke of the mouse."""
    page.locator("[data-dot='8']").wait_for()
    for place, dot in enumerate(dots):
        box = page.locator(f"[data-dot='{dot}']").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        if place == 0:
            page.mouse.down()
    page.mouse.up()


def choose_sign(page: Page) -> None:
    page.get_by_role("button", name="Signe pour rouvrir").click()
    join(page, SIGN)
    expect(page.get_by_role("dialog")).to_contain_text("Encore une fois")
    join(page, SIGN)
    expect(page.get_by_role("dialog")).to_have_count(0)


def forget_sign(address: str) -> None:
    """Whatever happened, the session is open and without a sign for whoever comes next."""
    sign = json.dumps({"sign": "-".join(map(str, SIGN))}).encode()
    for method, path, body in (("POST", "/lift", sign), ("DELETE", "", None)):
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        asked = urllib.request.Request(f"{address}/api/v1/lock{path}", body, headers, method=method)
        urllib.request.urlopen(asked, timeout=10).close()


@pytest.fixture
def signed(open_page: Callable[..., Page]) -> Iterator[Page]:
    """A sheet with names, and a sign to open the page with; the session forgets it afterwards."""
    page = open_page(expected="403")
    page.context.add_init_script(f"({EARS})()")
    new_sheet(page)
    draw(page)
    choose_sign(page)
    yield page
    forget_sign(page.url.split("/#")[0])


def test_no_byte_of_the_wall_holds_a_name_while_the_veil_is_on(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page()
    page.context.add_init_script(f"({EARS})()")
    new_sheet(page)
    hand = draw(page)
    wall = show_on_wall(page)
    expect(page.get_by_role("button", name="Cacher les noms")).to_have_attribute("aria-pressed", "true")
    pictures(wall, "wall-veiled")
    # Whatever is done meanwhile: naming, undoing, reading back, replaying, a language, a palette.
    hand.tap(hand.where((60, 150)))
    hand.press("[data-choice=person]")
    hand.name("Kanari-Dernier")
    page.locator("[data-tool=undo]").click()
    page.locator("[data-tool=redo]").click()
    page.get_by_role("button", name="La séance").click()
    for _ in range(6):
        page.get_by_role("button", name="Étape suivante").click()
    page.get_by_role("button", name="Relire les flèches").click()
    expect(wall.locator(".wall-sentence")).to_contain_text("est activé(e) par")
    expect(wall.locator(".wall-signs li")).to_have_count(3)
    pictures(wall, "wall-read-back")
    pictures(page, "room-read-back")
    page.get_by_role("button", name="Finir la relecture").click()
    page.get_by_role("button", name="Rejouer").click()
    for lang in ("en", "fr"):
        page.locator(f".studio-bar [lang={lang}]").click()
        expect(wall.locator("html")).to_have_attribute("lang", lang)
    until(wall, lambda: len(heard(wall)) > 2000)
    assert CANARY not in heard(wall)
    assert CANARY not in wall.content()
    asked = wall.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert asked, "the files of the page at least"
    assert [address for address in asked if "/api/" in address] == []
    assert wall.evaluate("window.__spoken") == 0
    assert serious(wall) == []


def test_names_show_only_while_the_sign_is_held(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.context.add_init_script(f"({EARS})()")
    new_sheet(page)
    draw(page)
    wall = show_on_wall(page)
    hold = page.get_by_role("button", name="Garder le doigt ici")
    hold.hover()
    page.mouse.down()
    until(wall, lambda: CANARY in wall.content())
    page.mouse.up()
    until(wall, lambda: CANARY not in wall.content())
    hold.focus()
    page.keyboard.down(" ")
    until(wall, lambda: CANARY in wall.content())
    page.keyboard.up(" ")
    until(wall, lambda: CANARY not in wall.content())
    # The facilitator's own screen keeps the names: only the wall wears the veil.
    assert CANARY in page.locator(".studio-frame").inner_html()


def test_one_screen_wears_the_veil_from_the_start(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page()
    new_sheet(page)
    draw(page)
    page.get_by_role("button", name="En mots").click()
    assert CANARY in page.content()
    people = page.locator(".sheet-list h3").first
    expect(people).to_have_text("Personnes (2)")
    page.get_by_role("button", name="Montrer au mur").click()
    page.get_by_role("button", name="Cet écran-ci").click()
    until(page, lambda: CANARY not in page.content())
    expect(people).to_have_text("Personnes")
    pictures(page, "room-one-screen")
    hold = page.get_by_role("button", name="Garder le doigt ici")
    hold.hover()
    page.mouse.down()
    until(page, lambda: CANARY in page.content())
    page.mouse.move(5, 5)
    page.mouse.up()
    until(page, lambda: CANARY not in page.content())
    assert serious(page) == []


def test_a_sheet_may_be_veiled_before_its_first_touch(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    page.get_by_role("checkbox", name="Tout le monde voit cet écran").check()
    page.locator("dialog .first").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    hand = Hand(page)
    hand.tap(hand.where((120, 90)))
    hand.press("[data-choice=person]")
    hand.name(NAMES[0])
    assert document_of(page)["persons"][0]["label"]["fr"] == NAMES[0]
    until(page, lambda: CANARY not in page.content())
    expect(page.locator(".studio-frame svg.sheet").first).to_contain_text("A")


def test_findings_counters_and_refusals_never_reach_the_wall(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.context.add_init_script(f"({EARS})()")
    new_sheet(page)
    hand = draw(page)
    wall = show_on_wall(page)
    # An arrow from somebody to themselves is refused in words, beside the finger.
    hand.tool("arrow")
    hand.tap(hand.middle(NAMES[0]))
    hand.tap(hand.middle(NAMES[0]))
    expect(page.locator(".bubble")).to_contain_text("Une flèche va vers quelqu'un d'autre")
    page.get_by_role("button", name="La séance").click()
    for _ in range(6):
        page.get_by_role("button", name="Étape suivante").click()
    page.get_by_role("button", name="Relire les flèches").click()
    expect(page.locator(".read-back")).to_contain_text("0 d'accord sur 2")
    expect(wall.locator(".wall-sentence")).to_contain_text("est activé(e) par")
    told = heard(wall)
    for words in ("quelqu'un d'autre", "d'accord sur", "Flèche 1 sur", "Enregistré", "finding", "refus"):
        assert words not in told, words
    assert wall.locator("button, input, a, dialog").count() == 0


def test_the_wall_goes_blank_with_the_page_and_finds_it_again(open_page: Callable[..., Page]) -> None:
    page = open_page()
    new_sheet(page)
    draw(page)
    wall = show_on_wall(page)
    page.get_by_role("button", name="Fermer la page").click()
    wall.wait_for_selector(".wall-blank")
    assert wall.locator("svg[data-sociogram]").count() == 0
    page.get_by_role("button", name="Rouvrir").click()
    wall.wait_for_selector(".wall-sheet [data-kind]")
    page.get_by_role("button", name="Arrêter de montrer").click()
    until(page, lambda: wall.is_closed())


def leave(page: Page, way: str) -> None:
    if way == "button":
        page.get_by_role("button", name="Fermer la page").click()
    elif way == "blur":
        page.evaluate("document.hasFocus = () => false; dispatchEvent(new Event('blur'))")
    elif way == "hidden":
        page.evaluate(
            "Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )
    else:
        page.keyboard.press(way)


def shut(page: Page) -> None:
    """The server shows nothing either, as soon as it has heard of it, until it is opened."""
    deadline = time.monotonic() + 20
    while page.request.get(f"{page.url.split('#')[0]}api/v1/situations").status != 403:
        assert time.monotonic() < deadline
        page.wait_for_timeout(50)


def test_the_page_closes_in_a_moment_and_holds_nothing(
    signed: Page, pictures: Callable[[Page, str], None]
) -> None:
    page = signed
    for way in ("F9", "Control+Shift+L", "button", "blur", "hidden"):
        began = time.monotonic()
        leave(page, way)
        page.wait_for_selector(".lock-screen")
        assert time.monotonic() - began < 3, way
        assert CANARY not in page.content(), way
        assert page.locator("svg[data-sociogram], .studio, dialog").count() == 0, way
        assert page.title() == "Sociogram"
        assert page.url.endswith("#/studio")
        pictures(page, "room-locked")
        shut(page)
        page.evaluate("delete document.hasFocus; delete document.visibilityState")
        join(page, SIGN)
        page.wait_for_selector(".studio-frame svg[data-sociogram]")
        assert len(document_of(page)["activations"]) == 2, way


def test_wrong_signs_slow_down(signed: Page) -> None:
    page = signed
    page.keyboard.press("F9")
    page.wait_for_selector(".lock-screen")
    assert serious(page) == []
    for _ in range(2):
        with page.expect_response("**/api/v1/lock/lift"):
            join(page, (0, 3, 6, 7))
        expect(page.get_by_role("alert")).to_contain_text("Ce n'est pas le signe")
    join(page, (0, 3, 6, 7))
    expect(page.get_by_role("alert")).to_contain_text("Attendez")
    join(page, SIGN)
    expect(page.locator(".lock-screen")).to_have_count(1)
    expect(page.get_by_role("alert")).not_to_contain_text("Attendez", timeout=10_000)
    join(page, SIGN)
    page.wait_for_selector(".studio-frame svg[data-sociogram]")


def test_a_page_read_anew_asks_before_it_shows_anything(signed: Page) -> None:
    page = signed
    page.on("dialog", lambda one: one.accept())
    page.reload()
    page.wait_for_selector(".lock-screen")
    assert CANARY not in heard(page)
    # Neither a fresh tab of the same browser: it is the session that is closed.
    other = page.context.new_page()
    other.goto(page.url.split("#")[0])
    other.wait_for_selector(".lock-screen")
    assert CANARY not in heard(other)
    other.close()
    # Dots one by one, from the keyboard.
    for dot in SIGN:
        page.locator(f"[data-dot='{dot}']").focus()
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Rouvrir").first.click()
    expect(page.locator(".lock-screen")).to_have_count(0)


def test_nothing_of_the_sign_is_kept_by_the_browser(signed: Page) -> None:
    page = signed
    stored = page.evaluate(
        "JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])"
    )
    assert json.loads(stored) == [[], [], ""]
