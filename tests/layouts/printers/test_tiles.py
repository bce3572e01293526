"""A poster in pages: put together they are the sheet again, pixel for pixel, and nothing else shows."""

import io
import random
from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter

from colour_codes.palettes import Palette
from layouts.frame import PAPERS
from layouts.printers.pdf import write_pdf
from layouts.printers.tiled_pdf import write_tiled_pdf
from layouts.printers.tiling import MARGIN, OVERLAP, Tiling, tiling_of
from layouts.sheet import Group, Item, Path, Sheet, Text
from sociogram.errors import BadInput


def sheet(paper: str = "A0", upright: bool = False, seed: int = 1) -> Sheet:
    """A sheet full of lines, dots and words, seams and corners included."""
    chance = random.Random(seed)
    size = PAPERS[paper].upright() if upright else PAPERS[paper]

    def point() -> str:
        return f"{chance.uniform(0, size.width):.2f} {chance.uniform(0, size.height):.2f}"

    items: list[Item] = []
    for at in range(120):
        dash = (3.0, 4.0) if at % 3 else ()
        colour = f"#{chance.randrange(0xFFFFFF):06x}"
        curve = f"M {point()} C {point()} {point()} {point()}"
        items.append(Path(curve, colour, chance.uniform(0.2, 3), dash))
        x, y = chance.uniform(60, size.width - 60), chance.uniform(20, size.height - 8)
        items.append(Text(x, y, chance.uniform(2.5, 20), f"Ŋɔmɛ {at}", colour, "middle", 1.0))
    arrow = (("kind", "activation"), ("order", "1"), ("pen", "blue"))
    told = Group(tuple(items), arrow, "A est activé par B.")
    data = (("date", "2024-03-05"),)
    return Sheet(size.width, size.height, "fr", Palette.WALL, "Affiche", "Des traits.", (told,), data)


def pages(made: bytes, dots: float) -> Iterator[Image.Image]:
    """Yield every page at `dots` pixels a millimetre, its pixels on the millimetre's own grid."""
    with pypdfium2.PdfDocument(made) as document:
        for page in document:
            wide, high = (round(side / 72 * 25.4 * dots) for side in page.get_size())
            bitmap = pypdfium2.PdfBitmap.new_native(wide, high, pdfium.FPDFBitmap_BGR)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
            # PDFium sets small letters on whole pixels, and a sheet's hundredths of a millimetre put one word
            # in twenty exactly between two: a shift of both by a hundredth of a pixel decides for it.
            matrix = pdfium.FS_MATRIX(dots * 25.4 / 72, 0, 0, dots * 25.4 / 72, 0.013, 0.013)
            pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, pdfium.FS_RECTF(0, 0, wide, high), 0)
            yield bitmap.to_pil().convert("RGB")


def together(made: bytes, tiling: Tiling, dots: int) -> Image.Image:
    """Cut and glue: each page's part, the next page always over the flap of the one before."""
    poster = Image.new("RGB", (round(tiling.width * dots), round(tiling.height * dots)), "#ff00ff")
    margin = round(MARGIN * dots)
    for page, tile in zip(list(pages(made, dots))[1:], tiling.tiles(), strict=True):
        one = tile.window
        box = (margin, margin, margin + round(one.width * dots), margin + round(one.height * dots))
        poster.paste(page.crop(box), (round(one.x * dots), round(one.y * dots)))
    return poster


def assert_same(glued: Image.Image, whole: Image.Image) -> None:
    """The same pixels, but for what PDFium rounds from another origin: soft edges, a letter by one pixel."""
    assert glued.size == whole.size
    channels = ImageChops.difference(glued, whole).split()
    counts = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2]).histogram()
    assert sum(counts[3:]) <= 2e-4 * sum(counts)
    darkest, lightest = whole.filter(ImageFilter.MinFilter(3)), whole.filter(ImageFilter.MaxFilter(3))
    for outside in (ImageChops.subtract(darkest, glued), ImageChops.subtract(glued, lightest)):
        assert max(most for _, most in outside.getextrema()) <= 24


