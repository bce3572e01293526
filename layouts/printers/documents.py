"""Papers made of words: a typst template and its data, set as a tagged PDF in our font."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from colour_codes.charter_table import french_spaces
from layouts.fonts import FAMILY
from layouts.frame.words import printed
from layouts.printers.pdf import UNDATED
from layouts.printers.typesetting import STANDARDS, run_typst
from sociogram.language import Lang


def write_document(template: str, data: Mapping[str, Any], *, lang: Lang, dated: date = UNDATED) -> bytes:
    """Return the PDF: PDF/A-2b and PDF/UA-1, our font only; the same bytes for the same data.

    The template reads `data.json`; `{family}` stands for the font, `lang` and `day` (`dated`) for the file's.
    A letter the font lacks costs the claim of the standards, not the page.
    """
    told = {**_printed(dict(data), lang), "lang": lang, "day": [dated.year, dated.month, dated.day]}
    with TemporaryDirectory(prefix="sociogram-") as name:
        folder = Path(name)
        (folder / "data.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        source = folder / "document.typ"
        source.write_text(template.replace("{family}", FAMILY), encoding="utf-8")
        try:
            return run_typst(source, STANDARDS, tagged=True)
        except typst.TypstError:
            return run_typst(source, (), tagged=True)


def _printed(value: Any, lang: Lang) -> Any:
    """Return the data with the curly apostrophes of print, and French spaces that hold, in every text."""
    if isinstance(value, str):
        return french_spaces(printed(value)) if lang == "fr" else printed(value)
    if isinstance(value, dict):
        return {key: _printed(one, lang) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printed(one, lang) for one in value]
    return value
