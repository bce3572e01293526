"""The building of one organisation in the network: its words, its size, its drawing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from colour_codes.activation_code import pen_of_side
from colour_codes.palettes import Palette, Stroke, node_stroke, text_colour
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.frame.words import printed
from layouts.sheet import Group, Item, Path, Text
from layouts.symbols import figure, figure_width, home, stroked
from layouts.symbols.geometry import polygon, rounded
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import ASCENT, LINE_HEIGHT, text_width
from layouts.text.wrapping import wrap
from sociogram.directory.rows import Organisation

SMALLEST = 2.5
Shape = Literal["building", "home", "tile", "open"]
"""An organisation, a family, a tile that stands for many, a tile that shows what it holds."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Words set in lines, each with its letter size, and the least width and height of its outline in mm."""

    id: str
    name: str
    lines: tuple[tuple[str, float], ...]
    width: float
    height: float
    roof: float
    shape: Shape = "building"


@dataclass(frozen=True, slots=True)
class Placed:
    """A tile standing at (x, y), its top left corner."""

    tile: Tile
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The y of the middle of the walls."""
        return self.y + self.tile.roof + (self.height - self.tile.roof) / 2


def tile_of(organisation: Organisation, size: float, most: float, *, full: bool, ends: int = 0) -> Tile:
    """Return the tile with letters of `size` mm, lines of `most` mm at most; `full` adds the long name.

    One that has many ties (`ends`) stands out: larger letters, and its long name in any case.
    """
    short, long = printed(organisation.short_name), printed(organisation.name)
    room = most - 1.8 * size
    loud = round(size * (1.8 if ends >= 12 else 1.25 if ends >= 6 else 1.0), 2)
    full = full or ends >= 12
    if full and long.casefold().startswith(short.casefold()):
        short = long
    lines = [(line, loud) for line in _wrapped(short, round(room / loud, 1))]
    if full and long.casefold() != short.casefold():
        small = max(SMALLEST, round(0.72 * size, 2))
        lines += [(line, small) for line in _wrapped(long, round(room / small, 1))]
    widest = max((text_width(line, letters) for line, letters in lines), default=0.0)
    roof = round(0.75 * size, 2)
    words = sum(letters * LINE_HEIGHT for _, letters in lines)
    name = long if long == short else f"{short}, {long}"
    width, height = round(widest + 1.8 * size, 2), round(roof + words + 0.5 * size, 2)
    return Tile(organisation.id, name, tuple(lines), width, height, roof)


def family_tile(one: str, name: str, size: float) -> Tile:
    """Return the home of a family: figures above its name; `roof` is the height of their row."""
    loud = round(1.15 * size, 2)
    width = max(text_width(name, loud) + 1.8 * size, 7.0 * size)
    return Tile(
        one, name, ((name, loud),), round(width, 2), round(5.2 * size, 2), round(2.6 * size, 2), "home"
    )


def worded_tile(one: str, name: str, small: str, size: float, most: float, shape: Shape = "building") -> Tile:
    """Return a building or a closed tile with its name, and `small` words under it."""
    room, little = most - 2.6 * size, max(SMALLEST, round(0.78 * size, 2))
    loud = round(1.15 * size, 2)
    lines = [(line, loud) for line in _wrapped(name, round(room / loud, 1))]
    lines += [(line, little) for line in _wrapped(small, round(room / little, 1))]
    widest = max((text_width(line, letters) for line, letters in lines), default=0.0)
    roof = round(0.75 * size, 2)
    height = roof + sum(letters * LINE_HEIGHT for _, letters in lines) + 0.9 * size
    spoken = f"{name}, {small}" if small else name
    return Tile(one, spoken, tuple(lines), round(widest + 2.6 * size, 2), round(height, 2), roof, shape)


@lru_cache(maxsize=20_000)
def _wrapped(text: str, room: float) -> tuple[str, ...]:
    """Return the lines of `text` in `room` letter sizes: the same at every size."""
    return tuple(wrap(text, 1.0, room))


def tile_group(placed: Placed, palette: Palette) -> Group:
    """Return the drawn building with its data attributes."""
    tile = placed.tile
    box = f"{placed.x:.2f} {placed.y:.2f} {placed.width:.2f} {placed.height:.2f}"
    side = Side.LIVING_TOGETHER if tile.shape == "home" else Side.WORKING_TOGETHER
    data = (
        ("kind", _KINDS[tile.shape]),
        ("id", tile.id),
        ("side", side.value),
        ("pen", pen_of_side(side).value),
        ("box", box),
        *((("open", "yes" if tile.shape == "open" else "no"),) if tile.shape in ("tile", "open") else ()),
    )
    drawn = (*outline(placed, palette), *_words(placed, palette, pen_of_side(side)))
    return Group(drawn, data, tile.name)


def outline(placed: Placed, palette: Palette) -> tuple[Item, ...]:
    """Return the outline of a figure, as its shape wants."""
    return _OUTLINES[placed.tile.shape](placed, palette)


def slim(palette: Palette, size: float, side: Side = Side.WORKING_TOGETHER) -> Stroke:
    """Return the outline of a small figure: the side's own, no heavier than its letters."""
    stroke = node_stroke(side, palette)
    width = min(stroke.width, 0.3 * size) if stroke.double else min(stroke.width * size / 2.8, 0.16 * size)
    return Stroke(stroke.colour, round(width, 2), stroke.dash, stroke.double)


