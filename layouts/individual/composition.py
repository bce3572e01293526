"""The composition of a sheet: sizes, places and lines that hold together on one paper."""

from dataclasses import dataclass
from random import Random

from layouts.individual.blocks import blocks_of
from layouts.individual.boxes import Box
from layouts.individual.curves import Curve
from layouts.individual.lines import lines_of
from layouts.individual.model import ancestry, model_of
from layouts.individual.raster import Raster
from layouts.individual.routing import NoWay, Router
from layouts.individual.scene import Scene
from layouts.individual.search import Judge, Plan, first_plan, improve
from layouts.individual.sizes import Sizes
from sociogram.situation.staging import Staging


@dataclass(frozen=True, slots=True)
class Composition:
    """A scene and the curve of each of its lines (arrows, kinship, former homes) by id."""

    scene: Scene
    curves: dict[str, Curve]


def composed(staging: Staging, area: Box, sizes: tuple[Sizes, ...], seed: int) -> Composition | None:
    """Return the composition at the largest of `sizes` that fits, or None when none does."""
    blocks, model = blocks_of(staging), model_of(staging)
    if not blocks.top:
        return Composition(Scene(area, sizes[0], {}, {}, {}), {})
    plan = first_plan(blocks)
    rounds = 250 + 40 * len(model.ids)
    for step, size in enumerate(_likely(plan, blocks, model, area, sizes)):
        judge = Judge(blocks, model, area, size)
        plan, _ = improve(plan, judge, Random(seed * 1000 + step), rounds)
        if judge.spread(plan)[1].overflow > 0.01:
            continue
        scene = _scene(staging, area, judge, plan)
        try:
            return Composition(scene, Router(scene, Raster(scene)).route_all(lines_of(staging)))
        except NoWay:
            continue
    return None


def _likely(plan: Plan, blocks, model, area: Box, sizes: tuple[Sizes, ...]) -> tuple[Sizes, ...]:  # type: ignore[no-untyped-def]
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
    stands, walls = {}, {}
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
