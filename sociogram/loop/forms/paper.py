"""A paper of one referral as data: fields to read, fields to write in by hand, boxes to tick."""

from dataclasses import dataclass

from sociogram.language import Lang


@dataclass(frozen=True, slots=True)
class Box:
    """A box and its words. A box is ticked by the machine only where the referral itself says so."""

    words: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A label with a value, or with boxes, or with `lines` to write on; `share` is its part of the row.

    `loud`: the value is what the whole paper is about, in large letters.
    """

    label: str
    value: str = ""
    boxes: tuple[Box, ...] = ()
    lines: int = 0
    share: int = 1
    loud: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence under it if any, and rows of cells. `framed` draws a thick frame around it."""

    heading: str
    rows: tuple[Row, ...]
    note: str = ""
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, A4 upright. `strip` is torn off along `cut`; `footer` stands at the foot of every page."""

    title: str
    reference: str
    lang: Lang
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    cut: str = ""
    strip: Section | None = None


def known(label: str, value: str, *, share: int = 1) -> Cell:
    """Return a cell with what is known, or a line to write on where nothing is."""
    return Cell(label, value, lines=0 if value else 1, share=share)


def to_write(label: str, *, lines: int = 1, share: int = 1) -> Cell:
    """Return a cell that is always written by hand."""
    return Cell(label, lines=lines, share=share)
