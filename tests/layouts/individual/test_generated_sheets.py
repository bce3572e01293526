"""Situations from the published generator: A4 up to 20 nodes, A3 up to 40, and paper chosen by itself."""

from collections.abc import Callable

import pytest

from benchmarks.families import family_case
from benchmarks.situations import Case, case, staged
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.faults import check_sheet
from layouts.individual.sheet_reading import drawn
from layouts.printers.svg import write_svg
from layouts.readability import readability
from layouts.sheet import Sheet
from sociogram.situation.staging import Staging


def assert_sound(made: Case, paper: str) -> tuple[Staging, Sheet]:
    staging = staged(made)
    sheet = individual_sheet(staging, SheetSettings(paper=paper))
    assert [fault for fault in check_sheet(sheet) if fault.hard] == [], made.situation["id"]
    found = drawn(sheet)
    assert sum(line.kind == "activation" for line in found.lines) == len(staging.arrows)
    assert len(found.nodes) == len(staging.figures) + len(staging.containers)
    return staging, sheet


def test_generated_situations_fit_a4(sized: Callable[[int, int], int], seed: int) -> None:
    for index in range(sized(5, 400)):
        assert_sound(case(seed, index), "A4")


def test_generated_large_situations_fit_a3(sized: Callable[[int, int], int], seed: int) -> None:
    for index in range(sized(1, 100)):
        assert_sound(case(seed, index, large=True), "A3")


def test_generated_families_on_paper_chosen_by_itself(sized: Callable[[int, int], int], seed: int) -> None:
    """Up to 80 figures, step-families, foster links, several homes: nothing overlaps, measured exactly."""
    for index in range(sized(2, 1000)):
        made = family_case(seed, index)
        staging, sheet = assert_sound(made, "auto")
        found = readability(sheet, staging)
        lines, places = found.lines, found.places
        wrong = [lines.line_node_overlaps, lines.label_strikes, places.node_node_overlaps]
        wrong += [places.node_label_overlaps, places.label_label_overlaps, places.outsiders]
        assert sum(wrong) == 0, (made.situation["id"], wrong)
        assert found.page.smallest_text_mm is not None
        assert found.page.smallest_text_mm >= 2.5
        if index % 10 == 0:
            assert write_svg(sheet) == write_svg(individual_sheet(staging, SheetSettings()))


@pytest.mark.parametrize(("seed", "index"), [(20261122, 66)])
def test_families_that_once_went_wrong(seed: int, index: int) -> None:
    """66: the date of a short move stood over the box of who moved."""
    assert_sound(family_case(seed, index), "auto")


@pytest.mark.parametrize("index", [0, 1, 2])
def test_paper_chosen_by_itself(index: int, seed: int) -> None:
    assert_sound(case(seed, index), "auto")


def test_a_seed_always_gives_the_same_case() -> None:
    assert case(7, 4) == case(7, 4)
    assert case(7, 4) != case(8, 4)


def test_every_fifth_case_is_at_the_top_of_every_range() -> None:
    made = case(3, 4).situation
    assert len(made["persons"]) + len(made["professionals"]) == 20
    assert len(made["activations"]) == 60
    assert len(case(3, 4).buildings) == 6
    assert all(len(person["label_fr"]) >= 45 for person in made["persons"])