def test_25_pages_of_a4_are_the_a0_sheet_again(sized: Callable[[int, int], int]) -> None:
    drawn, dots = sheet(), sized(2, 5)
    tiling = tiling_of(drawn, "A4")
    assert (tiling.rows, tiling.columns, tiling.paper.width) == (5, 5, 297)
    (whole,) = pages(write_pdf(drawn), dots)
    glued = together(write_tiled_pdf(drawn, "A4"), tiling, dots)
    assert_same(glued, whole)


OTHERS = [("A3", "A5", True), ("A2", "A4", False), ("A1", "A3", True)]


@pytest.mark.parametrize(("paper", "tiles", "upright"), OTHERS)
def test_other_sizes_too(paper: str, tiles: str, upright: bool) -> None:
    drawn = sheet(paper, upright, seed=2)
    (whole,) = pages(write_pdf(drawn), 2)
    glued = together(write_tiled_pdf(drawn, tiles), tiling_of(drawn, tiles), 2)
    assert_same(glued, whole)


def test_every_part_of_the_sheet_is_on_a_page_and_neighbours_share_the_overlap() -> None:
    for name, paper in PAPERS.items():
        for tiles in list(PAPERS)[: list(PAPERS).index(name)]:
            tiling = tiling_of(Sheet(paper.width, paper.height, "fr", Palette.WALL, "", "", ()), tiles)
            last = tiling.tile(tiling.rows - 1, tiling.columns - 1).window
            assert (last.right, last.bottom) == (paper.width, paper.height)
            assert min(last.width, last.height) > OVERLAP, (name, tiles)
            for column in range(tiling.columns - 1):
                here, there = (tiling.tile(0, at).window for at in (column, column + 1))
                assert here.right - there.x == pytest.approx(OVERLAP)


def test_the_drawing_is_stored_once_and_stays_vector() -> None:
    drawn = sheet()
    made, alone = write_tiled_pdf(drawn, "A4"), write_pdf(drawn)
    assert len(made) < len(alone) + 26 * 4_000
    with pikepdf.open(io.BytesIO(made)) as document:
        forms = {page.Resources.XObject["/Poster"].objgen for page in document.pages}
        assert len(forms) == 1
        kinds = [str(one.get("/Subtype")) for one in document.objects if isinstance(one, pikepdf.Stream)]
        assert "/Image" not in kinds


def test_each_page_says_its_code_and_the_map_tells_the_sheet() -> None:
    with pypdfium2.PdfDocument(write_tiled_pdf(sheet(), "A4")) as document:
        assert len(document) == 26
        words = [page.get_textpage().get_text_range() for page in document]
    assert "A est activé par B." in words[0]
    assert "25 pages A4" in words[0]
    for row in "ABCDE":
        for column in range(1, 6):
            page = words[1 + "ABCDE".index(row) * 5 + column - 1]
            assert f"{row}{column} · rangée {row}, colonne {column} (5 rangées de 5) · Affiche" in page
    assert "colle" in words[1]
    assert "colle" not in words[25]


def test_the_same_bytes_twice_and_both_standards_said() -> None:
    made = write_tiled_pdf(sheet("A3"), "A4")
    assert made == write_tiled_pdf(sheet("A3"), "A4")
    with pikepdf.open(io.BytesIO(made)) as document:
        said = document.Root.Metadata.read_bytes()
    assert b"<pdfaid:part>2<" in said
    assert b"<pdfuaid:part>1<" in said


def test_the_story_follows_the_pages() -> None:
    story = Sheet(210, 297, "fr", Palette.WALL, "Récit", "Récit", (Text(20, 30, 4, "Le récit", "#000000"),))
    with pypdfium2.PdfDocument(write_tiled_pdf(sheet("A3"), "A4", story=[story])) as document:
        assert "Le récit" in document[len(document) - 1].get_textpage().get_text_range()


SENSELESS = [("A4", "A4"), ("A4", "A0"), ("A5", "A5"), ("A0", "B7"), ("A0", "x" * 99)]


@pytest.mark.parametrize(("paper", "tiles"), SENSELESS)
def test_pages_that_make_no_sense_are_refused(paper: str, tiles: str) -> None:
    with pytest.raises(BadInput) as refused:
        write_tiled_pdf(sheet(paper), tiles)
    assert refused.value.problems[0].field == "tiles"
    assert refused.value.problems[0].remedy.fr
