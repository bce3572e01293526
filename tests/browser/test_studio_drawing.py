"""The reference case is drawn by every hand alone, and comes out the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.studio_moves import Finger, Hand, Keys, document_of, new_sheet, without_ids_and_places

CASE = json.loads(
    (Path(__file__).resolve().parents[1] / "vectors" / "reference_case.json").read_text(encoding="utf-8")
)
TABLET = {"width": 1280, "height": 900}
OBJECTS = 12 + 3 + 6 + 6


def expected() -> dict[str, Any]:
    """The reference case as `without_ids_and_places` tells a document."""
    homes = [
        (home["label"], person["label"], None, None) for home in CASE["homes"] for person in home["people"]
    ]
    services = CASE["services"]
    return {
        "persons": sorted(name for _, name, _, _ in homes),
        "homes": sorted(homes),
        "households": sorted((home["label"], None) for home in CASE["homes"]),
        "institutions": sorted(one["label"] for one in services),
        "professionals": sorted((who, one["label"]) for one in services for who in one["professionals"]),
        "undecided": [],
        "kinships": [],
        "arrows": [(activator, activated, "active") for activator, activated in CASE["arrows"]],
    }


def around(hand: Hand, names: list[str]) -> list[tuple[float, float]]:
    """A line drawn around these figures, in the window."""
    boxes = [hand.stands(name) for name in names]
    left, top = min(box["x"] for box in boxes) - 9, min(box["y"] for box in boxes) - 9
    right = max(box["x"] + box["w"] for box in boxes) + 9
    low = max(box["y"] + box["h"] for box in boxes) + 9
    return [(left, top), (right, top), (right, low), (left, low), (left, top + 4)]


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
    assert hand.gestures <= 2 * OBJECTS
    hand.gestures = 0
    hand.tool("arrow")
    for activator, activated in CASE["arrows"]:
        hand.drag(hand.middle(activator), hand.middle(activated))
    assert hand.gestures == len(CASE["arrows"]) + 1
    pictures(page, "studio-reference-mouse")
    assert without_ids_and_places(document_of(page)) == expected()


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
    assert hand.gestures <= 2 * OBJECTS
    hand.gestures = 0
    hand.tool("arrow")
    for activator, activated in CASE["arrows"]:
        hand.drag(hand.middle(activator), hand.middle(activated))
    assert hand.gestures == len(CASE["arrows"]) + 1
    pictures(page, "studio-reference-touch")
    assert without_ids_and_places(document_of(page)) == expected()


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
