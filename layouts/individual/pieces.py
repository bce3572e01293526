"""A staging in numbers, for the compiled search, and plans read back."""

from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from layouts.individual.blocks import Block, Blocks
from layouts.individual.boxes import Box, Point
from layouts.individual.kernels.annealing import anneal
from layouts.individual.kernels.plan import Pieces, middle_cost, place_all
from layouts.individual.labels import wrapped
from layouts.individual.model import Floats, Ints, Model
from layouts.individual.plots import LABEL_STEP, narrowest, stand_at, whole_steps
from layouts.individual.sizes import Sizes
from layouts.symbols.containers import EAVES, ROOF_LEAST, ROOF_MOST, ROOF_PART

APART = 6
"""How much more somebody in the middle of a couple or a filiation costs: it would read as another kinship."""
WIDEST = 6
"""So many stand side by side in a home or building at most."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An arrangement (see `kernels.plan`), its cost in mm, and by how many mm it is too large."""

    row: Ints
    breaks: Ints
    order: Ints
    across: Ints
    cost: float = 0.0
    overflow: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """What is laid out on one area at one size: the pieces, and between what bounds rows may break."""

    blocks: Blocks
    model: Model
    sizes: Sizes
    pieces: Pieces
    least: Ints
    most: Ints

    def improved(self, plan: Plan, seed: int, steps: int, warmth: float = 1.0) -> Plan:
        """Return the best plan found from `plan` on in so many steps, `plan` itself at worst."""
        row, breaks, order, across = (a.copy() for a in (plan.row, plan.breaks, plan.order, plan.across))
        cost, overflow = anneal(
            self.pieces, row, breaks, order, across, self.least, self.most, seed, steps, warmth
        )
        return Plan(row, breaks, order, across, float(cost), float(overflow))

    def placed(self, plan: Plan) -> tuple[Floats, Floats]:
        """Return corner and size (n, 2) of every thing's box."""
        n = len(self.model.ids)
        corners, sizes = np.zeros((n, 2)), np.zeros((n, 2))
        place_all(self.pieces, plan.row, plan.breaks, plan.order, plan.across, corners, sizes)
        return corners, sizes

    def centres(self, plan: Plan) -> dict[str, Point]:
        """Return the middle of every figure and of every container that holds nothing, to 0.01 mm."""
        corners, sizes = self.placed(plan)
        found: dict[str, Point] = {}
        for i, id_ in enumerate(self.model.ids):
            if i < self.model.figures:
                x, y = corners[i] + self.pieces.shapes[i]
            elif self.blocks.by_id[id_].size == 0:
                x, y = corners[i] + sizes[i] / 2
            else:
                continue
            found[id_] = (round(float(x), 2), round(float(y), 2))
        return found

    def beauty(self, plan: Plan) -> float:
        """Return the part of the cost that does not come from lines."""
        corners, sizes = self.placed(plan)
        return float(middle_cost(self.pieces, corners, sizes, plan.row))

    def fill(self, plan: Plan) -> float:
        """Return the room the blocks and the gaps around them take under a plan, in mm²."""
        _, sizes = self.placed(plan)
        gap = self.pieces.lengths[3]
        index = {id_: i for i, id_ in enumerate(self.model.ids)}
        return float(sum(np.prod(sizes[index[b]] + gap) for b in self.blocks.top))


def table_of(blocks: Blocks, model: Model, area: Box, sizes: Sizes) -> Table:
    """Return the table for one area at one size."""
    containers = [blocks.by_id[id_] for id_ in model.ids[model.figures :]]
    stands = [
        stand_at(id_, blocks.figures[id_].label, (0.0, 0.0), sizes) for id_ in model.ids[: model.figures]
    ]
    boxes = np.array([(s.box.w, s.box.h) for s in stands]).reshape(len(stands), 2)
    shapes = np.array([(-s.box.x, -s.box.y) for s in stands]).reshape(len(stands), 2)
    levels = [depth for block in containers for depth, level in enumerate(block.levels) for _ in level]
    starts = np.cumsum([0, *(block.size for block in containers)])
    pieces = Pieces(
        boxes, shapes, np.array([_building(b) for b in containers], dtype=np.bool_),
        _label_table(containers, area, sizes), starts.astype(np.int64), np.array(levels, dtype=np.int64),
        _inner_first(containers), np.array([_kind(blocks, id_) for id_ in model.ids], dtype=np.int64),
        model.tails, model.heads, model.weights, model.between, _dear(model), model.elders, model.descents,
        sizes_in_numbers(sizes), np.array([area.x, area.y, area.w, area.h]),
    )  # fmt: skip
    least = np.array([_least_width(block) for block in containers], dtype=np.int64)
    most = np.array([max(_least_width(b), min(_longest(b), WIDEST)) for b in containers], dtype=np.int64)
    return Table(blocks, model, sizes, pieces, least, most)


