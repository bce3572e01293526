"""Prints a Sheet as PDF, through typst, with the house's font and no other.

The page has the sheet's exact size in mm. The file names no machine, author or time: the same bytes twice.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from layouts.fonts import FAMILY, FONT_FILE
from layouts.printers.svg import write_svg
from layouts.sheet import Sheet

_TEMPLATE = """#let page-data = json("sheet.json")
#set document(title: page-data.title, author: (), keywords: (), date: none)
#set text(font: "{family}", fallback: false, lang: page-data.lang, hyphenate: false)
#for (index, one) in page-data.pages.enumerate() {{
  page(width: one.width * 1mm, height: one.height * 1mm, margin: 0mm,
    image(one.file, width: 100%, height: 100%, fit: "stretch", alt: one.alt))
}}
"""


def write_pdf(sheet: Sheet, *, story: Sequence[Sheet] = ()) -> bytes:
    """Return the PDF of `sheet`, followed by the sheets of its numbered story, if any."""
    sheets = (sheet, *story)
    with TemporaryDirectory(prefix="sociogram-") as name:
        folder = Path(name)
        pages = []
        for index, one in enumerate(sheets):
            file = f"page-{index}.svg"
            (folder / file).write_text(write_svg(one, fitted=False), encoding="utf-8")
            words = one.desc or one.title or "Sociogram"
            pages.append({"file": file, "width": one.width, "height": one.height, "alt": words})
        data = {"title": sheet.title or "Sociogram", "lang": sheet.lang, "pages": pages}
        (folder / "sheet.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        source = folder / "sheet.typ"
        source.write_text(_TEMPLATE.format(family=FAMILY), encoding="utf-8")
        return _compiled(source)


def _compiled(source: Path) -> bytes:
    """Return an accessible PDF (PDF/UA-1), or a plain one where a letter is not in the font."""
    try:
        return _run(source, "ua-1")
    except typst.TypstError:
        return _run(source, None)


def _run(source: Path, standard: Literal["ua-1"] | None) -> bytes:
    result = typst.compile(
        str(source),
        root=str(source.parent),
        font_paths=[str(FONT_FILE.parent)],
        ignore_system_fonts=True,
        format="pdf",
        timestamp=0,
        pdf_standards=standard,
    )
    if not isinstance(result, bytes):
        raise TypeError("the PDF engine returned no page")
    return result
