"""The reference case is drawn by every hand alone, and comes out the same."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.reference_drawing import CASE, around, expected
from tests.browser.studio_moves import Finger, Hand, Keys, document_of, new_sheet, without_ids_and_places

TABLET = {"width": 1280, "height": 900}
OBJECTS = 12 + 3 + 6 + 6


def drawn_as_expected(hand: Hand) -> None:
    """Two gestures an object at most, then one an arrow; what the server holds is the reference case."""
    assert hand.gestures <= 2 * OBJECTS
    hand.gestures = 0
    hand.tool("arrow")
    for activator, activated in CASE["arrows"]:
        hand.drag(hand.middle(activator), hand.middle(activated))
    assert hand.gestures == len(CASE["arrows"]) + 1
    assert without_ids_and_places(document_of(hand.page)) == expected()


def test_with_the_mouse_alone(open_page: Callable[..., Page], pictures: Callable[[Page, str], None]) -> None:
    page = open_page(viewport=TABLET)
    new_sheet(page)
    hand = Hand(page)
    for home in CASE["homes"]:
        for person in home["people"]:
            hand.tap(hand.where(person["at"]))
            hand.press("[data-choice=person]")
            hand.name(person["label"])
    hand.tool("home")
    for home in CASE["homes"]:
        hand.drag(*around(hand, [person["label"] for person in home["people"]]))
        hand.name(home["label"])
    hand.tool("home")
    for service in CASE["services"]:
        hand.tap(hand.where(service["at"]))
        hand.press("[data-choice=institution]")
        hand.name(service["label"])
        for who in service["professionals"]:
            box = hand.stands(service["label"])
            hand.tap((box["x"] + box["w"] / 2, box["y"] + box["h"] - 15))
            hand.press("[data-choice=professional]")
            hand.name(who)
    drawn_as_expected(hand)
    pictures(page, "studio-reference-mouse")


def test_with_touch_alone(open_page: Callable[..., Page], pictures: Callable[[Page, str], None]) -> None:
    page = open_page(viewport=TABLET, has_touch=True)
    new_sheet(page)
    hand = Finger(page)
    hand.tool("person")
    for home in CASE["homes"]:
        for person in home["people"]:
            hand.tap(hand.where(person["at"]))
            hand.name(person["label"])
    hand.tool("home")
    for home in CASE["homes"]:
        hand.drag(*around(hand, [person["label"] for person in home["people"]]))
        hand.name(home["label"])
    hand.tool("institution")
    for service in CASE["services"]:
        hand.tap(hand.where(service["at"]))
        hand.name(service["label"])
    hand.tool("professional")
    for service in CASE["services"]:
        for who in service["professionals"]:
            box = hand.stands(service["label"])
            hand.tap((box["x"] + box["w"] / 2, box["y"] + box["h"] / 2))
            hand.name(who)
    drawn_as_expected(hand)
    pictures(page, "studio-reference-touch")


def test_with_the_keyboard_alone(
    open_page: Callable[..., Page], pictures: Callable[[Page, str], None]
) -> None:
    page = open_page(viewport=TABLET)
    new_sheet(page)
    keys = Keys(page)
    keys.begin()
    for home in CASE["homes"]:
        keys.add("4", home["label"])
        for person in home["people"]:
            keys.add("1", person["label"])
        keys.rest()
    for service in CASE["services"]:
        keys.add("3", service["label"])
        for who in service["professionals"]:
            keys.add("2", who)
        keys.rest()
    assert keys.gestures <= 2 * OBJECTS
    keys.gestures = 0
    order = keys.order(OBJECTS)
    assert len(set(order)) == OBJECTS
    for activator, activated in CASE["arrows"]:
        keys.go(activator, order)
        page.keyboard.press("a")
        keys.go(activated, order)
        page.keyboard.press("Enter")
    pictures(page, "studio-reference-keyboard")
    assert without_ids_and_places(document_of(page)) == expected()