def without_lines(pieces: Pieces) -> Pieces:
    """Return the pieces with no lines between them."""
    return pieces._replace(
        tails=pieces.tails[:0], heads=pieces.heads[:0], weights=pieces.weights[:0],
        between=pieces.between[:0], dear=pieces.dear[:0],
    )  # fmt: skip


def sizes_in_numbers(sizes: Sizes) -> Floats:
    """Return the gaps (cell, row, padding, block), narrowest label and outline, eaves, three of the roof."""
    label, outline = narrowest(sizes)
    return np.array(
        [
            sizes.cell_gap, sizes.row_gap, sizes.padding, sizes.block_gap, label, outline,
            EAVES, ROOF_LEAST, ROOF_MOST, ROOF_PART,
        ]
    )  # fmt: skip


def first_plan(blocks: Blocks, model: Model) -> Plan:
    """Return the plan the search starts from: the living side in the middle, the working side around."""
    index = {id_: i for i, id_ in enumerate(model.ids)}
    living = [b for b in blocks.top if blocks.by_id[b].living]
    working = [b for b in blocks.top if not blocks.by_id[b].living]
    half = ceil(len(working) / 2)
    row: list[str] = []
    breaks: list[int] = []
    for part, wide in ((working[:half], 1), (living, 2), (working[half:], 1)):
        row += part
        breaks += [2 if i == 0 else 1 if i % wide == 0 else 0 for i in range(len(part))]
    containers = [blocks.by_id[id_] for id_ in model.ids[model.figures :]]
    order = [index[thing] for block in containers for level in block.levels for thing in level]
    return Plan(
        np.array([index[b] for b in row], dtype=np.int64),
        np.array(breaks, dtype=np.int64),
        np.array(order, dtype=np.int64),
        np.array([_usual_width(block) for block in containers], dtype=np.int64),
    )


def _dear(model: Model) -> Ints:
    """Return what it costs each line to run through each thing, in whole detours."""
    return np.where(model.kin, APART, 1)[:, None] * model.foreign


def _building(block: Block) -> bool:
    return block.container is not None and block.container.kind == "institution"


def _kind(blocks: Blocks, id_: str) -> int:
    block = blocks.by_id.get(id_)
    if block is None or not block.living:
        return 0
    return 3 if block.container is None else 1 if block.size else 2


def _label_table(containers: list[Block], area: Box, sizes: Sizes) -> Floats:
    """Return width and height of each container's label by the millimetres of content (see `whole_steps`)."""
    most = ceil(area.w) + 1
    table = np.zeros((len(containers), most, 2))
    least = whole_steps(narrowest(sizes)[0])
    for c, block in enumerate(containers):
        assert block.container is not None
        for k in range(least, most, LABEL_STEP):
            label = wrapped(block.container.label, sizes, float(k))
            table[c, k:] = label.width, label.height
            if len(label.lines) < 2:
                break
    return table


def _inner_first(containers: list[Block]) -> Ints:
    held = {b.id: b.container.inside for b in containers if b.container is not None}

    def depth(id_: str) -> int:
        above, steps = held.get(id_), 0
        while above in held and steps < len(held):
            above, steps = held[above], steps + 1
        return steps

    numbers = sorted(range(len(containers)), key=lambda c: (-depth(containers[c].id), c))
    return np.array(numbers, dtype=np.int64)


def _longest(block: Block) -> int:
    return max((len(level) for level in block.levels), default=1)


def _least_width(block: Block) -> int:
    """Return how many must stand in a row: a generation of up to six is never broken in two."""
    return min(_longest(block), WIDEST) if block.related else 1


def _usual_width(block: Block) -> int:
    longest = _longest(block)
    return max(_least_width(block), min(longest, ceil(sqrt(longest)) if len(block.levels) < 2 else longest))
