"""Which column each organisation stands in.

Two organisations with a tie stand in the same column or in neighbouring ones, so that every tie runs in the
free lane between two columns and never through a building. Start: distance from the busiest organisation,
folded back at the first and last columns (neighbours still differ by one at most). Then the columns are
evened out by moves that keep this true: one organisation, or all that hang behind one, mirrored.
"""

from collections.abc import Collection, Mapping, Sequence

from layouts.mega.network import Neighbours, reached

_SAME_COLUMN = 150.0
"""Cost of a tie inside one column, in mm of height: its arc is harder to follow."""
_ROUNDS = 6
_MOST_MIRRORED = 200
"""Beyond this many members the pieces are not searched for: it takes the square of their number."""


def columns_of(
    group: Sequence[str], neighbours: Neighbours, heights: Mapping[str, float], count: int
) -> dict[str, int]:
    """Return the column (0 to `count` - 1) of each member of a connected `group`; `heights` are in mm."""
    hub = busiest(group, neighbours)
    column = {hub: (count - 1) // 2}
    fill = [0.0] * count
    fill[column[hub]] = heights[hub]
    for piece in pieces_without(hub, group, neighbours):
        distance = _distances(hub, piece, neighbours)
        ways = [{one: _folded(column[hub] + way * distance[one], count) for one in piece} for way in (1, -1)]
        best = min(ways, key=lambda placed: _load(fill, placed, heights))
        column.update(best)
        for one, place in best.items():
            fill[place] += heights[one]
    for _ in range(_ROUNDS):
        moved = sum(_move_one(one, column, fill, neighbours, heights) for one in group)
        moved += _mirror_some(group, column, fill, neighbours, heights, hub)
        if not moved:
            break
    return column


def shared_columns(
    groups: Sequence[Sequence[str]], neighbours: Neighbours, heights: Mapping[str, float], count: int
) -> dict[str, int]:
    """Return the columns of all connected `groups` together: later ones fill the room others leave."""
    column: dict[str, int] = {}
    fill = [0.0] * count
    for group in groups:
        across = count if not column else min(count, max(2, round(len(group) ** 0.5) + 1))
        own = columns_of(group, neighbours, heights, across)
        lowest, highest = min(own.values()), max(own.values())
        ways = [
            {one: start + (place - lowest if way > 0 else highest - place) for one, place in own.items()}
            for start in range(count - (highest - lowest))
            for way in (1, -1)
        ]
        best = min(ways, key=lambda placed: round(_load(fill, placed, heights), 3))
        for one, place in best.items():
            fill[place] += heights[one]
        column.update(best)
    used = sorted(set(column.values()))
    return {one: used.index(place) for one, place in column.items()}


def busiest(group: Collection[str], neighbours: Neighbours) -> str:
    """Return the member with most neighbours, the first by id among equals."""
    return min(group, key=lambda one: (-len(neighbours[one]), one))


def pieces_without(cut: str, group: Collection[str], neighbours: Neighbours) -> list[tuple[str, ...]]:
    """Return the parts `group` falls into when `cut` is taken away, the largest first."""
    pieces, seen = [], {cut}
    for start in neighbours[cut]:
        if start in seen:
            continue
        pieces.append(reached(start, neighbours, seen))
    return sorted(pieces, key=lambda piece: (-len(piece), piece))


def _distances(hub: str, piece: Collection[str], neighbours: Neighbours) -> dict[str, int]:
    distance, queue, inside = {hub: 0}, [hub], set(piece)
    for one in queue:
        for other in neighbours[one]:
            if other in inside and other not in distance:
                distance[other] = distance[one] + 1
                queue.append(other)
    return distance


def _folded(place: int, count: int) -> int:
    """Reflect a column number into 0..count-1, as a path folded between two walls."""
    if count == 1:
        return 0
    period = 2 * (count - 1)
    place %= period
    return place if place < count else period - place


def _load(fill: Sequence[float], placed: Mapping[str, int], heights: Mapping[str, float]) -> float:
    after = list(fill)
    for one, place in placed.items():
        after[place] += heights[one]
    return sum(value * value for value in after)


def _move_one(
    one: str, column: dict[str, int], fill: list[float], neighbours: Neighbours, heights: Mapping[str, float]
) -> bool:
    here, height = column[one], heights[one]
    near = [column[other] for other in neighbours[one]]
    if not near:
        return False

    def cost(place: int) -> float:
        load = fill[place] + (0.0 if place == here else height)
        return load + _SAME_COLUMN * near.count(place)

    allowed = range(max(0, max(near) - 1), min(len(fill) - 1, min(near) + 1) + 1)
    best = min(allowed, key=lambda place: (cost(place), abs(place - here), place))
    if best == here or cost(best) >= cost(here) - 1e-6:
        return False
    fill[here] -= height
    fill[best] += height
    column[one] = best
    return True


def _mirror_some(
    group: Sequence[str],
    column: dict[str, int],
    fill: list[float],
    neighbours: Neighbours,
    heights: Mapping[str, float],
    hub: str,
) -> int:
    """Mirror pieces that hang behind one organisation where this evens the columns out; count them."""
    moved = 0
    if len(group) > _MOST_MIRRORED:
        return 0
    for cut in group:
        if len(neighbours[cut]) < 2:
            continue
        for piece in pieces_without(cut, group, neighbours):
            if hub in piece or len(piece) == 1:
                continue
            placed = {one: 2 * column[cut] - column[one] for one in piece}
            if not all(0 <= place < len(fill) for place in placed.values()):
                continue
            without = list(fill)
            for one in piece:
                without[column[one]] -= heights[one]
            if _load(without, placed, heights) < _load(fill, {}, heights) - 1e-6:
                for one, place in placed.items():
                    without[place] += heights[one]
                fill[:] = without
                column.update(placed)
                moved += 1
    return moved
