"""The other lines: kinship, moves, and the heads of arrows."""

from collections.abc import Iterator
from dataclasses import replace

from colour_codes.charter_sections import STATUSES
from colour_codes.legend import ENDED_COUPLE, Sample, legend_lines
from colour_codes.palettes import LINK_KINDS
from layouts.copies.flow import Block
from layouts.copies.writing import BLACK
from layouts.frame.legend_block import legend_block, legend_items
from layouts.frame.legend_rows import legend_row
from layouts.frame.words import printed
from layouts.legend_poster.setting import Setting
from layouts.sheet import Item

_SHOWN = (Sample.KINSHIP, Sample.ARROW_HEAD)


def mark_blocks(setting: Setting, width: float) -> Iterator[Block]:
    """Yield a heading and the lines of the legend that stand nowhere else on the poster."""
    yield setting.head("poster.lines", width)
    lines = legend_lines(
        setting.pack.lang,
        setting.palette,
        kinship=(*LINK_KINDS, ENDED_COUPLE),
        statuses=STATUSES if setting.charter.marks.status else (),
        charter=setting.charter,
    )
    rows = []
    for line in lines:
        if line.sample in _SHOWN:
            row = legend_row(line, setting.palette, setting.pack.lang, letters=True)
            rows.append(replace(row, text=printed(row.text)))
    block = legend_block(rows, setting.small, width)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        return tuple(legend_items(block, x, y, BLACK))

    yield Block(block.height + 1.0, draw, "", (("kind", "marks"),))
