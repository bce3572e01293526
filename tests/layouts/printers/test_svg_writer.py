"""The SVG profile: what every reader draws alike, and no way in for a hostile label."""

from xml.etree import ElementTree

import pytest

from colour_codes.palettes import Palette
from layouts.printers.sheet_json import sheet_json
from layouts.printers.svg import number, write_svg
from layouts.sheet import Group, Path, Sheet, Text

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script>\" onload='x' &amp; \x00\x1b\ud800\uffff ]]>"


def sheet(*items: Group | Path | Text) -> Sheet:
    return Sheet(210, 148, "fr", Palette.WALL, "Titre", "Ce que l’on voit", items, (("sociogram", "1"),))


def test_sizes_are_mm_with_the_viewbox_in_the_same_unit() -> None:
    root = ElementTree.fromstring(write_svg(sheet()))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("210mm", "148mm", "0 0 210 148")
    assert root.get("role") == "img"
    assert root.get("data-sociogram") == "1"
    assert root.findtext(f"{SVG}title") == "Titre"
    assert root.findtext(f"{SVG}desc") == "Ce que l’on voit"


def test_only_groups_paths_and_text_with_plain_attributes() -> None:
    items = (Path("M 0 0 L 5 5", "#000000", 0.5, (1.0, 2.0)), Text(1, 2, 3, "mot", "#000000", halo=0.6))
    group = Group(items, (("kind", "person"),), "mot")
    root = ElementTree.fromstring(write_svg(sheet(group)))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags == {"svg", "title", "desc", "g", "path", "text"}
    used = {name for element in root.iter() for name in element.attrib}
    assert not used & {"style", "class", "transform", "filter", "clip-path", "mask", "marker-end"}
    assert {element.get("id") for element in root.iter()} == {None, "sheet-title", "sheet-desc"}


def test_a_halo_is_a_second_text_under_the_first() -> None:
    root = ElementTree.fromstring(write_svg(sheet(Text(1, 2, 3, "mot", "#123456", halo=0.6))))
    under, over = root.findall(f"{SVG}text")
    assert (under.get("stroke"), over.get("stroke")) == ("#ffffff", None)
    assert under.get("aria-hidden") == "true"
    assert under.text == over.text == "mot"


def test_a_hostile_label_stays_text() -> None:
    group = Group((Text(1, 2, 3, HOSTILE, "#000000"),), (("id", HOSTILE),), HOSTILE)
    written = write_svg(sheet(group))
    root = ElementTree.fromstring(written)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags == {"svg", "title", "desc", "g", "path", "text"}
    assert "<script" not in written
    written.encode("utf-8")
    text = root.find(f".//{SVG}text")
    assert text is not None
    assert text.text == "</text><script>alert(1)</script>\" onload='x' &amp;  ]]>"


def test_right_to_left_text_is_isolated_and_anchored_by_its_middle() -> None:
    written = write_svg(sheet(Text(10, 20, 3, "مرحبا (٢)", "#000000")))
    assert 'direction="rtl" unicode-bidi="embed" text-anchor="middle"' in written
    assert "direction" not in write_svg(sheet(Text(10, 20, 3, "Gao مرحبا", "#000000")))


def test_the_same_sheet_is_the_same_string() -> None:
    one = sheet(Text(1, 2, 3, "mot", "#000000"), Path("M 0 0 L 5 5", "#000000", 0.5))
    assert write_svg(one) == write_svg(one)


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (0.004, "0"), (-0.001, "0"), (12.346, "12.35"), (10.0, "10"), (1e6, "1000000")],
)
def test_numbers_are_written_to_a_hundredth(value: float, written: str) -> None:
    assert number(value) == written


def test_the_display_list_holds_the_same_things() -> None:
    items = (Path("M 0 0 L 5 5", "#000000", 0.5, (1.0, 2.0), "#ffffff"), Text(1, 2, 3, "mot", "#000000"))
    group = Group(items, (("kind", "person"), ("id", "p1")), "mot")
    made = sheet_json(sheet(group))
    assert (made["width"], made["height"], made["palette"], made["lang"]) == (210, 148, "wall", "fr")
    assert made["printed"] == "A5, 210 × 148\u00a0mm, plus petite lettre\u00a0: 3\u00a0mm"
    (shown,) = made["items"]
    assert shown["data"] == {"kind": "person", "id": "p1"}
    assert [item["kind"] for item in shown["items"]] == ["path", "text"]
    assert shown["items"][0]["dash"] == [1.0, 2.0]
