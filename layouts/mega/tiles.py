"""The building of one organisation in the network: its words, its size, its drawing."""

from dataclasses import dataclass
from functools import lru_cache

from colour_codes.palettes import Palette, Stroke, node_stroke, text_colour
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.frame.words import printed
from layouts.sheet import Group, Item, Text
from layouts.symbols import stroked
from layouts.symbols.geometry import polygon
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import ASCENT, LINE_HEIGHT, text_width
from layouts.text.wrapping import wrap
from sociogram.directory.rows import Organisation

SMALLEST = 2.5


@dataclass(frozen=True, slots=True)
class Tile:
    """Words set in lines, each with its letter size, and the least width and height of the building in mm."""

    organisation: str
    name: str
    lines: tuple[tuple[str, float], ...]
    width: float
    height: float
    roof: float


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


@lru_cache(maxsize=20_000)
def _wrapped(text: str, room: float) -> tuple[str, ...]:
    """Return the lines of `text` in `room` letter sizes: the same at every size."""
    return tuple(wrap(text, 1.0, room))


def tile_group(placed: Placed, palette: Palette) -> Group:
    """Return the drawn building with its data attributes."""
    tile = placed.tile
    box = f"{placed.x:.2f} {placed.y:.2f} {placed.width:.2f} {placed.height:.2f}"
    data = (
        ("kind", "institution"),
        ("id", tile.organisation),
        ("side", Side.WORKING_TOGETHER.value),
        ("pen", Pen.GREEN.value),
        ("box", box),
    )
    return Group((*_walls(placed, palette), *_words(placed, palette)), data, tile.name)


def slim(palette: Palette, size: float) -> Stroke:
    """Return the outline of a small building: the side's own, no heavier than its letters."""
    stroke = node_stroke(Side.WORKING_TOGETHER, palette)
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


def _words(placed: Placed, palette: Palette) -> tuple[Item, ...]:
    tile = placed.tile
    total = sum(letters * LINE_HEIGHT for _, letters in tile.lines)
    y = placed.y + tile.roof + (placed.height - tile.roof - total) / 2
    items = []
    for line, letters in tile.lines:
        baseline = round(y + ASCENT * letters, 2)
        centre = round(placed.x + placed.width / 2, 2)
        items.append(Text(centre, baseline, letters, line, text_colour(Pen.GREEN, palette), "middle"))
        y += letters * LINE_HEIGHT
    return tuple(items)
