"""The papers about what the network lacks: the page of gaps, and the cards with four words."""

from pathlib import Path
from typing import Any

from layouts.printers.documents import write_document

_FOLDER = Path(__file__).parent


def write_gaps(data: dict[str, Any]) -> bytes:
    """Return the page of gaps (A4 across) as PDF. `data`: words and rows, as gap_paper.py makes them."""
    return write_document((_FOLDER / "gaps.typ").read_text(encoding="utf-8"), data)


def write_cards(data: dict[str, Any]) -> bytes:
    """Return a page of cards to cut (A4 upright) as PDF. `data`: the words of each card, and what it says."""
    return write_document((_FOLDER / "cards.typ").read_text(encoding="utf-8"), data)
