"""The last step of a fold: what names something that is no longer there names nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sociogram.language import Bilingual
from sociogram.situation.draft import STANDING, Draft
from sociogram.situation.fields import REFERENCE_FIELDS, TEXT_FIELDS, Part
from sociogram.situation.situation import Position, Situation

ABOUT_TEXTS = ("title", "notice", "place")


def finished(situation_id: str, draft: Draft, texts: Mapping[str, Bilingual]) -> Situation:
    """Return the situation: texts in use only, no reference, place or agreement to what vanished."""
    parts: dict[Part, Any] = {
        part: {one.id: _cleared(part, one, draft, texts) for one in elements.values()}
        for part, elements in draft.parts.items()
    }
    about = draft.about
    missing: dict[str, Any] = {field: None for field in ABOUT_TEXTS if getattr(about, field) not in texts}
    about = replace(about, **missing)
    used = {getattr(about, field) for field in ABOUT_TEXTS} | {
        getattr(one, field)
        for part, fields in TEXT_FIELDS.items()
        for one in parts[part].values()
        for field in fields
    }
    return Situation(
        id=situation_id,
        about=about,
        **parts,
        positions=_positions(draft, parts),
        agreed=frozenset(draft.agreed & draft.part_of.keys()),
        texts={text_id: texts[text_id] for text_id in sorted(used - {None})},
    )


def _cleared(part: Part, element: Any, draft: Draft, texts: Mapping[str, Bilingual]) -> Any:
    changes: dict[str, Any] = {}
    for field in TEXT_FIELDS[part]:
        text_id = getattr(element, field)
        if text_id is not None and text_id not in texts:
            changes[field] = None
    for field in REFERENCE_FIELDS.get(part, ()):
        named = getattr(element, field)
        if named in draft.declared and draft.part_of.get(named) not in STANDING:
            changes[field] = None
    if part == "activations" and element.id in draft.agreed:
        changes["agreed"] = True
    return replace(element, **changes) if changes else element


def _positions(draft: Draft, parts: Mapping[Part, Any]) -> dict[str, Position]:
    """Keep the places of what stands on the sheet: figures, containers, organisations named by something."""
    named = {one.organisation for one in parts["professionals"].values()}
    named |= {one.housed_by for one in parts["households"].values()}
    for arrow in parts["activations"].values():
        named |= {arrow.activator, arrow.activated}
    return {
        element_id: position
        for element_id, position in draft.positions.items()
        if draft.part_of.get(element_id) in STANDING
        or (element_id in named and element_id not in draft.part_of)
    }
