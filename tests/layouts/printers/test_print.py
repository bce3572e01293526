"""PDF and PNG: our font only, exact pages, real text, the same bytes, and the same picture."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from colour_codes.palettes import Palette
from layouts.frame import FrameInput, build_frame
from layouts.printers.pdf import write_pdf
from layouts.printers.png import write_png
from layouts.sheet import Sheet, Text
from sociogram.dates import PartialDate

BAMBARA = "ŋɔmɛ ɲɛnajɛ Ɛ Ɔ Ɲ Ŋ ŋɔ̀nkɔlɔ́ ɲɛ̌"


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    frame = build_frame(
        FrameInput("fr", Palette.WALL, "A4", PartialDate(2021, 2, 15), fictional=True, kin_kinds=("couple",))
    )
    items = (*frame.groups_before, Text(60, 90, 5, f"Élève {BAMBARA} → مرحبا", "#000000"))
    return Sheet(297, 210, "fr", Palette.WALL, "Feuille du 15 février 2021", "Un cadre vide", items)


@pytest.fixture(scope="module")
def pdf(sheet: Sheet) -> bytes:
    return write_pdf(sheet)


def test_the_only_font_is_ours(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = {
            str(thing.BaseFont).split("+")[-1]
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        }
    assert fonts == {"SociogramSans"}


def test_the_page_has_the_exact_size_and_the_text_is_real(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = document[0].get_size()
        words = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    assert width / 72 * 25.4 == pytest.approx(297, abs=0.05)
    assert height / 72 * 25.4 == pytest.approx(210, abs=0.05)
    assert "Feuille du 15 février 2021" in words
    for word in BAMBARA.split():
        assert word in words


def test_the_file_names_no_author_machine_or_time(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        info = {key: str(value) for key, value in document.docinfo.items()}
        assert "/StructTreeRoot" in document.Root
    assert set(info) == {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert info["/Title"] == "Feuille du 15 février 2021"
    assert b"sociogram-" not in pdf


def test_the_file_is_accessible(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert b"pdfuaid:part" in document.Root.Metadata.read_bytes()
        assert str(document.Root.Lang) == "fr"


STRANGE = ["ߒߞߏ", "😀", "漢字", "a\u0301\u0302\u0303", "\x07", " ", "\u2067x\u2069", "x" * 2000]


@pytest.mark.parametrize("text", STRANGE)
def test_a_letter_the_font_lacks_never_stops_the_print(text: str) -> None:
    sheet = Sheet(60, 40, "fr", Palette.WALL, "", "", (Text(5, 20, 4, text, "#000000"),))
    assert write_pdf(sheet).startswith(b"%PDF")
    assert write_png(sheet, dpi=40).startswith(b"\x89PNG")


def test_the_same_bytes_twice(sheet: Sheet, pdf: bytes) -> None:
    assert write_pdf(sheet) == pdf
    assert write_png(sheet, dpi=60) == write_png(sheet, dpi=60)


def test_story_pages_follow_with_their_own_size(sheet: Sheet) -> None:
    line = Text(10, 20, 4, "1. B est activé(e) par A", "#000000")
    page = Sheet(148, 210, "fr", Palette.WALL, "Récit", "Récit", (line,))
    document = pypdfium2.PdfDocument(write_pdf(sheet, story=[page]))
    try:
        assert len(document) == 2
        assert document[1].get_size()[0] / 72 * 25.4 == pytest.approx(148, abs=0.05)
        assert "activé(e)" in document[1].get_textpage().get_text_range()
    finally:
        document.close()


def test_paper_and_screen_show_the_same_picture(sheet: Sheet, pdf: bytes) -> None:
    png = Image.open(io.BytesIO(write_png(sheet, dpi=100))).convert("L")
    document = pypdfium2.PdfDocument(pdf)
    try:
        paper = document[0].render(scale=100 / 72).to_pil().convert("L").resize(png.size)
    finally:
        document.close()
    blurred = [picture.filter(ImageFilter.GaussianBlur(2)) for picture in (png, paper)]
    difference = ImageChops.difference(*blurred)
    assert difference.getextrema()[1] < 70
    assert png.point(lambda value: 255 if value < 128 else 0).getbbox() is not None


def test_a_large_sheet_stays_within_the_pixels_allowed() -> None:
    wide = Sheet(1189, 841, "fr", Palette.WALL, "Grand", "Grand", ())
    made = Image.open(io.BytesIO(write_png(wide, dpi=96)))
    assert made.size[0] == pytest.approx(1189 / 25.4 * 96, abs=2)
