"""Overlap removal with containment: the one procedure every peer without clusters goes through.

1. Containers from the inside out: their members, as the engine placed them relative to each other, are drawn
   together until they fill half of the square around them, then pushed apart until no two boxes are nearer
   than GAP. The outline is put around them, with the room our own outlines have.
2. Each container then is one box, its middle where the middle of its members was. Containers and figures on
   their own are pushed apart in the same way.

Pushing apart: each overlapping pair moves by half of what is missing along the axis where less is missing, at
most 300 rounds; if overlaps remain, everything is spread by a twentieth and it starts again.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.peers.task import GAP, Centre, Outline, Task
from layouts.individual.boxes import Box, around

Floats = npt.NDArray[np.float64]


def boxes_of(task: Task, centres: Mapping[str, Centre]) -> dict[str, Box]:
    """Return the boxes of everything, without overlap, from the centres an engine gave."""
    where = dict(centres)
    inside: dict[str, dict[str, Box]] = {}
    for id_ in task.inner_first():
        members = task.members(id_)
        middle = np.mean([where[m] for m in members], axis=0)
        boxes = _pushed(task, members, gathered(members, where, _sizes(task, members, inside)), inside)
        content = around(boxes.values())
        wall = walled(task.outlines[id_], content)
        inside[id_] = {m: boxes[m].moved(-wall.x, -wall.y) for m in members} | {
            id_: Box(0, 0, wall.w, wall.h)
        }
        where[id_] = (float(middle[0]), float(middle[1]))
    top = [id_ for id_ in task.ours.nodes if id_ not in task.parents]
    found = _pushed(task, top, {id_: where[id_] for id_ in top}, inside)
    for id_ in reversed(task.inner_first()):
        at = found[id_]
        for member, box in inside[id_].items():
            if member != id_:
                found[member] = box.moved(at.x, at.y)
    return found


def walled(outline: Outline, content: Box) -> Box:
    """Return the outline around members."""
    width = max(content.w + 2 * outline.side, outline.width)
    left = content.x + content.w / 2 - width / 2
    return Box(left, content.y - outline.above, width, content.h + outline.above + outline.below)


def gathered(
    ids: Sequence[str], where: Mapping[str, Centre], sizes: Sequence[tuple[float, float]]
) -> dict[str, Centre]:
    """Return the centres drawn together so that the boxes fill about half of the room around them."""
    at = np.array([where[id_] for id_ in ids])
    room = float(np.prod(np.maximum(np.ptp(at, axis=0), 1.0)))
    wanted = 2.0 * sum((w + GAP) * (h + GAP) for w, h in sizes)
    scale = min(1.0, (wanted / room) ** 0.5)
    middle = at.mean(axis=0)
    return {id_: tuple(map(float, middle + (p - middle) * scale)) for id_, p in zip(ids, at, strict=True)}  # type: ignore[misc]


def _sizes(
    task: Task, ids: Sequence[str], inside: Mapping[str, Mapping[str, Box]]
) -> list[tuple[float, float]]:
    return [task.sizes[i] if i in task.sizes else (inside[i][i].w, inside[i][i].h) for i in ids]


def _pushed(
    task: Task, ids: Sequence[str], where: Mapping[str, Centre], inside: Mapping[str, Mapping[str, Box]]
) -> dict[str, Box]:
    sizes = np.array(_sizes(task, ids, inside))
    at = apart(np.array([where[id_] for id_ in ids]), sizes)
    return {
        id_: Box(float(x - w / 2), float(y - h / 2), float(w), float(h))
        for id_, (x, y), (w, h) in zip(ids, at, sizes, strict=True)
    }


def apart(at: Floats, sizes: Floats) -> Floats:
    """Return centres (n, 2) pushed apart until no two boxes are nearer than GAP."""
    at = at + np.arange(len(at))[:, None] * np.array([1e-4, 1.7e-4])  # no two exactly on each other
    need = (sizes[:, None, :] + sizes[None, :, :]) / 2 + GAP
    while True:
        for _ in range(300):
            lack = need - np.abs(at[:, None, :] - at[None, :, :])
            hit = np.triu((lack > 1e-6).all(axis=2), 1)
            if not hit.any():
                return at
            for i, j in zip(*np.nonzero(hit), strict=True):
                _push(at, need[i, j], i, j)
        at = at.mean(axis=0) + (at - at.mean(axis=0)) * 1.05


def _push(at: Floats, need: Floats, i: int, j: int) -> None:
    gap = at[j] - at[i]
    lack = need - np.abs(gap)
    if (lack <= 0).any():
        return
    axis = int(np.argmin(lack))
    step = (lack[axis] / 2 + 1e-4) * (1.0 if gap[axis] >= 0 else -1.0)
    at[i, axis] -= step
    at[j, axis] += step
