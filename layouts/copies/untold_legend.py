"""The legend of a copy whose arrows do not tell their pen."""

from dataclasses import replace

from colour_codes.charter import Charter, load_charter
from colour_codes.legend import LegendLine, Sample, legend_lines
from colour_codes.palettes import Palette
from colour_codes.pens import ARROW_PENS, letter
from colour_codes.words import Words
from layouts.copies.hollow_arrows import ArrowParts, hollow_line
from layouts.copies.writing import BLACK
from layouts.frame import FrameInput, LegendRow
from layouts.frame.legend_rows import ARROW, legend_row
from layouts.frame.words import printed
from layouts.sheet import Item
from layouts.symbols import badge, badge_width
from layouts.symbols.geometry import polyline

_SAMPLE = 0.7
"""Width of a hollow arrow in a legend, beside that of the drawing."""


def blank_rows(wanted: FrameInput, pen: str) -> tuple[LegendRow, ...]:
    """Return the legend with hollow arrows and `pen`, a dotted line, where a pen would be named."""
    charter = load_charter()
    blank = {one.value: Words(pen, pen) for one in ARROW_PENS} | {"green_figure": Words(pen, pen)}
    words = {name: {**of, **blank} for name, of in charter.pen_words.items()}
    return _rows(wanted, replace(charter, pen_words=words), hollow=True)


def named_rows(wanted: FrameInput) -> tuple[LegendRow, ...]:
    """Return the legend that names each pen. On black sheets the arrow is hollow: no line style is told."""
    charter, mono = load_charter(), wanted.palette is Palette.MONO
    if mono:
        own = charter.pen_words[Palette.MONO]
        wall = charter.pen_words[Palette.WALL]
        named = {**own, **{pen.value: wall[pen.value] for pen in ARROW_PENS}}
        charter = replace(charter, pen_words={**charter.pen_words, Palette.MONO.value: named})
    return _rows(wanted, charter, hollow=mono, letters=charter.marks.tail_letters)


def words_row(text: str) -> LegendRow:
    """Return a row of words alone, under the others."""
    return LegendRow("words", printed(text))


def hollow_row(text: str, mark: str = "") -> LegendRow:
    """Return a row that shows a hollow arrow, with a letter at its tail if its pen is told."""

    def draw(x: float, y: float, size: float) -> tuple[Item, ...]:
        return hollow_sample(x, y, size, mark)

    return LegendRow("arrows", printed(text), draw, ARROW, 1.7)


def hollow_sample(x: float, y: float, size: float, mark: str) -> tuple[Item, ...]:
    """Return a hollow arrow as a sample: x of its left edge, y of its middle, letter size."""
    letters = max(0.86 * size, 2.5)
    tail = x + (badge_width(mark, letters) / 2 if mark else 0.3 * size)
    line = polyline([(tail, y), (x + ARROW * size, y)])
    parts = ArrowParts(line, (x + ARROW * size, y), 0.0, None)
    items = hollow_line(parts, "active", scale=_SAMPLE * size / 3.0)
    if mark:
        items += badge(round(tail, 2), y, mark, letters, colour=BLACK, text_colour=BLACK, width=0.3)
    return items


def _rows(
    wanted: FrameInput, charter: Charter, *, hollow: bool, letters: bool = False
) -> tuple[LegendRow, ...]:
    lines = legend_lines(
        wanted.lang,
        wanted.palette,
        wanted.plain,
        kinship=wanted.kin_kinds,
        statuses=wanted.statuses,
        undecided=wanted.undecided_used,
        letters=False,
        numbers=wanted.numbered,
        symbol_set=wanted.symbols,
        genders=wanted.genders,
        charter=charter,
    )
    return tuple(_row(line, wanted, hollow=hollow, letters=letters) for line in lines if line.key != "credit")


def _row(line: LegendLine, wanted: FrameInput, *, hollow: bool, letters: bool) -> LegendRow:
    if hollow and line.sample is Sample.ARROW and line.pen is not None:
        return hollow_row(line.text, letter(line.pen, wanted.lang) if letters else "")
    row = legend_row(line, wanted.palette, wanted.lang, letters=letters, symbols=wanted.symbols)
    return replace(row, text=printed(row.text))
