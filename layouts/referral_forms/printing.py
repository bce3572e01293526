"""Prints a paper of a referral as PDF: words set as words (tagged), lines to write on, boxes to tick."""

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from layouts.fonts import FAMILY
from layouts.frame.words import printed
from layouts.printers.pdf import UNDATED
from layouts.printers.typesetting import STANDARDS, run_typst
from sociogram.loop.forms.paper import Paper

_TEMPLATE = (Path(__file__).parent / "paper.typ").read_text(encoding="utf-8")


def write_paper(paper: Paper) -> bytes:
    """Return the PDF: PDF/A-2b and PDF/UA-1, our font only; the same bytes for the same paper.

    It bears no date and no author; a letter the font lacks costs the claim of the standards, not the page.
    """
    data = _curly(asdict(paper)) | {"day": [UNDATED.year, UNDATED.month, UNDATED.day]}
    with TemporaryDirectory(prefix="sociogram-") as name:
        folder = Path(name)
        (folder / "paper.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        source = folder / "paper.typ"
        source.write_text(_TEMPLATE.replace("{family}", FAMILY), encoding="utf-8")
        try:
            return run_typst(source, STANDARDS, tagged=True)
        except typst.TypstError:
            return run_typst(source, (), tagged=True)


def _curly(value: object) -> dict[str, object]:
    """Return the data with the curly apostrophes of print in every text."""
    found = _printed(value)
    assert isinstance(found, dict)
    return found


def _printed(value: object) -> object:
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        return {key: _printed(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printed(one) for one in value]
    return value
