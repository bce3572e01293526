"""A Sheet as a file: its bytes, and what it measures on paper, known before it is printed."""

from typing import Literal, get_args

import orjson

from layouts.editable import write_pptx
from layouts.printers.letters import check_letters, printed_size
from layouts.printers.pdf import write_pdf
from layouts.printers.png import write_png
from layouts.printers.sheet_json import sheet_json
from layouts.printers.svg import write_svg
from layouts.printers.tiled_pdf import write_tiled_pdf
from layouts.printers.tiling import tiling_of
from layouts.sheet import Sheet
from sociogram.errors import BadInput, bad_input
from sociogram.language import LANGUAGES, Bilingual, Lang

Format = Literal["svg", "pdf", "png", "json"]
MEDIA: dict[Format, str] = {
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "png": "image/png",
    "json": "application/json",
}
Tiles = Literal["A5", "A4", "A3", "A2", "A1"]
TILES: tuple[Tiles, ...] = get_args(Tiles)
"""The papers a poster may be cut into."""
POSTER = Bilingual(
    fr="{count} pages {paper} à coller et un plan", en="{count} pages of {paper} to glue and a map"
)


class Printed(bytes):
    """The bytes of a printed file, which know what its first sheet measures on paper, in words."""

    words: Bilingual

    def said(self, lang: Lang) -> str:
        """Return size, smallest letter and number of pages to glue."""
        return self.words.in_(lang)


def printed(sheet: Sheet, form: Format, story: tuple[Sheet, ...] = (), tiles: str | None = None) -> Printed:
    """Return the sheet as a file of one format.

    In a PDF, `story` follows it, and `tiles` cuts it into pages of that paper to glue. BadInput: letters
    under 2.5 mm on what is to be printed; tiles no smaller than the sheet, or in a picture of one page.
    """
    if tiles is not None and form != "pdf":
        raise tiles_are_pdf()
    if form != "json":
        check_letters((sheet, *story))
    return _told(_bytes(sheet, form, story, tiles), sheet, tiles)


def printed_slide(sheet: Sheet) -> Printed:
    """Return the sheet as a slide of its size, to go on with. BadInput: letters under 2.5 mm."""
    check_letters((sheet,))
    return _told(write_pptx(sheet), sheet)


def _told(data: bytes, sheet: Sheet, tiles: str | None = None) -> Printed:
    made = Printed(data)
    made.words = Bilingual(*(_words(sheet, tiles, lang) for lang in LANGUAGES))
    return made


def _words(sheet: Sheet, tiles: str | None, lang: Lang) -> str:
    words = printed_size(sheet).said(lang)
    if tiles is None:
        return words
    tiling = tiling_of(sheet, tiles)
    many = POSTER.filled(count=tiling.rows * tiling.columns, paper=tiling.paper.name)
    return f"{words}, {many.in_(lang)}"


def _bytes(sheet: Sheet, form: Format, story: tuple[Sheet, ...], tiles: str | None) -> bytes:
    if form == "svg":
        return write_svg(sheet).encode()
    if form == "json":
        return orjson.dumps(sheet_json(sheet))
    if form == "png":
        return write_png(sheet)
    return write_pdf(sheet, story=story) if tiles is None else write_tiled_pdf(sheet, tiles, story=story)


def tiles_are_pdf() -> BadInput:
    """The refusal of a poster in pages for a file of one page."""
    return bad_input(
        "tiles_are_pdf",
        fr="une affiche en pages à coller ne peut être qu'un PDF.",
        en="a poster in pages to glue can only be a PDF.",
        remedy_fr="Finir le nom du fichier par .pdf.",
        remedy_en="End the file name with .pdf.",
        field="tiles",
    )
