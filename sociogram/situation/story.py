"""The story: the arrows in their order, what each is dated, which are told until a date."""

from collections.abc import Collection
from dataclasses import dataclass

from colour_codes.activation_code import pen_of_activation
from colour_codes.pens import Pen
from colour_codes.sides import Side
from sociogram.dates import PartialDate
from sociogram.situation.links import Activation
from sociogram.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class ToldArrow:
    """An arrow, its rank in the whole story, its pen. `dated` is its date, or that of the one before it."""

    arrow: Activation
    number: int
    pen: Pen
    dated: PartialDate | None


def side_of(situation: Situation, element_id: str, organisations: Collection[str]) -> Side | None:
    """Return the side of an arrow's end; None for what neither the situation nor the viewer has."""
    if element_id in situation.persons or element_id in situation.households:
        return Side.LIVING_TOGETHER
    if element_id in situation.professionals or element_id in situation.institutions:
        return Side.WORKING_TOGETHER
    if element_id in situation.undecided:
        return Side.UNDECIDED
    return Side.WORKING_TOGETHER if element_id in organisations else None


def told_arrows(
    situation: Situation, organisations: Collection[str], until: PartialDate | None = None
) -> tuple[ToldArrow, ...]:
    """Return the arrows that can be drawn, in the order of the story, those after `until` left out.

    An arrow whose end the viewer cannot see leaves no gap in the numbers; one that is later keeps its number
    for the day it is shown.
    """
    told: list[ToldArrow] = []
    dated: PartialDate | None = None
    for arrow in in_story_order(situation):
        dated = arrow.when or dated
        sides = [side_of(situation, end, organisations) for end in (arrow.activator, arrow.activated)]
        if arrow.activator == arrow.activated or not _pens(sides):
            continue
        activator, activated = (side for side in sides if side is not None)
        pen = pen_of_activation(activator=activator, activated=activated)
        told.append(ToldArrow(arrow, len(told) + 1, pen, dated))
    return tuple(one for one in told if until is None or one.dated is None or one.dated.on_or_before(until))


def in_story_order(situation: Situation) -> list[Activation]:
    """Return the arrows by order, then by appearance."""
    return sorted(situation.activations.values(), key=lambda arrow: arrow.order)


def latest_date(situation: Situation) -> PartialDate | None:
    """Return the latest date the situation names in arrows, `since` and `until`; None when it names none."""
    named = [arrow.when for arrow in situation.activations.values()]
    for stay in situation.memberships.values():
        named += [stay.since, stay.until]
    for kinship in situation.kinships.values():
        named += [kinship.since, kinship.until]
    return max((date for date in named if date is not None), default=None)


def _pens(sides: list[Side | None]) -> bool:
    return all(side in (Side.LIVING_TOGETHER, Side.WORKING_TOGETHER) for side in sides)
