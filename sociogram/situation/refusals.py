"""What a situation answers to one gesture: nothing, or the reason why it cannot take it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sociogram.errors import BadInput, Problem, RuleBroken, bad_input
from sociogram.rules.catalogue import CATALOGUE
from sociogram.situation.draft import FIGURES, STANDING, Draft
from sociogram.situation.fields import FIELDS, NO_EFFECT
from sociogram.situation.fold import ADDS
from sociogram.situation.gestures import Gesture
from sociogram.situation.referral_mark import refuse_mark

Args = Mapping[str, Any]


def refuse_gesture(
    gesture: Gesture, draft: Draft, log: Sequence[Gesture], known: Collection[str], *, place: str = ""
) -> None:
    """Raise BadInput or RuleBroken when `draft`, the fold of `log`, cannot take `gesture`."""
    if gesture.kind in ADDS:
        _refuse_taken_id(gesture, draft, place)
    if gesture.kind == "undo":
        _refuse_undo(gesture, log, place)
    check = _CHECKS.get(gesture.kind)
    if check is not None:
        check(gesture.args, draft, known, place)
    refuse_mark(gesture, draft, known, place)


def rule_broken(code: str, place: str, field: str = "") -> RuleBroken:
    """Return the refusal of a rule of the method, in the words of the catalogue."""
    rule = CATALOGUE[code]
    return RuleBroken((Problem(code, rule.says, rule.remedy, place, field),))


def _refuse_taken_id(gesture: Gesture, draft: Draft, place: str) -> None:
    element_id = gesture.args["id"]
    if element_id not in draft.declared:
        return
    sides = {draft.part_of.get(element_id), ADDS[gesture.kind]}
    if sides == {"persons", "professionals"}:
        raise rule_broken("E06", place, "id")
    raise bad_input(
        "duplicate_id",
        fr="cet identifiant désigne déjà un élément de la situation.",
        en="this id already names an element of the situation.",
        remedy_fr="Choisir un autre identifiant.",
        remedy_en="Choose another id.",
        place=place,
        field="id",
    )


def _refuse_undo(gesture: Gesture, log: Sequence[Gesture], place: str) -> None:
    target = next((one for one in log if one.id == gesture.args["undoes"]), None)
    if target is None:
        raise _unknown(place, "undoes")
    if target.by != gesture.by:
        raise bad_input(
            "undo_of_another",
            fr="ce geste est celui de quelqu'un d'autre.",
            en="this gesture is somebody else's.",
            remedy_fr="Chacun défait ses propres gestes ; proposer plutôt un nouveau geste.",
            remedy_en="Each person undoes their own gestures; make a new gesture instead.",
            place=place,
            field="undoes",
        )


def _unknown(place: str, field: str) -> BadInput:
    return bad_input(
        "unknown_element",
        fr="cet identifiant ne désigne rien ici.",
        en="this id names nothing here.",
        remedy_fr="Vérifier l'identifiant, ou ajouter d'abord l'élément.",
        remedy_en="Check the id, or add the element first.",
        place=place,
        field=field,
    )


def _change(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    part = draft.part_of.get(args["id"])
    if part is None:
        raise _unknown(place, "id")
    for field, value in args["set"].items():
        if field not in FIELDS[part] or FIELDS[part][field](value) is NO_EFFECT:
            raise bad_input(
                "field_of_another_kind",
                fr="cet élément n'a pas ce champ, ou pas cette sorte de valeur.",
                en="this element does not have this field, or not this kind of value.",
                remedy_fr="Voir les champs de son geste d'ajout.",
                remedy_en="See the fields of the gesture that adds it.",
                place=place,
                field=f"set.{field}",
            )
    _said_by(args["set"], draft, known, place)


def _change_side(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    if draft.part_of.get(args["id"]) not in FIGURES:
        raise _unknown(place, "id")
    if draft.arrows_at(args["id"]) and not args.get("approved", False):
        raise rule_broken("E07", place, "approved")


def _move_in(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    if draft.part_of.get(args["person"]) != "persons":
        raise _unknown(place, "person")
    if draft.part_of.get(args["household"]) != "households":
        raise _unknown(place, "household")


def _move_out(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    if draft.part_of.get(args["id"]) != "memberships":
        raise _unknown(place, "id")


def _ends(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    for end in ("activator", "activated"):
        if end in args and draft.part_of.get(args[end]) not in STANDING and args[end] not in known:
            raise rule_broken("E02", place, end)


def _draw(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    _ends(args, draft, known, place)
    _said_by(args, draft, known, place)


def _said_by(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    said_by = args.get("said_by")
    if said_by is not None and draft.part_of.get(said_by) not in STANDING:
        raise _unknown(place, "said_by")


def _redirect(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    if draft.part_of.get(args["id"]) != "activations":
        raise _unknown(place, "id")
    _ends(args, draft, known, place)


def _link(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    for end in ("a", "b"):
        part = draft.part_of.get(args[end])
        if part not in FIGURES:
            raise rule_broken("E05" if part in STANDING or args[end] in known else "E02", place, end)


def _present(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    if args["id"] not in draft.part_of:
        raise _unknown(place, "id")


def _place(args: Args, draft: Draft, known: Collection[str], place: str) -> None:
    for element_id in args["at"]:
        if draft.part_of.get(element_id) not in STANDING and element_id not in known:
            raise _unknown(place, "at")


_CHECKS: Mapping[str, Callable[[Args, Draft, Collection[str], str], None]] = {
    "change": _change,
    "change_side": _change_side,
    "move_in": _move_in,
    "move_out": _move_out,
    "draw": _draw,
    "redirect": _redirect,
    "link": _link,
    "agree": _present,
    "remove": _present,
    "place": _place,
}
