"""The checks themselves: each finds the fault it is for in a sheet that has been spoilt."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np

from benchmarks.situations import case, staged
from layouts.individual import individual_sheet
from layouts.individual.boxes import Box
from layouts.individual.faults import check_sheet, passed
from layouts.individual.sheet_reading import Drawn, DrawnNode
from layouts.sheet import Group, Path, Sheet, Text


@cache
def good() -> Sheet:
    return individual_sheet(staged(case(1, 8)))


def codes(sheet: Sheet) -> set[str]:
    return {fault.code for fault in check_sheet(sheet) if fault.hard}


def changed(sheet: Sheet, kind: str, change: Callable[[Group], Group | None]) -> Sheet:
    """Return the sheet with the first group of a kind changed, or left out."""
    items, done = [], False
    for item in sheet.items:
        if not done and isinstance(item, Group) and dict(item.data).get("kind") == kind:
            done = True
            new = change(item)
            items += [new] if new else []
        else:
            items.append(item)
    assert done
    return replace(sheet, items=tuple(items))


def with_data(name: str, value: str) -> Callable[[Group], Group]:
    return lambda group: replace(group, data=tuple((k, value if k == name else v) for k, v in group.data))


def test_a_good_sheet_has_no_hard_fault() -> None:
    assert codes(good()) == set()


def test_a_box_moved_away_no_longer_holds_its_ink() -> None:
    assert "ink outside its box" in codes(changed(good(), "person", with_data("box", "9 9 5 5")))


def test_a_box_that_covers_others_overlaps() -> None:
    spoilt = changed(good(), "person", with_data("box", "10 20 270 140"))
    assert {"boxes overlap", "activation through a box"} <= codes(spoilt)


def test_a_wrong_pen_is_seen() -> None:
    assert codes(changed(good(), "activation", with_data("pen", "pencil"))) == {"wrong pen"}


def test_an_arrow_turned_round_ends_in_the_air_or_with_the_wrong_pen() -> None:
    sheet = good()
    first = next(
        dict(i.data) for i in sheet.items if isinstance(i, Group) and dict(i.data).get("kind") == "activation"
    )
    spoilt = changed(sheet, "activation", with_data("activator", first["activated"]))
    assert "arrow ends in the air" in codes(spoilt)


def test_small_text_a_lost_legend_and_a_lost_date_are_seen() -> None:
    sheet = good()
    small = replace(sheet, items=(*sheet.items, Text(20, 20, 2.4, "petit", "#000000")))
    assert codes(small) == {"small text"}
    assert codes(changed(sheet, "legend", lambda _: None)) == {"no legend"}
    assert codes(replace(sheet, data=())) == {"no date"}


def test_an_arrow_straight_through_everything_is_seen() -> None:
    def spoil(group: Group) -> Group:
        line = group.items[0]
        assert isinstance(line, Path)
        return replace(
            group,
            items=(
                replace(line, d="M 10 20 L 287 160 L 10 160 L 287 20 L 148 20 L 148 160"),
                *group.items[1:],
            ),
        )

    assert {"activation through a box", "arrow ends in the air"} <= codes(
        changed(good(), "activation", spoil)
    )


def test_a_lost_end_or_container_is_seen() -> None:
    assert "arrow without end" in codes(changed(good(), "person", lambda _: None))
    assert "container not drawn" in codes(changed(good(), "household", lambda _: None))


def test_a_corner_nicked_between_two_points_is_seen() -> None:
    def node(id_: str, box: Box, *texts: Box) -> DrawnNode:
        return DrawnNode(id_, "person", None, "living", box, box, (), texts)

    ends = (node("a", Box(-30, 30, 10, 10), Box(0, 20, 10, 3)), node("b", Box(30, -30, 10, 10)))
    found = Drawn(nodes={one.id: one for one in (*ends, node("c", Box(0, 0, 10, 10)))})
    nick = np.array([(-20.0, 20.32), (-0.02, 0.32), (0.32, -0.02), (30.0, -29.7)])
    assert passed(found, "a", "b", nick) == (("c",), ())
    assert passed(found, "a", "b", nick - 0.2) == ((), ())
    assert passed(found, "a", "b", nick + np.array([0.0, 20.0])) == ((), ("a",))
