"""A Sheet read back: boxes, lines, badges and texts as they are really drawn, for measuring."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from layouts.individual.boxes import Box, Point, around
from layouts.individual.curves import flattened
from layouts.individual.model import Floats
from layouts.sheet import Group, Item, Path, Sheet, Text
from layouts.text.metrics import ASCENT, LINE_HEIGHT, text_width

FIGURES = ("person", "professional")
CONTAINERS = ("institution", "household")
NODE_KINDS = (*FIGURES, *CONTAINERS)


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A figure or container: what its data says, and what its ink really covers."""

    id: str
    kind: str
    parent: str | None
    side: str
    box: Box
    ink: Box
    shape: tuple[Floats, ...]
    texts: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """An arrow, a kinship line or a line to a former home, flattened; `tip` and `badge` of arrows."""

    id: str
    kind: str
    tail: str
    head: str
    pen: str
    flat: Floats
    tip: Point | None = None
    badge: Box | None = None
    texts: tuple[Box, ...] = ()

    @property
    def whole(self) -> Floats:
        """The points to the tip: the last stretch of an arrow, under its head, belongs to it."""
        return np.concatenate([self.flat, [self.tip]]) if self.tip else self.flat


@dataclass(slots=True)
class Drawn:
    """All that stands on a sheet."""

    nodes: dict[str, DrawnNode] = field(default_factory=dict)
    lines: list[DrawnLine] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def drawn(sheet: Sheet) -> Drawn:
    """Return what stands on the sheet, measured from its paths and texts."""
    found = Drawn()
    for item in _all(sheet.items):
        if isinstance(item, Text):
            found.sizes.append(item.size)
        if not isinstance(item, Group):
            continue
        data = dict(item.data)
        kind = data.get("kind", "")
        found.kinds.add(kind)
        if kind in NODE_KINDS and "box" in data:
            found.nodes[data["id"]] = _node(item, data)
        elif kind in ("activation", "link", "former-home"):
            found.lines.append(_line(item, data))
    return found


def enclosing(found: Drawn, id_: str) -> tuple[str, ...]:
    """Return the containers a thing stands in, the nearest first."""
    chain: list[str] = []
    above = found.nodes[id_].parent
    while above is not None and above in found.nodes and above not in chain:
        chain.append(above)
        above = found.nodes[above].parent
    return tuple(chain)


def middle_of(node: DrawnNode) -> Point:
    """Return the middle of a figure without its label, or of a container."""
    if node.kind in CONTAINERS:
        return node.box.centre
    points = np.concatenate(node.shape)
    low, high = points.min(axis=0), points.max(axis=0)
    return (float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)


def extent(points: Floats) -> Box:
    """Return the box around points (n, 2)."""
    low, high = points.min(axis=0), points.max(axis=0)
    return Box(float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1]))


def text_box(text: Text) -> Box:
    """Return the box of a line of text, as browsers measure it."""
    width = text_width(text.text, text.size)
    left = {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return Box(text.x - left, text.y - ASCENT * text.size, width, LINE_HEIGHT * text.size)


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _all(item.items)


def _node(group: Group, data: dict[str, str]) -> DrawnNode:
    paths = tuple(flattened(i.d) for i in _all(group.items) if isinstance(i, Path))
    texts = tuple(text_box(i) for i in _all(group.items) if isinstance(i, Text))
    ink = around([*(extent(path) for path in paths), *texts])
    x, y, w, h = (float(word) for word in data["box"].split())
    return DrawnNode(
        data["id"], data["kind"], data.get("parent"), data["side"], Box(x, y, w, h), ink, paths, texts
    )


def _line(group: Group, data: dict[str, str]) -> DrawnLine:
    paths = [i for i in _all(group.items) if isinstance(i, Path)]
    texts = tuple(text_box(i) for i in _all(group.items) if isinstance(i, Text))
    flat = flattened(paths[0].d)
    if data["kind"] != "activation":
        ends = ("a", "b") if data["kind"] == "link" else ("person", "household")
        return DrawnLine(data["id"], data["kind"], data[ends[0]], data[ends[1]], "", flat, None, None, texts)
    heads = [path for path in paths[1:] if path.d.endswith("Z")]
    words = heads[0].d.split()
    badge = extent(flattened(heads[-1].d)) if texts else None
    tip = (float(words[1]), float(words[2]))
    return DrawnLine(
        data["id"], "activation", data["activator"], data["activated"], data["pen"], flat, tip, badge, texts
    )
