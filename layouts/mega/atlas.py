"""The atlas: thousands of organisations as dots, in closed tiles of those that hang together.

A tile is called after its busiest organisation and says how many it holds; names fit where there is room for
letters of 2.5 mm. Green lines between tiles pass under them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from colour_codes.palettes import Palette, ink, text_colour
from colour_codes.sides import Side
from layouts.frame import Frame, FrameInput, build_frame, paper_named
from layouts.frame.words import printed
from layouts.mega.dates import latest_date
from layouts.mega.kernels.arrays import Floats, Ints
from layouts.mega.legend import atlas_rows
from layouts.mega.network import Network, network_of
from layouts.mega.picture import framed_sheet
from layouts.mega.scale import Laid, lay_out, tile_grid
from layouts.mega.ties import PEN
from layouts.mega.tiles import SMALLEST
from layouts.mega.words import AROUND, ATLAS_DESC, COUNT, TITLE
from layouts.printers.svg import number
from layouts.sheet import Group, Item, Path, Sheet, Text
from layouts.symbols.geometry import rounded
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import ASCENT, LINE_HEIGHT, text_width
from layouts.text.wrapping import wrap
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.language import Lang

_CLASSES = (1, 2, 4, 8)
"""Bundles of at least so many ties share one line width each."""
_RIM = 0.06
"""Share of a tile left free at each side."""
_LANE = 0.26
"""Share of the sheet left free between tiles, where their bundles are seen."""


def atlas_sheet(
    directory: Directory,
    *,
    lang: Lang,
    palette: Palette = Palette.WALL,
    paper: str = "A1",
    date: PartialDate | None = None,
    notice: str = "",
) -> Sheet:
    """Return the atlas of `directory`, the same for the same rows; "auto" is A1. BadInput for a bad paper."""
    network = network_of(directory)
    ids = sorted(directory.organisations)
    rank = {one: place for place, one in enumerate(ids)}
    pairs = np.array([(rank[tie.from_id], rank[tie.to_id]) for tie in network.ties], np.int64).reshape(-1, 2)
    dated = date or latest_date(network.ties)
    frame = build_frame(
        FrameInput(
            lang,
            palette,
            "A1" if paper.lower() == "auto" else paper_named(paper).name,
            dated,
            TITLE.in_(lang),
            kind="mega",
            rows=atlas_rows(lang, palette),
            notice=notice,
        )
    )
    atlas = _Atlas(
        directory, network, ids, pairs, _fitted(lay_out(len(ids), pairs), pairs, frame), frame, lang, palette
    )
    desc = ATLAS_DESC.filled(count=len(ids), tiles=len(atlas.laid.boxes), ties=len(network.ties)).in_(lang)
    return framed_sheet(
        frame,
        tuple(atlas.items()),
        title=TITLE.in_(lang),
        desc=desc,
        lang=lang,
        palette=palette,
        date=dated,
    )


def _fitted(laid: Laid, pairs: Ints, frame: Frame) -> Laid:
    """Return the places in mm: the tiles in rows and columns over the whole area, lanes between them."""
    if not len(laid.x):
        return laid
    area, kinds = frame.area, len(laid.boxes)
    column, row = tile_grid(laid, pairs)
    columns, rows = int(column.max()) + 1, int(row.max()) + 1
    pitch_x, pitch_y = area.width / columns, area.height / rows
    wide, high = pitch_x * (1 - _LANE), pitch_y * (1 - _LANE)
    left = area.x + column * pitch_x + (pitch_x - wide) / 2
    top = area.y + row * pitch_y + (pitch_y - high) / 2
    boxes = np.stack([left, top, np.full(kinds, wide), np.full(kinds, high)], axis=1)
    inside_x = (laid.x - laid.boxes[laid.tile, 0] + 0.5) / laid.boxes[laid.tile, 2]
    inside_y = (laid.y - laid.boxes[laid.tile, 1] + 0.5) / laid.boxes[laid.tile, 3]
    x = left[laid.tile] + (_RIM + inside_x * (1 - 2 * _RIM)) * wide
    y = top[laid.tile] + (_RIM + inside_y * (1 - 2 * _RIM)) * high
    return Laid(x, y, laid.tile, boxes)


@dataclass(frozen=True, slots=True)
class _Atlas:
    directory: Directory
    network: Network
    ids: list[str]
    pairs: Ints
    laid: Laid
    frame: Frame
    lang: Lang
    palette: Palette

    def items(self) -> Iterator[Item]:
        if not self.ids:
            return
        yield from self._bundles()
        tiles = self.laid.tile
        inner = self.pairs[tiles[self.pairs[:, 0]] == tiles[self.pairs[:, 1]]]
        by_tile = np.argsort(tiles[inner[:, 0]], kind="stable")
        order = np.argsort(tiles, kind="stable")
        kinds = np.arange(len(self.laid.boxes))
        starts, ends = (np.searchsorted(tiles[order], kinds, side) for side in ("left", "right"))
        sorted_ties = tiles[inner[by_tile, 0]]
        first, last = (np.searchsorted(sorted_ties, kinds, side) for side in ("left", "right"))
        for tile in range(len(kinds)):
            members = order[starts[tile] : ends[tile]]
            yield self._tile(tile, members, inner[by_tile[first[tile] : last[tile]]])

    def _bundles(self) -> Iterator[Item]:
        """Lines between tiles, from middle to middle, in a few widths; the tiles lie on them."""
        tiles, boxes = self.laid.tile, self.laid.boxes
        one, two = tiles[self.pairs[:, 0]], tiles[self.pairs[:, 1]]
        low, high = np.minimum(one, two)[one != two], np.maximum(one, two)[one != two]
        keys, counts = np.unique(low * len(boxes) + high, return_counts=True)
        x, y = boxes[:, 0] + boxes[:, 2] / 2, boxes[:, 1] + boxes[:, 3] / 2
        colour = ink(PEN, self.palette)
        for least, below in zip(_CLASSES, (*_CLASSES[1:], 10**9), strict=True):
            chosen = keys[(counts >= least) & (counts < below)]
            if len(chosen):
                width = round(0.12 + 0.1 * least, 2)
                path = Path(
                    _lines(x, y, np.stack([chosen // len(boxes), chosen % len(boxes)], axis=1)), colour, width
                )
                yield Group((path,), (("kind", "bundles"), ("pen", PEN.value), ("least", str(least))))

    def _tile(self, tile: int, members: Ints, ties: Ints) -> Group:
        left, top, wide, high = (float(value) for value in self.laid.boxes[tile])
        x, y = self.laid.x, self.laid.y
        colour, words = ink(PEN, self.palette), text_colour(PEN, self.palette)
        hub = self._busiest(members)
        name = AROUND.filled(name=printed(self.directory.organisations[hub].short_name)).in_(self.lang)
        counted = COUNT.filled(count=len(members)).in_(self.lang)
        title, room = self._title(name, len(members), wide, high, left, top, words)
        down = y.copy()
        down[members] = top + room + (y[members] - top) * (high - room) / high
        dot = round(min(1.6, 0.24 * wide / max(1.0, len(members) ** 0.5)), 2)
        items: list[Item] = [
            Path(rounded(left, top, wide, high, min(2.0, 0.06 * wide)), colour, 0.35, (), PAPER)
        ]
        if len(ties):
            items.append(Path(_lines(x, down, ties), colour, round(0.16 * dot, 2)))
        items.append(Path(_dots(x, down, members), colour, dot))
        data = (
            ("kind", "tile"),
            ("id", hub),
            ("side", Side.WORKING_TOGETHER.value),
            ("pen", PEN.value),
            ("box", f"{left:.2f} {top:.2f} {wide:.2f} {high:.2f}"),
        )
        return Group((*items, *title), data, f"{name}, {counted}")

    def _title(
        self, name: str, count: int, wide: float, high: float, left: float, top: float, colour: str
    ) -> tuple[tuple[Item, ...], float]:
        """Return the tile's name and number as far as there is room, and the height they take."""
        size = max(SMALLEST, min(0.11 * high, 0.09 * wide, self.frame.paper.text))
        for said in (f"{name} ({count})", str(count)):
            lines = wrap(said, size, wide - 1.2 * size)
            taken = len(lines) * LINE_HEIGHT * size + 0.5 * size
            widest = max((text_width(line, size) for line in lines), default=0.0)
            if taken <= 0.34 * high and widest <= wide - 0.8 * size:
                middle = round(left + wide / 2, 2)
                rows = (top + 0.25 * size + (row * LINE_HEIGHT + ASCENT) * size for row in range(len(lines)))
                return tuple(
                    Text(middle, round(at, 2), round(size, 2), line, colour, "middle")
                    for at, line in zip(rows, lines, strict=True)
                ), taken
        return (), 0.0

    def _busiest(self, members: Ints) -> str:
        ends = self.network.ends
        names: list[str] = [self.ids[one] for one in members.tolist()]
        return min(names, key=lambda one: (-ends.get(one, 0), one))


def _lines(x: Floats, y: Floats, pairs: Ints) -> str:
    return " ".join(
        f"M {number(x[one])} {number(y[one])} L {number(x[two])} {number(y[two])}"
        for one, two in pairs.tolist()
    )


def _dots(x: Floats, y: Floats, members: Ints) -> str:
    """Dots as lines without length: round caps make them round."""
    return _lines(x, y, np.stack([members, members], axis=1))
