"""The frame of a sheet: title and date above, legend and footer below, and the room left for the drawing."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from colour_codes.charter import Charter, load_charter
from colour_codes.legend import legend_lines
from colour_codes.palettes import Palette, ink
from colour_codes.pens import Pen
from layouts.frame.legend_block import legend_block, legend_items
from layouts.frame.legend_rows import LegendRow, legend_row
from layouts.frame.paper import Paper, Rect, paper_named
from layouts.frame.words import FICTIONAL, LEGEND, TRIAL, dated, printed
from layouts.sheet import Group, Item, Path, Text
from layouts.symbols import SymbolSet
from layouts.symbols.geometry import polyline, rounded
from layouts.text.metrics import ASCENT, CAP_HEIGHT, LINE_HEIGHT, text_width
from layouts.text.wrapping import tied, wrap
from sociogram.dates import PartialDate
from sociogram.language import Lang

BLACK = ink(Pen.BLACK)
RULE = ink(Pen.PENCIL)


@dataclass(frozen=True, slots=True)
class FrameInput:
    """All a frame depends on. `kin_kinds` and `statuses` are those drawn; `rows` replace the usual legend.

    `title` is empty for the default, which is the date. `below` replaces the date under a title (empty: no
    line at all). `notice` is one more line of the footer. `genders`: those the signs of the
    sheet tell apart, as the charter names them.
    """

    lang: Lang
    palette: Palette
    paper: str
    date: PartialDate | None = None
    title: str = ""
    fictional: bool = False
    kin_kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    undecided_used: bool = False
    collective_used: bool = True
    numbered: bool = True
    plain: bool = False
    kind: Literal["sheet", "mega"] = "sheet"
    portrait: bool = False
    rows: tuple[LegendRow, ...] | None = None
    notice: str = ""
    below: str | None = None
    symbols: SymbolSet = "figures"
    genders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """`before` is painted under the drawing and `after` over it; `area` is the drawing's."""

    paper: Paper
    groups_before: tuple[Group, ...]
    groups_after: tuple[Group, ...]
    area: Rect
    title: str


def build_frame(wanted: FrameInput) -> Frame:
    """Return the frame. Text is 2.5 mm or more on every paper. BadInput for an unknown paper."""
    paper = paper_named(wanted.paper)
    return _frame(wanted, paper.upright() if wanted.portrait else paper, load_charter())


@lru_cache(maxsize=64)
def _frame(wanted: FrameInput, paper: Paper, charter: Charter) -> Frame:
    """`charter` is read below; it stands here so that a frame kept belongs to one charter."""
    title_groups, top = _title(wanted, paper)
    footer, above = _footer(wanted, paper)
    legend, bottom = _legend(wanted, paper, above)
    width = paper.width - 2 * paper.margin
    area = Rect(paper.margin, round(top, 2), round(width, 2), round(bottom - top, 2))
    return Frame(paper, (*title_groups, legend, footer), (), area, heading(wanted))


def heading(wanted: FrameInput) -> str:
    """Return the words of the title: the given title, else the date."""
    return printed(wanted.title) or dated(wanted.date, wanted.lang, wanted.kind)


def _title(wanted: FrameInput, paper: Paper) -> tuple[tuple[Group, ...], float]:
    """Return the title, the date and the mark of a fictional situation, and the y they end at."""
    size, y = paper.title, paper.margin
    mark, taken = _fictional_mark(wanted, paper)
    room = paper.width - 2 * paper.margin - taken
    date = dated(wanted.date, wanted.lang, wanted.kind)
    lines = wrap(heading(wanted), size, room)
    items = [
        Text(paper.margin, round(y + (ASCENT + index * LINE_HEIGHT) * size, 2), size, line, BLACK)
        for index, line in enumerate(lines)
    ]
    y += len(lines) * LINE_HEIGHT * size
    if not wanted.title:
        return (Group(tuple(items), (("kind", "date"),)), *mark), y + 0.5 * size
    title = Group(tuple(items), (("kind", "title"),))
    said = date if wanted.below is None else printed(wanted.below)
    if not said:
        return (title, *mark), y + 0.5 * size
    lines = wrap(said, paper.text, paper.width - 2 * paper.margin) if wanted.below else [tied(said)]
    below = tuple(
        Text(paper.margin, round(y + (ASCENT + i * LINE_HEIGHT) * paper.text, 2), paper.text, line, BLACK)
        for i, line in enumerate(lines)
    )
    kind = "date" if wanted.below is None else "task"
    groups = (title, Group(below, (("kind", kind),)), *mark)
    return groups, y + len(lines) * LINE_HEIGHT * paper.text + 0.5 * size


