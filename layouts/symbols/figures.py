"""People: one plain figure for everyone, whoever they are; outlines on white paper, nothing tinted.

A working figure has a collar, so that a black-and-white copy still tells the two sides apart. The shapes are
data (`symbols.json`), in a box one unit high.
"""

import json
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Literal

from colour_codes.palettes import Stroke
from colour_codes.sides import Side
from layouts.sheet import Path
from layouts.symbols.geometry import Point, placed
from layouts.symbols.strokes import PAPER, stroked

Shape = Literal["figure", "circle", "square", "diamond", "dome", "triangle"]
SYMBOLS_FILE = FilePath(__file__).resolve().parent / "symbols.json"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shape one unit high: closed `paths`, open `marks` inside, and its `outline` as a polygon."""

    width: float
    paths: tuple[str, ...]
    marks: tuple[str, ...]
    outline: tuple[Point, ...]


def _read() -> dict[str, Symbol]:
    table = json.loads(SYMBOLS_FILE.read_text(encoding="utf-8"))
    return {
        name: Symbol(
            row["width"], tuple(row["paths"]), tuple(row["marks"]), tuple((x, y) for x, y in row["outline"])
        )
        for name, row in table.items()
    }


_SYMBOLS = _read()


def figure_width(height: float, shape: Shape = "figure") -> float:
    """Return the width, in mm, of a figure `height` mm high."""
    return _SYMBOLS[shape].width * height


def figure(
    x: float, top: float, height: float, stroke: Stroke, *, side: Side, shape: Shape = "figure"
) -> tuple[Path, ...]:
    """Return a figure centred on `x`, its head at `top`, `height` mm high, to the middle of the ink."""
    symbol = _SYMBOLS[_variant(shape, side)]
    left = x - symbol.width * height / 2
    paths: list[Path] = []
    for d in symbol.paths:
        paths += stroked(placed(d, left, top, height), stroke, fill=PAPER)
    thin = Stroke(stroke.colour, round(stroke.width / 4, 2) if stroke.double else stroke.width)
    for d in symbol.marks:
        paths += stroked(placed(d, left, top, height), thin)
    return tuple(paths)


def figure_outline(x: float, top: float, height: float, shape: Shape = "figure") -> tuple[Point, ...]:
    """Return the polygon of that figure's outer edge: where arrows touch it."""
    symbol = _SYMBOLS[shape]
    left = x - symbol.width * height / 2
    return tuple((left + px * height, top + py * height) for px, py in symbol.outline)


def outline_sides(x: float, top: float, height: float, part: float, shape: Shape) -> tuple[Point, Point]:
    """Return where the outline of a figure stands left and right, `part` of its height below its top."""
    y, points = top + part * height, figure_outline(x, top, height, shape)
    found = []
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        if min(ay, by) <= y <= max(ay, by) and ay != by:
            found.append(ax + (bx - ax) * (y - ay) / (by - ay))
    return (min(found), y), (max(found), y)


def _variant(shape: Shape, side: Side) -> str:
    return "working_figure" if shape == "figure" and side is Side.WORKING_TOGETHER else shape
