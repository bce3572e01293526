"""The mark that makes an arrow a referral: what such an arrow must be, and the refusal of any other.

An arrow may carry the id of a referral when it runs between two who work, is dated to the month at least, and
is not merely wished. The bare mark (true) of older logs is taken on any arrow; it counts only where an id may
stand. Once drawn, a mark may lose its ground (a side changed, a date undone): then it counts no more.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from colour_codes.sides import Side
from sociogram.errors import BadInput, bad_input
from sociogram.situation.draft import Draft
from sociogram.situation.fields import converted
from sociogram.situation.gestures import Gesture
from sociogram.situation.links import Activation

GROUND = frozenset(("referral", "when", "status"))
"""The fields of an arrow that a referral stands on, besides its ends."""


def may_be_referral(arrow: Activation, side_of: Callable[[str], Side | None]) -> bool:
    """Return whether an arrow can be a referral that happened. `side_of`: the side of an end, if any."""
    ends = (arrow.activator, arrow.activated)
    dated = arrow.when is not None and arrow.when.month is not None
    return dated and arrow.status != "wished" and all(side_of(end) is Side.WORKING_TOGETHER for end in ends)


def refuse_mark(gesture: Gesture, draft: Draft, known: Collection[str], place: str) -> None:
    """Raise BadInput when the gesture would leave the id of a referral on an arrow that can be none."""
    arrow = _arrow_after(gesture, draft)
    if arrow is None or not isinstance(arrow.referral, str):
        return

    def side_of(end: str) -> Side | None:
        part = draft.part_of.get(end)
        works = part in ("professionals", "institutions") if part else end in known
        return Side.WORKING_TOGETHER if works else None

    if not may_be_referral(arrow, side_of):
        raise _no_referral(place)


def _arrow_after(gesture: Gesture, draft: Draft) -> Activation | None:
    """Return the arrow as the gesture leaves it, if it touches what a referral stands on."""
    args = gesture.args
    if gesture.kind == "draw":
        fields: dict[str, Any] = converted("activations", {**args, "order": 0})
        return Activation(args["id"], args["activator"], args["activated"], **fields)
    arrow = draft.element(args["id"]) if gesture.kind in ("change", "redirect") else None
    if not isinstance(arrow, Activation):
        return None
    if gesture.kind == "redirect":
        return replace(arrow, **{end: args[end] for end in ("activator", "activated") if end in args})
    return replace(arrow, **converted("activations", args["set"])) if GROUND & args["set"].keys() else None


def _no_referral(place: str) -> BadInput:
    return bad_input(
        "referral_arrow",
        fr="cette flèche ne peut pas être une orientation : il lui faut deux bouts qui travaillent, une date "
        "(un mois au moins), et ne pas être un souhait.",
        en="this arrow cannot be a referral: it needs two who work at its ends, a date (a month at least), "
        "and not to be a wish.",
        remedy_fr="Dater la flèche et vérifier ses deux bouts, ou enlever la marque.",
        remedy_en="Date the arrow and check both its ends, or take the mark off.",
        place=place,
        field="referral",
    )
