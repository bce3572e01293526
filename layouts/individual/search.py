"""The search for a good plan: seeded simulated annealing over columns, orders and widths of blocks."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, exp, sqrt
from random import Random

import numpy as np

from layouts.individual.arrangement import Columns, Spread, spread
from layouts.individual.blocks import Block, Blocks
from layouts.individual.boxes import Box
from layouts.individual.cost import line_cost
from layouts.individual.model import Model
from layouts.individual.plots import Inside, Plot, plot_of
from layouts.individual.sizes import Sizes

Orders = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """An arrangement: columns of blocks, and for each block its levels and how many stand in a row."""

    columns: Columns
    orders: Orders
    across: dict[str, int]


class Judge:
    """Gives a plan its cost on one sheet at one size; plots of blocks are kept."""

    def __init__(self, blocks: Blocks, model: Model, area: Box, sizes: Sizes) -> None:
        self.blocks, self.model, self.area, self.sizes = blocks, model, area, sizes
        self._plots: dict[tuple[object, ...], Plot] = {}
        self._index = {id_: i for i, id_ in enumerate(model.ids)}

    def plots(self, plan: Plan) -> dict[str, Plot]:
        """Return the plot of each block that stands directly on the sheet."""
        return {block: self._plot(block, plan) for block in self.blocks.top}

    def _plot(self, block: str, plan: Plan) -> Plot:
        inner = self._inner(block)
        key = (block, *((plan.orders[b], plan.across[b]) for b in inner))
        if key not in self._plots:
            inside = Inside(plan.orders, plan.across)
            self._plots[key] = plot_of(self.blocks.by_id[block], self.blocks, inside, self.sizes)
        return self._plots[key]

    def _inner(self, block: str) -> list[str]:
        found = [block]
        for level in self.blocks.by_id[block].levels:
            for thing in level:
                if thing in self.blocks.by_id and thing != block:
                    found += self._inner(thing)
        return found

    def spread(self, plan: Plan) -> tuple[dict[str, Plot], Spread]:
        """Return the plots and where they come."""
        plots = self.plots(plan)
        return plots, spread(plan.columns, plots, self.area, self.sizes)

    def cost(self, plan: Plan) -> float:
        """Return the cost of a plan in mm: arrows, crossings, detours, what sticks out, what stands apart."""
        plots, places = self.spread(plan)
        points = np.zeros((len(self.model.ids), 2))
        boxes = np.zeros((len(self.model.ids), 4))
        for block, (dx, dy) in places.corners.items():
            for stand in plots[block].stands:
                i = self._index[stand.id]
                shape, box = stand.shape, stand.box
                points[i] = (shape.x + shape.w / 2 + dx, shape.y + shape.h / 2 + dy)
                boxes[i] = (box.x + dx, box.y + dy, box.right + dx, box.bottom + dy)
            for wall in plots[block].walls:
                i, box = self._index[wall.id], wall.box
                points[i] = (box.x + box.w / 2 + dx, box.y + box.h / 2 + dy)
                boxes[i] = (box.x + dx, box.y + dy, box.right + dx, box.bottom + dy)
        total = line_cost(self.model, points, boxes) + 400.0 * places.overflow
        return total + 0.7 * places.slack + self._middle(plots, places)

    def beauty(self, plan: Plan) -> float:
        """Return the part of the cost that does not come from lines."""
        plots, places = self.spread(plan)
        return 0.7 * places.slack + self._middle(plots, places)

    def _middle(self, plots: dict[str, Plot], places: Spread) -> float:
        """Homes stand in the middle, those of collective life near a home, the working side around."""
        middle = self.area.centre
        cost, homes = 0.0, []
        for block, (x, y) in places.corners.items():
            plot, kind = plots[block], self.blocks.by_id[block]
            at = (x + plot.w / 2, y + plot.h / 2)
            if kind.living and kind.container is not None:
                homes.append(at)
                far = abs(at[0] - middle[0]) + 0.8 * abs(at[1] - middle[1])
                cost += far * (1.2 if kind.size else 0.3)
        for block, (x, y) in places.corners.items():
            if homes and self.blocks.by_id[block].living and self.blocks.by_id[block].container is None:
                plot = plots[block]
                cost += 0.5 * min(abs(x + plot.w / 2 - hx) + abs(y + plot.h / 2 - hy) for hx, hy in homes)
        return cost


def first_plan(blocks: Blocks) -> Plan:
    """Return the plan the search starts from: the living side in the middle, the working side around."""
    living = [b for b in blocks.top if blocks.by_id[b].living]
    working = [b for b in blocks.top if not blocks.by_id[b].living]
    half = ceil(len(working) / 2)
    columns: list[tuple[tuple[str, ...], ...]] = []
    middle = tuple(tuple(living[i : i + 2]) for i in range(0, len(living), 2))
    for part in (tuple((b,) for b in working[:half]), middle, tuple((b,) for b in working[half:])):
        if part:
            columns.append(part)
    orders = {id_: block.levels for id_, block in blocks.by_id.items()}
    across = {id_: _usual_width(block) for id_, block in blocks.by_id.items()}
    return Plan(tuple(columns), orders, across)


def _least_width(block: Block) -> int:
    """Return how many must stand in a row: a generation of up to six is never broken in two."""
    longest = max((len(level) for level in block.levels), default=1)
    return min(longest, 6) if block.related else 1


def _usual_width(block: Block) -> int:
    longest = max((len(level) for level in block.levels), default=1)
    return max(_least_width(block), min(longest, ceil(sqrt(longest)) if len(block.levels) < 2 else longest))


def improve(plan: Plan, judge: Judge, random: Random, rounds: int) -> tuple[Plan, float]:
    """Return the best plan found in `rounds` seeded steps of simulated annealing, and its cost."""
    current, cost = plan, judge.cost(plan)
    best, best_cost = current, cost
    for step in range(rounds):
        heat = 40.0 * (1.0 - step / rounds) ** 2 + 0.01
        trial = _move(current, judge.blocks, random)
        if trial is None:
            continue
        trial_cost = judge.cost(trial)
        if trial_cost < cost or random.random() < exp((cost - trial_cost) / heat):
            current, cost = trial, trial_cost
            if cost < best_cost - 1e-9:
                best, best_cost = current, cost
    return best, best_cost


def _move(plan: Plan, blocks: Blocks, random: Random) -> Plan | None:
    moves: tuple[Callable[[Plan, Blocks, Random], Plan | None], ...] = (
        _moved_block, _moved_block, _swapped_blocks, _swapped_inside, _swapped_inside, _rewrapped,
    )  # fmt: skip
    return random.choice(moves)(plan, blocks, random)


def _moved_block(plan: Plan, blocks: Blocks, random: Random) -> Plan | None:
    """Take one block out and put it in another row, in a new row, or in a new column."""
    if len(blocks.top) < 2:
        return None
    block = random.choice(blocks.top)
    columns = [[[b for b in row if b != block] for row in column] for column in plan.columns]
    columns = [[row for row in column if row] for column in columns]
    columns = [column for column in columns if column]
    how, at = random.random(), random.randrange(len(columns))
    column = columns[at]
    if how < 0.3:
        row = random.choice(column)
        row.insert(random.randrange(len(row) + 1), block)
    elif how < 0.85 or len(columns) >= 7:
        column.insert(random.randrange(len(column) + 1), [block])
    else:
        columns.insert(random.randrange(len(columns) + 1), [[block]])
    return Plan(tuple(tuple(tuple(row) for row in c) for c in columns), plan.orders, plan.across)


def _swapped_blocks(plan: Plan, blocks: Blocks, random: Random) -> Plan | None:
    if len(blocks.top) < 2:
        return None
    a, b = random.sample(blocks.top, 2)
    swap = {a: b, b: a}
    columns = tuple(tuple(tuple(swap.get(x, x) for x in row) for row in column) for column in plan.columns)
    return Plan(columns, plan.orders, plan.across)


def _swapped_inside(plan: Plan, blocks: Blocks, random: Random) -> Plan | None:
    wide = [b for b, levels in plan.orders.items() if any(len(level) > 1 for level in levels)]
    if not wide:
        return None
    block = random.choice(wide)
    levels = [list(level) for level in plan.orders[block]]
    level = random.choice([level for level in levels if len(level) > 1])
    i, j = random.sample(range(len(level)), 2)
    level[i], level[j] = level[j], level[i]
    return Plan(plan.columns, {**plan.orders, block: tuple(tuple(x) for x in levels)}, plan.across)


def _rewrapped(plan: Plan, blocks: Blocks, random: Random) -> Plan | None:
    wide = [b for b, levels in plan.orders.items() if any(len(level) > 1 for level in levels)]
    if not wide:
        return None
    block = random.choice(wide)
    longest = max(len(level) for level in plan.orders[block])
    least = _least_width(blocks.by_id[block])
    return Plan(
        plan.columns, plan.orders, {**plan.across, block: random.randint(least, max(least, min(longest, 6)))}
    )