def _walls(placed: Placed, palette: Palette) -> tuple[Item, ...]:
    """Draw one outline, roof and walls in a single line: many small buildings stay light."""
    stroke = slim(palette, placed.tile.lines[0][1] if placed.tile.lines else SMALLEST)
    half, eaves = stroke.width / 2, 0.9
    left, right = placed.x + half, placed.x + placed.width - half
    top, bottom = placed.y + half, placed.y + placed.height - half
    base = placed.y + placed.tile.roof
    inner = (left + eaves, right - eaves)
    walls = polygon([(inner[0], base), (inner[1], base), (inner[1], bottom), (inner[0], bottom)])
    roof = polygon([(left, base), ((left + right) / 2, top), (right, base)])
    return (*stroked(walls, stroke, fill=PAPER), *stroked(roof, stroke, fill=PAPER))


def _home(placed: Placed, palette: Palette) -> tuple[Item, ...]:
    """Draw a home with two figures over its words: how many live there is not told."""
    stroke = slim(palette, placed.tile.lines[0][1], Side.LIVING_TOGETHER)
    half, middle = stroke.width / 2, placed.x + placed.width / 2
    outline = home(
        placed.x + half, placed.y + half, placed.width - 2 * half, placed.height - 2 * half, stroke
    )
    words = sum(letters * LINE_HEIGHT for _, letters in placed.tile.lines)
    room = placed.height - words - 0.6 * placed.tile.roof
    high = 0.8 * placed.tile.roof
    top = placed.y + (room - high) / 2 + 0.3 * placed.tile.roof
    across = 0.72 * figure_width(high)
    pair = (
        figure(round(middle + way * across, 2), round(top, 2), high, stroke, side=Side.LIVING_TOGETHER)
        for way in (-1, 1)
    )
    return (*outline, *(item for one in pair for item in one))


def _open_frame(placed: Placed, palette: Palette) -> tuple[Item, ...]:
    """Draw an open tile: one light outline round all it holds."""
    size = placed.tile.lines[0][1]
    colour = node_stroke(Side.WORKING_TOGETHER, palette).colour
    width = round(0.09 * size, 2)
    box = rounded(
        placed.x + width / 2, placed.y + width / 2, placed.width - width, placed.height - width, 2.0
    )
    return (Path(box, colour, width, (), PAPER),)


def _closed_frame(placed: Placed, palette: Palette) -> tuple[Item, ...]:
    """Draw a closed tile: two outlines, one behind the other, since it holds many."""
    stroke = slim(palette, placed.tile.lines[0][1] if placed.tile.lines else SMALLEST)
    half, behind = stroke.width / 2, 0.9
    wide, high = placed.width - stroke.width - behind, placed.height - stroke.width - behind
    boxes = (
        rounded(placed.x + half + shift, placed.y + half + behind - shift, wide, high, 1.6)
        for shift in (behind, 0.0)
    )
    return tuple(item for box in boxes for item in stroked(box, stroke, fill=PAPER))


def _words(placed: Placed, palette: Palette, pen: Pen) -> tuple[Item, ...]:
    tile = placed.tile
    total = sum(letters * LINE_HEIGHT for _, letters in tile.lines)
    above = 0.0 if tile.shape == "tile" else tile.roof
    y = placed.y + above + (placed.height - above - total) / 2
    if tile.shape == "open":
        y = placed.y + 0.5 * tile.lines[0][1]
    if tile.shape == "home":
        y = placed.y + placed.height - total - 0.3 * tile.roof
    items = []
    for line, letters in tile.lines:
        baseline = round(y + ASCENT * letters, 2)
        centre = round(placed.x + placed.width / 2, 2)
        items.append(Text(centre, baseline, letters, line, text_colour(pen, palette), "middle"))
        y += letters * LINE_HEIGHT
    return tuple(items)


_KINDS: dict[Shape, str] = {"building": "institution", "home": "household", "tile": "tile", "open": "tile"}
_OUTLINES: dict[Shape, Callable[[Placed, Palette], tuple[Item, ...]]] = {
    "building": _walls,
    "home": _home,
    "tile": _closed_frame,
    "open": _open_frame,
}
