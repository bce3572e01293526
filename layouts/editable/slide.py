"""A Sheet as the shapes of one slide, in its paint order: frame, homes and buildings, lines, figures."""

from collections.abc import Iterator
from dataclasses import replace

from layouts.editable.courses import Course, Courses, courses_of, spot_on
from layouts.editable.line_groups import line_of, texts_of
from layouts.editable.obstacles import PLACES
from layouts.editable.outlines import shapes_of
from layouts.editable.preset_curves import STRAIGHT, PresetCurve
from layouts.editable.slide_shapes import (
    NO_GLUE,
    Connector,
    Outline,
    Shape,
    ShapeGroup,
    Site,
    Words,
)
from layouts.individual.boxes import Box
from layouts.sheet import Group, Item, Path, Sheet
from layouts.symbols.strokes import PAPER

FIXED_SITES = 4
"""Every node has the four sites of a rectangle first: top, left, bottom, right, as programs number them."""


def slide_shapes(sheet: Sheet) -> tuple[Shape, ...]:
    """Return the shapes of the slide of a sheet, the lowest first."""
    courses = courses_of(sheet)
    nodes = courses.nodes.values()
    taken = [box for node in nodes for box in (*node.words, *(() if node.place else node.parts))]
    found: list[Shape] = []
    for place, item in enumerate(sheet.items):
        if place in courses.by_place:
            found += _line_shapes(courses.by_place[place], taken)
        elif isinstance(item, Group):
            found += _group_shapes(item, courses)
        else:
            found += shapes_of([item], "")
    return tuple(found)


def _group_shapes(group: Group, courses: Courses) -> Iterator[Shape]:
    data = dict(group.data)
    kind = data.get("kind", "")
    if "box" in data and "id" in data:
        yield _node(group, data["id"], courses)
    elif kind == "legend":
        shapes = tuple(_legend_shapes(group))
        yield ShapeGroup(group.label or "legend", "", shapes)
    else:
        shapes = tuple(shapes_of(group.items, ""))
        titles = kind in ("title", "date")
        marked = (replace(s, title=True) if titles and isinstance(s, Words) else s for s in shapes)
        yield from marked


def _node(group: Group, id_: str, courses: Courses) -> ShapeGroup:
    """Return a figure, home or building: its outline, which connectors are glued to, and its label."""
    data = dict(group.data)
    name = group.label or texts_of(group) or "…"
    shapes = list(shapes_of(group.items, "", rings=False))
    at = next((index for index, shape in enumerate(shapes) if isinstance(shape, Outline)), None)
    if at is not None:
        outline = shapes[at]
        assert isinstance(outline, Outline)
        sites = (*_fixed(outline.box), *courses.sites.get(id_, ()))
        shapes[at] = replace(outline, name=name, key=id_, sites=sites)
    if data.get("kind") not in PLACES:
        # Whatever way a program finds for a connector, nobody's name is struck through.
        shapes = [replace(one, fill=PAPER) if isinstance(one, Words) else one for one in shapes]
    return ShapeGroup(name, "", tuple(shapes))


def _fixed(box: Box) -> tuple[Site, ...]:
    x, y = box.centre
    return Site((x, box.y), 270), Site((box.x, y), 180), Site((x, box.bottom), 90), Site((box.right, y), 0)


def _line_shapes(course: Course, taken: list[Box]) -> Iterator[Shape]:
    """Yield the connector of a line, then its badge upon it, then what else was drawn with it."""
    line = course.line
    tail, head = (
        (end[0], end[1] + FIXED_SITES) if end is not None else NO_GLUE for end in (course.tail, course.head)
    )
    rest = list(shapes_of(line.rest, ""))
    badge = next((shape for shape in rest if isinstance(shape, Words)), None)
    name = " ".join(badge.lines) if badge else line.says
    yield Connector(name, line.says, course.curve, line.ink, line.tip, tail, head)
    for shape in rest:
        if isinstance(shape, Words):
            x, y = spot_on(course.curve, shape.box.centre, (shape.box.w, shape.box.h), taken)
            box = Box(x - shape.box.w / 2, y - shape.box.h / 2, shape.box.w, shape.box.h)
            taken.append(box)
            yield replace(shape, box=box, fill=shape.fill or PAPER)
        elif not _is_blank(shape):
            yield shape


def _is_blank(shape: Shape) -> bool:
    """A patch of paper under words, which the words bring along here."""
    return isinstance(shape, Outline) and shape.ink is None


def _legend_shapes(group: Group) -> Iterator[Shape]:
    """Yield the legend, its sample arrows with the same heads as the connectors of the slide."""
    items: list[Item] = list(group.items)
    plain: list[Item] = []
    while items:
        sample = _sample(items)
        if sample is None:
            plain.append(items.pop(0))
            continue
        taken, connector = sample
        yield from shapes_of(plain, "")
        plain = []
        del items[:taken]
        yield connector
    yield from shapes_of(plain, "")


def _sample(items: list[Item]) -> tuple[int, Connector] | None:
    """Return how many items make a sample arrow, and the connector that stands for it."""
    if not isinstance(items[0], Path):
        return None
    made = line_of(Group(tuple(items[:3]), (("a", ""), ("b", ""))))
    if made is None or made.tip == "none":
        return None
    start, end = ((float(x), float(y)) for x, y in (made.line[0], made.line[-1]))
    taken = 3 if made.ink.double else 2
    return taken, Connector("", "", PresetCurve(STRAIGHT, start, end), made.ink, made.tip)
