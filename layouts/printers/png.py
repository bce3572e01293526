"""Prints a Sheet as PNG, through resvg, with the house's font and no other."""

import resvg_py

from layouts.fonts import FAMILY, FONT_FILE
from layouts.printers.svg import write_svg
from layouts.sheet import Sheet

MAX_PIXELS = 120_000_000


def write_png(sheet: Sheet, *, dpi: float = 150) -> bytes:
    """Return the PNG of `sheet` at `dpi`, lowered where needed to stay under 120 million pixels."""
    pixels = (sheet.width / 25.4 * dpi) * (sheet.height / 25.4 * dpi)
    if pixels > MAX_PIXELS:
        dpi *= (MAX_PIXELS / pixels) ** 0.5
    picture: bytes = resvg_py.svg_to_bytes(
        svg_string=write_svg(sheet, fitted=False),
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(FONT_FILE)],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        dpi=96,
        width=round(sheet.width / 25.4 * dpi),
        text_rendering="geometric_precision",
    )
    return bytes(picture)
