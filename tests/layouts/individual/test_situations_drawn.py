"""The four packaged situations, drawn: everybody there, right pens, nothing on top of anything."""

import csv
from importlib.resources import files

import pytest

from colour_codes.palettes import Palette
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.faults import check_sheet
from layouts.individual.sheet_reading import drawn
from layouts.printers.svg import write_svg
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging
from tests.layouts_kept import Forget

pytestmark = pytest.mark.usefixtures("kept_layouts")

MALI = files("sociogram") / "data" / "mali"
NAMES = ("sit-01-gao-transit", "sit-02-atc-carnet", "sit-03-retour-attente", "sit-04-relocalisation")


def buildings() -> dict[str, str]:
    with (MALI / "organisations.csv").open(encoding="utf-8") as rows:
        return {row["id"]: row["name"] for row in csv.DictReader(rows)}


def packaged(name: str, lang: str = "fr") -> Staging:
    data = (MALI / "situations" / f"{name}.json").read_bytes()
    return stage(situation_of_plain(read_plain(data, place=name)), lang=lang, buildings=buildings())  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("palette", list(Palette))
def test_a_packaged_situation_has_no_hard_fault(name: str, palette: Palette) -> None:
    sheet = individual_sheet(packaged(name), SheetSettings(palette))
    assert [fault for fault in check_sheet(sheet) if fault.hard] == []


@pytest.mark.parametrize("name", NAMES)
def test_everybody_and_every_arrow_is_there(name: str) -> None:
    staging = packaged(name)
    found = drawn(individual_sheet(staging))
    assert set(found.nodes) == {f.id for f in staging.figures} | {c.id for c in staging.containers}
    arrows = {line.id: (line.tail, line.head) for line in found.lines if line.kind == "activation"}
    assert arrows == {a.id: (a.activator, a.activated) for a in staging.arrows}
    assert sum(line.kind == "link" for line in found.lines) == len(staging.kin)


def test_the_same_situation_gives_the_same_bytes(kept_layouts: Forget) -> None:
    one = write_svg(individual_sheet(packaged(NAMES[0])))
    kept_layouts()
    assert write_svg(individual_sheet(packaged(NAMES[0]))) == one


def test_another_seed_gives_a_sound_sheet_too_and_always_the_same(kept_layouts: Forget) -> None:
    sheet = individual_sheet(packaged(NAMES[0]), SheetSettings(seed=7))
    kept_layouts()
    again = individual_sheet(packaged(NAMES[0]), SheetSettings(seed=7))
    assert write_svg(sheet) == write_svg(again)
    assert [fault for fault in check_sheet(sheet) if fault.hard] == []


def test_every_palette_has_the_same_places() -> None:
    boxes = [
        {id_: node.box for id_, node in drawn(individual_sheet(packaged(NAMES[3]), settings)).nodes.items()}
        for settings in (SheetSettings(), SheetSettings(Palette.MONO), SheetSettings(plain=True))
    ]
    assert boxes[0] == boxes[1] == boxes[2]


def test_plain_prints_no_letter_number_or_date_on_the_drawing() -> None:
    sheet = individual_sheet(packaged(NAMES[3]), SheetSettings(plain=True))
    found = drawn(sheet)
    assert all(line.badge is None and not line.texts for line in found.lines)
    assert [fault for fault in check_sheet(sheet) if fault.hard] == []


def test_working_notes_are_left_out_unless_asked_for() -> None:
    staging = packaged(NAMES[0])
    plainly = write_svg(individual_sheet(staging))
    assert staging.title
    assert staging.title not in plainly
    assert all(line.label not in plainly for line in staging.story)
    assert staging.title in write_svg(individual_sheet(staging, SheetSettings(titled=True)))


def test_the_root_says_palette_language_and_date() -> None:
    sheet = individual_sheet(packaged(NAMES[1], "en"), SheetSettings(Palette.MONO))
    assert dict(sheet.data) == {"sociogram": "1", "palette": "mono", "lang": "en", "date": "2023-09"}


def test_a_former_home_is_joined_by_a_dated_line() -> None:
    lines = [line for line in drawn(individual_sheet(packaged(NAMES[3]))).lines if line.kind == "former-home"]
    assert [(line.tail, line.head, len(line.texts)) for line in lines] == [("p1", "f1", 1)]
