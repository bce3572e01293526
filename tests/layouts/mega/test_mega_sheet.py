"""The network of the organisations: whole, legible, nothing over anything, no trace of what is hidden."""

import random
from dataclasses import replace
from typing import Any

import pytest

from colour_codes.palettes import Palette
from layouts.mega import mega_sheet
from layouts.printers.svg import write_svg
from layouts.sheet import Path, Sheet
from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, TieKind
from sociogram.errors import BadInput
from tests.layouts.mega.drawn_network import (
    box,
    crosses,
    data,
    groups,
    overlap,
    text_box,
    texts,
    walk,
    within,
)

KINDS: tuple[TieKind, ...] = ("refers_to", "works_with", "member_of", "funds", "trained")


@pytest.fixture(scope="module")
def mali() -> Directory:
    return packaged_public_directory()


def faults(sheet: Sheet) -> list[str]:
    """Return what no sheet may have."""
    found = []
    buildings = groups(sheet, "institution")
    for index, one in enumerate(buildings):
        found += [
            f"{data(one, 'id')} over {data(other, 'id')}"
            for other in buildings[index + 1 :]
            if overlap(box(one), box(other))
        ]
        for text in texts(one.items):
            if not within(text_box(text), box(one)):
                found.append(f"label of {data(one, 'id')} leaves its box")
    for tie in groups(sheet, "tie"):
        line = tie.items[0]
        assert isinstance(line, Path)
        ends = {data(tie, "activator"), data(tie, "activated")}
        walked = walk(line)
        xs, ys = [x for x, _ in walked], [y for _, y in walked]
        around = (min(xs), min(ys), max(xs), max(ys))
        for building in buildings:
            near = data(building, "id") not in ends and overlap(around, box(building), 0)
            if near and crosses(walked, box(building)):
                found.append(f"tie {data(tie, 'id')} crosses {data(building, 'id')}")
    shown = list(texts(sheet.items))
    found += [f"small: {text.text}" for text in shown if text.size < 2.5]
    for text in shown:
        left, top, right, bottom = text_box(text)
        if left < 0 or top < 0 or right > sheet.width or bottom > sheet.height:
            found.append(f"off the sheet: {text.text}")
    return found


@pytest.mark.parametrize(
    ("paper", "palette"), [("A3", Palette.WALL), ("A3", Palette.MONO), ("A1", Palette.NOTEBOOK)]
)
def test_mali_is_whole_and_nothing_overlaps(mali: Directory, paper: str, palette: Palette) -> None:
    sheet = mega_sheet(mali, lang="fr", palette=palette, paper=paper)
    assert faults(sheet) == []
    assert sorted(data(group, "id") for group in groups(sheet, "institution")) == sorted(mali.organisations)
    assert sorted(data(group, "id") for group in groups(sheet, "tie")) == sorted(mali.relations)


@pytest.mark.browser
def test_chromium_measures_boxes_that_hold_everything(mali: Directory, chromium_page: Any) -> None:
    measured = chromium_page.evaluate(
        """svg => { const at = document.getElementById('sheet'); at.innerHTML = svg;
        return [...at.querySelectorAll('[data-kind=institution]')].map(node => {
            const { x, y, width, height } = node.getBBox();
            return [node.dataset.id, node.dataset.box, x, y, x + width, y + height]; }) }""",
        write_svg(mega_sheet(mali, lang="fr")),
    )
    assert len(measured) == len(mali.organisations)
    for name, said, *real in measured:
        x, y, width, height = (float(part) for part in said.split())
        assert real[0] >= x - 0.1, name
        assert real[1] >= y - 0.1, name
        assert real[2] <= x + width + 0.1, name
        assert real[3] <= y + height + 0.1, name
    for index, one in enumerate(measured):
        assert not [other[0] for other in measured[index + 1 :] if overlap(one[2:], other[2:], 0.0)]


