"""Prints the page of a quarter as PDF: tables set as tables (tagged), black on white, for any copier."""

from dataclasses import asdict
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf

from layouts.frame.words import TRIAL
from layouts.printers.documents import write_document
from sociogram.counts.report import Report

_TEMPLATE = (Path(__file__).parent / "report.typ").read_text(encoding="utf-8")
_SIZES = (3.4, 3.2, 3.0, 2.8, 2.6)
"""Letters in mm: the largest that fit one page, else the middle ones, and tables go on overleaf."""


def write_report(report: Report, *, dated: date) -> bytes:
    """Return the PDF, on one page when its letters may be small enough: the same bytes for the same page."""
    told = {**asdict(report), "trial": TRIAL.in_(report.lang)}
    tried = []
    for size in _SIZES:
        tried.append(write_document(_TEMPLATE, {"report": told, "size": size}, lang=report.lang, dated=dated))
        if _pages(tried[-1]) == 1:
            return tried[-1]
    return tried[len(_SIZES) // 2]


def _pages(made: bytes) -> int:
    with pikepdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)
