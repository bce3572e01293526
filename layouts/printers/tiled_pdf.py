"""Prints a Sheet as a poster of small pages: a map, then every page, all vector, the drawing stored once.

typst sets the marks of each page; pikepdf lays the drawing under them, inside the same tagged figure. The
file keeps what the sheet's own PDF promises: our font, PDF/A-2b, PDF/UA-1, the same bytes twice.
"""

import io
from collections.abc import Sequence

import pikepdf

from layouts.frame.paper import Rect
from layouts.printers.pdf import about, page_of, title_of
from layouts.printers.reading import reading_of
from layouts.printers.svg import write_svg
from layouts.printers.tile_map import map_sheet
from layouts.printers.tile_marks import tile_sheet
from layouts.printers.tiling import MARGIN, tiling_of
from layouts.printers.typesetting import Page, set_pages
from layouts.sheet import Sheet

_POINTS = 72 / 25.4
_DRAWING = "/Poster"


def write_tiled_pdf(sheet: Sheet, paper: str, *, story: Sequence[Sheet] = ()) -> bytes:
    """Return the PDF of `sheet` as a map and pages of `paper`, then the sheets of its story, if any.

    BadInput: an unknown paper, or one that is not smaller than the sheet.
    """
    tiling = tiling_of(sheet, paper)
    tiles = tuple(tiling.tiles())
    plan, picture = map_sheet(tiling, sheet)
    pages = [_marks(plan, sheet), *(_marks(tile_sheet(tiling, tile, sheet)) for tile in tiles)]
    pages += [page_of(one) for one in story]
    how = about(sheet)
    drawing = Page(write_svg(sheet, fitted=False), sheet.width, sheet.height, title_of(sheet))
    with (
        pikepdf.open(io.BytesIO(set_pages(pages, how))) as poster,
        pikepdf.open(io.BytesIO(set_pages([drawing], how, tagged=False))) as source,
    ):
        form = poster.copy_foreign(source.pages[0].as_form_xobject())
        whole = Rect(0, 0, sheet.width, sheet.height)
        _lay(poster, poster.pages[0], form, whole, picture)
        for page, tile in zip(list(poster.pages)[1 : 1 + len(tiles)], tiles, strict=True):
            place = Rect(MARGIN, MARGIN, tile.window.width, tile.window.height)
            _lay(poster, page, form, tile.window, place)
        made = io.BytesIO()
        poster.save(made, deterministic_id=True)
    return made.getvalue()


def _marks(sheet: Sheet, told: Sheet | None = None) -> Page:
    svg = write_svg(sheet, fitted=False, ground=False)
    return Page(svg, sheet.width, sheet.height, sheet.desc, reading_of(told) if told else None)


def _lay(poster: pikepdf.Pdf, page: pikepdf.Page, form: pikepdf.Object, window: Rect, place: Rect) -> None:
    """Show `window` of the drawing at `place` of the page (mm, from the top left), under the page's marks."""
    page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(_DRAWING))
    steps = pikepdf.parse_content_stream(page)
    # The picture is the last thing tagged on a page: the drawing belongs to the same figure.
    after = max((at for at, step in enumerate(steps) if str(step.operator) == "BDC"), default=-1) + 1
    before, rest = (pikepdf.unparse_content_stream(part) for part in (steps[:after], steps[after:]))
    high, whole = float(page.mediabox[3]), float(form.BBox[3])
    drawn = _drawn(window, place, high, whole).encode()
    page.obj.Contents = poster.make_stream(b"\n".join((before, drawn, rest)))


def _drawn(window: Rect, place: Rect, high: float, whole: float) -> str:
    """Return the operators: `high` is the page's height and `whole` the drawing's, in points."""
    scale = place.width / window.width
    across = (place.x - window.x * scale) * _POINTS
    up = high - (place.y - window.y * scale) * _POINTS - whole * scale
    clip = (place.x * _POINTS, high - place.bottom * _POINTS, place.width * _POINTS, place.height * _POINTS)
    corner = " ".join(f"{value:.5f}" for value in clip)
    return f"q {corner} re W n {scale:.8f} 0 0 {scale:.8f} {across:.5f} {up:.5f} cm {_DRAWING} Do Q"
