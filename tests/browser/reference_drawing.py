"""The reference case drawn by mouse, in two halves, on whatever page the studio stands.

Whoever draws looks before the next gesture: each step waits until what it made is on the sheet.
"""

import json
from pathlib import Path
from typing import Any, Protocol

from tests.browser.studio_moves import STANDS, Hand, Point

CASE = json.loads(
    (Path(__file__).resolve().parents[1] / "vectors" / "reference_case.json").read_text(encoding="utf-8")
)
ARROWS = (
    "count => document.querySelectorAll('.studio-frame svg.sheet g[data-kind=activation]').length === count"
)


class Drawer(Protocol):
    """What a hand must be able to do, in any browser."""

    def where(self, at: Point) -> Point: ...
    def stands(self, name: str) -> dict[str, float]: ...
    def middle(self, name: str) -> Point: ...
    def tap(self, at: Point) -> None: ...
    def drag(self, *way: Point) -> None: ...
    def press(self, selector: str) -> None: ...
    def tool(self, name: str) -> None: ...
    def name(self, words: str) -> None: ...
    def until(self, script: str, argument: object) -> None: ...


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


def around(hand: Drawer | Hand, names: list[str]) -> list[Point]:
    """A line drawn around these figures, in the window."""
    boxes = [hand.stands(name) for name in names]
    left, top = min(box["x"] for box in boxes) - 9, min(box["y"] for box in boxes) - 9
    right = max(box["x"] + box["w"] for box in boxes) + 9
    low = max(box["y"] + box["h"] for box in boxes) + 9
    return [(left, top), (right, top), (right, low), (left, low), (left, top + 4)]


def draw_people_and_services(hand: Drawer) -> None:
    """Everybody in their homes, every service with those who work there."""
    for home in CASE["homes"]:
        for person in home["people"]:
            hand.tap(hand.where(person["at"]))
            _choose(hand, "person", person["label"])
    hand.tool("home")
    for home in CASE["homes"]:
        hand.drag(*around(hand, [person["label"] for person in home["people"]]))
        _named(hand, home["label"])
    hand.tool("home")
    for service in CASE["services"]:
        hand.tap(hand.where(service["at"]))
        _choose(hand, "institution", service["label"])
        for who in service["professionals"]:
            box = hand.stands(service["label"])
            hand.tap((box["x"] + box["w"] / 2, box["y"] + box["h"] - 15))
            _choose(hand, "professional", who)


def draw_arrows(hand: Drawer, arrows: list[list[str]], already: int = 0) -> None:
    """One drag an arrow, with the arrow in the hand; `already` stand on the sheet."""
    hand.tool("arrow")
    for count, (activator, activated) in enumerate(arrows, already + 1):
        hand.drag(hand.middle(activator), hand.middle(activated))
        hand.until(ARROWS, count)
    hand.tool("arrow")


def _choose(hand: Drawer, what: str, name: str) -> None:
    hand.until("selector => document.querySelector(selector)", f"[data-choice={what}]")
    hand.press(f"[data-choice={what}]")
    _named(hand, name)


def _named(hand: Drawer, name: str) -> None:
    hand.until("selector => document.querySelector(selector)", ".naming-offer, .naming input")
    hand.name(name)
    hand.until(STANDS, name)
