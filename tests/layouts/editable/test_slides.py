"""Slides read back by another library: native shapes, connectors that hold on to them, every word and pen."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from math import cos, hypot, radians, sin
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from benchmarks.situations import case, staged
from colour_codes.palettes import Palette, stroke_of
from colour_codes.pens import ARROW_PENS
from layouts.editable import write_pptx
from layouts.editable.words import legal
from layouts.individual import SheetSettings, individual_sheet
from layouts.sheet import Group, Sheet, Text
from layouts.sheet import Path as Drawn
from tests.layouts.editable.hostile import NASTY, staging

NAMED = ["Ana", "Bi", "aide", "garde", "Maison", "Refuge"]
EMU = 36000


def sheet_of(palette: Palette = Palette.WALL) -> Sheet:
    return individual_sheet(staging(NAMED), SheetSettings(palette=palette))


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return sheet_of()


def slide_of(data: bytes) -> Any:
    (slide,) = Presentation(io.BytesIO(data)).slides
    return slide


def opened(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from opened(shape.shapes)


def elements(data: bytes, tag: str) -> list[Any]:
    return list(slide_of(data).shapes._spTree.iter(qn(tag)))


def texts(data: bytes) -> list[str]:
    return [s.text_frame.text.replace("\v", "\n") for s in opened(slide_of(data).shapes) if s.has_text_frame]


def sites(element: Any) -> list[tuple[float, float]]:
    """The connection sites of a freeform, in mm on the slide: guides worked out as a program would."""
    frame = element.find(f".//{qn('a:xfrm')}")
    off, ext = frame.find(qn("a:off")), frame.find(qn("a:ext"))
    size = {"w": int(ext.get("cx")), "h": int(ext.get("cy"))}
    guides = {}
    for guide in element.iter(qn("a:gd")):
        factor, side, whole = re.fullmatch(r"\*/ (-?\d+) ([wh]) (\d+)", guide.get("fmla")).groups()  # type: ignore[union-attr]
        guides[guide.get("name")] = int(factor) * size[side] / int(whole)
    places = (cxn.find(qn("a:pos")) for cxn in element.iter(qn("a:cxn")))
    return [
        ((int(off.get("x")) + guides[p.get("x")]) / EMU, (int(off.get("y")) + guides[p.get("y")]) / EMU)
        for p in places
    ]


def ends(element: Any) -> list[tuple[float, float]]:
    """Where a connector begins and ends, in mm: its frame mirrored, then turned about its middle."""
    frame = element.find(f".//{qn('a:xfrm')}")
    off, ext = frame.find(qn("a:off")), frame.find(qn("a:ext"))
    w, h = int(ext.get("cx")) / EMU, int(ext.get("cy")) / EMU
    middle = int(off.get("x")) / EMU + w / 2, int(off.get("y")) / EMU + h / 2
    turn = radians(int(frame.get("rot", "0")) / 60000)
    found = []
    for side in (-1, 1):
        x = side * w / 2 * (-1 if frame.get("flipH") == "1" else 1)
        y = side * h / 2 * (-1 if frame.get("flipV") == "1" else 1)
        found.append((middle[0] + x * cos(turn) - y * sin(turn), middle[1] + x * sin(turn) + y * cos(turn)))
    return found


class TestShapes:
    def test_one_slide_of_the_papers_size(self, sheet: Sheet) -> None:
        deck = Presentation(io.BytesIO(write_pptx(sheet)))
        assert len(deck.slides) == 1
        assert (deck.slide_width, deck.slide_height) == (sheet.width * EMU, sheet.height * EMU)

    def test_nothing_is_a_picture(self, sheet: Sheet) -> None:
        names = zipfile.ZipFile(io.BytesIO(write_pptx(sheet))).namelist()
        assert not [name for name in names if "media" in name]
        assert not elements(write_pptx(sheet), "p:pic")

    def test_every_figure_and_place_is_grouped_with_its_label(self, sheet: Sheet) -> None:
        groups = {shape.name: shape for shape in slide_of(write_pptx(sheet)).shapes if shape.shape_type == 6}
        for name in NAMED:
            inside = list(opened(groups[name].shapes))
            assert [one.text_frame.text for one in inside if one.has_text_frame and one.text_frame.text] == [
                name
            ]
            assert any(one._element.find(f".//{qn('a:custGeom')}") is not None for one in inside)

    def test_every_word_of_the_sheet_is_there(self, sheet: Sheet) -> None:
        def words(items: Any) -> Iterator[str]:
            for item in items:
                if isinstance(item, Group):
                    yield from words(item.items)
                elif isinstance(item, Text):
                    yield item.text

        said = "\n".join(texts(write_pptx(sheet)))
        assert [line for line in words(sheet.items) if line not in said] == []

    def test_the_slide_has_a_title(self, sheet: Sheet) -> None:
        assert slide_of(write_pptx(sheet)).shapes.title.text_frame.text == sheet.title


class TestConnectors:
    def test_every_arrow_is_one_connector_glued_to_both_ends(self, sheet: Sheet) -> None:
        data = write_pptx(sheet)
        named = {int(s.shape_id): s.name for s in opened(slide_of(data).shapes)}
        glued = []
        for one in elements(data, "p:cxnSp"):
            tail, head = one.find(f".//{qn('a:stCxn')}"), one.find(f".//{qn('a:endCxn')}")
            if tail is not None and head is not None:
                glued.append((named[int(tail.get("id"))], named[int(head.get("id"))]))
        wanted = [("Ana", "Bi"), ("Ana", "aide"), ("Refuge", "Maison"), ("garde", "Refuge"), ("Ana", "Bi")]
        assert sorted(glued) == sorted(wanted)

    @pytest.mark.parametrize("number", range(4))
    def test_ends_lie_on_the_sites_they_are_glued_to(self, number: int, seed: int) -> None:
        data = write_pptx(
            individual_sheet(staged(case(seed, number)), SheetSettings()) if number else sheet_of()
        )
        shapes = {one.find(f".//{qn('p:cNvPr')}").get("id"): one for one in elements(data, "p:sp")}
        seen = 0
        for one in elements(data, "p:cxnSp"):
            for tag, at in zip(("a:stCxn", "a:endCxn"), ends(one), strict=True):
                glue = one.find(f".//{qn(tag)}")
                if glue is not None:
                    x, y = sites(shapes[glue.get("id")])[int(glue.get("idx"))]
                    # A bend needs a width: two ends on one level lie up to half a point beside their sites.
                    assert hypot(x - at[0], y - at[1]) < 0.2
                    seen += 1
        assert seen > 4

    @pytest.mark.parametrize("palette", list(Palette))
    def test_pens_are_those_of_the_colour_code(self, palette: Palette) -> None:
        """Colour, width, dots and double lines, in the order of the story: blue, red, orange, green."""
        data = write_pptx(sheet_of(palette))
        by_badge = {one.find(f".//{qn('p:cNvPr')}").get("name"): one for one in elements(data, "p:cxnSp")}
        for pen, badge in zip(ARROW_PENS, ("B1", "R2", "O3", "V4"), strict=True):
            line, stroke = by_badge[badge].find(f".//{qn('a:ln')}"), stroke_of(pen, palette)
            assert line.find(f".//{qn('a:srgbClr')}").get("val").lower() == stroke.colour.lstrip("#")
            assert int(line.get("w")) == round(stroke.width * EMU)
            assert (line.find(qn("a:custDash")) is not None) == bool(stroke.dash)
            assert (line.get("cmpd") == "dbl") == stroke.double

    def test_heads_say_the_state(self, sheet: Sheet) -> None:
        data = write_pptx(sheet)
        heads = {}
        for one in elements(data, "p:cxnSp"):
            tip = one.find(f".//{qn('a:tailEnd')}")
            heads[one.find(f".//{qn('p:cNvPr')}").get("name")] = tip.get("type") if tip is not None else None
        assert (heads["B1"], heads["R2"], heads["O3"]) == ("triangle", "arrow", "triangle")

    def test_badges_stand_on_their_line(self, sheet: Sheet) -> None:
        """A straight connector's badge is centred on it."""
        data = write_pptx(sheet)
        badges = {
            s.name: s
            for s in slide_of(data).shapes
            if s.has_text_frame and re.fullmatch("[BROV][0-9]", s.name)
        }
        assert set(badges) == {"B1", "R2", "O3", "V4"}
        seen = 0
        for one in elements(data, "p:cxnSp"):
            badge = badges.get(one.find(f".//{qn('p:cNvPr')}").get("name"))
            if badge is None or one.find(f".//{qn('a:prstGeom')}").get("prst") != "straightConnector1":
                continue
            (x1, y1), (x2, y2) = ends(one)
            x, y = (badge.left + badge.width / 2) / EMU, (badge.top + badge.height / 2) / EMU
            away = abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / hypot(x2 - x1, y2 - y1)
            assert away < 0.1
            seen += 1
        assert seen


