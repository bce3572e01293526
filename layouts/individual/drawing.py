"""The composition as groups of the Sheet: outlines, labels, arrows with heads and badges, thin links."""

from collections.abc import Iterator

import numpy as np

from colour_codes.activation_code import pen_of_side
from colour_codes.palettes import Palette, link_stroke, node_stroke, stroke_of, text_colour
from colour_codes.pens import Pen, letter
from colour_codes.sides import Side
from layouts.individual.boxes import Box, Point
from layouts.individual.curves import Curve, direction
from layouts.individual.labels import Label
from layouts.individual.lines import home_line
from layouts.individual.scene import Scene
from layouts.individual.sizes import Sizes
from layouts.printers.svg import number
from layouts.sheet import Group, Item, Path, Text
from layouts.symbols import badge, building, figure, head, head_reach, home, stroked
from layouts.symbols.geometry import polygon, polyline
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import ASCENT
from sociogram.situation.staging import Arrow, Container, Figure, FormerHome, KinLine

Data = tuple[tuple[str, str], ...]
STRIKE, LEANS = 2.5, 1.08
"""Half the length of the stroke through an ended couple, in mm, and how it leans on the line, in radians."""
STRAIGHT = 0.05
"""A line bends where it turns by more than this from one step to the next, in radians."""


def label_texts(label: Label, words: Box, sizes: Sizes, colour: str) -> Iterator[Text]:
    """Yield the lines of a label, centred in their box."""
    x = round(words.x + words.w / 2, 2)
    for index, line in enumerate(label.lines):
        y = words.y + index * sizes.pitch + ASCENT * sizes.font
        yield Text(x, round(y, 2), sizes.font, line, colour, "middle")


def figure_group(figure_: Figure, scene: Scene, palette: Palette) -> Group:
    """Return a person or professional with its label."""
    stand, pen = scene.stands[figure_.id], _node_pen(figure_.side)
    shape = stand.shape
    paths = figure(
        shape.x + shape.w / 2,
        shape.y,
        shape.h,
        node_stroke(figure_.side, palette),
        side=figure_.side,
        shape=scene.sizes.signs.of(figure_.id),
    )
    words = label_texts(stand.label, stand.words, scene.sizes, text_colour(pen, palette))
    kind = "person" if figure_.kind == "undecided" else figure_.kind
    data = _node_data(kind, figure_.id, figure_.inside, figure_.side, stand.box)
    said = scene.sizes.signs.said.get(figure_.id, "")
    return Group((*paths, *words), data, f"{figure_.label} ({said})" if said else figure_.label)


def container_group(container: Container, scene: Scene, palette: Palette) -> Group:
    """Return a home or building with its label."""
    wall, stroke = scene.walls[container.id], node_stroke(container.side, palette)
    box = wall.box
    draw = building if container.kind == "institution" else home
    colour = text_colour(_node_pen(container.side), palette)
    words = label_texts(wall.label, wall.words, scene.sizes, colour)
    data = _node_data(container.kind, container.id, container.inside, container.side, box)
    return Group((*draw(box.x, box.y, box.w, box.h, stroke), *words), data, container.label)


def arrow_group(
    arrow: Arrow,
    curve: Curve,
    badge_at: Point | None,
    sizes: Sizes,
    palette: Palette,
    *,
    plain: bool,
    lang: str,
    sentence: str,
) -> Group:
    """Return an arrow: its line from activator to activated first, then its head, then its badge."""
    stroke = stroke_of(arrow.pen, palette)
    flat = curve.flat()
    size = sizes.head(stroke.width)
    angle = direction(flat, size * 0.9)
    line = curve.cut(head_reach(size))
    status = "active" if plain else arrow.status
    items: list[Item] = [*stroked(line.d(), stroke)]
    items += head(*curve.end, angle, size, stroke.colour, status)
    if badge_at is not None:
        words = badge_words(arrow, lang)
        items += badge(
            *badge_at,
            words,
            sizes.badge_font,
            colour=stroke.colour,
            text_colour=text_colour(arrow.pen, palette),
        )
    data = (
        ("kind", "activation"),
        ("id", arrow.id),
        ("activator", arrow.activator),
        ("activated", arrow.activated),
        ("pen", arrow.pen.value),
        ("order", str(arrow.number)),
    )
    return Group(tuple(items), data, sentence)


