"""What is placed stays where it is, to the hundredth; newcomers find a free slot."""

from dataclasses import replace

import pytest

from benchmarks.situations import case, staged
from layouts.individual import SheetSettings, individual_positions, individual_sheet
from layouts.individual.faults import check_sheet
from layouts.individual.sheet_reading import drawn
from sociogram.errors import BadInput
from sociogram.situation.staging import Staging


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
    far = replace(staging, positions=((staging.figures[0].id, (38000, 9000)),))
    assert individual_sheet(far).width > 297
    with pytest.raises(BadInput, match="Take A3"):
        individual_sheet(far, SheetSettings(paper="A4"))
