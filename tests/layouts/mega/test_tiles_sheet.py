"""The network in tiles: everyone in a tile, no tile over another, green bundles only, hidden rows absent."""

import random
from dataclasses import replace
from typing import Any

import pytest

from layouts.mega.closed import tiles_sheet
from layouts.printers.svg import write_svg
from layouts.sheet import Path, Sheet
from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, Term
from sociogram.errors import BadInput
from sociogram.language import Bilingual
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

OPEN = ("agence_onu", "institution_publique")


@pytest.fixture(scope="module")
def mali() -> Directory:
    return packaged_public_directory()


def check(sheet: Sheet) -> None:
    tiles = groups(sheet, "tile")
    for rank, one in enumerate(tiles):
        assert not [data(other, "id") for other in tiles[rank + 1 :] if overlap(box(one), box(other))]
        for text in texts(one.items):
            assert within(text_box(text), box(one)), text.text
    houses = groups(sheet, "institution")
    for rank, one in enumerate(houses):
        assert sum(within(box(one), box(tile)) for tile in tiles) == 1, data(one, "id")
        assert not [data(other, "id") for other in houses[rank + 1 :] if overlap(box(one), box(other))]
    for line in groups(sheet, "bundle", "tie"):
        path = line.items[0]
        assert isinstance(path, Path)
        assert data(line, "pen") == "green"
        ends = {data(line, "activator"), data(line, "activated")}
        others = tiles if data(line, "kind") == "bundle" else houses
        for one in others:
            if data(one, "id") not in ends:
                assert not crosses(walk(path), box(one)), data(line, "id")
    for text in texts(sheet.items):
        left, _, right, _ = text_box(text)
        assert left >= 0
        assert right <= sheet.width
        assert text.size >= 2.5


@pytest.mark.parametrize(("by", "opened"), [("sector", ()), ("sector", OPEN), ("place", ("gao", "mali"))])
def test_mali_in_tiles_has_no_fault(mali: Directory, by: Any, opened: tuple[str, ...]) -> None:
    sheet = tiles_sheet(mali, lang="fr", by=by, opened=opened, paper="auto")
    check(sheet)
    held = {data(tile, "id"): data(tile, "open") for tile in groups(sheet, "tile")}
    assert {one for one, is_open in held.items() if is_open == "yes"} == set(opened)
    if opened == OPEN:
        shown = {data(one, "id") for one in groups(sheet, "institution")}
        assert shown == {
            row.id for row in mali.organisations.values() if row.typology in OPEN and not row.discreet
        }


def test_closed_tiles_name_no_organisation(mali: Directory) -> None:
    svg = write_svg(tiles_sheet(mali, lang="fr"))
    assert not groups(tiles_sheet(mali, lang="fr"), "institution")
    assert not [row.name for row in mali.organisations.values() if f">{row.name}<" in svg]


def test_hidden_rows_leave_no_trace(mali: Directory) -> None:
    gone = {"cisp", "atc"}
    hidden = replace(
        mali, organisations={key: row for key, row in mali.organisations.items() if key not in gone}
    )
    absent = replace(
        hidden,
        relations={key: row for key, row in mali.relations.items() if not {row.from_id, row.to_id} & gone},
        services={key: row for key, row in mali.services.items() if row.organisation_id not in gone},
    )
    backwards = replace(absent, organisations=dict(reversed(absent.organisations.items())))
    for opened in ((), OPEN):
        shown = [write_svg(tiles_sheet(one, lang="fr", opened=opened)) for one in (hidden, absent, backwards)]
        assert shown[0] == shown[1] == shown[2]
    assert shown[0] != write_svg(tiles_sheet(mali, lang="fr", opened=OPEN))


def test_three_hundred_organisations_fit_on_paper_closed() -> None:
    sheet = tiles_sheet(a_directory(random.Random(4), 300, 900), lang="en", paper="A4")
    check(sheet)


def test_an_unknown_tile_is_refused(mali: Directory) -> None:
    with pytest.raises(BadInput) as caught:
        tiles_sheet(mali, lang="fr", opened=("zzz",))
    assert caught.value.first.field == "open[0]"


def a_directory(chance: random.Random, count: int, ties: int) -> Directory:
    kinds = [f"kind{index}" for index in range(chance.randint(1, 12))]
    rows = {
        f"o{index:03}": Organisation(
            f"o{index:03}", "Ong " + "abc" * chance.randint(1, 8), typology=chance.choice(kinds)
        )
        for index in range(count)
    }
    ids = list(rows)
    found = {
        f"t{index}": Relation(f"t{index}", "", chance.choice(ids), chance.choice(ids), "works_with")
        for index in range(ties)
    }
    terms = {
        ("typology", one): Term("typology", one, Bilingual(f"Sorte {one}", f"Sort {one}")) for one in kinds
    }
    return Directory(rows, relations=found, terms=terms)


def test_random_networks_have_no_fault(seed: int, sized: Any) -> None:
    chance = random.Random(seed)
    for _ in range(sized(5, 120)):
        made = a_directory(chance, chance.randint(1, 70), chance.randint(0, 120))
        kinds = sorted({row.typology for row in made.organisations.values()})
        opened = tuple(chance.sample(kinds, min(len(kinds), chance.randint(0, 2))))
        try:
            sheet = tiles_sheet(made, lang="fr", opened=opened, paper="A0")
        except BadInput as refused:
            assert refused.first.code == "paper_too_small"  # noqa: PT017
            assert opened
            continue
        check(sheet)
        counted = len([tie for tie in made.relations.values() if tie.from_id != tie.to_id])
        assert f"{counted} liens" in sheet.desc
