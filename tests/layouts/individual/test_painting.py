"""Nothing is painted over what is written on a line: badges of arrows, dates of moves."""

import numpy as np

from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.individual import SheetSettings
from layouts.individual.boxes import Box
from layouts.individual.composition import Composition
from layouts.individual.curves import Curve
from layouts.individual.individual import _date_boxes, _line_groups
from layouts.individual.painting import paint_order
from layouts.individual.placed import scene_at
from layouts.individual.sizes import Sizes
from sociogram.situation.staging import Arrow, Container, Figure, FormerHome, Staging


def test_a_line_under_the_words_of_another_comes_before_it() -> None:
    level = np.array([(float(x), 10.0) for x in range(40)])
    across = np.array([(20.0, float(y)) for y in range(40)])
    flats = {"home": level, "first": across, "second": across + np.array([15.0, 0.0])}
    on_home = {"home": ((20.0, 10.0), (8.0, 3.0))}
    assert paint_order(list(flats), on_home, flats) == ["first", "home", "second"]
    assert paint_order(list(flats), {}, flats) == ["home", "first", "second"]
    both = on_home | {"first": ((20.0, 10.0), (3.0, 3.0))}
    assert paint_order(list(flats), both, flats) == ["second", "home", "first"]


def crossed() -> tuple[Staging, Composition]:
    """Return a move whose line so many arrows cross that its date lies on some of them."""
    living, working = Side.LIVING_TOGETHER, Side.WORKING_TOGETHER
    awa = Figure("awa", "person", living, "Awa")
    worker = Figure("worker", "professional", working, "Éducateur")
    home = Container("home", "household", living, "Avant")
    move = FormerHome("move", "awa", "home", "→ 2022-09")
    arrows = tuple(Arrow(f"a{n}", "awa", "worker", Pen.GREEN, n + 1) for n in range(30))
    staging = Staging("x", "fr", True, None, (awa, worker), (home,), (move,), arrows, (), ())
    at = {"awa": (20.0, 150.0), "worker": (250.0, 40.0), "home": (250.0, 150.0)}
    scene = scene_at(staging, Box(10.0, 20.0, 280.0, 170.0), Sizes(3.0, 1.0), at)
    curves = {f"a{n}": Curve((((30.0 + 6 * n, 60.0), (30.0 + 6 * n, 140.0)),)) for n in range(30)}
    return staging, Composition(scene, curves | {"move": Curve((((28.0, 100.0), (220.0, 100.0)),))})


def test_no_arrow_is_painted_over_the_date_of_a_move() -> None:
    staging, made = crossed()
    dates = _date_boxes(staging, made)
    painted = [dict(group.data)["id"] for group in _line_groups(staging, SheetSettings(), made, dates)]
    assert sorted(painted) == sorted(made.curves)
    box = dates["move"]
    over = [f"a{n}" for n in range(30) if box.x < 30.0 + 6 * n < box.right]
    assert over
    assert all(painted.index(arrow) < painted.index("move") for arrow in over)
