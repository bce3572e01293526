"""The composition of a sheet: sizes, places and lines that hold together on one paper."""

from dataclasses import dataclass, replace

from layouts.individual.blocks import Blocks, blocks_of
from layouts.individual.boxes import Box
from layouts.individual.curves import Curve
from layouts.individual.lines import lines_of
from layouts.individual.model import Floats, Model, model_of
from layouts.individual.pieces import Plan, Table, first_plan, table_of, without_lines
from layouts.individual.placed import crowded, placed_scene, scene_at, shift_into, shifted
from layouts.individual.raster import Raster
from layouts.individual.routing import Line, NoWay, Router
from layouts.individual.scene import Scene
from layouts.individual.sizes import Sizes
from sociogram.situation.situation import Position
from sociogram.situation.staging import Staging

EFFORT, FEWEST, MOST = 2e8, 4000, 12000
"""Pairs of lines and boxes looked at in one search, and the bounds of its steps."""
PACKING = 4000
"""Steps of the search for any plan that fits the paper."""
PLANS = 24
"""So many plans are searched for, over several sizes; the best go on."""
COOL = 0.3
"""The second search of a plan begins at this part of the temperature of the first."""
ROUTES, LEAST_TRIES, MOST_TRIES = 400, 3, 10
"""So many lines are routed in all, to compare plans by."""
FINALISTS = 2
"""So many plans are drawn to the end."""
ROUNDS = 2
"""So many times all lines are routed again."""
COMFORTABLE = 3.0
"""A size is only given up for a better plan while letters stay this high, in mm."""
SIZES = 4
"""So many sizes are tried, the largest that fits and smaller ones."""
SMALLER = 1.04
"""What a plan one size smaller costs more."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A plan to draw to the end; `dearer` is the price of being smaller than need be."""

    table: Table
    plan: Plan
    dearer: float


@dataclass(frozen=True, slots=True)
class Composition:
    """A scene and the curve of each of its lines (arrows, kinship, former homes) by id.

    `shift`: how far all recorded places went together to stand on this paper, in hundredths of a mm.
    """

    scene: Scene
    curves: dict[str, Curve]
    shift: Position = (0, 0)

    def flats(self) -> dict[str, Floats]:
        """Return every curve flattened, by id."""
        return {id_: curve.flat() for id_, curve in self.curves.items()}


def composed(
    staging: Staging, area: Box, sizes: tuple[Sizes, ...], seed: int, *, tight: bool = False
) -> Composition | None:
    """Return the composition at the largest of `sizes` that fits, or None when none does.

    `tight`: where what is placed hems in the home of a newcomer, outlines may meet.
    """
    blocks, model = blocks_of(staging), model_of(staging)
    if not blocks.top:
        return Composition(Scene(area, sizes[0], {}, {}, {}), {})
    if staging.positions:
        return _as_placed(staging, area, sizes, tight)
    lines, first = lines_of(staging), first_plan(blocks, model)
    for step in range(len(sizes)):
        trials = _trials(blocks, model, area, sizes[step:], first, seed * 1000 + step)
        made = _drawn(staging, area, trials, lines) if trials else None
        if made is not None:
            return made
    return None


def _trials(
    blocks: Blocks, model: Model, area: Box, sizes: tuple[Sizes, ...], first: Plan, seed: int
) -> list[Trial]:
    """Return plans that fit at the first of `sizes` (none: nothing fits), and some at smaller ones."""
    tables = [table_of(blocks, model, area, sizes[0])]
    if tables[0].fill(first) > area.w * area.h or not _packs(tables[0], first, seed):
        return []
    comfortable = [size for size in sizes[1:] if size.font >= min(COMFORTABLE, sizes[0].font)]
    tables += [table_of(blocks, model, area, size) for size in comfortable[: SIZES - 1]]
    steps, trials = _steps(model), []
    for again in range(PLANS):
        smaller = again % len(tables)
        plan = tables[smaller].improved(first, seed * 100 + again, steps)
        trials.append(Trial(tables[smaller], plan, SMALLER**smaller))
    trials.sort(key=lambda trial: trial.plan.cost * trial.dearer)
    kept = trials[: min(MOST_TRIES, max(LEAST_TRIES, ROUTES // (1 + len(model.tails))))]
    better = [
        replace(trial, plan=trial.table.improved(trial.plan, seed * 100 + number, steps, COOL))
        for number, trial in enumerate(kept)
    ]
    return [trial for trial in better if trial.plan.overflow <= 0.01]


def _steps(model: Model) -> int:
    lines = len(model.tails)
    return int(min(MOST, max(FEWEST, EFFORT / (1 + lines * (lines / 2 + len(model.ids))))))


def _packs(table: Table, first: Plan, seed: int) -> bool:
    """Whether the blocks fit the paper at all, lines left aside."""
    bare = replace(table, pieces=without_lines(table.pieces))
    return bare.improved(first, seed, PACKING).overflow <= 0.01


def _as_placed(staging: Staging, area: Box, sizes: tuple[Sizes, ...], tight: bool) -> Composition | None:
    """Return the composition with everything placed left where it is; None when it is larger than the paper.

    The largest size at which nothing touches wins. People may have been put too close for any size: then the
    smallest is taken and lines go straight where there is no other way.
    """
    lines, last, shift = lines_of(staging), None, (0, 0)
    for size in sizes:
        by = shift_into(staging, area, size)
        scene = placed_scene(shifted(staging, by), area, size, tight=tight)
        if scene is None:
            continue
        last, shift = scene, by
        if crowded(scene):
            continue
        try:
            return Composition(scene, Router(scene, Raster(scene)).route_all(lines), shift)
        except NoWay:
            continue
    if last is None:
        return None
    return Composition(last, Router(last, Raster(last), forced=True).route_all(lines), shift)


def _drawn(staging: Staging, area: Box, trials: list[Trial], lines: tuple[Line, ...]) -> Composition | None:
    """Return the best of the trials drawn to the end; None when in none all lines find a way."""
    routed: list[tuple[float, int, Router]] = []
    for number, trial in enumerate(trials):
        scene = scene_at(staging, area, trial.table.sizes, trial.table.centres(trial.plan))
        router = Router(scene, Raster(scene))
        try:
            router.route_all(lines, 1)
        except NoWay:
            continue
        cost = (router.cost + trial.table.beauty(trial.plan)) * trial.dearer
        routed.append((round(cost, 2), number, router))
    routed.sort(key=lambda row: row[:2])
    best: tuple[float, Router] | None = None
    for cost, _, router in routed[:FINALISTS]:
        first = router.cost
        for _ in range(ROUNDS):
            router.reroute(lines)
        final = cost - first + router.cost
        if best is None or final < best[0]:
            best = (final, router)
    return Composition(best[1].scene, best[1].curves(lines)) if best else None
