"""The frame of a copy: the sheet's own paper, date and title, with the legend that the copy wants."""

from dataclasses import dataclass, replace

from colour_codes.palettes import Palette
from layouts.frame import PAPERS, Frame, FrameInput, LegendRow, build_frame
from layouts.frame.words import dated
from layouts.individual.lines import kinds_shown
from layouts.sheet import Group, Item, Sheet
from layouts.symbols import SymbolSet, genders_of
from sociogram.situation.staging import Staging

FRAME_KINDS = frozenset(("title", "date", "task", "fictional", "legend", "footer"))
"""The groups of a sheet that its frame has made."""
TITLE_KINDS = frozenset(("title", "date", "task", "fictional"))


@dataclass(frozen=True, slots=True)
class Shown:
    """What was chosen about the sheet a copy is made of."""

    plain: bool = False
    symbols: SymbolSet = "figures"


AS_USUAL = Shown()


def copy_input(staging: Staging, sheet: Sheet, words: str, shown: Shown = AS_USUAL) -> FrameInput:
    """Return what the frame of a copy of `sheet` depends on; `words` say in the title what the copy is.

    The title takes the room it had: what is drawn stays where it was.
    """
    titled = sheet.title != dated(staging.date, staging.lang)
    return FrameInput(
        lang=staging.lang,
        palette=sheet.palette,
        paper=paper_of(sheet),
        date=staging.date,
        title=f"{sheet.title} · {words}" if words else sheet.title,
        below=None if titled else "",
        fictional=staging.fictional,
        kin_kinds=tuple(sorted(kinds_shown(staging))),
        statuses=tuple(sorted({arrow.status for arrow in staging.arrows})),
        undecided_used=any(figure.kind == "undecided" for figure in staging.figures),
        numbered=not shown.plain,
        plain=shown.plain,
        symbols=shown.symbols,
        genders=genders_of(staging.figures),
    )


def paper_of(sheet: Sheet) -> str:
    """Return the name of the paper a sheet is drawn on, whichever way it stands."""
    sides = sorted((sheet.width, sheet.height))
    known = (paper.name for paper in PAPERS.values() if sorted((paper.width, paper.height)) == sides)
    return next(known, "A4")


def framed_rows(wanted: FrameInput, rows: tuple[LegendRow, ...], more: tuple[LegendRow, ...]) -> Frame:
    """Return the frame with the legend `rows` and, where there is room above it, `more`.

    The room is that of the tallest usual legend, which every drawing leaves free.
    """
    limit = build_frame(replace(wanted, palette=Palette.MONO)).area.bottom
    frame = build_frame(replace(wanted, rows=(*rows, *more)))
    if more and frame.area.bottom < limit - 0.01:
        return build_frame(replace(wanted, rows=rows))
    return frame


def copied(sheet: Sheet, frame: Frame, drawing: tuple[Item, ...], kind: str) -> Sheet:
    """Return `sheet` as a copy of a kind: another frame round another drawing."""
    items = (*frame.groups_before, *drawing, *frame.groups_after)
    return replace(sheet, title=frame.title, items=items, data=(*sheet.data, ("copy", kind)))


def retitled(sheet: Sheet, frame: Frame, kind: str) -> Sheet:
    """Return `sheet` as a copy that keeps its drawing and its legend, under the title of `frame`."""
    head = tuple(item for item in frame.groups_before if kind_of(item) in TITLE_KINDS)
    rest = tuple(item for item in sheet.items if kind_of(item) not in TITLE_KINDS)
    return replace(sheet, title=frame.title, items=(*head, *rest), data=(*sheet.data, ("copy", kind)))


def drawing_of(sheet: Sheet) -> tuple[Item, ...]:
    """Return what a sheet draws inside its frame."""
    return tuple(item for item in sheet.items if kind_of(item) not in FRAME_KINDS)


def kind_of(item: Item) -> str:
    """Return the kind of thing an item of a sheet is; empty for one that says nothing."""
    return dict(item.data).get("kind", "") if isinstance(item, Group) else ""
