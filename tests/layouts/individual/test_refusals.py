"""What cannot be drawn is said by name, with what to do; what is hemmed in is drawn all the same."""

from dataclasses import replace

import pytest

from benchmarks.situations import case, staged
from colour_codes.sides import Side
from layouts.individual import SheetSettings, individual_positions, individual_sheet
from layouts.individual.sheet_reading import drawn
from sociogram.errors import BadInput
from sociogram.situation.staging import Container, Figure, Staging


@pytest.mark.parametrize("at", [(200_000, 9000), (9000, 200_000), (5000, 130_000)])
def test_a_place_off_every_paper_is_named_with_what_to_do(at: tuple[int, int]) -> None:
    staging = staged(case(1, 8))
    here, lost = staging.figures[:2]
    with pytest.raises(BadInput) as refused:
        individual_sheet(replace(staging, positions=((here.id, (5000, 9000)), (lost.id, at))))
    problem = refused.value.first
    assert (problem.code, problem.field) == ("off_paper", lost.id)
    assert lost.label in problem.says.fr
    assert lost.label in problem.says.en
    assert "placer" in problem.remedy.fr


def hemmed_in(newcomers: int) -> Staging:
    """Return a home of one on A4, a building close to each side of it, and members who have no place yet."""
    members = ("awa", *(f"new-{number}" for number in range(newcomers)))
    living = tuple(Figure(one, "person", Side.LIVING_TOGETHER, "Awa Touré", "home") for one in members)
    home = Container("home", "household", Side.LIVING_TOGETHER, "Chez eux", members)
    beside = {"left": (-4300, 0), "right": (4300, 0), "above": (0, -4600), "below": (0, 4600)}
    workers = tuple(
        Figure(f"at-{side}", "professional", Side.WORKING_TOGETHER, "Éducateur", side) for side in beside
    )
    services = tuple(
        Container(side, "institution", Side.WORKING_TOGETHER, "Accueil", (f"at-{side}",)) for side in beside
    )
    x, y = 15000, 12000
    places = (("awa", (x, y)), *((f"at-{side}", (x + dx, y + dy)) for side, (dx, dy) in beside.items()))
    return Staging(
        "hemmed", "fr", True, None, (*living, *workers), (home, *services), (), (), (), (), places
    )  # fmt: skip


def test_a_newcomer_whose_home_is_hemmed_in_is_drawn_and_moves_nobody() -> None:
    staging = hemmed_in(3)
    after = individual_positions(staging)
    assert {id_: after[id_] for id_, _ in staging.positions} == dict(staging.positions)
    found = drawn(individual_sheet(staging))
    figures = [node.box for node in found.nodes.values() if node.kind in ("person", "professional")]
    assert len(figures) == 8
    for index, box in enumerate(figures):
        assert not any(box.overlaps(other) for other in figures[index + 1 :])


def test_a_named_paper_is_refused_while_a_larger_one_does() -> None:
    staging = staged(case(1, 8))
    one, two = staging.figures[:2]
    far = replace(staging, positions=((one.id, (4000, 9000)), (two.id, (38000, 9000))))
    with pytest.raises(BadInput, match="Take A3"):
        individual_sheet(far, SheetSettings(paper="A4"))
