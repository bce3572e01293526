"""Prints the page of a quarter as PDF: tables set as tables (tagged), black on white, for any copier."""

from dataclasses import asdict
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from colour_codes.charter_table import french_spaces
from layouts.frame.words import TRIAL
from layouts.printers.documents import write_document
from sociogram.counts.report import Report

_TEMPLATE = (Path(__file__).parent / "report.typ").read_text(encoding="utf-8")
_SIZES = (3.4, 3.2, 3.0, 2.8, 2.6)
"""Letters in mm: the largest that fit one page, else the middle ones, and tables go on overleaf."""


def write_report(report: Report, *, dated: date) -> bytes:
    """Return the PDF, on one page when its letters may be small enough: the same bytes for the same page."""
    told = {**asdict(report), "trial": TRIAL.in_(report.lang)}
    words = _spaced(told) if report.lang == "fr" else told
    for size in _SIZES:
        made = write_document(_TEMPLATE, {"report": words, "size": size}, dated=dated)
        if _pages(made) == 1:
            return made
    return write_document(_TEMPLATE, {"report": words, "size": _SIZES[2]}, dated=dated)


def _pages(made: bytes) -> int:
    with pikepdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)


def _spaced(value: Any) -> Any:
    """Return the data with French spaces that hold in every text."""
    if isinstance(value, str):
        return french_spaces(value)
    if isinstance(value, dict):
        return {key: _spaced(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_spaced(one) for one in value]
    return value
