"""What a hand may do on the studio's sheet, gesture by gesture, and what is kindly refused."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.studio_moves import Finger, Hand, Keys, document_of, new_sheet, without_ids_and_places
from tests.browser.test_pseudo_language import check

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
Opened = Callable[..., Page]


def drawn(page: Page) -> dict[str, Any]:
    return without_ids_and_places(document_of(page))


def sheet_of_four(page: Page) -> Hand:
    """Awa and Issa at home, a service with a nurse, a professional beside."""
    new_sheet(page)
    hand = Hand(page)
    for name, at in (("Awa", (50, 60)), ("Issa", (85, 60))):
        put(hand, "person", name, at)
    hand.tool("home")
    home = [hand.where(at) for at in ((30, 35), (105, 35), (105, 85), (30, 85))]
    hand.drag(*home, home[0])
    hand.name("Chez Awa")
    hand.tool("home")
    put(hand, "institution", "Dispensaire", (210, 60))
    box = hand.stands("Dispensaire")
    hand.tap((box["x"] + box["w"] / 2, box["y"] + box["h"] - 12))
    hand.press("[data-choice=professional]")
    hand.name("Infirmier")
    put(hand, "professional", "Juge", (210, 150))
    return hand


def put(hand: Hand, what: str, name: str, at: tuple[float, float]) -> None:
    hand.tap(hand.where(at))
    hand.press(f"[data-choice={what}]")
    hand.name(name)


def rim(hand: Hand, name: str) -> tuple[float, float]:
    """Just outside the right side of a figure's body."""
    box = hand.stands(name)
    figure = hand.page.evaluate(
        """name => {
          const marks = [...document.querySelectorAll('.studio-frame svg.sheet > g[data-box]')];
          const mark = marks.find(one => one.getAttribute('aria-label').split(',')[0] === name);
          const shape = mark.querySelector('path').getBoundingClientRect();
          return shape.right;
        }""",
        name,
    )
    return figure + 3, box["y"] + box["h"] * 0.45


def said(page: Page) -> str:
    return " ".join(page.locator("[data-announcements] p").all_inner_texts()).strip()