def test_same_bytes_twice_and_no_time(sheet: Sheet) -> None:
    data = write_pptx(sheet)
    assert data == write_pptx(sheet_of())
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    assert b"created" not in zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml")


def relabelled(items: tuple[Any, ...], words: dict[str, str]) -> tuple[Any, ...]:
    """The same drawing with other words at its figures and places."""
    return tuple(
        replace(item, items=relabelled(item.items, words), label=words.get(item.label, item.label))
        if isinstance(item, Group)
        else replace(item, text=words.get(item.text, item.text))
        if isinstance(item, Text)
        else item
        for item in items
    )


@pytest.mark.parametrize("index", range(len(NASTY)))
def test_hostile_words_are_text_and_nothing_else(sheet: Sheet, index: int) -> None:
    labels = [f"{NASTY[(index + i) % len(NASTY)]}{i}" for i in range(len(NAMED))]
    made = replace(sheet, items=relabelled(sheet.items, dict(zip(NAMED, labels, strict=True))))
    found = {" ".join(text.split()) for text in texts(write_pptx(made))}
    assert {" ".join(legal(label).split()) for label in labels} <= found


@pytest.mark.parametrize("title", ["@SHAPES@", "@TITLE@ & <b>", "]]>"])
def test_a_title_is_never_taken_for_a_place_to_fill(sheet: Sheet, title: str) -> None:
    data = write_pptx(replace(sheet, title=title))
    assert Presentation(io.BytesIO(data)).core_properties.title == title


def test_unknown_groups_are_drawn_all_the_same(sheet: Sheet) -> None:
    """What other sheets may bring along is drawn as it looks."""
    extra = Group(
        (Drawn("M 1 1 L 9 1 Q 9 5 5 5 Z", None, 0.0, (), "#123456"), Text(3, 4, 3, "mot", "#000000"))
    )
    data = write_pptx(replace(sheet, items=(*sheet.items, extra)))
    assert "mot" in texts(data)
    assert "123456" in {one.get("val") for one in elements(data, "a:srgbClr")}


@pytest.mark.soak
def test_libreoffice_opens_it(sheet: Sheet, tmp_path: Path) -> None:
    """A second reader beside python-pptx; `make soak` installs it, and it is never passed over."""
    assert shutil.which("soffice"), "LibreOffice Impress is needed (libreoffice-impress)"
    (tmp_path / "feuille.pptx").write_bytes(write_pptx(sheet))
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        "feuille.pptx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    import pypdfium2

    (page,) = pypdfium2.PdfDocument(tmp_path / "feuille.pdf")
    said = page.get_textpage().get_text_range()
    assert all(name in said for name in NAMED)
    assert [round(side * 25.4 / 72) for side in page.get_size()] == [round(sheet.width), round(sheet.height)]
