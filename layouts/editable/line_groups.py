"""The lines of a Sheet, read back from its groups: arrows, ties, kinship, moves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from layouts.editable.outlines import closed, commands, ink_of
from layouts.editable.preset_curves import Family, Floats
from layouts.editable.slide_shapes import Head, Ink
from layouts.individual.curves import flattened
from layouts.sheet import Group, Item, Path, Sheet, Text
from layouts.symbols.strokes import PAPER

ENDS = (("activator", "activated"), ("a", "b"), ("person", "household"))
"""The pairs of data names that say between whom a line runs."""
SQUARE = ("link", "former-home")
"""Kinship and moves run square, as in a genogram."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """A line between two nodes. `rest`: what else is drawn with it (badge, bar, date), in paint order."""

    tail: str
    head: str
    line: Floats
    ink: Ink
    tip: Head
    rest: tuple[Item, ...]
    says: str
    family: Family = "curved"


def ends_of(group: Group) -> tuple[str, str] | None:
    """Return between whom the line of a group runs, if it is one."""
    data = dict(group.data)
    return next(((data[a], data[b]) for a, b in ENDS if a in data and b in data), None)


def line_of(group: Group) -> LineGroup | None:
    """Return a group as a line, or None when it is none."""
    ends = ends_of(group)
    if ends is None or not group.items or not isinstance(group.items[0], Path) or closed(group.items[0]):
        return None
    first, rest = group.items[0], list(group.items[1:])
    after = rest[0] if rest and not isinstance(rest[0], Group) else None
    ink = ink_of(first, after)
    if ink is None:
        return None
    if ink.double:
        rest = rest[1:]
    line = flattened(first.d)
    tip = head_of(rest[0], line) if rest else None
    if tip is not None:
        head = rest.pop(0)
        assert isinstance(head, Path)
        line = np.vstack([line, commands(head.d)[0][1][0]])
    family: Family = "bent" if dict(group.data).get("kind") in SQUARE else "curved"
    return LineGroup(*ends, line, ink, tip or "none", tuple(rest), group.label, family)


def head_of(item: Item, line: Floats) -> Head | None:
    """Return which head a path is: four corners, the first its tip, near the end of the line it closes."""
    if not isinstance(item, Path) or item.fill is None or not closed(item):
        return None
    corners = [found[0] for letter, found in commands(item.d) if letter in "ML"]
    if len(corners) != 4 or len(commands(item.d)) != 5:
        return None
    if float(np.hypot(*(line[-1] - np.array(corners[0])))) > 12.0:
        return None
    return "open" if item.fill == PAPER else "full"


def line_groups(sheet: Sheet) -> Iterator[tuple[int, LineGroup]]:
    """Yield the lines of a sheet with their place in its paint order."""
    for index, item in enumerate(sheet.items):
        if isinstance(item, Group):
            found = line_of(item)
            if found is not None:
                yield index, found


def node_rows(sheet: Sheet) -> Mapping[str, Mapping[str, str]]:
    """Return the data of every node of a sheet by id: those that have a box."""
    rows = (dict(item.data) for item in sheet.items if isinstance(item, Group))
    return {row["id"]: row for row in rows if "box" in row and "id" in row}


def texts_of(group: Group) -> str:
    """Return the words of a group, in one line."""
    return " ".join(item.text for item in group.items if isinstance(item, Text))