def test_the_pen_follows_from_the_two_ends(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    for activator, activated, pen, letter in (
        ("Awa", "Issa", "bleu", "B"),
        ("Awa", "Infirmier", "rouge", "R"),
        ("Infirmier", "Issa", "orange", "O"),
        ("Infirmier", "Juge", "vert", "V"),
    ):
        hand.drag(rim(hand, activator), hand.middle(activated))
        sentence = f"{activated} est activé(e) par {activator}."
        expect(page.locator(".studio-sentence")).to_contain_text(sentence)
        expect(page.locator(".studio-sentence .pen-badge")).to_contain_text(f"{letter}1")
        assert said(page) == f"{sentence} Feutre {pen}."
        assert drawn(page)["arrows"] == [(activator, activated, "active")]
        page.keyboard.press("Escape")
        hand.tool("undo")
        assert drawn(page)["arrows"] == []


def test_an_arrow_is_also_drawn_touch_by_touch_and_given_another_end(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    hand.tap(hand.middle("Awa"))
    hand.press("[data-choice=arrow]")
    expect(page.locator(".studio-sentence")).to_contain_text("qui est activé(e) par Awa ?")
    hand.tap(hand.middle("Juge"))
    assert drawn(page)["arrows"] == [("Awa", "Juge", "active")]
    tip = page.evaluate(
        """() => {
          const line = document.querySelector('[data-kind=activation] path');
          const at = line.getPointAtLength(line.getTotalLength()).matrixTransform(line.getScreenCTM());
          return [at.x, at.y];
        }"""
    )
    hand.drag(tuple(tip), hand.middle("Infirmier"))
    assert drawn(page)["arrows"] == [("Awa", "Infirmier", "active")]
    page.keyboard.press("Escape")
    hand.tool("undo")
    assert drawn(page)["arrows"] == [("Awa", "Juge", "active")]


def test_what_cannot_be_is_said_kindly_and_changes_nothing(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    before = drawn(page)
    hand.drag(rim(hand, "Awa"), hand.where((140, 170)))
    expect(page.locator(".bubble")).to_contain_text("menez-la jusqu'à quelqu'un")
    assert "jusqu'à quelqu'un" in said(page)
    building = hand.stands("Dispensaire")
    hand.drag(rim(hand, "Infirmier"), (building["x"] + building["w"] / 2, building["y"] + 3))
    expect(page.locator(".bubble")).to_contain_text("Pas de flèche entre un lieu et ceux qui y sont.")
    hand.tap(hand.where((140, 170)))
    page.keyboard.press("Escape")
    hand.tool("arrow")
    hand.tap(hand.middle("Awa"))
    hand.tap(hand.middle("Awa"))
    expect(page.locator(".bubble")).to_contain_text("Une flèche va vers quelqu'un d'autre.")
    hand.tool("link")
    hand.tap(hand.middle("Awa"))
    hand.tap(hand.middle("Juge"))
    expect(page.locator(".bubble")).to_contain_text("Les liens de famille sont pour les personnes")
    page.keyboard.press("Escape")
    hand.tool("link")
    assert drawn(page) == before


def test_a_figure_in_pencil_says_its_side_first(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    hand.tool("undecided")
    hand.tap(hand.where((110, 160)))
    hand.name("Le voisin")
    hand.tool("undecided")
    hand.drag(rim(hand, "Awa"), hand.middle("Le voisin"))
    bubble = page.locator(".bubble")
    expect(bubble).to_contain_text("Dites d'abord de quel côté")
    bubble.get_by_role("button", name="Choisir le côté").click()
    page.locator(".element-menu [data-action=living]").click()
    hand.drag(rim(hand, "Awa"), hand.middle("Le voisin"))
    assert drawn(page)["arrows"] == [("Awa", "Le voisin", "active")]
    assert page.locator("[data-kind=activation]").get_attribute("data-pen") == "blue"


def test_one_moves_in_and_out_by_hand(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    awa_before = hand.stands("Awa")
    hand.drag(hand.middle("Issa"), hand.where((140, 150)))
    assert drawn(page)["homes"] == [("Chez Awa", "Awa", None, None)]
    assert hand.stands("Awa") == awa_before
    hand.drag(hand.middle("Issa"), hand.middle("Awa"))
    assert drawn(page)["homes"] == [("Chez Awa", "Awa", None, None), ("Chez Awa", "Issa", None, None)]
    hand.drag(hand.middle("Juge"), hand.middle("Infirmier"))
    assert ("Juge", "Dispensaire") in drawn(page)["professionals"]


def test_a_person_is_housed_by_a_service_in_a_home_of_their_own(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    box = hand.stands("Dispensaire")
    hand.drag(hand.middle("Issa"), (box["x"] + 14, box["y"] + box["h"] - 10))
    bubble = page.locator(".bubble")
    expect(bubble).to_contain_text("Une personne n'habite pas les murs")
    bubble.get_by_role("button").click()
    document = document_of(page)
    [service] = [one["id"] for one in document["institutions"]]
    assert [one["housed_by"] for one in document["households"]] == [None, service]
    assert ("", "Issa", None, None) in without_ids_and_places(document)["homes"]


def test_a_change_of_homes_keeps_its_date(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    put(hand, "household", "Chez la tante", (60, 150))
    hand.tap(hand.middle("Issa"))
    hand.press("[data-choice=more]")
    page.locator("[data-action=since]").click()
    page.get_by_label("À partir de").fill("l'an dernier")
    page.get_by_role("button", name="Choisir le lieu").click()
    expect(page.get_by_role("alert")).to_contain_text("06/2024")
    page.get_by_label("À partir de").fill("03/2026")
    page.get_by_role("button", name="Choisir le lieu").click()
    hand.tap(hand.middle("Chez la tante"))
    assert drawn(page)["homes"] == [
        ("Chez Awa", "Awa", None, None),
        ("Chez Awa", "Issa", None, "2026-03"),
        ("Chez la tante", "Issa", "2026-03", None),
    ]


def test_a_side_changes_only_when_the_pens_were_shown(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    hand.drag(rim(hand, "Awa"), hand.middle("Issa"))
    hand.tap(hand.middle("Issa"))
    hand.press("[data-choice=more]")
    page.locator("[data-action=working]").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("bleu devient rouge")
    page.keyboard.press("Escape")
    assert "Issa" in drawn(page)["persons"]
    page.keyboard.press("Escape")
    hand.tap(hand.middle("Issa"))
    hand.press("[data-choice=more]")
    page.locator("[data-action=working]").click()
    dialog.get_by_role("button", name="D'accord, changer").click()
    assert ("Issa", "") in drawn(page)["professionals"]
    assert page.locator("[data-kind=activation]").get_attribute("data-pen") == "red"


def test_a_sheet_is_drawn_without_reading_or_writing_a_word(open_page: Opened) -> None:
    page = open_page(has_touch=True)
    new_sheet(page)
    hand = Finger(page)
    for what, at in (("person", (50, 60)), ("person", (50, 130)), ("institution", (200, 60))):
        hand.tap(hand.where(at))
        hand.press(f"[data-choice={what}]")
        assert page.evaluate("document.activeElement.tagName") != "INPUT"
    hand.drag(rim(hand, "A"), hand.middle("B"))
    hand.drag(rim(hand, "B"), hand.middle("Service"))
    expect(page.locator(".studio-sentence")).to_contain_text("Service est activé(e) par B.")
    assert drawn(page)["persons"] == ["A", "B"]
    assert [arrow[:2] for arrow in drawn(page)["arrows"]] == [("A", "B"), ("B", "")]


def test_two_fingers_only_look_and_a_resting_one_asks(open_page: Opened) -> None:
    page = open_page(viewport=PHONE, has_touch=True)
    new_sheet(page)
    hand = Finger(page)
    frame = page.locator(".studio-frame").bounding_box()
    assert frame
    middle = (frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    before = page.locator("svg.sheet").first.get_attribute("viewBox")
    hand.pinch(middle, 60, 240)
    after = page.locator("svg.sheet").first.get_attribute("viewBox")
    assert before
    assert after
    assert float(after.split()[2]) < 0.4 * float(before.split()[2])
    assert page.locator(".ring").count() == 0
    assert drawn(page)["persons"] == []
    hand.tap(middle)
    hand.press("[data-choice=person]")
    page.get_by_role("button", name="Tout voir").click()
    at = hand.middle("A")
    hand._touch("touchStart", at)
    expect(page.locator(".element-menu")).to_be_visible()
    hand._touch("touchEnd")
    expect(page.locator(".element-menu")).to_be_visible()
    page.locator("[data-action=remove]").click()
    assert drawn(page)["persons"] == []


def test_undo_to_empty_and_redo_to_full(open_page: Opened) -> None:
    page = open_page()
    hand = sheet_of_four(page)
    hand.drag(rim(hand, "Awa"), hand.middle("Juge"))
    full = document_of(page)
    undo, redo = page.locator("[data-tool=undo]"), page.locator("[data-tool=redo]")
    steps = 0
    while undo.is_enabled() and steps < 60:
        undo.click()
        steps += 1
    assert 12 <= steps < 60
    assert drawn(page)["persons"] == [] == drawn(page)["institutions"]
    for _ in range(steps):
        redo.click()
    expect(redo).to_be_disabled()
    assert document_of(page) == full


def test_everything_can_be_done_from_the_sheet_in_words(open_page: Opened) -> None:
    page = open_page()
    new_sheet(page)
    page.locator("[data-tool=words]").click()
    panel = page.locator(".sheet-list")
    for name in ("Awa", "Issa"):
        panel.get_by_role("button", name="+ Personne").click()
        page.wait_for_selector(".naming input:focus")
        page.keyboard.insert_text(name)
        page.keyboard.press("Enter")
    panel.locator(".list-name", has_text="Awa").click()
    panel.locator("[data-action=arrow]").click()
    page.locator(".studio-frame").focus()
    page.keyboard.press("Home")
    while "Issa" not in (page.evaluate("document.activeElement.getAttribute('aria-label')") or ""):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("Issa est activé(e) par Awa.")
    panel.locator(".list-name", has_text="Issa est activé(e) par Awa.").click()
    panel.locator("[data-action=turn]").click()
    expect(panel).to_contain_text("Awa est activé(e) par Issa.")
    assert drawn(page)["arrows"] == [("Issa", "Awa", "active")]


def test_keys_push_name_take_off_and_let_out(open_page: Opened) -> None:
    page = open_page(lang="en")
    page.get_by_role("button", name="New sheet").first.click()
    page.locator("dialog .first").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    keys = Keys(page)
    keys.begin()
    keys.add("1", "Awa")
    assert said(page) == "Named: Awa."
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Awa, Person"
    before = document_of(page)["positions"]
    page.keyboard.press("Shift+ArrowRight")
    assert document_of(page)["positions"][0][1] == before[0][1] + 300
    page.keyboard.press("F2")
    page.wait_for_selector(".naming input:focus")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("Aïssata")
    page.keyboard.press("Escape")
    assert keys.here() == "Awa"
    page.keyboard.press("a")
    assert said(page) == "Arrow: who is activated by Awa?"
    page.keyboard.press("Escape")
    assert said(page) == "Cancelled."
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="All keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Delete")
    assert said(page) == "Taken off: Awa."
    page.keyboard.press("Control+z")
    assert drawn(page)["persons"] == ["Awa"]
    page.locator(".studio-frame").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('.studio-frame').contains(document.activeElement)")


def test_no_text_of_the_studio_is_forgotten(open_page: Opened) -> None:
    page = open_page(query="?lang=pseudo")
    page.get_by_role("button", name="Nouvelle feuille").first.click()
    check(page)
    page.locator("dialog .first").click()
    page.wait_for_selector(".studio-frame svg[data-sociogram]")
    keys = Keys(page)
    keys.begin()
    check(page)
    keys.add("1", "Awa")
    keys.add("3", "Centre")
    page.keyboard.press("m")
    check(page)
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    page.keyboard.press("Escape")
    page.locator("[data-tool=words]").click()
    page.locator("[data-tool=link]").click()
    check(page)
    page.locator("[data-tool=link]").click()
    hand = Hand(page)
    hand.drag(rim(hand, "Awa"), hand.where((280, 195)))
    check(page)
    page.get_by_role("button", name="Touches").click()
    check(page)


SMALL = """() => [...document.querySelectorAll('.studio button, .studio input')]
  .filter(one => one.checkVisibility() && one.type !== 'radio')
  .map(one => ({name: one.getAttribute('aria-label') || one.textContent, box: one.getBoundingClientRect()}))
  .filter(({box}) => box.width < 43.5 || box.height < 43.5)
  .map(({name, box}) => `${name} ${box.width} ${box.height}`)"""


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_every_target_is_worth_a_finger(open_page: Opened, viewport: dict[str, int]) -> None:
    page = open_page(viewport=viewport, has_touch=True)
    new_sheet(page)
    hand = Finger(page)
    frame = page.locator(".studio-frame").bounding_box()
    assert frame
    middle = (frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    hand.tap(middle)
    assert page.evaluate(SMALL) == []
    hand.press("[data-choice=person]")
    assert page.evaluate(SMALL) == []
    hand.tap(hand.middle("A"))
    hand.press("[data-choice=more]")
    assert page.evaluate(SMALL) == []
    page.locator("[data-tool=words]").click()
    assert page.evaluate(SMALL) == []
