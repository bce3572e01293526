"""Prints the page of a quarter as PDF: tables set as tables (tagged), black on white, for any copier."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import typst

from colour_codes.charter_table import french_spaces
from layouts.fonts import FAMILY
from layouts.frame.words import TRIAL, printed
from layouts.printers.typesetting import STANDARDS, run_typst
from sociogram.counts.report import Report
from sociogram.language import Lang

_TEMPLATE = (Path(__file__).parent / "report.typ").read_text(encoding="utf-8")
_SIZES = (3.4, 3.2, 3.0, 2.8, 2.6)
"""Letters in mm: the largest that fit one page, else the middle ones, and tables go on overleaf."""


def write_report(report: Report, *, dated: date) -> bytes:
    """Return the PDF: PDF/A-2b and PDF/UA-1, our font only; the same bytes for the same page.

    A letter the font lacks costs the claim of the standards, not the page.
    """
    told = {**asdict(report), "trial": TRIAL.in_(report.lang)}
    data = {"report": _words(told, report.lang), "day": [dated.year, dated.month, dated.day]}
    for size in _SIZES:
        made = _set({**data, "size": size})
        if _pages(made) == 1:
            return made
    return _set({**data, "size": _SIZES[2]})


def _set(data: Mapping[str, object]) -> bytes:
    with TemporaryDirectory(prefix="sociogram-") as name:
        folder = Path(name)
        (folder / "report.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        source = folder / "report.typ"
        source.write_text(_TEMPLATE.replace("{family}", FAMILY), encoding="utf-8")
        try:
            return run_typst(source, STANDARDS, tagged=True)
        except typst.TypstError:
            return run_typst(source, (), tagged=True)


def _pages(made: bytes) -> int:
    with pikepdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)


def _words(value: object, lang: Lang) -> object:
    """Return the data with every text as print writes it: curly apostrophes, French spaces that hold."""
    if isinstance(value, str):
        return printed(french_spaces(value) if lang == "fr" else value)
    if isinstance(value, dict):
        return {key: _words(one, lang) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_words(one, lang) for one in value]
    return value
