"""Prints a Sheet as PDF: the drawing, and under it the same sheet in words for who listens or copies."""

from collections.abc import Sequence
from datetime import date

from layouts.printers.reading import reading_of
from layouts.printers.svg import write_svg
from layouts.printers.typesetting import About, Page, set_pages
from layouts.sheet import Sheet
from sociogram.dates import parse_date
from sociogram.errors import BadInput

UNDATED = date(2000, 1, 1)
"""What the file of an undated sheet says: PDF/A wants a date, and today's would change its bytes."""


def write_pdf(sheet: Sheet, *, story: Sequence[Sheet] = ()) -> bytes:
    """Return the PDF of `sheet`, followed by the sheets of its numbered story, if any."""
    pages = [page_of(one) for one in (sheet, *story)]
    return set_pages(pages, about(sheet))


def about(sheet: Sheet) -> About:
    """Return what the document of `sheet` says of itself."""
    return About(title_of(sheet), sheet.lang, date_of(sheet))


def page_of(sheet: Sheet) -> Page:
    """Return `sheet` as one page of its exact size."""
    svg = write_svg(sheet, fitted=False)
    return Page(svg, sheet.width, sheet.height, sheet.desc or title_of(sheet), reading_of(sheet))


def title_of(sheet: Sheet) -> str:
    """Return the title of the document, never empty."""
    return sheet.title or "Sociogram"


def date_of(sheet: Sheet) -> date:
    """Return the day the document bears: the sheet's own date, the first day it may mean."""
    try:
        return parse_date(dict(sheet.data).get("date", "")).first_day
    except BadInput:
        return UNDATED
