"""Paths stopped before their end."""

from math import hypot

import pytest

from layouts.copies.path_cutting import pieces_of, stopped_before, written

BOW = "M 0 0 C 10 0 20 10 30 10 L 40 10 Q 50 10 50 20"


def end(d: str) -> tuple[float, float]:
    return pieces_of(d)[-1][-1]


def test_what_is_written_reads_back() -> None:
    assert written(pieces_of(BOW)) == BOW


@pytest.mark.parametrize("reach", [0.0, 1.0, 5.0, 12.0])
def test_a_straight_line_ends_where_asked(reach: float) -> None:
    x, y = stopped_before(pieces_of("M 0 5 L 10 5 L 20 5"), reach)[-1][-1]
    assert (x, y) == pytest.approx((20 - reach, 5), abs=0.01)


@pytest.mark.parametrize("reach", [1.0, 4.0, 9.0])
def test_a_bend_ends_that_far_along(reach: float) -> None:
    x, y = stopped_before(pieces_of(BOW), reach)[-1][-1]
    assert 0.75 * reach <= hypot(x - 50, y - 20) <= reach + 0.01


def test_a_short_path_keeps_something() -> None:
    assert stopped_before(pieces_of("M 0 0 L 1 0"), 5.0)[-1][-1] == pytest.approx((0.05, 0))


@pytest.mark.parametrize("d", ["L 0 0", "M 0 0 A 1 1 0 0 0 1 1", "", "M 0 0 L 1 1 Z"])
def test_other_paths_are_refused(d: str) -> None:
    with pytest.raises(ValueError, match="open path data"):
        pieces_of(d)
