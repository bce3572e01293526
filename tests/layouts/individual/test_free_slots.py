"""The compiled search of free slots against one that draws everything anew for each slot it tries."""

from dataclasses import replace
from math import hypot
from random import Random

import numpy as np
import pytest

from benchmarks.situations import case, staged
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.individual import individual_positions
from layouts.individual.boxes import Box, Point
from layouts.individual.kernels.slots import nearest_slot, seat
from layouts.individual.model import ancestry
from layouts.individual.placed import APART, crowded, placed_centres, placed_scene, scene_at
from layouts.individual.scene import Scene
from layouts.individual.sizes import Sizes
from layouts.individual.things import BESIDE, SLOT, things_of
from sociogram.situation.staging import Arrow, Container, Figure, Staging

pytestmark = pytest.mark.usefixtures("kept_layouts")
AREA = Box(10.0, 20.0, 300.0, 200.0)
SIZES = Sizes(3.0, 1.0)


def without(staging: Staging, *gone: str) -> Staging:
    """Return the staging with everything placed but some figures."""
    places = individual_positions(staging)
    return replace(staging, positions=tuple((k, v) for k, v in places.items() if k not in gone))


def slots_from(goal: Point) -> list[Point]:
    found = [
        (round(AREA.x + i * SLOT, 2), round(AREA.y + j * SLOT, 2))
        for j in range(1, int(AREA.h / SLOT))
        for i in range(1, int(AREA.w / SLOT))
    ]
    return sorted(found, key=lambda p: (round(hypot(p[0] - goal[0], p[1] - goal[1]), 3), p[1], p[0]))


def free(scene: Scene, newcomer: str) -> bool:
    """Whether a newcomer, and the outlines around it, meet nothing they may not."""
    own = scene.above[newcomer]
    if any(not AREA.holds(scene.box(id_)) for id_ in (newcomer, *own)):
        return False
    for id_, other in scene.stands.items():
        if id_ == newcomer:
            continue
        if other.box.overlaps(scene.box(newcomer), SIZES.cell_gap * BESIDE):
            return False
        if any(scene.box(wall).overlaps(other.box, 3.0) for wall in own if wall not in scene.above[id_]):
            return False
    for id_, wall in scene.walls.items():
        for mine in (newcomer, *own):
            nested = id_ == mine or id_ in scene.above[mine] or mine in scene.above[id_]
            if not nested and wall.box.overlaps(scene.box(mine), 3.0):
                return False
    return True


@pytest.mark.parametrize("index", [1, 5])
def test_the_slot_found_is_the_nearest_free_one(index: int, seed: int) -> None:
    staging, random = staged(case(seed, index)), Random(f"{seed}:{index}")
    newcomer = random.choice(staging.figures).id
    kept = without(staging, newcomer)
    there = {id_: (x / 100, y / 100) for id_, (x, y) in kept.positions}
    things = things_of(staging, AREA, SIZES, ancestry(staging))
    ids = [*(f.id for f in staging.figures), *(c.id for c in staging.containers)]
    seat(things, np.array([ids.index(one) for one in there]), np.array(list(there.values())))
    around = [random.choice(list(there.values())) for _ in range(14)]
    for goal in [*around, (0.0, 0.0), (320.0, 120.0)]:
        found = nearest_slot(things, ids.index(newcomer), *goal, False)
        expected = next(
            (
                slot
                for slot in slots_from(goal)
                if free(scene_at(staging, AREA, SIZES, {**there, newcomer: slot}), newcomer)
            ),
            None,
        )
        row, column = divmod(found, len(things.xs))
        assert (None if found < 0 else (things.xs[column], things.ys[row])) == expected


