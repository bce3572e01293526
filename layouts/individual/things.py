"""A staging in numbers, for the search of free slots: who stands in what, and how large each is drawn."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from layouts.individual.boxes import Box
from layouts.individual.kernels.slots import Things
from layouts.individual.labels import LABEL_GAP, figure_label, wrapped
from layouts.individual.model import Floats
from layouts.individual.plots import INK, LABEL_STEP, lean, narrowest, whole_steps
from layouts.individual.sizes import Sizes
from layouts.symbols.containers import EAVES, ROOF_LEAST, ROOF_MOST, ROOF_PART
from sociogram.situation.staging import Staging

SLOT = 4.0
"""Slots of newcomers are tried this far apart, in mm."""
BESIDE = 0.7
"""A newcomer keeps this part of the usual gap from everybody else."""


def things_of(staging: Staging, area: Box, sizes: Sizes, above: Mapping[str, tuple[str, ...]]) -> Things:
    """Return the things of a staging, none of them seated yet. `above`: see `model.ancestry`."""
    figures, containers = staging.figures, staging.containers
    ids = [*(figure.id for figure in figures), *(container.id for container in containers)]
    index = {id_: number for number, id_ in enumerate(ids)}
    labels = [figure_label(figure.label, sizes) for figure in figures]
    words = [(one.width + 2 * lean(one, sizes), one.height if one.lines else -1.0) for one in labels]
    steps = [_label_steps(container.label, sizes) for container in containers]
    most = max((len(rows) for rows in steps), default=1)
    table = [(*rows, *(rows[-1],) * (most - len(rows))) for rows in steps]
    depths = [-len(above[container.id]) for container in containers]
    xs, ys = _slots(area)
    return Things(
        np.array([index[above[id_][0]] if above[id_] else -1 for id_ in ids], dtype=np.int64),
        np.array(words, dtype=np.float64).reshape(len(figures), 2),
        np.array([container.kind == "institution" for container in containers], dtype=np.bool_),
        np.array(table, dtype=np.float64).reshape(len(containers), most, 2),
        np.argsort(np.array(depths, dtype=np.int64), kind="stable"),
        _lengths(sizes), np.array([area.x, area.y, area.right, area.bottom]), xs, ys,
        np.zeros((len(ids), 4)), np.zeros(len(ids), dtype=np.bool_),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _label_steps(text: str, sizes: Sizes) -> tuple[tuple[float, float], ...]:
    """Return width and height of a container's label by steps of its content's width, up to one line."""
    found, width = [], whole_steps(narrowest(sizes)[0])
    while True:
        label = wrapped(text, sizes, float(width))
        found.append((label.width, label.height))
        if len(label.lines) < 2:
            return tuple(found)
        width += LABEL_STEP


@lru_cache(maxsize=64)
def _slots(area: Box) -> tuple[Floats, Floats]:
    across = [round(area.x + i * SLOT, 2) for i in range(1, int(area.w / SLOT))]
    down = [round(area.y + j * SLOT, 2) for j in range(1, int(area.h / SLOT))]
    return np.array(across, dtype=np.float64), np.array(down, dtype=np.float64)


@lru_cache(maxsize=64)
def _lengths(sizes: Sizes) -> Floats:
    """Return of figures width, height, gap to the label, ink; of containers padding, width a label may
    always have, least width, step of labels, eaves, three of the roof; a newcomer's gap; pitch of the slots.
    """
    widest, least = narrowest(sizes)
    return np.array(
        [
            sizes.figure_width, sizes.figure_height, LABEL_GAP, INK / 2, sizes.padding, widest, least,
            LABEL_STEP, EAVES, ROOF_LEAST, ROOF_MOST, ROOF_PART, sizes.cell_gap * BESIDE, SLOT,
        ]
    )  # fmt: skip
