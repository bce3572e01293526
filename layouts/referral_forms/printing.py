"""Prints a paper of a referral as PDF: words set as words (tagged), lines to write on, boxes to tick."""

from dataclasses import asdict
from pathlib import Path

from layouts.printers.documents import write_document
from sociogram.loop.forms.paper import Paper

_TEMPLATE = (Path(__file__).parent / "paper.typ").read_text(encoding="utf-8")


def write_paper(paper: Paper) -> bytes:
    """Return the PDF: the same bytes for the same paper. It bears no date and no author."""
    return write_document(_TEMPLATE, asdict(paper), lang=paper.lang)
