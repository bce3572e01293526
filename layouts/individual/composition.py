"""The composition of a sheet: sizes, places and lines that hold together on one paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from layouts.individual.blocks import Blocks, blocks_of
from layouts.individual.boxes import Box
from layouts.individual.curves import Curve
from layouts.individual.lines import lines_of
from layouts.individual.model import Floats, Model, ancestry, model_of
from layouts.individual.placed import crowded, placed_scene
from layouts.individual.plots import Stand, Walls
from layouts.individual.raster import Raster
from layouts.individual.routing import Line, NoWay, Router
from layouts.individual.scene import Scene
from layouts.individual.search import Judge, Plan, first_plan, improve
from layouts.individual.sizes import Sizes
from sociogram.situation.staging import Staging

FEW = 18
"""Up to so many lines there is time for more plans and one more round."""
COMFORTABLE = 3.2
"""A size is only given up for a better plan while letters stay this high, in mm."""
AIRY = 1.2
"""Where there is this much air, a smaller plan would only leave the sheet empty."""
SMALLER = 1.05
"""What a plan one size smaller costs more."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A plan to draw to the end; `dearer` is the price of being smaller than need be."""

    judge: Judge
    plan: Plan
    dearer: float


@dataclass(frozen=True, slots=True)
class Composition:
    """A scene and the curve of each of its lines (arrows, kinship, former homes) by id."""

    scene: Scene
    curves: dict[str, Curve]

    def flats(self) -> dict[str, Floats]:
        """Return every curve flattened, by id."""
        return {id_: curve.flat() for id_, curve in self.curves.items()}


def composed(staging: Staging, area: Box, sizes: tuple[Sizes, ...], seed: int) -> Composition | None:
    """Return the composition at the largest of `sizes` that fits, or None when none does."""
    blocks, model = blocks_of(staging), model_of(staging)
    if not blocks.top:
        return Composition(Scene(area, sizes[0], {}, {}, {}), {})
    if staging.positions:
        return _as_placed(staging, area, sizes)
    lines, first = lines_of(staging), first_plan(blocks)
    likely, rounds, plan = _likely(first, blocks, model, area, sizes), 250 + 40 * len(model.ids), first
    for step, size in enumerate(likely):
        judge = Judge(blocks, model, area, size)
        plan, _ = improve(plan, judge, Random(seed * 1000 + step), rounds)
        if judge.spread(plan)[1].overflow > 0.01:
            continue
        trials = [Trial(judge, plan, 1.0)]
        for again in range(1, _tries(len(lines))):
            smaller = likely[min(step + again // 4, len(likely) - 1)]
            if smaller.font < min(COMFORTABLE, size.font) or (size.air > AIRY and smaller != size):
                continue
            other = judge if smaller == size else Judge(blocks, model, area, smaller)
            found, _ = improve(first, other, Random(seed * 1000 + 97 * again + step), rounds)
            if other.spread(found)[1].overflow <= 0.01:
                trials.append(Trial(other, found, SMALLER ** (again // 4)))
        made = _drawn(_best_first(staging, area, trials, lines), lines)
        if made is not None:
            return made
    return None


def _as_placed(staging: Staging, area: Box, sizes: tuple[Sizes, ...]) -> Composition | None:
    """Return the composition with everything placed left where it is; None when it reaches beyond the paper.

    The largest size at which nothing touches wins. People may have been put too close for any size: then the
    smallest is taken and lines go straight where there is no other way.
    """
    lines, last = lines_of(staging), None
    for size in sizes:
        scene = placed_scene(staging, area, size)
        if scene is None:
            continue
        last = scene
        if crowded(scene):
            continue
        try:
            return Composition(scene, Router(scene, Raster(scene)).route_all(lines))
        except NoWay:
            continue
    if last is None:
        return None
    return Composition(last, Router(last, Raster(last), forced=True).route_all(lines))


def _tries(lines: int) -> int:
    """Return how many plans are compared before one is drawn: fewer when each takes longer."""
    return 9 if lines <= FEW else 4 if lines <= 36 else 2 if lines <= 60 else 1


def _best_first(staging: Staging, area: Box, trials: list[Trial], lines: tuple[Line, ...]) -> list[Scene]:
    """Return the scenes of the trials, the one whose lines promise to be shortest and least crossed first."""
    priced = []
    for number, trial in enumerate(trials):
        scene = _scene(staging, area, trial.judge, trial.plan)
        router = Router(scene, Raster(scene), quick=True)
        router.route_all(lines, 1)
        cost = (router.cost + trial.judge.beauty(trial.plan)) * trial.dearer
        priced.append((round(cost, 2), number, scene))
    return [scene for _, _, scene in sorted(priced, key=lambda row: row[:2])]


def _drawn(scenes: Sequence[Scene], lines: tuple[Line, ...]) -> Composition | None:
    """Return the first scene all of whose lines find a way."""
    for scene in scenes:
        router = Router(scene, Raster(scene))
        try:
            return Composition(scene, router.route_all(lines, 3 if len(lines) <= FEW else 2))
        except NoWay:
            continue
    return None


def _likely(
    plan: Plan, blocks: Blocks, model: Model, area: Box, sizes: tuple[Sizes, ...]
) -> tuple[Sizes, ...]:
    """Leave out the sizes at which the blocks alone would fill the paper."""
    for index, size in enumerate(sizes):
        plots = Judge(blocks, model, area, size).plots(plan)
        gap = size.block_gap
        room = sum((plot.w + gap) * (plot.h + gap) for plot in plots.values())
        if room < 0.8 * area.w * area.h:
            return sizes[index:]
    return sizes[-1:]


def _scene(staging: Staging, area: Box, judge: Judge, plan: Plan) -> Scene:
    plots, places = judge.spread(plan)
    stands: dict[str, Stand] = {}
    walls: dict[str, Walls] = {}
    for block, (dx, dy) in places.corners.items():
        dx, dy = round(dx, 2), round(dy, 2)
        stands |= {stand.id: stand.moved(dx, dy) for stand in plots[block].stands}
        walls |= {wall.id: wall.moved(dx, dy) for wall in plots[block].walls}
    return Scene(
        area,
        judge.sizes,
        {f.id: stands[f.id] for f in staging.figures},
        {c.id: walls[c.id] for c in staging.containers},
        ancestry(staging),
    )
