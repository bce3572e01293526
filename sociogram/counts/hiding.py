"""Which numbers of a table must be hidden, so that no number under 5 can be read or worked out.

A number from 1 to 4 is hidden; 0 is not (it counts nobody). A hidden number could still be worked out from
the sums around it, so others are hidden with it, the smallest that will do. What a reader knows: every number
that is shown, that sums are sums, that a hidden number is at least 1. A number is safe when another one could
stand in its place without any shown number changing.

For one row of numbers with their sum that takes two hidden numbers that are not all 1. A table with the sums
of its rows is a network: an arc from the node of each row to the node of each column, and from the source to
each row for its sum; the columns' sums are fixed. A hidden number is safe when one unit can go round a circle
of hidden arcs through it, forwards on an arc (+1) or backwards where 2 or more stand (-1). Where there is no
such circle the cheapest one is closed: the shortest way back, where a hidden arc costs nothing and a shown
one what it says. Hiding never takes a circle away, so that each number is looked at once. (Complementary
cell suppression; Gusfield 1988 for the circles.)
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

LEAST = 5
"""The smallest number that leaves."""

Line = Sequence[int]
Node = tuple[str, int]
Arc = tuple[int, int]
"""(row, column); column -1 is the sum of the row."""
SUM = -1
SOURCE: Node = ("source", 0)


def small(number: int) -> bool:
    """Whether a number would tell of too few people."""
    return 0 < number < LEAST


def hidden_in_line(numbers: Line) -> frozenset[int] | None:
    """Return the places to hide in a row whose sum is shown; None when that cannot be made safe."""
    hidden = {at for at, number in enumerate(numbers) if small(number)}
    left = sorted((number, at) for at, number in enumerate(numbers) if number >= LEAST)
    while hidden and (len(hidden) < 2 or max(numbers[at] for at in hidden) < 2):
        if not left:
            return None
        hidden.add(left.pop(0)[1])
    return frozenset(hidden)


@dataclass(slots=True)
class Grid:
    """A table of numbers with the sums of its rows, and what of it is hidden. Its columns' sums are shown."""

    rows: Sequence[Line]
    hidden: set[Arc]

    def number(self, arc: Arc) -> int:
        """Return the number of an arc."""
        row, column = arc
        return sum(self.rows[row]) if column == SUM else self.rows[row][column]

    def arcs(self) -> Iterator[Arc]:
        """Yield every place that holds something."""
        for row, line in enumerate(self.rows):
            for column in (SUM, *range(len(line))):
                if self.number((row, column)):
                    yield row, column

    def way(self, start: Node, end: Node, without: Arc | None = None) -> list[Arc] | None:
        """Return the arcs of the cheapest way on which one unit can go from `start` to `end`, or None."""
        steps = self._steps(without)
        costs: dict[Node, tuple[int, int]] = {start: (0, 0)}
        before: dict[Node, tuple[Node, Arc]] = {}
        queue: list[tuple[tuple[int, int], Node]] = [((0, 0), start)]
        while queue:
            cost, node = heapq.heappop(queue)
            if node == end:
                return _walked(before, start, end)
            if cost > costs[node]:
                continue
            for after, arc in steps.get(node, ()):
                dear = (cost[0] + (0 if arc in self.hidden else self.number(arc)), cost[1] + 1)
                if after not in costs or dear < costs[after]:
                    costs[after] = dear
                    before[after] = (node, arc)
                    heapq.heappush(queue, (dear, after))
        return None

    def _steps(self, without: Arc | None) -> Mapping[Node, list[tuple[Node, Arc]]]:
        steps: dict[Node, list[tuple[Node, Arc]]] = {}
        for arc in self.arcs():
            if arc == without:
                continue
            tail, head = ends(arc)
            steps.setdefault(tail, []).append((head, arc))
            if self.number(arc) >= 2:
                steps.setdefault(head, []).append((tail, arc))
        return steps


def ends(arc: Arc) -> tuple[Node, Node]:
    """Return where an arc begins and ends."""
    row, column = arc
    return (SOURCE, ("row", row)) if column == SUM else (("row", row), ("column", column))


def _walked(before: Mapping[Node, tuple[Node, Arc]], start: Node, end: Node) -> list[Arc]:
    arcs, at = [], end
    while at != start:
        at, arc = before[at]
        arcs.append(arc)
    return arcs


def close_circles(grid: Grid) -> bool:
    """Hide what is too small and all that it takes; False when the table cannot be made safe."""
    grid.hidden |= {arc for arc in grid.arcs() if small(grid.number(arc))}
    done: set[Arc] = set()
    while todo := sorted(grid.hidden - done):
        arc = todo[0]
        circle = _cheapest_circle(grid, arc)
        if circle is None:
            return False
        grid.hidden.update(circle)
        done.add(arc)
    return True


def _cheapest_circle(grid: Grid, arc: Arc) -> list[Arc] | None:
    tail, head = ends(arc)
    ways = [grid.way(head, tail, arc)]
    if grid.number(arc) >= 2:
        ways.append(grid.way(tail, head, arc))
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: (_price(grid, way), len(way), way), default=None)


def _price(grid: Grid, way: Sequence[Arc]) -> int:
    return sum(grid.number(arc) for arc in way if arc not in grid.hidden)