def _fictional_mark(wanted: FrameInput, paper: Paper) -> tuple[tuple[Group, ...], float]:
    if not wanted.fictional:
        return (), 0.0
    words, size = FICTIONAL.in_(wanted.lang), paper.text
    width, height = text_width(words, size) + 1.6 * size, 1.8 * size
    x = paper.width - paper.margin - width
    middle = paper.margin + ASCENT * paper.title - CAP_HEIGHT * paper.title / 2
    y = max(middle - height / 2, 2.5)
    centre, baseline = round(x + width / 2, 2), round(y + (height + CAP_HEIGHT * size) / 2, 2)
    items: tuple[Item, ...] = (
        Path(rounded(x, y, width, height, 0.5 * size), BLACK, 0.35),
        Text(centre, baseline, size, words, BLACK, "middle"),
    )
    return (Group(items, (("kind", "fictional"),)),), width + 2 * size


def _footer(wanted: FrameInput, paper: Paper) -> tuple[Group, float]:
    """Return the credit, the charter and the trial notice, at the foot, and the y they begin at."""
    charter, size, lang = load_charter(), paper.small, wanted.lang
    texts = (charter.credit.said(lang), charter.footer(lang), TRIAL.in_(lang), wanted.notice)
    sentence = " ".join(printed(text).rstrip(".") + "." for text in texts if text)
    lines = wrap(sentence, size, paper.width - 2 * paper.margin)
    top = paper.height - max(paper.margin * 0.75, 5.0) - len(lines) * LINE_HEIGHT * size
    items = tuple(
        Text(paper.margin, round(top + (ASCENT + index * LINE_HEIGHT) * size, 2), size, line, BLACK)
        for index, line in enumerate(lines)
    )
    return Group(items, (("kind", "footer"),)), top


def _legend(wanted: FrameInput, paper: Paper, bottom: float) -> tuple[Group, float]:
    """Return the legend under its rule, ending above `bottom`, and the y of the rule."""
    size = _legend_size(wanted, paper)
    block = legend_block(_rows(wanted), size, paper.width - 2 * paper.margin)
    y = bottom - 0.9 * size - block.height
    rule_y = round(y - 0.7 * size, 2)
    rule = Path(polyline([(paper.margin, rule_y), (paper.width - paper.margin, rule_y)]), RULE, 0.25)
    items = (rule, *legend_items(block, paper.margin, y, BLACK))
    return Group(items, (("kind", "legend"),), LEGEND.in_(wanted.lang)), rule_y - 0.5 * size


def _legend_size(wanted: FrameInput, paper: Paper) -> float:
    """The letters of the network are small, and its legend is in proportion."""
    return paper.small if wanted.kind == "mega" else paper.text


def _rows(wanted: FrameInput) -> tuple[LegendRow, ...]:
    if wanted.rows is not None:
        return wanted.rows
    marks = load_charter().marks
    lines = legend_lines(
        wanted.lang,
        wanted.palette,
        wanted.plain,
        kinship=wanted.kin_kinds,
        statuses=wanted.statuses,
        undecided=wanted.undecided_used,
        numbers=wanted.numbered,
        symbol_set=wanted.symbols,
        genders=wanted.genders,
    )
    letters = marks.tail_letters and not wanted.plain
    rows = (
        legend_row(line, wanted.palette, wanted.lang, letters=letters, symbols=wanted.symbols)
        for line in lines
        if line.key != "credit"
    )
    return tuple(replace(row, text=printed(row.text)) for row in rows)
