"""The inside of a block, drawn up once: where its figures, labels and outlines stand from its corner."""

from collections.abc import Mapping
from dataclasses import dataclass

from layouts.individual.blocks import Block, Blocks
from layouts.individual.boxes import Box, around
from layouts.individual.labels import LABEL_GAP, Label, figure_label, wrapped
from layouts.individual.sizes import Sizes
from layouts.symbols import roof_height
from layouts.symbols.containers import EAVES
from sociogram.situation.staging import Container

INK = 0.6
"""Room kept for the width of an outline inside its box, in mm."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A figure in its place: `shape` is the figure alone, `words` its label, `box` both."""

    id: str
    shape: Box
    words: Box
    label: Label
    box: Box

    def moved(self, dx: float, dy: float) -> "Stand":
        """Return the figure shifted by (dx, dy)."""
        shape, words, box = (b.moved(dx, dy) for b in (self.shape, self.words, self.box))
        return Stand(self.id, shape, words, self.label, box)


@dataclass(frozen=True, slots=True)
class Walls:
    """A home or building in its place: `box` is the whole of it, `words` its label inside."""

    id: str
    box: Box
    words: Box
    label: Label
    building: bool

    @property
    def rims(self) -> tuple[Box, ...]:
        """The boxes whose edges are drawn: for a building, the roof and the walls below it."""
        if not self.building:
            return (self.box,)
        rise, eaves = roof_height(self.box.w), min(EAVES, 0.06 * self.box.w)
        x, y, w, h = self.box.x, self.box.y, self.box.w, self.box.h
        return Box(x, y, w, rise), Box(x + eaves, y + rise, w - 2 * eaves, h - rise)

    def moved(self, dx: float, dy: float) -> "Walls":
        """Return the container shifted by (dx, dy)."""
        return Walls(self.id, self.box.moved(dx, dy), self.words.moved(dx, dy), self.label, self.building)


@dataclass(frozen=True, slots=True)
class Plot:
    """A block drawn up with its top left corner at (0, 0)."""

    w: float
    h: float
    stands: tuple[Stand, ...]
    walls: tuple[Walls, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """How the inside of blocks is arranged: the order of each level, and the most things in a row."""

    orders: Mapping[str, tuple[tuple[str, ...], ...]]
    across: Mapping[str, int]


def stand_at(id_: str, text: str, centre: tuple[float, float], sizes: Sizes) -> Stand:
    """Return a figure whose shape is centred on `centre`."""
    label = figure_label(text, sizes)
    w, h = sizes.figure_width, sizes.figure_height
    shape = Box(centre[0] - w / 2, centre[1] - h / 2, w, h)
    gap = LABEL_GAP if label.lines else 0.0
    words = Box(centre[0] - label.width / 2, shape.bottom + gap, label.width, label.height)
    ink = shape.grown(INK / 2)
    return Stand(id_, shape, words, label, around([ink, words]) if label.lines else ink)


def plot_of(block: Block, blocks: Blocks, inside: Inside, sizes: Sizes) -> Plot:
    """Return the block drawn up: rows of figures and inner blocks, under the label of its walls."""
    if block.container is None:
        return _figure_plot(block.id, blocks, sizes)
    rows: list[list[Plot]] = []
    for level in inside.orders[block.id]:
        things = [_thing_plot(thing, blocks, inside, sizes) for thing in level]
        step = max(1, inside.across[block.id])
        rows += [things[i : i + step] for i in range(0, len(things), step)]
    content = _rows_plot(rows, sizes)
    return _walled(block, content, sizes)


def _thing_plot(thing: str, blocks: Blocks, inside: Inside, sizes: Sizes) -> Plot:
    if thing in blocks.figures:
        return _figure_plot(thing, blocks, sizes)
    return plot_of(blocks.by_id[thing], blocks, inside, sizes)


def _figure_plot(id_: str, blocks: Blocks, sizes: Sizes) -> Plot:
    stand = stand_at(id_, blocks.figures[id_].label, (0.0, 0.0), sizes)
    moved = stand.moved(-stand.box.x, -stand.box.y)
    return Plot(moved.box.w, moved.box.h, (moved,), ())


def _rows_plot(rows: list[list[Plot]], sizes: Sizes) -> Plot:
    """Return rows one under the other, in columns of equal width, each row centred."""
    if not rows:
        return Plot(0.0, 0.0, (), ())
    cell = max(plot.w for row in rows for plot in row)
    uniform = all(len(plot.walls) == 0 for row in rows for plot in row)
    widths = [
        sum(cell if uniform else plot.w for plot in row) + sizes.cell_gap * (len(row) - 1) for row in rows
    ]
    total, y = max(widths), 0.0
    stands: list[Stand] = []
    walls: list[Walls] = []
    for row, width in zip(rows, widths, strict=True):
        x = (total - width) / 2
        for plot in row:
            room = cell if uniform else plot.w
            dx = x + (room - plot.w) / 2
            stands += [stand.moved(dx, y) for stand in plot.stands]
            walls += [wall.moved(dx, y) for wall in plot.walls]
            x += room + sizes.cell_gap
        y += max(plot.h for plot in row) + sizes.row_gap
    return Plot(total, y - sizes.row_gap, tuple(stands), tuple(walls))


def _walled(block: Block, content: Plot, sizes: Sizes) -> Plot:
    """Return the content inside the outline of its home or building, under the label."""
    assert block.container is not None
    own = walls_around(block.container, Box(0.0, 0.0, content.w, content.h), sizes)
    dx, dy = -own.box.x, -own.box.y
    stands = tuple(stand.moved(dx, dy) for stand in content.stands)
    walls = (own.moved(dx, dy), *(wall.moved(dx, dy) for wall in content.walls))
    return Plot(own.box.w, own.box.h, stands, walls)


def walls_around(container: Container, content: Box, sizes: Sizes) -> Walls:
    """Return the outline and label of a container whose members fill `content` (no height: it is empty)."""
    building = container.kind == "institution"
    side = sizes.padding + (EAVES if building else 0.0)
    label = wrapped(container.label, sizes, max(content.w, 9.5 * sizes.font))
    width = max(content.w, label.width, 5 * sizes.font) + 2 * side
    top = roof_height(width) + 1.2 if building else 2.2
    # A home's label stands left, so that arrows find their way in from above to whoever stands in the middle.
    left = (width - label.width) / 2 if building else min(side + 1.0, (width - label.width) / 2)
    down = top + label.height + (0.62 * sizes.padding if content.h else 0.0)
    height = down + content.h + (sizes.padding * 0.8 if content.h else 2.4)
    x, y = content.x + content.w / 2 - width / 2, content.y - down
    words = Box(x + left, y + top, label.width, label.height)
    return Walls(container.id, Box(x, y, width, height), words, label, building)
