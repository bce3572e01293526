"""The fold: from a list of gestures to the situation they make.

Pure and deterministic; the browser holds a twin of it, and both must give the same document for the vectors
of tests/vectors/gestures. Tolerant: a gesture whose element vanished has no effect, whoever made it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sociogram.language import Bilingual
from sociogram.situation.draft import FIGURES, Draft
from sociogram.situation.fields import Part
from sociogram.situation.finish import finished
from sociogram.situation.gestures import Gesture
from sociogram.situation.links import Activation
from sociogram.situation.situation import Situation

Args = Mapping[str, Any]

ADDS: Mapping[str, Part] = {
    "add_person": "persons",
    "add_household": "households",
    "add_professional": "professionals",
    "add_institution": "institutions",
    "add_undecided": "undecided",
    "move_in": "memberships",
    "draw": "activations",
    "link": "kinships",
}
"""The gestures that add an element, and the part of the situation it joins."""


def fold(situation_id: str, gestures: Sequence[Gesture], texts: Mapping[str, Bilingual]) -> Situation:
    """Return the situation these gestures make, in their order; no gestures make an empty one."""
    return finished(situation_id, draft_of(gestures), texts)


def draft_of(gestures: Sequence[Gesture]) -> Draft:
    """Return the draft these gestures make; `apply` takes it further."""
    draft = Draft()
    for gesture, counts in zip(gestures, effective_gestures(gestures), strict=True):
        apply(draft, gesture, counts=counts)
    return draft


def apply(draft: Draft, gesture: Gesture, *, counts: bool = True) -> None:
    """Apply one gesture that is no undo; one that does not count only declares its element."""
    if gesture.kind in ADDS:
        draft.declared.add(gesture.args["id"])
    if counts and gesture.kind in _EFFECTS:
        _EFFECTS[gesture.kind](draft, gesture.args)


def effective_gestures(gestures: Sequence[Gesture]) -> list[bool]:
    """Return, for each gesture, whether it has effect: not undone, or its undo undone; not said twice.

    Read from last to first: an undo that has effect takes it from its target, if the target came before it.
    """
    at = {gesture.id: index for index, gesture in reversed(list(enumerate(gestures)))}
    effective = [at[gesture.id] == index for index, gesture in enumerate(gestures)]
    for index in range(len(gestures) - 1, -1, -1):
        gesture = gestures[index]
        if gesture.kind == "undo" and effective[index]:
            target = at.get(gesture.args["undoes"], index)
            if target < index:
                effective[target] = False
    return effective


def _describe(draft: Draft, args: Args) -> None:
    draft.about = replace(draft.about, **args)


def _add(part: Part) -> Callable[[Draft, Args], None]:
    return lambda draft, args: draft.add(part, args["id"], args)


def _change(draft: Draft, args: Args) -> None:
    draft.change(args["id"], args["set"])
    changed = draft.element(args["id"])
    if isinstance(changed, Activation):
        draft.last_order = max(draft.last_order, changed.order)


def _change_side(draft: Draft, args: Args) -> None:
    element_id = args["id"]
    old, new = draft.part_of.get(element_id), _SIDES[args["side"]]
    if old not in FIGURES or old == new:
        return
    if draft.arrows_at(element_id) and not args.get("approved", False):
        return  # E07: the new pens were not shown, or somebody drew an arrow meanwhile
    label = getattr(draft.parts[old].pop(element_id), "role" if old == "professionals" else "label")
    del draft.part_of[element_id]
    draft.add(new, element_id, {"role" if new == "professionals" else "label": label})
    # Kinship and homes belong to the living side; the line to oneself joins both sides (E05).
    draft.drop_joints(element_id)


def _move_in(draft: Draft, args: Args) -> None:
    person, household = args["person"], args["household"]
    if draft.part_of.get(person) == "persons" and draft.part_of.get(household) == "households":
        draft.add("memberships", args["id"], args, person=person, household=household)


def _move_out(draft: Draft, args: Args) -> None:
    if draft.part_of.get(args["id"]) == "memberships":
        draft.change(args["id"], {"until": args["until"]})


def _draw(draft: Draft, args: Args) -> None:
    ends = {end: args[end] for end in ("activator", "activated")}
    if args["id"] in draft.part_of or not all(draft.may_end(end) for end in ends.values()):
        return
    order = args.get("order", draft.last_order + 1)
    draft.last_order = max(draft.last_order, order)
    draft.add("activations", args["id"], {**args, "order": order}, **ends)


def _redirect(draft: Draft, args: Args) -> None:
    arrow = draft.element(args["id"])
    ends = {end: args[end] for end in ("activator", "activated") if end in args}
    if isinstance(arrow, Activation) and all(draft.may_end(end) for end in ends.values()):
        draft.put("activations", replace(arrow, **ends))


def _link(draft: Draft, args: Args) -> None:
    if all(draft.part_of.get(args[end]) in FIGURES for end in ("a", "b")):
        draft.add("kinships", args["id"], args, a=args["a"], b=args["b"])


def _agree(draft: Draft, args: Args) -> None:
    if args["agreed"] and args["id"] in draft.part_of:
        draft.agreed.add(args["id"])
    else:
        draft.agreed.discard(args["id"])


def _remove(draft: Draft, args: Args) -> None:
    draft.drop(args["id"])


def _place(draft: Draft, args: Args) -> None:
    for element_id, (x, y) in args["at"].items():
        draft.positions[element_id] = (x, y)


_SIDES: Mapping[str, Part] = {"living": "persons", "working": "professionals"}

_EFFECTS: Mapping[str, Callable[[Draft, Args], None]] = {
    "describe": _describe,
    "add_person": _add("persons"),
    "add_household": _add("households"),
    "add_professional": _add("professionals"),
    "add_institution": _add("institutions"),
    "add_undecided": _add("undecided"),
    "change": _change,
    "change_side": _change_side,
    "move_in": _move_in,
    "move_out": _move_out,
    "draw": _draw,
    "redirect": _redirect,
    "link": _link,
    "agree": _agree,
    "remove": _remove,
    "place": _place,
}
