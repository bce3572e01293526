"""Columns of rows of blocks: the plan of a sheet before anything has a place."""

from collections.abc import Mapping
from dataclasses import dataclass

from layouts.individual.boxes import Box
from layouts.individual.plots import Plot
from layouts.individual.sizes import Sizes

Columns = tuple[tuple[tuple[str, ...], ...], ...]
"""From left to right; in each column rows from top to bottom; in each row blocks from left to right."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Where each block's top left corner comes, and by how many mm the plan is too wide or too high."""

    corners: Mapping[str, tuple[float, float]]
    overflow: float
    slack: float


def spread(columns: Columns, plots: Mapping[str, Plot], area: Box, sizes: Sizes) -> Spread:
    """Return the places of all blocks, free space shared out evenly between columns and between rows."""
    gap = sizes.block_gap
    widths = [max(_row_width(row, plots, gap) for row in column) for column in columns]
    xs, over_x = _shared(widths, area.x, area.w, gap)
    corners: dict[str, tuple[float, float]] = {}
    overflow, slack = over_x, 0.0
    for column, x, width in zip(columns, xs, widths, strict=True):
        heights = [max(plots[b].h for b in row) for row in column]
        ys, over_y = _shared(heights, area.y, area.h, gap)
        overflow += over_y
        used = sum(heights) + gap * (len(heights) - 1)
        slack += width * max(0.0, area.h - used) ** 2 / area.h
        for row, y, height in zip(column, ys, heights, strict=True):
            inner, _ = _shared([plots[b].w for b in row], x, width, gap)
            for block, left in zip(row, inner, strict=True):
                corners[block] = (left, y + (height - plots[block].h) / 2)
    return Spread(corners, overflow, slack / area.w)


def _row_width(row: tuple[str, ...], plots: Mapping[str, Plot], gap: float) -> float:
    return sum(plots[b].w for b in row) + gap * (len(row) - 1)


def _shared(lengths: list[float], start: float, room: float, gap: float) -> tuple[list[float], float]:
    """Return the starts of `lengths` laid one after the other in `room`, and what sticks out.

    Free space goes between them, and half as much before the first and after the last.
    """
    count = len(lengths)
    free = room - sum(lengths) - gap * (count - 1)
    share = max(0.0, free) / count
    between = gap + share if free >= 0 else gap + free / max(1, count - 1)
    at = start + (share / 2 if free >= 0 else 0.0)
    starts = []
    for length in lengths:
        starts.append(at)
        at += length + between
    return starts, max(0.0, -free)
