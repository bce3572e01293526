"""A poster cut into pages that a small printer can print: which part of the sheet each page shows.

Every page keeps a white margin that no printer needs to reach. Neighbours share a strip of OVERLAP mm: on the
first of two it is the flap that takes the glue, and the next one, cut at its margin, is glued over it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from layouts.frame.paper import PAPERS, Paper, Rect, paper_named
from layouts.sheet import Sheet
from sociogram.errors import bad_input

MARGIN = 10.0
OVERLAP = 10.0


@dataclass(frozen=True, slots=True)
class Tile:
    """One page: its row and column from 0, and the part of the sheet it shows, in mm of the sheet."""

    row: int
    column: int
    window: Rect

    @property
    def code(self) -> str:
        """Its name: the row's letter and the column's number, "B3"."""
        return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[self.row]}{self.column + 1}"


@dataclass(frozen=True, slots=True)
class Tiling:
    """All pages of a poster of `width` x `height` mm on one paper, lying or upright."""

    paper: Paper
    width: float
    height: float

    @property
    def columns(self) -> int:
        """How many pages stand side by side."""
        return _count(self.width, self.paper.width)

    @property
    def rows(self) -> int:
        """How many pages stand one over the other."""
        return _count(self.height, self.paper.height)

    def tile(self, row: int, column: int) -> Tile:
        """Return the page at a place; the last of a row or column may be partly empty."""
        across, down = (_room(self.paper.width), _room(self.paper.height))
        x, y = column * (across - OVERLAP), row * (down - OVERLAP)
        return Tile(row, column, Rect(x, y, min(across, self.width - x), min(down, self.height - y)))

    def tiles(self) -> Iterator[Tile]:
        """Yield the pages row by row, each row from the left."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield self.tile(row, column)


def tiling_of(sheet: Sheet, paper: str) -> Tiling:
    """Return the pages of `sheet` on `paper`, turned whichever way needs fewer of them.

    BadInput: an unknown paper, or one that is not smaller than the sheet.
    """
    lying = paper_named(paper, field="tiles")
    if not _is_smaller(lying, sheet):
        raise _too_large(lying, sheet)
    ways = [Tiling(way, sheet.width, sheet.height) for way in (lying, lying.upright())]
    return min(ways, key=lambda way: way.rows * way.columns)


def _is_smaller(paper: Paper, sheet: Sheet) -> bool:
    """Whether a page's face is clearly smaller than the sheet's."""
    return paper.width * paper.height < 0.9 * sheet.width * sheet.height


def _room(side: float) -> float:
    return side - 2 * MARGIN


def _count(length: float, side: float) -> int:
    # Rounded, so that a sheet of exactly n pages is not cut into n + 1 for a rounding of its last bit.
    return max(1, ceil(round((length - OVERLAP) / (_room(side) - OVERLAP), 6)))


def _too_large(paper: Paper, sheet: Sheet) -> Exception:
    smaller = [
        name for name, one in PAPERS.items() if one.width * one.height < 0.9 * sheet.width * sheet.height
    ]
    fr = f"Choisir {' ou '.join(smaller)}" if smaller else "Imprimer la feuille telle quelle"
    en = f"Choose {' or '.join(smaller)}" if smaller else "Print the sheet as it is"
    return bad_input(
        "tiles_too_large",
        fr=f"cette feuille n'est pas plus grande qu'une page {paper.name}.",
        en=f"this sheet is no larger than a page of {paper.name}.",
        remedy_fr=f"{fr}, ou une plus grande feuille (par exemple A0).",
        remedy_en=f"{en}, or a larger sheet (such as A0).",
        field="tiles",
    )
