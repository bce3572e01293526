"""One page of words of a copy: the house's frame round blocks of known height."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from colour_codes.palettes import Palette
from layouts.copies.flow import Block, pages_of, words_block
from layouts.copies.framing import kind_of, paper_of
from layouts.copies.language_pack import LanguagePack
from layouts.copies.writing import BLACK
from layouts.frame import Frame, FrameInput, Rect, build_frame, paper_named
from layouts.sheet import Group, Item, Path, Sheet, Text
from layouts.text.metrics import CAP_HEIGHT


@dataclass(frozen=True, slots=True)
class PageStyle:
    """What the pages of one copy share. `task` stands above the columns; `kind` names the copy in the data.

    The letters are the largest of `sizes` (in letters of the paper's legend) that leave one page.
    """

    kind: str
    title: str
    palette: Palette = Palette.MONO
    paper: str = "A4"
    portrait: bool = False
    fictional: bool = False
    task: str = ""
    columns: int = 1
    sizes: tuple[float, ...] = (1.2,)


Blocks = Callable[[float, float], Sequence[Block]]
"""Width of a column in mm, letter size in mm -> the blocks to set in it."""
GAP = 12.0
"""Between two columns, in mm."""


def word_pages(style: PageStyle, pack: LanguagePack, blocks: Blocks) -> tuple[Sheet, ...]:
    """Return the pages, at least one. BadInput for an unknown paper."""
    frame = page_frame(style, pack)
    for part in style.sizes:
        size = max(2.5, round(part * frame.paper.text, 2))
        head, area = _task(style, frame, size)
        width = (area.width - GAP * (style.columns - 1)) / style.columns
        pages = pages_of(blocks(width, size), area, columns=style.columns, gap=GAP)
        if len(pages) == 1:
            break
    return tuple(page_sheet(style, pack, frame, (*head, *groups)) for groups in pages)


def _task(style: PageStyle, frame: Frame, size: float) -> tuple[tuple[Group, ...], Rect]:
    """Return what is to be done, in words above everything, and the area left under it or under the title."""
    area = frame.area
    block = words_block(style.task, size, area.width, BLACK, after=1.0)
    left = Rect(area.x, area.y + block.height, area.width, area.height - block.height)
    return ((block.group(area.x, area.y),) if style.task else ()), left


def page_frame(style: PageStyle, pack: LanguagePack) -> Frame:
    """Return the frame of one page, without a legend. BadInput for an unknown paper."""
    return build_frame(
        FrameInput(
            pack.lang,
            style.palette,
            style.paper,
            title=style.title,
            below="",
            fictional=style.fictional,
            portrait=style.portrait,
            rows=(),
        )
    )


def page_sheet(style: PageStyle, pack: LanguagePack, frame: Frame, groups: Sequence[Item]) -> Sheet:
    """Return a page as a sheet; what its blocks say is its description."""
    said = [words_of(item) for item in groups]
    data = (("copy", style.kind), ("palette", style.palette.value), ("lang", pack.lang))
    items = (*frame.groups_before, *groups, *frame.groups_after)
    desc = " ".join(filter(None, said)) or style.title
    return Sheet(
        frame.paper.width, frame.paper.height, pack.lang, style.palette, style.title, desc, items, data
    )


def words_of(item: Item) -> str:
    """Return what an item says: its label where it is a picture, else its words."""
    if isinstance(item, Group):
        return item.label or " ".join(filter(None, map(words_of, item.items)))
    return item.text if isinstance(item, Text) else ""


def numbered(sheets: Sequence[Sheet], pack: LanguagePack) -> tuple[Sheet, ...]:
    """Return the sheets with "page 2 of 5"."""
    return tuple(
        _numbered(sheet, pack.say("pages.number", page=index + 1, pages=len(sheets)))
        for index, sheet in enumerate(sheets)
    )


def _numbered(sheet: Sheet, words: str) -> Sheet:
    paper = paper_named(paper_of(sheet))
    x, y = _corner(sheet.items, sheet.width - paper.margin, paper.text)
    text = Text(round(x, 2), round(y, 2), paper.text, words, BLACK, "end")
    return replace(sheet, items=(*sheet.items, Group((text,), (("kind", "page"),))))


def _corner(items: Sequence[Item], right: float, size: float) -> tuple[float, float]:
    """Return where a page number ends: in the row of the title if it is free, else at the foot."""
    kinds = {kind_of(item): item for item in items}
    title, mark = _texts(kinds.get("title")), kinds.get("fictional")
    if "pens" in kinds or not title:
        return right, _texts(kinds.get("footer"))[-1].y
    if mark is not None:
        right = _left_edge(mark) - 1.5 * size
    return right, title[0].y - CAP_HEIGHT * (title[0].size - size) / 2


def _texts(item: Item | None) -> list[Text]:
    return [inner for inner in item.items if isinstance(inner, Text)] if isinstance(item, Group) else []


def _left_edge(mark: Item) -> float:
    """Return the left edge of the box that a mark is written in."""
    items = mark.items if isinstance(mark, Group) else ()
    return next((float(item.d.split()[1]) for item in items if isinstance(item, Path)), 0.0)
