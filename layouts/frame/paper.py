"""Paper sizes (ISO 216) with their margins and letter sizes, in mm."""

from dataclasses import dataclass
from typing import Literal

from sociogram.errors import bad_input

PaperName = Literal["A5", "A4", "A3", "A2", "A1", "A0"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, origin at the top left of the sheet, in mm."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet lying on its long side. `text` and `small` are letter sizes of the legend and the footer."""

    name: str
    width: float
    height: float
    margin: float
    title: float
    text: float
    small: float

    def upright(self) -> "Paper":
        """Return the same paper standing on its short side."""
        return Paper(self.name, self.height, self.width, self.margin, self.title, self.text, self.small)


PAPERS: dict[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("A5", 210, 148, 6, 4.4, 2.5, 2.5),
        Paper("A4", 297, 210, 9, 6.0, 3.0, 2.5),
        Paper("A3", 420, 297, 12, 8.4, 3.8, 3.0),
        Paper("A2", 594, 420, 16, 11.5, 5.2, 3.8),
        Paper("A1", 841, 594, 22, 16.0, 7.2, 5.0),
        Paper("A0", 1189, 841, 30, 22.0, 10.0, 7.0),
    )
}
"""Smallest first."""


def paper_named(name: str, *, field: str = "paper") -> Paper:
    """Return the paper called `name`, in any case; BadInput for another name."""
    paper = PAPERS.get(name.upper()) if len(name) < 10 else None
    if paper is None:
        raise bad_input(
            "unknown_paper",
            fr="ce format de papier n'existe pas ici.",
            en="this paper size is not known here.",
            remedy_fr=f"Choisir parmi : auto, {', '.join(PAPERS)}.",
            remedy_en=f"Choose one of: auto, {', '.join(PAPERS)}.",
            field=field,
        )
    return paper
