"""The sheet of several situations merged: services in the middle, every arrow by itself, nobody on it."""

import json
import random
import re
from typing import Any

import pytest

from benchmarks.situations import case
from colour_codes.activation_code import pen_of_activation
from colour_codes.palettes import Palette
from colour_codes.sides import Side
from layouts.mega.families import families_sheet
from layouts.printers.svg import write_svg
from layouts.sheet import Path, Sheet
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation
from sociogram.errors import BadInput
from sociogram.mega.merged import Merged, merge_situations
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from tests.layouts.mega.drawn_network import box, crosses, data, groups, overlap, texts, walk

NAMES = ("Maison du fleuve", "Accueil des marchés", "Écoute du matin", "Veille de nuit", "Atelier", "Relais")


def directory() -> Directory:
    rows = {f"service-{n + 1}": Organisation(f"service-{n + 1}", name) for n, name in enumerate(NAMES)}
    return Directory(rows)


def merged(seed: int, count: int) -> Merged:
    found = []
    for index in range(count):
        row = _marked(case(seed, index).situation, index)
        found.append(situation_of_plain(read_plain(json.dumps(row).encode(), place="x")))
    return merge_situations(found, directory())


def _marked(value: Any, rank: int) -> Any:
    """Every text and every id of a whole a canary."""
    if isinstance(value, dict):
        return {
            key: f"Zq{rank}" if key == "id" and "persons" in value
            else f"Zq {rank}" if key.startswith(("label_", "role_", "title_")) or key == "place"
            else _marked(held, rank)
            for key, held in value.items()
        }  # fmt: skip
    return [_marked(held, rank) for held in value] if isinstance(value, list) else value


def check(sheet: Sheet) -> None:
    boxes = groups(sheet, "household", "institution")
    for rank, one in enumerate(boxes):
        assert not [data(other, "id") for other in boxes[rank + 1 :] if overlap(box(one), box(other))]
    for arrow in groups(sheet, "activation"):
        line = arrow.items[0]
        assert isinstance(line, Path)
        ends = {data(arrow, "activator"), data(arrow, "activated")}
        for one in boxes:
            if data(one, "id") not in ends:
                assert not crosses(walk(line), box(one)), data(arrow, "id")
    for text in texts(sheet.items):
        assert text.size >= 2.5


def test_nobody_is_on_the_sheet(seed: int, sized: Any) -> None:
    for round_ in range(sized(3, 60)):
        made = merged(seed + round_, 5)
        for lang in ("fr", "en"):
            svg = write_svg(families_sheet(made, directory(), lang=lang, paper="auto"))  # type: ignore[arg-type]
            assert "Zq" not in svg
            drawn = re.sub(r' [\w-]+="[^"]*"', "", svg)
            assert not re.search(r"\b\d{4}-\d{2}", drawn)
            assert not re.search(r'data-date="\d{4}-', svg)


@pytest.mark.parametrize("palette", list(Palette))
def test_every_arrow_is_drawn_by_itself_and_crosses_no_other_box(
    seed: int, sized: Any, palette: Palette
) -> None:
    refused, rounds = 0, sized(3, 40)
    for round_ in range(rounds):
        try:
            made = merged(seed + 100 + round_, random.Random(seed + round_).randint(2, 9))
        except BadInput:  # two small families may well meet no service in common
            refused += 1
            continue
        sheet = families_sheet(made, directory(), lang="fr", palette=palette, paper="auto")
        check(sheet)
        arrows = groups(sheet, "activation")
        assert len(arrows) == len(made.meetings) + len(made.between)
        assert not groups(sheet, "bundle")
        assert len(groups(sheet, "household")) == len(made.families)
        assert len(groups(sheet, "institution")) == len(made.services)
    assert refused <= rounds / 3


def test_the_pen_follows_from_both_ends(seed: int) -> None:
    sheet = families_sheet(merged(seed, 6), directory(), lang="fr", paper="auto")
    sides = {data(one, "id"): Side(data(one, "side")) for one in groups(sheet, "household", "institution")}
    for arrow in groups(sheet, "activation"):
        start, end = sides[data(arrow, "activator")], sides[data(arrow, "activated")]
        assert data(arrow, "pen") == pen_of_activation(activator=start, activated=end).value


def test_services_stand_in_the_middle(seed: int) -> None:
    sheet = families_sheet(merged(seed, 6), directory(), lang="fr", paper="auto")
    middle = sheet.width / 2
    for service in groups(sheet, "institution"):
        left, _, right, _ = box(service)
        assert left < middle < right


def test_small_numbers_are_not_said(seed: int) -> None:
    few = families_sheet(merged(seed, 4), directory(), lang="fr", paper="auto")
    assert "moins de 5" in few.desc
    assert not re.search(r"\b4 familles", few.desc)
    made = merged(seed, 9)
    assert len(made.families) >= 5
    many = families_sheet(made, directory(), lang="en", paper="auto")
    assert f"{len(made.families)} families" in many.desc


def test_the_same_situations_give_the_same_bytes(seed: int) -> None:
    one, other = (
        write_svg(families_sheet(merged(seed, 5), directory(), lang="fr", paper="A3")) for _ in range(2)
    )
    assert one == other