def test_boxes_reckoned_with_are_those_that_are_drawn(seed: int) -> None:
    for index in (1, 2, 5):
        staging = without(staged(case(seed, index)))
        scene = placed_scene(staging, Box(0.0, 0.0, 2000.0, 2000.0), SIZES)
        assert scene is not None
        things = things_of(staging, AREA, SIZES, scene.above)
        ids = list(scene.ids)
        there = [(id_, (x * 0.01, y * 0.01)) for id_, (x, y) in staging.positions]
        seat(things, np.array([ids.index(id_) for id_, _ in there]), np.array([at for _, at in there]))
        for id_, box in zip(ids, things.boxes, strict=True):
            one = scene.box(id_)
            assert tuple(box) == pytest.approx((one.x, one.y, one.right, one.bottom), abs=1e-9), id_


def test_crowded_is_what_two_boxes_say(seed: int) -> None:
    seen = set()
    for index in range(4):
        staging, random = staged(case(seed, index)), Random(index)
        at = {f.id: (random.uniform(0, 900), random.uniform(0, 900)) for f in staging.figures}
        at |= {c.id: (random.uniform(0, 900), random.uniform(0, 900)) for c in staging.containers}
        if index % 2:
            at = {id_: (x / 100, y / 100) for id_, (x, y) in individual_positions(staging).items()}
        scene = scene_at(staging, AREA, SIZES, at)
        seen.add(crowded(scene))
        assert crowded(scene) == slowly_crowded(scene)
    assert seen == {True, False}


def slowly_crowded(scene: Scene) -> bool:
    for one in scene.ids:
        for other in scene.ids:
            if other in scene.above[one]:
                if scene.walls[other].words.overlaps(scene.box(one)):
                    return True
            elif one == other or one in scene.above[other]:
                continue
            elif scene.box(one).overlaps(scene.box(other), APART):
                return True
    return False


def hamlet(*members: str, newcomers: int = 0) -> Staging:
    """Return an empty home at (60, 90), a building with one who works there at (150, 90), and living figures:
    `members` of the home, and so many `newcomers` without one, none of them placed.
    """
    names = [*members, *(f"new-{n}" for n in range(newcomers))]
    living = [
        Figure(one, "person", Side.LIVING_TOGETHER, "Awa", "home" if one in members else None)
        for one in names
    ]
    worker = Figure("worker", "professional", Side.WORKING_TOGETHER, "Éducateur", "service")
    home = Container("home", "household", Side.LIVING_TOGETHER, "Chez eux", members)
    service = Container("service", "institution", Side.WORKING_TOGETHER, "Accueil", ("worker",))
    arrows = tuple(Arrow(f"to-{one}", one, "service", Pen.GREEN, 1) for one in names[len(members) :])
    places = (("home", (6000, 9000)), ("worker", (15000, 9000)))
    return Staging(
        "hamlet", "fr", True, None, (worker, *living), (home, service), (), arrows, (), (), places
    )  # fmt: skip


def test_who_comes_first_into_an_empty_home_finds_it_where_it_was_put() -> None:
    for staging in (hamlet(), hamlet("awa")):
        scene = placed_scene(staging, AREA, SIZES)
        assert scene is not None
        assert scene.walls["home"].box.centre == pytest.approx((60.0, 90.0), abs=0.01)


def test_a_newcomer_comes_near_the_building_it_is_joined_to() -> None:
    places = (("home", (6000, 9000)), ("worker", (25000, 17000)))
    there = placed_centres(replace(hamlet(newcomers=1), positions=places), AREA, SIZES)
    assert there is not None
    assert hypot(there["new-0"][0] - 250.0, there["new-0"][1] - 170.0) < 45.0


def test_others_put_on_each_other_do_not_keep_a_newcomer_out() -> None:
    """A home and a building on one spot are the family's affair: whoever comes still finds a free slot."""
    staging = hamlet("awa", "binta", newcomers=1)
    places = (("worker", (9000, 9000)), ("awa", (9500, 9000)))
    scene = placed_scene(replace(staging, positions=places), AREA, SIZES)
    assert scene is not None
    assert scene.walls["home"].box.overlaps(scene.walls["service"].box)
    for newcomer in ("binta", "new-0"):
        others = [id_ for id_ in scene.ids if id_ != newcomer and id_ not in scene.above[newcomer]]
        assert not any(scene.box(newcomer).overlaps(scene.box(id_)) for id_ in others), newcomer
