"""The reference case drawn by mouse, in two halves, on whatever page the studio stands."""

from tests.browser.studio_moves import Hand
from tests.browser.test_studio_drawing import CASE, around


def draw_people_and_services(hand: Hand) -> None:
    """Everybody in their homes, every service with those who work there."""
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


def draw_arrows(hand: Hand, arrows: list[list[str]]) -> None:
    """One drag an arrow, with the arrow in the hand."""
    hand.tool("arrow")
    for activator, activated in arrows:
        hand.drag(hand.middle(activator), hand.middle(activated))
    hand.tool("arrow")
