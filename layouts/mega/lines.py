"""How a tie is drawn: an even curve in the lane between two columns, with the mark of its kind.

Dashes are never used: dots and dashes mean pens elsewhere. Kinds differ by weight and by a mark at one end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, pi, sin, sqrt

from colour_codes.charter import load_charter
from colour_codes.palettes import Palette, Stroke, ink, stroke_of, text_colour
from colour_codes.pens import letter
from layouts.mega.block import Run
from layouts.mega.ties import PEN, Tie
from layouts.mega.tiles import SMALLEST
from layouts.printers.svg import number
from layouts.sheet import Group, Item, Path, Text
from layouts.symbols import badge, badge_width, head, head_reach, stroked
from layouts.symbols.geometry import circle, polygon, polyline, rounded
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import CAP_HEIGHT, text_width
from sociogram.language import Lang

Point = tuple[float, float]
ENDED = ("projet_termine", "historique", "arrete")
PLANNED = ("prevu",)


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic curve."""

    start: Point
    first: Point
    second: Point
    end: Point

    @property
    def d(self) -> str:
        """Its path data."""
        start, *others = (self.start, self.first, self.second, self.end)
        handles = " ".join(f"{number(x)} {number(y)}" for x, y in others)
        return f"M {number(start[0])} {number(start[1])} C {handles}"

    def at(self, t: float) -> tuple[Point, float]:
        """Return the point at `t` (0 to 1) and the angle of travel there."""
        u = 1 - t
        points = (self.start, self.first, self.second, self.end)
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        slopes = (-3 * u * u, 3 * u * u - 6 * u * t, 6 * u * t - 3 * t * t, 3 * t * t)
        x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
        dx, dy = (sum(w * p[axis] for w, p in zip(slopes, points, strict=True)) for axis in (0, 1))
        return (x, y), atan2(dy, dx)


def tie_group(
    run: Run, palette: Palette, size: float, label: str, lang: Lang, number_at: float = 0.5
) -> Group:
    """Return the drawn tie; its first path runs from its first organisation to its second."""
    tie = run.tie
    kind = tie.kind if tie.kind in ("activation", "bundle") else "tie"
    data = (
        ("kind", kind),
        ("id", tie.id),
        ("tie", tie.kind),
        ("activator", tie.from_id),
        ("activated", tie.to_id),
        ("pen", tie.pen.value),
    )
    if tie.kind == "activation":
        items = tuple(_activation_items(run, palette, size, lang))
    elif tie.kind == "bundle":
        items = tuple(bundle_items(tie, curve_of(run), palette, size, number_at))
    else:
        items = tuple(tie_items(tie, curve_of(run), run.start_side, run.end_side, palette, size))
    return Group(items, data, label)


def _activation_items(run: Run, palette: Palette, size: float, lang: Lang) -> Iterator[Item]:
    """Yield a family's arrow as on its own sheet: the pen's line, its head, its letter at the tail."""
    pen, letters = run.tie.pen, max(0.86 * size, SMALLEST)
    stroke = stroke_of(pen, palette)
    stroke = Stroke(stroke.colour, round(min(stroke.width, 0.34 * size), 2), stroke.dash, stroke.double)
    long = max(1.15 * size, 2.6 * stroke.width)
    curve = _shortened(curve_of(run), run.end_side, head_reach(long))
    yield from stroked(curve.d, stroke)
    (x, y), towards = run.end, 0.0 if run.end_side < 0 else pi
    yield from head(x, y, towards, long, stroke.colour)
    mark = letter(pen, lang) if load_charter().marks.tail_letters else ""
    if mark:
        at = run.start[0] + run.start_side * (badge_width(mark, letters) / 2 + 0.2)
        ink_of = text_colour(pen, palette)
        yield from badge(
            round(at, 2), run.start[1], mark, letters, colour=stroke.colour, text_colour=ink_of, width=0.3
        )


