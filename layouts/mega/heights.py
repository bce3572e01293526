"""How high each building stands in its column: near the middle of its neighbours, never over another."""

from collections.abc import Mapping, Sequence

from layouts.mega.network import Neighbours

_SWEEPS = 30


def spread(
    columns: Sequence[Sequence[str]],
    neighbours: Neighbours,
    heights: Mapping[str, float],
    height: float,
    least_gap: float,
    most_gap: float,
) -> dict[str, float]:
    """Return the y of each top edge, between 0 and `height` mm, keeping the order of each column.

    Columns take turns: each building goes to the mean of its neighbours as far as the order and the gaps
    allow (isotonic regression by pooling adjacent violators, Ayer et al. 1955).
    """
    gaps = [_gap(part, heights, height, least_gap, most_gap) for part in columns]
    middle: dict[str, float] = {}
    for part, gap in zip(columns, gaps, strict=True):
        y = (height - sum(heights[one] for one in part) - gap * (len(part) - 1)) / 2
        for one in part:
            middle[one] = y + heights[one] / 2
            y += heights[one] + gap
    for sweep in range(_SWEEPS):
        order = range(len(columns)) if sweep % 2 == 0 else range(len(columns) - 1, -1, -1)
        for index in order:
            _settle(columns[index], gaps[index], middle, neighbours, heights, height)
    return {one: middle[one] - heights[one] / 2 for one in middle}


def _gap(
    part: Sequence[str], heights: Mapping[str, float], height: float, least: float, most: float
) -> float:
    spare = height - sum(heights[one] for one in part)
    return max(least, min(most, spare / (len(part) + 1)))


def _settle(
    part: Sequence[str],
    gap: float,
    middle: dict[str, float],
    neighbours: Neighbours,
    heights: Mapping[str, float],
    height: float,
) -> None:
    offsets, y = [], 0.0
    for one in part:
        offsets.append(y + heights[one] / 2)
        y += heights[one] + gap
    total = y - gap
    wished = [
        _mean_height(one, middle, neighbours) - offset for one, offset in zip(part, offsets, strict=True)
    ]
    weights = [max(0.1, len(neighbours[one])) for one in part]
    for one, value, offset in zip(part, _isotonic(wished, weights), offsets, strict=True):
        middle[one] = min(max(value, 0.0), max(0.0, height - total)) + offset


def _mean_height(one: str, middle: Mapping[str, float], neighbours: Neighbours) -> float:
    """The mean of its neighbours; who has none stays."""
    near = neighbours[one]
    return sum(middle[other] for other in near) / len(near) if near else middle[one]


def _isotonic(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the non-decreasing values nearest to `values` in weighted squares."""
    pools: list[list[float]] = []
    for value, weight in zip(values, weights, strict=True):
        pools.append([value, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            upper, lower = pools[-2], pools.pop()
            both = upper[1] + lower[1]
            upper[0] = (upper[0] * upper[1] + lower[0] * lower[1]) / both
            upper[1], upper[2] = both, upper[2] + lower[2]
    return [value for value, _, count in pools for _ in range(int(count))]
