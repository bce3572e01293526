"""Pages set by typst: exact sizes, our font and no other, tagged, PDF/A-2b and PDF/UA-1.

Nothing of the machine enters the file: no author, no name of a folder, and the date it is given.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from layouts.fonts import FAMILY, FONT_FILE
from layouts.printers.reading import Reading
from layouts.text.metrics import LINE_HEIGHT, text_width
from sociogram.language import Lang

Standard = Literal["a-2b", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2b", "ua-1")
_STRIP = 4.5
"""The words stand in a strip of the left margin, in mm, where no word of the drawing mixes with them."""
_LARGEST = 0.08
"""Their letters, in mm: nobody sees them; nearly every sentence fits the strip in one line."""
_LEADING = 2.0
"""From line to line, in letter sizes, with the room between the lines of a list."""

_TEMPLATE = (Path(__file__).parent / "page.typ").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Page:
    """One page in mm: an SVG that fills it, the picture in one line, and the page in words, if any."""

    svg: str
    width: float
    height: float
    alt: str
    words: Reading | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself: nothing of who made it, where or when."""

    title: str
    lang: Lang
    dated: date


def set_pages(pages: Sequence[Page], about: About, *, tagged: bool = True) -> bytes:
    """Return the PDF of `pages`; the same bytes for the same pages.

    It claims PDF/A-2b and PDF/UA-1, or nothing where a letter is not in the font: paper before promises.
    `tagged=False` leaves out the structure, for a drawing that goes into another document's pages.
    """
    with TemporaryDirectory(prefix="sociogram-") as name:
        folder = Path(name)
        for index, page in enumerate(pages):
            (folder / f"page-{index}.svg").write_text(page.svg, encoding="utf-8")
        data = {
            "title": about.title,
            "lang": about.lang,
            "date": {"year": about.dated.year, "month": about.dated.month, "day": about.dated.day},
            "pages": [_page_data(page, f"page-{index}.svg") for index, page in enumerate(pages)],
        }
        (folder / "pages.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        source = folder / "pages.typ"
        source.write_text(_TEMPLATE.replace("{family}", FAMILY), encoding="utf-8")
        try:
            return run_typst(source, STANDARDS if tagged else STANDARDS[:1], tagged=tagged)
        except typst.TypstError:
            return run_typst(source, (), tagged=tagged)


def _page_data(page: Page, file: str) -> dict[str, object]:
    words = asdict(page.words) if page.words else None
    if page.words and words is not None:
        words |= {"size": _letters(page.words, page.height), "strip": _STRIP}
    return {"file": file, "width": page.width, "height": page.height, "alt": page.alt, "words": words}


def _letters(words: Reading, height: float) -> float:
    """Return the letter size, in mm, at which the words surely fit their strip."""
    lines = [words.title, *words.opening, words.closing]
    for section in words.sections:
        lines += [section.heading, *(line.text for line in section.lines)]
    widths = [text_width(line, 1.0) for line in lines]
    size = _LARGEST
    while size > 0.001:
        rows = sum(1 + int(width * size / (0.8 * _STRIP)) for width in widths)
        if rows * _LEADING * LINE_HEIGHT * size < height:
            break
        size *= 0.8
    return size


def run_typst(source: Path, standards: Sequence[Standard], *, tagged: bool) -> bytes:
    """Return the PDF of a source file, set in our font alone. TypstError when it cannot keep `standards`."""
    result = typst.compile(
        str(source),
        root=str(source.parent),
        font_paths=[str(FONT_FILE.parent)],
        ignore_system_fonts=True,
        format="pdf",
        timestamp=0,
        pdf_standards=list(standards),
        pdf_tags=tagged,
    )
    if not isinstance(result, bytes):
        raise TypeError("the PDF engine returned no page")
    return result