def badge_words(arrow: Arrow, lang: str) -> str:
    """Return what the badge of an arrow says: the pen's letter and the number in the story."""
    return f"{letter(arrow.pen, lang)}{arrow.number}"


def kin_group(line: KinLine, curve: Curve, palette: Palette) -> Group:
    """Return a thin headless line; a couple that ended carries one slash.

    What leads to a child is drawn from the child up, so that the dashes of two who take it in fall together.
    """
    drawn = Curve(tuple(piece[::-1] for piece in curve.pieces[::-1])) if line.kind == "foster" else curve
    items: list[Item] = [*stroked(drawn.d(), link_stroke(line.kind, palette))]
    data: Data = (("kind", "link"), ("id", line.id), ("link", line.kind), ("a", line.a), ("b", line.b))
    if line.ended and line.kind == "couple":
        items += stroked(polyline(strike(curve)), link_stroke("couple", palette))
        data = (*data, ("ended", "1"))
    return Group(tuple(items), data)


def strike(curve: Curve) -> tuple[Point, Point]:
    """Return the ends of the stroke that strikes a line: across the middle of its longest straight part."""
    flat = curve.flat()
    steps = np.diff(flat, axis=0)
    angles = np.arctan2(steps[:, 1], steps[:, 0])
    parts = np.split(np.arange(len(steps)), np.flatnonzero(np.abs(np.diff(angles)) > STRAIGHT) + 1)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    part = max(parts, key=lambda rows: (round(float(lengths[rows].sum()), 3), -int(rows[0])))
    x, y = (flat[part[0]] + flat[part[-1] + 1]) / 2
    dx, dy = flat[part[-1] + 1] - flat[part[0]]
    turned = float(np.arctan2(dy, dx)) - LEANS
    across, down = STRIKE * float(np.cos(turned)), STRIKE * float(np.sin(turned))
    return (float(x) - across, float(y) - down), (float(x) + across, float(y) + down)


def former_home_group(
    former: FormerHome, curve: Curve, words_at: Box | None, sizes: Sizes, palette: Palette
) -> Group:
    """Return the thin line to a home a person left, or to a second one, with its date."""
    items: list[Item] = [*stroked(curve.d(), link_stroke(home_line(former), palette))]
    if words_at is not None:
        items.append(Path(_rectangle(words_at), None, 0.0, (), PAPER))
        y = words_at.y + ASCENT * sizes.badge_font
        items.append(
            Text(round(words_at.centre[0], 2), round(y, 2), sizes.badge_font, former.when,
                 text_colour(Pen.PENCIL, palette), "middle")
        )  # fmt: skip
    data = (
        ("kind", "former-home"),
        ("id", former.id),
        ("person", former.person),
        ("household", former.household),
        *((("still", "1"),) if former.still else ()),
    )
    return Group(tuple(items), data)


def _rectangle(box: Box) -> str:
    return polygon([(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)])


def _node_pen(side: Side) -> Pen:
    return Pen.PENCIL if side is Side.UNDECIDED else pen_of_side(side)


def _node_data(kind: str, id_: str, parent: str | None, side: Side, box: Box) -> Data:
    places = " ".join(number(value) for value in (box.x, box.y, box.w, box.h))
    data: list[tuple[str, str]] = [("kind", kind), ("id", id_)]
    if parent:
        data.append(("parent", parent))
    return (*data, ("side", side.value), ("pen", _node_pen(side).value), ("box", places))
