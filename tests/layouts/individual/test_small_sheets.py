"""The edges: nobody at all, one person, an empty home, a home housed by a service, a paper too small."""

import pytest

from benchmarks.situations import case, staged
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.faults import check_sheet
from layouts.individual.plots import stand_at
from layouts.individual.sheet_reading import drawn
from layouts.individual.sizes import Sizes
from sociogram.errors import BadInput
from sociogram.situation.staging import Arrow, Container, Figure, KinLine, Staging

LIVING, WORKING = Side.LIVING_TOGETHER, Side.WORKING_TOGETHER


def staging(
    figures: tuple[Figure, ...] = (),
    containers: tuple[Container, ...] = (),
    arrows: tuple[Arrow, ...] = (),
    kin: tuple[KinLine, ...] = (),
) -> Staging:
    return Staging("s", "fr", True, None, figures, containers, (), arrows, kin, ())


def person(id_: str, label: str = "Personne", inside: str | None = None) -> Figure:
    return Figure(id_, "person", LIVING, label, inside)


def test_an_empty_sheet_has_its_legend_and_says_it_is_undated() -> None:
    sheet = individual_sheet(staging())
    assert check_sheet(sheet) == []
    assert dict(sheet.data)["date"] == "undated"


def test_one_black_person_and_nothing_else() -> None:
    found = drawn(individual_sheet(staging((person("p1"),))))
    assert [(node.kind, node.side, node.parent) for node in found.nodes.values()] == [
        ("person", "living", None)
    ]


def test_a_figure_without_a_label_and_an_empty_home() -> None:
    sheet = individual_sheet(staging((person("p1", ""),), (Container("f1", "household", LIVING, "Foyer"),)))
    assert check_sheet(sheet) == []


def test_a_home_housed_by_a_service_stands_inside_its_building() -> None:
    house = Container("b", "institution", WORKING, "Service", ("w1",))
    home = Container("f1", "household", LIVING, "Chambre", ("p1", "p2"), inside="b")
    figures = (
        person("p1", inside="f1"),
        person("p2", inside="f1"),
        Figure("w1", "professional", WORKING, "agent", "b"),
    )
    arrows = (Arrow("a1", "p1", "w1", Pen.RED, 1), Arrow("a2", "w1", "f1", Pen.ORANGE, 2))
    sheet = individual_sheet(staging(figures, (house, home), arrows))
    assert [fault for fault in check_sheet(sheet) if fault.hard] == []
    nodes = drawn(sheet).nodes
    assert nodes["f1"].parent == "b"
    assert nodes["b"].box.holds(nodes["f1"].box)
    assert nodes["f1"].box.holds(nodes["p1"].box)


def test_parents_stand_above_their_children_and_couples_level() -> None:
    figures = tuple(person(p, inside="f1") for p in ("c", "a", "b"))
    kin = (
        KinLine("k1", "a", "c", "filiation"),
        KinLine("k2", "b", "c", "filiation"),
        KinLine("k3", "a", "b", "couple"),
    )
    home = Container("f1", "household", LIVING, "Foyer", ("c", "a", "b"))
    nodes = drawn(individual_sheet(staging(figures, (home,), kin=kin))).nodes
    assert nodes["a"].box.bottom < nodes["c"].box.y
    assert nodes["a"].shape[0][:, 1].min() == pytest.approx(nodes["b"].shape[0][:, 1].min())


def test_there_and_back_lie_on_opposite_sides() -> None:
    arrows = (Arrow("a1", "p1", "p2", Pen.BLUE, 1), Arrow("a2", "p2", "p1", Pen.BLUE, 2))
    sheet = individual_sheet(staging((person("p1"), person("p2")), arrows=arrows))
    assert [fault.code for fault in check_sheet(sheet)] == []
    lines = {line.id: line.flat for line in drawn(sheet).lines}
    assert abs(lines["a1"][:, 1].mean() - lines["a2"][:, 1].mean()) > 2.0


def test_a_paper_too_small_names_one_that_fits() -> None:
    with pytest.raises(BadInput, match="Take A4"):
        individual_sheet(staged(case(1, 4)), SheetSettings(paper="A5"))


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(BadInput, match="paper"):
        individual_sheet(staging((person("p1"),)), SheetSettings(paper="A9"))


def test_a_letter_that_leans_out_belongs_to_the_box() -> None:
    sizes = Sizes(4.0)
    leaning, upright = (stand_at("p", label, (50.0, 50.0), sizes) for label in ("jardinier", "bardinier"))
    assert leaning.words.x - leaning.box.x == pytest.approx(0.6)
    assert upright.words.x == upright.box.x
