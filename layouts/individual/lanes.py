"""Square ways between two homes: out of one, along a free lane beside or between the homes, into the other.

Each family has its own lane among four, so that the lines of two families seldom lie on each other.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from layouts.individual.boxes import Box, Point
from layouts.individual.scene import Scene

LANES, FIRST, STEP = 4, 2.2, 1.5
"""How many lanes run along a wall, how far from it the first is and how far apart they are, in mm."""
RISES = (2.4, 4.0)
"""How far above a child's head its line comes in from the side, in mm."""
BEND, BETWEEN = 8.0, 60.0
"""Millimetres of way a bend is worth, and coming down between others as if one were their child."""
TRIED = 90
"""The most ways tried for one line."""
Way = tuple[Point, ...]


def descent(scene: Scene, a: str, b: str, starts: Sequence[tuple[Point, float]], end: Point) -> Iterator[Way]:
    """Yield ways from parent `a` to the head of child `b` in another home, the shortest first.

    `starts`: points on the parent's outline, each with the x at which its line turns up or down.
    """
    near, far, lane = _home(scene, a), _home(scene, b), _lane(scene, a)
    turns = [*starts, *_out_of(near, starts, lane)]
    besides, landings = (far.x - lane, far.right + lane), [end[1] - rise for rise in RISES]
    rows = {near.bottom + lane, near.y - lane, far.y - lane, far.bottom + lane}
    ways: list[Way] = []
    for start, x in turns:
        for y in sorted(rows):
            if y < end[1]:
                ways.append((start, (x, start[1]), (x, y), (end[0], y), end))
            ways += [
                (start, (x, start[1]), (x, y), (beside, y), (beside, low), (end[0], low), end)
                for beside in besides
                for low in landings
            ]
    for start, _ in starts:
        ways += [
            (start, (beside, start[1]), (beside, low), (end[0], low), end)
            for beside in besides
            for low in landings
        ]
    yield from _shortest_first(ways, _heads_above(scene, b))


def _out_of(home: Box, starts: Sequence[tuple[Point, float]], lane: float) -> Iterator[tuple[Point, float]]:
    """Yield the ways out through the side walls of a home, for points that look that way."""
    for start, x in starts:
        yield start, home.right + lane if x > start[0] else home.x - lane


def _heads_above(scene: Scene, child: str) -> list[Box]:
    """Return the figures of the child's home who stand above it: a line between them would be theirs."""
    own = scene.stands[child].shape
    home = scene.above[child][:1]
    return [
        stand.shape
        for id_, stand in scene.stands.items()
        if home and scene.above[id_][:1] == home and stand.shape.bottom < own.y
    ]


def bracket(scene: Scene, a: str, b: str, crown: Point, other: Point) -> Iterator[Way]:
    """Yield ways from the head of `a` to that of `b`, brother or sister in another home, shortest first."""
    one, two, lane = _home(scene, a), _home(scene, b), _lane(scene, a)
    ways: list[Way] = [
        (
            crown,
            (crown[0], crown[1] - up),
            (x, crown[1] - up),
            (x, other[1] - down),
            (other[0], other[1] - down),
            other,
        )
        for x in (one.x - lane, one.right + lane, two.x - lane, two.right + lane)
        for up in RISES
        for down in RISES
    ]
    yield from _shortest_first(ways)


def couples_way(
    scene: Scene, a: str, b: str, sides: tuple[Point, Point], others: tuple[Point, Point]
) -> Iterator[Way]:
    """Yield ways from a side of `a` to a side of `b`, who stand in two homes, the shortest first."""
    one, two, lane = _home(scene, a), _home(scene, b), _lane(scene, a)
    columns = (one.x - lane, one.right + lane, two.x - lane, two.right + lane)
    rows = (one.y - lane, one.bottom + lane, two.y - lane, two.bottom + lane)
    ways: list[Way] = []
    for start in sides:
        out = 1.0 if start == sides[1] else -1.0
        for end in others:
            back = 1.0 if end == others[1] else -1.0
            first = [x for x in columns if (x - start[0]) * out > 1.0]
            last = [x for x in columns if (x - end[0]) * back > 1.0]
            ways += [(start, (x, start[1]), (x, end[1]), end) for x in first if x in last]
            ways += [
                (start, (x, start[1]), (x, y), (z, y), (z, end[1]), end)
                for x in first[:2]
                for z in last[:2]
                if x != z
                for y in rows
            ]
    yield from _shortest_first(ways)


def _home(scene: Scene, id_: str) -> Box:
    """Return the outline a figure stands in, or its own box."""
    return scene.walls[scene.above[id_][0]].box if scene.above[id_] else scene.stands[id_].box


def _lane(scene: Scene, id_: str) -> float:
    """Return how far from the walls the lines of a family run: by the place of its home on the sheet."""
    holder = scene.above[id_][0] if scene.above[id_] else id_
    return FIRST + STEP * (list(scene.ids).index(holder) % LANES)


def _shortest_first(ways: list[Way], above: Sequence[Box] = ()) -> Iterator[Way]:
    """Drop what turns back on itself; order by length, bends, and falling from between those `above`."""
    kept = []
    for way in ways:
        straight = tuple(point for point, before in zip(way, (None, *way), strict=False) if point != before)
        if not _doubles_back(straight):
            top = min(straight[-1][1], straight[-2][1])
            through = BETWEEN if any(top < shape.bottom for shape in above) else 0.0
            kept.append((round(_length(straight) + BEND * len(straight) + through, 2), straight))
    yield from (way for _, way in sorted(kept)[:TRIED])


def _length(way: Way) -> float:
    return sum(abs(x - u) + abs(y - v) for (u, v), (x, y) in pairwise(way))


def _doubles_back(way: Way) -> bool:
    for (ax, ay), (bx, by), (cx, cy) in zip(way, way[1:], way[2:], strict=False):
        if (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < -1e-6:
            return True
    return False
