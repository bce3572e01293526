"""Crossings: beside a computation written apart, in exact fractions on every pair of segments."""

from fractions import Fraction
from itertools import combinations, pairwise
from random import Random

import numpy as np
import pytest

from layouts.individual.curves import flattened
from layouts.readability.meetings import by_pens, meetings
from layouts.readability.wires import Wire, thinned

Segment = tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]


def wire(id_: str, *points: tuple[float, float], pen: str = "red") -> Wire:
    return Wire(id_, "activation", f"{id_}-tail", f"{id_}-head", pen, thinned(np.array(points, dtype=float)))


def curve(id_: str, d: str, pen: str = "red") -> Wire:
    return Wire(id_, "activation", "a", "b", pen, thinned(flattened(d)))


def crossed(one: Segment, two: Segment) -> bool:
    """Solved for both parameters, with fractions: nothing is rounded."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = two
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if not across:
        return False
    t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
    return 0 < t < 1 and 0 < u < 1


def segments_of(wire_: Wire) -> list[Segment]:
    exact = [(Fraction(float(x)), Fraction(float(y))) for x, y in wire_.points]
    return list(pairwise(exact))


@pytest.mark.parametrize("number", range(6))
def test_as_many_as_counted_with_fractions(number: int, seed: int) -> None:
    random = Random(f"{seed}:{number}")
    wires = [
        wire(
            f"w{i}", *((random.uniform(0, 100), random.uniform(0, 100)) for _ in range(random.randint(2, 6)))
        )
        for i in range(14)
    ]
    exact = sum(
        crossed(one, two)
        for a, b in combinations(wires, 2)
        for one in segments_of(a)
        for two in segments_of(b)
    )
    assert len(meetings(wires)) == exact > 0


def test_curves_are_measured_as_curves() -> None:
    bow, flat = curve("bow", "M 0 10 Q 20 -20 40 10"), wire("flat", (0, 0), (40, 0))
    found = meetings([bow, flat])
    assert len(found) == 2
    straight = wire("straight", (0, 10), (40, 10))
    assert meetings([straight, flat]) == ()


def test_a_crossing_at_a_sampled_point_counts_once() -> None:
    down, across = wire("down", (5, 0), (5, 5), (5, 10)), wire("across", (0, 5), (2, 5), (5, 5), (10, 5))
    found = meetings([down, across])
    assert len(found) == 1
    assert found[0].at == pytest.approx((5, 5))
    assert found[0].angle == pytest.approx(90)


def test_lines_that_touch_or_share_a_stretch_do_not_cross() -> None:
    trunk = wire("trunk", (0, 0), (0, 10), (10, 10))
    sibling = wire("sibling", (0, 0), (0, 10), (-10, 10))
    hanging = wire("hanging", (5, 10), (5, 30))
    assert meetings([trunk, sibling, hanging]) == ()
    assert meetings([hanging, sibling, trunk]) == ()


def test_the_angle_is_the_smaller_one() -> None:
    found = meetings([wire("a", (0, 0), (10, 0)), wire("b", (0, -1), (10, 1))])
    assert found[0].angle == pytest.approx(np.degrees(np.arctan2(2, 10)))


def test_pairs_of_pens_red_first_even_without_any() -> None:
    blue, orange = wire("b", (0, 0), (10, 10), pen="blue"), wire("o", (0, 10), (10, 0), pen="orange")
    assert by_pens(meetings([blue, orange])) == (("red-red", 0), ("blue-orange", 1))
    link = Wire("k", "link", "a", "b", "link", np.array([[0.0, 4.0], [10.0, 4.0]]))
    assert by_pens(meetings([link, blue])) == (("red-red", 0), ("blue-link", 1))


def test_a_long_shallow_bend_keeps_its_shape() -> None:
    angles = np.linspace(-0.02, 0.02, 500)
    bend = 6000 * np.stack([np.sin(angles), np.cos(angles)], axis=1)
    thin = thinned(bend)
    chords = np.hypot(*np.diff(thin, axis=0).T)
    assert len(thin) < 200
    assert (chords**2 / (8 * 6000)).max() < 0.01
