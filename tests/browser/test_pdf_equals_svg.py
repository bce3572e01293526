"""What is printed is what was seen: the PDF drawn by PDFium beside the SVG drawn by chromium."""

import base64
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Page

from api.cli.demo import demo_store
from api.use_cases.pictures import PictureOptions, network_sheet, situation_sheet
from benchmarks.gallery import pictures
from colour_codes.palettes import Palette
from layouts.printers.pdf import write_pdf
from layouts.printers.svg import write_svg
from layouts.sheet import Item, Path, Sheet, Text
from sociogram.access.viewer import LOCAL_OWNER

pytestmark = pytest.mark.browser
SCALE = 2
"""Pixels of the picture for one of chromium: 192 dots an inch."""
SOFT = 80
"""Levels of 255 a soft edge may differ by: the two engines weigh half-covered pixels in their own way."""


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A blank page with our font; letters stand where they are, not on the grid of the screen."""
    page = browser.new_page(device_scale_factor=SCALE)
    font = base64.b64encode((files("layouts") / "fonts" / "sociogram-sans.ttf").read_bytes()).decode()
    page.set_content(
        "<style>@font-face{font-family:'Sociogram Sans';"
        f"src:url(data:font/ttf;base64,{font})}}body{{margin:0}}"
        "main svg{display:block;text-rendering:geometricPrecision}</style>"
        "<main></main><p style=\"font-family:'Sociogram Sans'\">Aɛ</p>"
    )
    page.evaluate("document.fonts.ready")
    yield page
    page.close()


def seen(page: Page, sheet: Sheet) -> Image.Image:
    """Return the sheet's SVG as chromium shows it."""
    page.evaluate("svg => { document.querySelector('main').innerHTML = svg; }", write_svg(sheet))
    size = {"width": int(sheet.width / 25.4 * 96), "height": int(sheet.height / 25.4 * 96)}
    page.set_viewport_size(size)  # type: ignore[arg-type]
    shot = page.screenshot(clip={"x": 0, "y": 0, **size})  # type: ignore[arg-type]
    return Image.open(io.BytesIO(shot)).convert("RGB")


def printed(sheet: Sheet, size: tuple[int, int]) -> Image.Image:
    """Return the sheet's PDF as PDFium shows it, on the same pixels."""
    scale = 96 / 72 * SCALE
    with pypdfium2.PdfDocument(write_pdf(sheet)) as document:
        bitmap = pypdfium2.PdfBitmap.new_native(*size, pdfium.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
        matrix = pdfium.FS_MATRIX(scale, 0, 0, scale, 0, 0)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, document[0], matrix, pdfium.FS_RECTF(0, 0, *size), 0)
        return bitmap.to_pil().convert("RGB")


def strays(one: Image.Image, other: Image.Image) -> int:
    """Count the pixels of `one` that nothing in `other` explains within a pixel (0.13 mm) around them."""
    darkest, lightest = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    worst = Image.new("L", one.size)
    for outside in (ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest)):
        for channel in outside.split():
            worst = ImageChops.lighter(worst, channel)
    return sum(worst.histogram()[SOFT:])


def difference(page: Page, sheet: Sheet) -> int:
    """Return how many pixels in a million the two pictures do not agree on, the worse way round."""
    screen = seen(page, sheet)
    page_of_paper = printed(sheet, screen.size)
    wrong = max(strays(screen, page_of_paper), strays(page_of_paper, screen))
    return wrong * 1_000_000 // (screen.width * screen.height)


def whole_gallery() -> Iterator[tuple[str, Sheet]]:
    """Yield the situations in every palette and set of signs, and the network on both papers."""
    for picture in pictures():
        if picture.name.startswith(("sit-", "mali-")):
            yield picture.name, picture.draw()


def some_sheets() -> Iterator[tuple[str, Sheet]]:
    """Yield the quick part of the gallery: each palette once, and the network."""
    store = demo_store()
    directory = store.directory(LOCAL_OWNER)
    for summary, palette in zip(store.situations(LOCAL_OWNER), Palette, strict=False):
        situation = store.situation(LOCAL_OWNER, summary.id)
        options = PictureOptions(palette=palette)
        yield f"{summary.id}-{palette.value}", situation_sheet(situation, directory, options)
    yield "network", network_sheet(directory, PictureOptions(paper="A3"))


def test_the_gallery_is_printed_as_it_is_seen(paper: Page, sized: Callable[[bool, bool], bool]) -> None:
    gallery = whole_gallery() if sized(False, True) else some_sheets()
    found = {name: difference(paper, sheet) for name, sheet in gallery}
    assert len(found) >= 4
    assert {name: count for name, count in found.items() if count} == {}


def test_the_measure_sees(paper: Page) -> None:
    """A line moved by a millimetre and a half, a word the printer lost, a thicker line: each is counted."""
    line = Path("M 10 10 L 90 40", "#000000", 0.5)
    word = Text(20, 30, 4, "Ŋɔmɛ", "#000000")

    def sheet(*items: Item) -> Sheet:
        return Sheet(100, 50, "fr", Palette.WALL, "Feuille", "", items)

    whole = seen(paper, sheet(line, word))
    assert strays(whole, printed(sheet(line, word), whole.size)) == 0
    moved = Path("M 10 11.5 L 90 41.5", "#000000", 0.5)
    for other in (sheet(line), sheet(moved, word), sheet(replace(line, width=2.0), word)):
        paper_picture = printed(other, whole.size)
        assert max(strays(whole, paper_picture), strays(paper_picture, whole)) > 100
