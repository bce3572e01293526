"""Seeded simulated annealing over plans (Kirkpatrick, Gelatt, Vecchi 1983): the search for a good one."""

from math import exp, log

import numpy as np
import numpy.typing as npt

from layouts.compiled import compiled
from layouts.individual.kernels.plan import OVERFLOW, Pieces, draw_up, draw_up_all, plan_cost, put_down
from layouts.individual.model import Floats, Ints

State = npt.NDArray[np.uint64]

MARGIN = 1.0
"""A plan is reckoned to the end if it costs so many mm more than what is taken, at most: log is not exact."""
WARM, HOT = 60.0, 600.0
"""Bounds of the first temperature, in mm."""
NOTHING, BLOCKS = -2, -1
"""What changed: nothing, how the blocks stand; or the inside of the container of that number."""
NEW_ROW = 0.62
"""How often a block that moves begins a row of its own; one in five of the rest a column."""


@compiled
def anneal(
    pieces: Pieces, row: Ints, breaks: Ints, order: Ints, across: Ints, least: Ints, most: Ints,
    seed: int, steps: int, warmth: float,
) -> Floats:  # fmt: skip
    """Improve a plan in place in `steps` steps; return the best cost and its overflow, in mm.

    `least`, `most`: between them lies how many stand side by side in each container. At the beginning a plan
    dearer by what one line costs on average, times `warmth`, is still taken one time in three.
    """
    state, n = np.array([seed * 2 + 1], dtype=np.uint64), len(pieces.kind)
    corners, sizes, inside = np.zeros((n, 2)), np.zeros((n, 2)), np.zeros((n, 2))
    draw_up_all(pieces, order, across, inside, sizes)
    stale, holders = np.zeros(len(across), dtype=np.bool_), _holders(pieces, order)
    best, overflow = cost, over = _priced(pieces, row, breaks, order, inside, corners, sizes, 1e18)
    heat = warmth * min(HOT, max(WARM, (cost - OVERFLOW * overflow) / (1 + len(pieces.tails))))
    best_row, best_breaks, best_order, best_across = row.copy(), breaks.copy(), order.copy(), across.copy()
    old_row, old_breaks, old_order, old_across = row.copy(), breaks.copy(), order.copy(), across.copy()
    for step in range(steps):
        part = 1.0 - step / steps
        where = _change(pieces, row, breaks, order, across, least, most, state)
        if where == NOTHING:
            continue
        _renew(pieces, order, across, where, holders, stale, inside, sizes)
        warm, before, lot = heat * part * part + 0.01, state[0], _chance(state)
        limit = cost - warm * log(lot) + MARGIN
        trial, over = _priced(pieces, row, breaks, order, inside, corners, sizes, limit)
        if trial <= cost:
            state[0] = before  # The lot was not needed: it is left for the next.
        if trial <= cost or lot < exp((cost - trial) / warm):
            cost = trial
            _copy_plan(row, breaks, order, across, old_row, old_breaks, old_order, old_across)
            if cost < best - 1e-9:
                best, overflow = cost, over
                _copy_plan(row, breaks, order, across, best_row, best_breaks, best_order, best_across)
        else:
            _copy_plan(old_row, old_breaks, old_order, old_across, row, breaks, order, across)
            if where >= 0:
                stale[where] = True
    _copy_plan(best_row, best_breaks, best_order, best_across, row, breaks, order, across)
    return np.array([best, overflow])


@compiled
def _priced(
    pieces: Pieces, row: Ints, breaks: Ints, order: Ints,
    inside: Floats, corners: Floats, sizes: Floats, most: float,
) -> tuple[float, float]:  # fmt: skip
    """Put everything down; return what the plan costs (see `plan_cost`) and what sticks out, in mm."""
    spread = put_down(pieces, row, breaks, order, inside, corners, sizes)
    return plan_cost(pieces, corners, sizes, spread[0], spread[1], row, most), spread[0]


@compiled
def _holders(pieces: Pieces, order: Ints) -> Ints:
    """Return which container each container stands in, or -1."""
    found = np.full(len(pieces.starts) - 1, -1)
    for c in range(len(found)):
        for at in range(pieces.starts[c], pieces.starts[c + 1]):
            if order[at] >= len(pieces.boxes):
                found[order[at] - len(pieces.boxes)] = c
    return found


@compiled
def _renew(
    pieces: Pieces, order: Ints, across: Ints, where: int, holders: Ints,
    stale: npt.NDArray[np.bool_], inside: Floats, sizes: Floats,
) -> None:  # fmt: skip
    """Draw up anew the container that changed, those whose last change was taken back, and their holders."""
    if where >= 0:
        stale[where] = True
    for c in pieces.inner_first:
        if stale[c]:
            stale[c] = False
            draw_up(pieces, c, order, across[c], inside, sizes)
            if holders[c] >= 0:
                stale[holders[c]] = True


@compiled
def _copy_plan(
    row: Ints, breaks: Ints, order: Ints, across: Ints,
    to_row: Ints, to_breaks: Ints, to_order: Ints, to_across: Ints,
) -> None:  # fmt: skip
    """Copy a plan over another. Plain loops: slices would take numba seconds more to compile."""
    for i in range(len(row)):
        to_row[i], to_breaks[i] = row[i], breaks[i]
    for i in range(len(order)):
        to_order[i] = order[i]
    for i in range(len(across)):
        to_across[i] = across[i]


