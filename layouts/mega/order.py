"""In which order organisations stand in their column: as few crossings as may be.

Barycentre sweeps, then swaps of neighbours in a column (Sugiyama, Tagawa and Toda 1981), all deterministic.
"""

from collections.abc import Mapping, Sequence

from layouts.mega.network import Neighbours

_SWEEPS = 24
Columns = list[list[str]]


def ordered_columns(column: Mapping[str, int], neighbours: Neighbours) -> Columns:
    """Return the members of each column from top to bottom."""
    busy = sorted(column, key=lambda name: (-len(neighbours[name]), name))
    starts = (busy, _walked(busy, neighbours))
    found = [_swept(_filled(start, column), neighbours) for start in starts]
    return min(found, key=lambda columns: crossings(columns, neighbours))


def _filled(order: Sequence[str], column: Mapping[str, int]) -> Columns:
    columns: Columns = [[] for _ in range(max(column.values()) + 1)]
    for one in order:
        columns[column[one]].append(one)
    return columns


def _walked(busy: Sequence[str], neighbours: Neighbours) -> list[str]:
    """Return everyone in the order of a walk from the busiest: what hangs together stays together."""
    seen: dict[str, None] = {}
    for start in busy:
        stack = [start]
        while stack:
            one = stack.pop()
            if one not in seen:
                seen[one] = None
                stack += sorted(neighbours[one], key=lambda name: (len(neighbours[name]), name), reverse=True)
    return list(seen)


def _swept(columns: Columns, neighbours: Neighbours) -> Columns:
    best, fewest = [list(part) for part in columns], crossings(columns, neighbours)
    for sweep in range(_SWEEPS):
        places = range(len(columns))
        for index in places if sweep % 2 == 0 else reversed(places):
            _sort_by_neighbours(columns, index, neighbours)
        swapped = [list(part) for part in columns]
        _swap(swapped, neighbours)
        found = crossings(swapped, neighbours)
        if found < fewest:
            best, fewest = swapped, found
    return best


def crossings(columns: Sequence[Sequence[str]], neighbours: Neighbours) -> int:
    """Return how many pairs of ties between neighbouring columns cross."""
    rank = _ranks(columns)
    return sum(
        _inversions(columns[index], rank, neighbours, index + 1, columns) for index in range(len(columns) - 1)
    )


def _ranks(columns: Sequence[Sequence[str]]) -> dict[str, tuple[int, int]]:
    return {one: (index, row) for index, part in enumerate(columns) for row, one in enumerate(part)}


def _inversions(
    part: Sequence[str],
    rank: Mapping[str, tuple[int, int]],
    neighbours: Neighbours,
    beside: int,
    columns: Sequence[Sequence[str]],
) -> int:
    """Count inversions of the far ends, met from top to bottom (a Fenwick tree, as Barth et al. 2002)."""
    size = len(columns[beside])
    tree, seen, found = [0] * (size + 1), 0, 0
    for one in part:
        rows = [rank[other][1] for other in neighbours[one] if rank[other][0] == beside]
        for row in rows:
            found += seen - _prefix(tree, row + 1)
        for row in rows:
            _add(tree, row + 1)
        seen += len(rows)
    return found


def _prefix(tree: Sequence[int], index: int) -> int:
    total = 0
    while index > 0:
        total += tree[index]
        index -= index & -index
    return total


def _add(tree: list[int], index: int) -> None:
    while index < len(tree):
        tree[index] += 1
        index += index & -index


def _sort_by_neighbours(columns: Columns, index: int, neighbours: Neighbours) -> None:
    """Sort one column by the mean height, as a share of their column, of its members' neighbours."""
    share = {one: (row + 0.5) / len(part) for part in columns for row, one in enumerate(part)}

    def height(one: str) -> float:
        near = neighbours[one]
        return sum(share[other] for other in near) / len(near) if near else share[one]

    columns[index].sort(key=lambda one: (round(height(one), 6), one))


def _swap(columns: Columns, neighbours: Neighbours) -> None:
    """Swap neighbours in a column while that removes crossings (or straightens at equal crossings)."""
    for _ in range(4):
        moved = False
        rank = _ranks(columns)
        for index, part in enumerate(columns):
            for row in range(len(part) - 1):
                upper, lower = part[row], part[row + 1]
                now = _pair(upper, lower, index, rank, neighbours)
                if now > _pair(lower, upper, index, rank, neighbours):
                    part[row], part[row + 1] = lower, upper
                    rank[lower], rank[upper] = (index, row), (index, row + 1)
                    moved = True
        if not moved:
            return


def _pair(
    upper: str, lower: str, index: int, rank: Mapping[str, tuple[int, int]], neighbours: Neighbours
) -> int:
    """Count crossings between the ties of two members of one column if `upper` stands above `lower`."""
    found = 0
    for beside in (index - 1, index + 1):
        above = [rank[other][1] for other in neighbours[upper] if rank[other][0] == beside]
        below = [rank[other][1] for other in neighbours[lower] if rank[other][0] == beside]
        found += sum(high > low for high in above for low in below)
    return found
