"""What is placed stays where it is, to the hundredth; newcomers find a free slot."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.situations import case, staged
from colour_codes.sides import Side
from layouts.individual import SheetSettings, individual_positions, individual_sheet
from layouts.individual.faults import check_sheet
from layouts.individual.sheet_reading import drawn, extent
from sociogram.errors import BadInput
from sociogram.situation.staging import Figure, KinLine, Staging

pytestmark = pytest.mark.usefixtures("kept_layouts")


def placed(staging: Staging, *, without: frozenset[str] = frozenset()) -> Staging:
    places = individual_positions(staging)
    return replace(staging, positions=tuple((k, v) for k, v in places.items() if k not in without))


@pytest.mark.parametrize("index", [1, 5, 6, 8])
def test_recorded_places_give_a_sound_sheet(index: int) -> None:
    staging = placed(staged(case(1, index)))
    assert [fault for fault in check_sheet(individual_sheet(staging)) if fault.hard] == []
    assert individual_positions(staging) == dict(staging.positions)


@pytest.mark.parametrize("index", [1, 5, 6, 8])
def test_a_newcomer_moves_nobody(index: int) -> None:
    staging = staged(case(1, index))
    newcomer = staging.figures[-1].id
    kept = placed(staging, without=frozenset({newcomer}))
    after = individual_positions(kept)
    assert {k: v for k, v in after.items() if k in dict(kept.positions)} == dict(kept.positions)
    assert newcomer in after
    assert [fault for fault in check_sheet(individual_sheet(kept)) if fault.hard] == []


def test_people_put_on_top_of_each_other_are_drawn_there_all_the_same() -> None:
    staging = staged(case(1, 8))
    places = tuple((figure.id, (10000, 9000)) for figure in staging.figures)
    sheet = individual_sheet(replace(staging, positions=places))
    assert len(drawn(sheet).lines) >= len(staging.arrows)


def test_a_place_beyond_the_paper_asks_for_a_larger_one() -> None:
    staging = staged(case(1, 8))
    one, two = staging.figures[:2]
    far = replace(staging, positions=((one.id, (4000, 9000)), (two.id, (38000, 9000))))
    assert individual_sheet(far).width > 297
    with pytest.raises(BadInput, match="Take A3"):
        individual_sheet(far, SheetSettings(paper="A4"))


@pytest.mark.parametrize("paper", ["auto", "A3"])
def test_what_was_drawn_by_hand_near_the_edges_is_printed_as_it_stood(paper: str) -> None:
    """A paper on the table has no title and no legend: all goes together to where this one has room."""
    first, last = (Figure(one, "person", Side.LIVING_TOGETHER, one, None) for one in ("Awa", "Zié"))
    places = (("Awa", (4000, 2200)), ("Zié", (25000, 18500)))
    staging = Staging("s", "fr", True, None, (first, last), (), (), (), (), (), places)
    assert individual_positions(staging, SheetSettings(paper=paper)) == dict(places)
    sheet = individual_sheet(staging, SheetSettings(paper=paper))
    found = drawn(sheet).nodes
    one, two = (extent(np.concatenate(found[id_].shape)).centre for id_ in ("Awa", "Zié"))
    assert (two[0] - one[0], two[1] - one[1]) == pytest.approx((210.0, 163.0), abs=0.02)
    assert [fault for fault in check_sheet(sheet) if fault.hard] == []


def test_a_newcomer_beside_what_went_together_is_recorded_where_it_belongs() -> None:
    who = [Figure(one, "person", Side.LIVING_TOGETHER, one, None) for one in ("Awa", "Zié", "Nana")]
    places = (("Awa", (4000, 700)), ("Zié", (9000, 700)))
    kin = (KinLine("k", "Zié", "Nana", "siblings"),)
    staging = Staging("s", "fr", True, None, tuple(who), (), (), (), kin, (), places)
    after = individual_positions(staging)
    far = np.hypot(after["Nana"][0] - 9000, after["Nana"][1] - 700)
    assert {id_: after[id_] for id_, _ in places} == dict(places)
    assert far < 4000
    again = replace(staging, positions=tuple(after.items()))
    assert individual_positions(again) == after