def bundle_items(
    tie: Tie, curve: Curve, palette: Palette, size: float, number_at: float = 0.5
) -> Iterator[Item]:
    """Yield one broad line for many ties, with their number on it when it is more than one."""
    count = tie.count
    width = round(size * min(1.1, 0.14 + 0.11 * sqrt(count - 1)), 2)
    yield Path(curve.d, ink(PEN, palette), width)
    if count > 1:
        (x, y), _ = curve.at(number_at)
        letters, words = max(SMALLEST, round(0.8 * size, 2)), str(count)
        baseline = round(y + CAP_HEIGHT * letters / 2, 2)
        high, wide = 1.3 * letters, text_width(words, letters) + 0.8 * letters
        yield Path(
            rounded(x - wide / 2, y - high / 2, wide, high, high / 2), ink(PEN, palette), 0.2, (), PAPER
        )
        yield Text(round(x, 2), baseline, letters, words, text_colour(PEN, palette), "middle")


def curve_of(run: Run) -> Curve:
    """Return the line of a tie, from its first figure to its second."""
    (x1, y1), (x2, y2) = run.start, run.end
    if run.start_side == run.end_side:
        reach = min(0.42 * run.lane, 0.1 * run.lane + 0.16 * abs(y2 - y1) + 1.5) * 4 / 3 * run.start_side
        return Curve(run.start, (x1 + reach, y1), (x2 + reach, y2), run.end)
    reach = 0.5 * abs(x2 - x1) * run.start_side
    return Curve(run.start, (x1 + reach, y1), (x2 - reach, y2), run.end)


def tie_items(
    tie: Tie, curve: Curve, start_side: int, end_side: int, palette: Palette, size: float
) -> Iterator[Item]:
    """Yield the line, then its marks: head, dot, square or ring at an end, bar or ring in the middle."""
    stroke = tie_stroke(tie.kind, palette, size)
    long = 1.1 * size
    if tie.kind == "refers_to" and tie.directed:
        curve = _shortened(curve, end_side, head_reach(long))
    yield from stroked(curve.d, stroke)
    yield from _end_mark(tie, curve, start_side, end_side, stroke, size, long)
    if tie.status in ENDED:
        (x, y), angle = curve.at(0.5)
        yield _bar(x, y, angle, 0.55 * size, Stroke(stroke.colour, 0.13 * size))
    elif tie.status in PLANNED:
        (x, y), _ = curve.at(0.5)
        yield Path(circle(x, y, 0.34 * size), stroke.colour, 0.11 * size, (), PAPER)


def tie_stroke(kind: str, palette: Palette, size: float) -> Stroke:
    """Return the line of a kind of tie: the green pen, broad where people are referred, fine elsewhere."""
    if kind == "refers_to":
        stroke = stroke_of(PEN, palette)
        width = 0.36 * size if stroke.double else 0.3 * size
        return Stroke(stroke.colour, round(width, 2), (), stroke.double)
    return Stroke(ink(PEN, palette), round(0.14 * size, 2))


def _end_mark(
    tie: Tie, curve: Curve, start_side: int, end_side: int, stroke: Stroke, size: float, long: float
) -> Iterator[Item]:
    radius = 0.3 * size
    (x1, y1), (x2, y2) = curve.start, curve.end
    if tie.kind == "refers_to" and tie.directed:
        tip = x2 - end_side * head_reach(long)
        yield from head(tip, y2, 0.0 if end_side < 0 else pi, long, stroke.colour)
    elif tie.kind == "member_of":
        yield Path(circle(x2 + end_side * radius, y2, radius), stroke.colour, 0.1, (), stroke.colour)
    elif tie.kind == "funds":
        x = x1 + start_side * radius
        corners = [(x - radius, y1 - radius), (x + radius, y1 - radius)]
        corners += [(x + radius, y1 + radius), (x - radius, y1 + radius)]
        yield Path(polygon(corners), stroke.colour, stroke.width, (), PAPER)
    elif tie.kind == "trained":
        yield Path(circle(x1 + start_side * radius, y1, radius), stroke.colour, stroke.width, (), PAPER)


def _shortened(curve: Curve, end_side: int, by: float) -> Curve:
    """Stop the line inside the head, that its tip alone touches the wall."""
    (x, y), (fx, fy) = curve.end, curve.second
    return Curve(curve.start, curve.first, (fx + end_side * by, fy), (x + end_side * by, y))


def _bar(x: float, y: float, angle: float, half: float, stroke: Stroke) -> Path:
    across = angle + 1.1
    ends = [(x + way * half * cos(across), y + way * half * sin(across)) for way in (-1, 1)]
    return Path(polyline(ends), stroke.colour, round(stroke.width, 2))