def test_ties_run_from_activator_to_activated(mali: Directory) -> None:
    sheet = mega_sheet(mali, lang="fr")
    boxes = {data(group, "id"): box(group) for group in groups(sheet, "institution")}
    for tie in groups(sheet, "tie"):
        row = mali.relations[data(tie, "id")]
        assert (data(tie, "activator"), data(tie, "activated")) == (row.from_id, row.to_id)
        line = tie.items[0]
        assert isinstance(line, Path)
        for end, (x, y) in ((row.from_id, walk(line)[0]), (row.to_id, walk(line)[-1])):
            x1, y1, x2, y2 = boxes[end]
            assert x1 - 4 <= x <= x2 + 4
            assert y1 <= y <= y2


def test_hidden_rows_leave_no_trace(mali: Directory) -> None:
    """The sheet of what remains is the sheet of a directory that never had the rest."""
    gone = {"cisp", "atc"}
    hidden = replace(
        mali,
        organisations={key: row for key, row in mali.organisations.items() if key not in gone},
        relations=mali.relations,  # ties whose end is hidden are still here: they must not show
    )
    absent = replace(
        hidden,
        relations={key: row for key, row in mali.relations.items() if not {row.from_id, row.to_id} & gone},
    )
    shown = write_svg(mega_sheet(hidden, lang="fr"))
    assert shown == write_svg(mega_sheet(absent, lang="fr"))
    assert "CISP" not in shown
    backwards = replace(absent, organisations=dict(reversed(absent.organisations.items())),
                        relations=dict(reversed(absent.relations.items())))  # fmt: skip
    assert write_svg(mega_sheet(backwards, lang="fr")) == shown


def test_a_discreet_organisation_shows_its_name_and_no_category() -> None:
    rows = {
        "a": Organisation("a", "Maison de l’écoute", typology="centre_formation", sensitivity="prudence"),
        "b": Organisation("b", "École du fleuve", typology="centre_formation"),
    }
    mali = packaged_public_directory()
    both = write_svg(mega_sheet(Directory(rows, terms=mali.terms), lang="fr"))
    alone = write_svg(mega_sheet(Directory({"a": rows["a"]}, terms=mali.terms), lang="fr"))
    assert "Centres de formation" in both
    assert "Centres de formation" not in alone
    assert "Maison de l’écoute" in alone


def test_the_date_is_the_latest_of_the_ties_shown(mali: Directory) -> None:
    sheet = mega_sheet(mali, lang="fr")
    assert dict(sheet.data)["date"] == "2023-11"
    assert any("novembre 2023" in text.text for text in texts(sheet.items))
    assert dict(mega_sheet(Directory(), lang="fr").data)["date"] == "undated"


def test_an_empty_directory_says_so() -> None:
    sheet = mega_sheet(Directory(), lang="en")
    assert any("No organisation" in text.text for text in texts(sheet.items))
    assert groups(sheet, "legend")


def test_a_paper_too_small_names_one_that_fits(mali: Directory) -> None:
    with pytest.raises(BadInput) as caught:
        mega_sheet(mali, lang="fr", paper="A5")
    assert "A3" in caught.value.first.remedy.fr
    assert mega_sheet(mali, lang="fr", paper="auto").width == 420


def a_directory(chance: random.Random) -> Directory:
    count = chance.randint(1, 60)
    names = ["ONG " + "abcdefghij"[index % 10] * chance.randint(1, 24) for index in range(count)]
    rows = {f"o{index:03}": Organisation(f"o{index:03}", name) for index, name in enumerate(names)}
    ids, ties = list(rows), {}
    for index in range(chance.randint(0, 90)):
        one, other = chance.choice(ids), chance.choice(ids)
        ties[f"t{index:03}"] = Relation(
            f"t{index:03}", "", one, other, chance.choice(KINDS), chance.random() < 0.5,
            status=chance.choice(("non_date", "projet_termine", "prevu")),
        )  # fmt: skip
    return Directory(rows, relations=ties)


def test_random_networks_have_no_fault(seed: int, sized: object) -> None:
    chance = random.Random(seed)
    for _ in range(sized(6, 200)):  # type: ignore[operator]
        directory = a_directory(chance)
        sheet = mega_sheet(directory, lang="fr", paper="auto")
        assert faults(sheet) == []
        assert len(groups(sheet, "institution")) == len(directory.organisations)
