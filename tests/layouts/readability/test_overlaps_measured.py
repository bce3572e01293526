"""The four overlaps, names struck through and strangers: each on a drawing made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from layouts.individual.boxes import Box, around
from layouts.individual.crossings import entered
from layouts.individual.sheet_reading import Drawn, DrawnNode
from layouts.readability.overlaps import Overlaps, overlaps_of
from layouts.readability.wires import Wire

NOTHING = Overlaps(0, 0, 0, 0, 0, 0)


def rectangle(box: Box) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.array([(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)])


def figure(id_: str, x: float, y: float, parent: str | None = None) -> DrawnNode:
    """A figure 10 wide and 10 high with its name of 14 by 4 below."""
    shape, words = Box(x, y, 10, 10), Box(x - 2, y + 11, 14, 4)
    box = around([shape, words])
    return DrawnNode(id_, "person", parent, "living", box, box, (rectangle(shape),), (words,))


def home(id_: str, box: Box) -> DrawnNode:
    words = Box(box.x + 2, box.y + 2, 12, 4)
    return DrawnNode(id_, "household", None, "living", box, box, (rectangle(box),), (words,))


def sheet(*nodes: DrawnNode) -> Drawn:
    return Drawn(nodes={node.id: node for node in nodes})


def line(tail: str, head: str, *points: tuple[float, float]) -> Wire:
    return Wire("line", "activation", tail, head, "red", np.array(points, dtype=float))


GOOD = (home("h", Box(0, 0, 60, 50)), figure("a", 10, 15, "h"), figure("b", 40, 15, "h"), figure("c", 90, 15))


def test_a_home_does_not_overlap_those_who_live_in_it() -> None:
    assert overlaps_of(sheet(*GOOD), []) == NOTHING


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (figure("x", 95, 20), Overlaps(1, 1, 0, 0, 0, 0)),
        (figure("x", 95, 16), Overlaps(1, 0, 1, 0, 0, 0)),
        (figure("x", 92, 23), Overlaps(1, 1, 0, 0, 0, 0)),
        (figure("x", 92, 26.5), Overlaps(0, 1, 0, 0, 0, 0)),
        (figure("x", 103.5, 15), Overlaps(0, 0, 1, 0, 0, 0)),
        (figure("x", 103.97, 15), NOTHING),
        (figure("x", 55, 15), Overlaps(1, 1, 0, 0, 0, 1)),
        (figure("x", 12.5, -4, "h"), Overlaps(0, 1, 0, 0, 0, 0)),
    ],
)
def test_what_touches_what(node: DrawnNode, expected: Overlaps) -> None:
    assert overlaps_of(sheet(*GOOD, node), []) == expected


def test_a_line_through_a_stranger_and_through_names() -> None:
    found = sheet(*GOOD)
    past = line("a", "c", (20, 20), (35, 20), (35, 8), (70, 8), (70, 20), (90, 20))
    assert overlaps_of(found, [past]) == NOTHING
    through = line("a", "c", (20, 20), (90, 20))
    assert overlaps_of(found, [through]) == replace(NOTHING, line_node=1)
    struck = line("a", "c", (15, 15), (5, 4), (5, -5), (95, -5), (95, 15))
    assert overlaps_of(found, [struck]) == replace(NOTHING, label_strikes=1)


def test_a_stranger_passed_between_two_samples_is_seen() -> None:
    found = sheet(figure("a", 0, 0), figure("far", 500, 0), figure("thin", 250, 0))
    assert overlaps_of(found, [line("a", "far", (10, 5), (500, 5))]).line_node == 1


def test_a_line_may_run_along_a_box() -> None:
    boxes = [Box(0.0, 0.0, 10.0, 10.0)]
    assert not entered(np.array([(-5.0, 0.0), (20.0, 0.0)]), boxes).any()
    assert not entered(np.array([(10.0, -5.0), (10.0, 20.0)]), boxes).any()
    assert entered(np.array([(-5.0, 0.2), (20.0, 0.2)]), boxes).all()
    assert entered(np.array([(3.0, -5.0), (3.0, 20.0)]), boxes).all()
    assert entered(np.array([(4.0, 4.0), (5.0, 5.0)]), boxes).all()
    assert not entered(np.array([(-5.0, 4.0), (-1.0, 5.0)]), boxes).any()
