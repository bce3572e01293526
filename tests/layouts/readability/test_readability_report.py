"""The report of real sheets, its grade, and what happens to both when a sheet is spoilt."""

from dataclasses import fields, replace

import pytest

from benchmarks.situations import case, staged
from layouts.individual import individual_sheet
from layouts.individual.faults import check_sheet
from layouts.individual.sheet_reading import drawn
from layouts.readability import Readability, readability
from layouts.readability.grade import GRADES, Load, grade_of
from layouts.readability.ink import ink_share
from layouts.readability.names import FAULT_NAMES, NAMES, SECTIONS
from layouts.readability.report import Lines, Page, Places, filiations, generation_monotonicity
from layouts.readability.words import fault_named, pens_named, table
from layouts.sheet import Group, Path, Sheet, Text
from sociogram.situation.staging import Staging


@pytest.fixture(scope="module")
def staging() -> Staging:
    return staged(case(1, 8))


@pytest.fixture(scope="module")
def sheet(staging: Staging) -> Sheet:
    return individual_sheet(staging)


@pytest.fixture(scope="module")
def report(sheet: Sheet, staging: Staging) -> Readability:
    return readability(sheet, staging)


def moved(sheet: Sheet, id_: str, dx: float, dy: float) -> Sheet:
    """Return the sheet with one figure moved: its box, its shape and its words."""

    def path(d: str) -> str:
        out, axis = [], 0
        for word in d.split():
            out.append(word if word.isalpha() else str(float(word) + (dy if axis else dx)))
            axis = 0 if word.isalpha() else 1 - axis
        return " ".join(out)

    def shifted(item: Path | Text | Group) -> Path | Text | Group:
        if isinstance(item, Path):
            return replace(item, d=path(item.d))
        if isinstance(item, Text):
            return replace(item, x=item.x + dx, y=item.y + dy)
        return item

    items = []
    for item in sheet.items:
        if isinstance(item, Group) and dict(item.data).get("id") == id_ and "box" in dict(item.data):
            x, y, w, h = (float(v) for v in dict(item.data)["box"].split())
            data = tuple((k, f"{x + dx} {y + dy} {w} {h}" if k == "box" else v) for k, v in item.data)
            item = Group(tuple(shifted(i) for i in item.items), data, item.label)
        items.append(item)
    return replace(sheet, items=tuple(items))


def test_a_sound_sheet_has_no_overlaps_and_a_grade(report: Readability, staging: Staging) -> None:
    lines, places = report.lines, report.places
    assert report.hard_faults == ()
    assert (places.node_node_overlaps, places.node_label_overlaps, places.label_label_overlaps) == (0, 0, 0)
    assert (lines.line_node_overlaps, lines.label_strikes, places.outsiders) == (0, 0, 0)
    assert (places.figures, places.containers) == (len(staging.figures), len(staging.containers))
    assert lines.arrows == len(staging.arrows)
    assert lines.crossings == sum(count for _, count in lines.crossings_by_pens)
    assert lines.crossings_by_pens[0][0] == "red-red"
    assert report.page.smallest_text_mm == 2.5
    assert places.generation_monotonicity == 1.0
    assert report.grade in ("very_readable", "readable", "busy")


def test_the_same_sheet_gives_the_same_report(report: Readability, sheet: Sheet, staging: Staging) -> None:
    assert readability(sheet, staging) == report


def test_somebody_put_on_somebody_else_makes_a_sheet_unreadable(sheet: Sheet, staging: Staging) -> None:
    nodes = drawn(sheet).nodes
    one, two = staging.figures[0].id, staging.figures[-1].id
    spoilt = moved(sheet, one, nodes[two].box.x - nodes[one].box.x, nodes[two].box.y - nodes[one].box.y)
    found = readability(spoilt, staging)
    assert found.grade == "unreadable"
    assert found.places.node_node_overlaps >= 1
    assert found.places.label_label_overlaps >= 1
    assert dict(found.hard_faults)["boxes overlap"] >= 1
    assert {fault.code for fault in check_sheet(spoilt) if fault.hard} == {
        code for code, _ in found.hard_faults
    }


def test_a_child_above_its_parent_is_counted(sheet: Sheet, staging: Staging) -> None:
    parents = filiations(staging)
    child = next(iter(parents.values()))[1]
    assert generation_monotonicity(drawn(sheet), parents) == 1.0
    above = drawn(moved(sheet, child, 0.0, -500.0))
    share = sum(b == child for _, b in parents.values()) / len(parents)
    assert generation_monotonicity(above, parents) == pytest.approx(1 - share)
    assert generation_monotonicity(above, {}) is None


def test_small_letters_are_told(sheet: Sheet) -> None:
    small = replace(sheet, items=(*sheet.items, Text(20, 20, 1.9, "petit", "#000000")))
    found = readability(small)
    assert found.page.smallest_text_mm == 1.9
    assert found.grade == "unreadable"


def test_ink_is_the_area_of_strokes_and_solid_shapes(sheet: Sheet) -> None:
    line, square = (
        Path("M 0 0 L 100 0 M 0 50 L 10 50", "#000000", 0.5),
        Path("M 0 0 L 10 0 L 10 10 L 0 10 Z", fill="#000000"),
    )
    white, dashed = replace(square, fill="#ffffff"), Path("M 0 0 L 100 0", "#000000", 1.0, (3.0, 1.0))
    area = sheet.width * sheet.height
    for item, expected in ((line, 55.0), (square, 100.0), (white, 0.0), (dashed, 75.0)):
        assert ink_share(replace(sheet, items=(Group((item,)),))) * area == pytest.approx(expected)


@pytest.mark.parametrize(
    ("wrong", "load", "grade"),
    [
        (0, Load(0.0, 0, 0.0), "very_readable"),
        (0, Load(0.4, 1, 0.1), "very_readable"),
        (0, Load(0.41, 0, 0.0), "readable"),
        (0, Load(0.1, 2, 0.0), "readable"),
        (0, Load(0.1, 0, 0.2), "readable"),
        (0, Load(1.3, 0, 0.0), "busy"),
        (0, Load(2.6, 0, 0.0), "hard_to_read"),
        (0, Load(0.1, 17, 0.0), "hard_to_read"),
        (1, Load(0.0, 0, 0.0), "unreadable"),
    ],
)
def test_the_rule_of_the_grade(wrong: int, load: Load, grade: str) -> None:
    assert grade_of(wrong, load) == grade


def test_every_measure_has_a_name_in_both_languages(report: Readability) -> None:
    told = {f.name for part in (Lines, Places, Page) for f in fields(part)} - {"crossings_by_pens"}
    assert set(NAMES) == told
    for words in (*NAMES.values(), *SECTIONS.values(), *GRADES.values(), *FAULT_NAMES.values()):
        assert words.fr
        assert words.en
    french, english = table(report, "fr"), table(report, "en")
    assert [row.value == "" for row in french] == [row.value == "" for row in english]
    assert french[0].says == f"Lisibilité : {GRADES[report.grade].fr}"
    assert english[0].says == f"Readability: {GRADES[report.grade].en}"


def test_pens_and_faults_in_words() -> None:
    assert pens_named("red-link", "fr") == "rouge × lien de parenté"
    assert pens_named("red-former-home", "en") == "red × former home"
    assert fault_named("activation through a box", "fr") == "trait à travers une case"
    assert fault_named("wrong pen", "en") == "wrong pen"
    assert fault_named("something new", "fr") == "something new"
