"""Ink and paper: the smallest letter, the shape of the drawing, how much of the paper is drawn on."""

from collections.abc import Iterable, Iterator

import numpy as np

from colour_codes.contrast import PAPER, contrast_ratio
from layouts.individual.boxes import Box, around
from layouts.individual.curves import flattened
from layouts.individual.model import Floats
from layouts.individual.sheet_reading import Drawn, extent
from layouts.sheet import Group, Item, Path, Sheet

_DARK = 1.5
"""A fill of less contrast than this is paper, not ink."""


def ink_share(sheet: Sheet) -> float:
    """Return the share of the paper under lines and solid shapes (letters are not counted)."""
    area = sum(_ink(path) for path in _paths(sheet.items))
    return area / (sheet.width * sheet.height)


def extent_of(found: Drawn) -> Box | None:
    """Return the box around everything that stands on the sheet (not its frame)."""
    boxes = [node.box for node in found.nodes.values()] + [extent(line.flat) for line in found.lines]
    return around(boxes) if boxes else None


def strokes(d: str) -> Iterator[Floats]:
    """Yield each stroke of path data, flattened: a path may lift the pen."""
    for part in d.split("M ")[1:]:
        yield flattened(f"M {part.strip()}")


def _ink(path: Path) -> float:
    area = 0.0
    for points in strokes(path.d):
        if path.stroke and path.stroke.lower() != PAPER:
            drawn = sum(path.dash[::2]) / sum(path.dash) if path.dash and sum(path.dash) else 1.0
            area += drawn * path.width * float(np.hypot(*np.diff(points, axis=0).T).sum())
        if path.fill and contrast_ratio(path.fill) >= _DARK:
            x, y = points.T
            area += abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())) / 2
    return area


def _paths(items: Iterable[Item]) -> Iterator[Path]:
    for item in items:
        if isinstance(item, Path):
            yield item
        elif isinstance(item, Group):
            yield from _paths(item.items)