@compiled
def _chance(state: State) -> float:
    """Return the next number from 0 to 1 of a seeded sequence (SplitMix64, Steele, Lea, Flood 2014)."""
    state[0] += np.uint64(0x9E3779B97F4A7C15)
    z = state[0]
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return float(z >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@compiled
def _any_of(state: State, count: int) -> int:
    return min(count - 1, int(_chance(state) * count))


@compiled
def _change(
    pieces: Pieces, row: Ints, breaks: Ints, order: Ints, across: Ints, least: Ints, most: Ints, state: State
) -> int:
    """Change the plan in one way drawn by lot; return what changed: a container, BLOCKS or NOTHING."""
    how = _chance(state)
    if how < 0.34:
        return BLOCKS if _move_block(row, breaks, state) else NOTHING
    if how < 0.48:
        return BLOCKS if _swap_blocks(row, state) else NOTHING
    if how < 0.56:
        return BLOCKS if _rebreak(breaks, state) else NOTHING
    if how < 0.62:
        return BLOCKS if _move_column(row, breaks, state) else NOTHING
    if how < 0.92:
        return _swap_inside(pieces, order, state)
    return _rewrap(across, least, most, state)


@compiled
def _move_block(row: Ints, breaks: Ints, state: State) -> bool:
    """Take one block out and put it elsewhere: into a row, as a new row, or as a new column."""
    count = len(row)
    if count < 2:
        return False
    at, to = _any_of(state, count), _any_of(state, count)
    block, begins = row[at], breaks[at]
    if at + 1 < count and begins > breaks[at + 1]:
        breaks[at + 1] = begins
    for k in range(at, count - 1):
        row[k], breaks[k] = row[k + 1], breaks[k + 1]
    for k in range(count - 1, to, -1):
        row[k], breaks[k] = row[k - 1], breaks[k - 1]
    lot = _chance(state)
    kind = 1 if lot < NEW_ROW else 2 if lot < NEW_ROW + 0.1 else 0
    row[to], breaks[to] = block, kind
    if to + 1 < count and to < count - 1:
        # What it pushed aside keeps its row, unless the newcomer begins it in its stead.
        pushed = breaks[to + 1]
        if kind < pushed:
            breaks[to] = pushed
            breaks[to + 1] = 0 if kind == 0 else 1
        elif kind == pushed and kind == 1 and _chance(state) < 0.5:
            breaks[to + 1] = 1
    breaks[0] = 2
    return True


@compiled
def _swap_blocks(row: Ints, state: State) -> bool:
    count = len(row)
    if count < 2:
        return False
    a, b = _any_of(state, count), _any_of(state, count)
    row[a], row[b] = row[b], row[a]
    return bool(a != b)


@compiled
def _rebreak(breaks: Ints, state: State) -> bool:
    count = len(breaks)
    if count < 2:
        return False
    at, kind = 1 + _any_of(state, count - 1), _any_of(state, 3)
    changed = bool(breaks[at] != kind)
    breaks[at] = kind
    return changed


@compiled
def _move_column(row: Ints, breaks: Ints, state: State) -> bool:
    """Turn a stretch of whole columns round, each staying as it is."""
    count = len(row)
    starts = np.empty(count + 1, dtype=np.int64)
    columns = 0
    for i in range(count):
        if breaks[i] == 2:
            starts[columns] = i
            columns += 1
    starts[columns] = count
    if columns < 2:
        return False
    a, b = _any_of(state, columns), _any_of(state, columns)
    if a == b:
        return False
    a, b = min(a, b), max(a, b)
    old_row, old_breaks = row.copy(), breaks.copy()
    at = starts[a]
    for column in range(b, a - 1, -1):
        for k in range(starts[column], starts[column + 1]):
            row[at], breaks[at] = old_row[k], old_breaks[k]
            at += 1
    return True


@compiled
def _swap_inside(pieces: Pieces, order: Ints, state: State) -> int:
    """Swap two things of one level of one container; return which, or NOTHING."""
    count = len(order)
    if count < 2:
        return NOTHING
    at = _any_of(state, count)
    c = 0
    while pieces.starts[c + 1] <= at:
        c += 1
    first, end = at, at + 1
    while first > pieces.starts[c] and pieces.levels[first - 1] == pieces.levels[at]:
        first -= 1
    while end < pieces.starts[c + 1] and pieces.levels[end] == pieces.levels[at]:
        end += 1
    if end - first < 2:
        return NOTHING
    to = first + _any_of(state, end - first)
    order[at], order[to] = order[to], order[at]
    return c if at != to else NOTHING


@compiled
def _rewrap(across: Ints, least: Ints, most: Ints, state: State) -> int:
    if len(across) == 0:
        return NOTHING
    c = _any_of(state, len(across))
    new = least[c] + _any_of(state, most[c] - least[c] + 1)
    changed = bool(across[c] != new)
    across[c] = new
    return c if changed else NOTHING
