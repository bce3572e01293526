"""The papers about what the network lacks: the page of gaps, and the cards with four words."""

from pathlib import Path
from typing import Any

from layouts.printers.documents import write_document
from sociogram.language import Lang

_FOLDER = Path(__file__).parent
_GAPS = (_FOLDER / "gaps.typ").read_text(encoding="utf-8")
_CARDS = (_FOLDER / "cards.typ").read_text(encoding="utf-8")


def write_gaps(data: dict[str, Any], lang: Lang) -> bytes:
    """Return the page of gaps (A4 across) as PDF. `data`: words and rows, as gap_paper.py makes them."""
    return write_document(_GAPS, data, lang=lang)


def write_cards(data: dict[str, Any], lang: Lang) -> bytes:
    """Return a page of cards to cut (A4 upright) as PDF. `data`: the words of each card, and what it says."""
    return write_document(_CARDS, data, lang=lang)
