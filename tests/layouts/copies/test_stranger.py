"""A stranger who has only the printed page finds every pen: what is drawn and written is enough.

The stranger reads no data of the sheet: only paths, and the words of the legend.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import dist, hypot

from colour_codes.palettes import Palette
from layouts.copies import answer_sheets, exercise_sheets, packaged_words
from layouts.copies.path_cutting import pieces_of
from layouts.sheet import Group, Path, Sheet, Text

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
LIVE, WORK = "vivent", "travaillent"
Place = tuple[float, float]
Box = tuple[float, float, float, float]


def points(d: str) -> list[Place]:
    found = [float(number) for number in NUMBERS.findall(d)]
    return list(zip(found[::2], found[1::2], strict=True))


def box(path: Path) -> Box:
    xs, ys = zip(*points(path.d), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def away(place: Place, of: Box) -> float:
    x, y = place
    return hypot(max(of[0] - x, 0, x - of[2]), max(of[1] - y, 0, y - of[3]))


def figures(page: Sheet) -> Iterator[tuple[Box, str]]:
    """Yield each figure: where its body stands, and the side that its double outline or none tells."""
    for item in page.items:
        paths = [part for part in getattr(item, "items", ()) if isinstance(part, Path)]
        closed = [path for path in paths if path.d.endswith("Z") and path.stroke == "#000000"]
        # A figure is a head and a body: two closed outlines, the head above and narrower.
        if len(closed) == 2 and box(closed[0])[3] <= box(closed[1])[1] + 1.0 and " C " in closed[0].d:
            double = any(path.stroke == "#ffffff" for path in paths)
            head, body = box(closed[0]), box(closed[1])
            whole = (min(head[0], body[0]), head[1], max(head[2], body[2]), body[3])
            yield whole, WORK if double else LIVE


def arrows(page: Sheet) -> Iterator[tuple[int, Place, Place]]:
    """Yield each arrow: the number that stands on it, where it starts, where it points."""
    marks, hollow = [], []
    for item in page.items:
        parts = getattr(item, "items", ())
        numbers = [part for part in parts if isinstance(part, Text) and part.text.isdigit()]
        paths = [part for part in parts if isinstance(part, Path)]
        if len(numbers) == 1 and len(parts) == 2:
            marks.append((int(numbers[0].text), (numbers[0].x, numbers[0].y - 0.35 * numbers[0].size)))
        elif len(paths) == 3 and paths[1].d.endswith("Z") and not paths[0].d.endswith("Z"):
            hollow.append(paths)
    assert len(marks) == len(hollow)
    for line, head, _ in hollow:
        along = [point for piece in pieces_of(line.d) for point in sampled(piece)]
        number = min((min(dist(at, point) for point in along), number) for number, at in marks)
        assert number[0] < 0.5
        yield number[1], points(line.d)[0], points(head.d)[0]


def sampled(piece: tuple[Place, ...]) -> Iterator[Place]:
    """Yield places along a Bézier piece, near one another."""
    for step in range(101):
        row = list(piece)
        while len(row) > 1:
            row = [
                (a[0] + (b[0] - a[0]) * step / 100, a[1] + (b[1] - a[1]) * step / 100)
                for a, b in pairwise(row)
            ]
        yield row[0]


def pens(page: Sheet) -> dict[tuple[str, str], str]:
    """Return what the legend says: from whom, to whom, which pen."""
    legend = next(
        i
        for i in page.items
        if isinstance(i, Group) and any(isinstance(p, Text) and "travaillent" in p.text for p in i.items)
    )
    words = " ".join(part.text for part in legend.items if isinstance(part, Text)).replace("\u00a0", " ")
    found: dict[tuple[str, str], str] = {}
    for pen in ("Bleu", "Rouge", "Orange", "Vert"):
        for said in re.findall(
            rf"{pen} : (entre|de) ceux qui (\w+) ensemble(?: vers ceux qui (\w+))?", words
        ):
            _, first, second = said
            found[first, second or first] = pen.lower()
    return found


SITUATIONS = ["sit-01-gao-transit.json", "sit-02-atc-carnet.json", "sit-03-retour-attente.json"]


def test_the_page_alone_gives_every_pen(drawn, said, sized) -> None:  # type: ignore[no-untyped-def]
    for name in sized(SITUATIONS[:1], SITUATIONS):
        staging, sheet = drawn(name, Palette.MONO, until="2020-11" if "01" in name else None)
        pack = packaged_words("fr")
        found = solved(exercise_sheets(staging, sheet, pack)[0], len(staging.figures))
        answers = " ".join(said(one) for one in answer_sheets(staging, sheet, pack)[1:])
        expected = dict(enumerate(re.findall(r"Donc : (\w+)\.", answers), start=1))
        assert found == expected
        assert len(expected) == len(staging.arrows)


def solved(page: Sheet, count: int) -> dict[int, str]:
    """Return the pen of each numbered arrow, found on the page alone, where `count` people are drawn."""
    code, people = pens(page), list(figures(page))
    assert len(code) == 4
    assert len(people) == count
    found = {}
    for number, *places in arrows(page):
        near = [min((away(place, where), side) for where, side in people) for place in places]
        assert all(distance < 2.0 for distance, _ in near)
        found[number] = code[near[0][1], near[1][1]]
    return found
