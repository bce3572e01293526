"""The poster: drawn for an A4 sheet lying on its side, then scaled to the paper asked for."""

from dataclasses import replace

from colour_codes.charter import load_charter
from colour_codes.palettes import Palette
from layouts.copies.flow import Block, lines_height, set_lines, words_block
from layouts.copies.language_pack import LanguagePack
from layouts.copies.pages import words_of
from layouts.copies.room import page_full, stacked
from layouts.copies.writing import BLACK
from layouts.frame import paper_named
from layouts.frame.words import TRIAL, printed
from layouts.legend_poster.marks import mark_blocks
from layouts.legend_poster.pens import pen_items, pens_width
from layouts.legend_poster.people import people_blocks
from layouts.legend_poster.reading import reading_blocks
from layouts.legend_poster.scaling import scaled
from layouts.legend_poster.setting import Setting
from layouts.legend_poster.table import table_blocks
from layouts.sheet import Group, Item, Sheet
from layouts.text import wrap
from sociogram.language import Bilingual

WIDTH, HEIGHT, MARGIN = 297.0, 210.0, 11.0
LEFT, BETWEEN = 122.0, 10.0
"""Width of the left column, and the room between the two, in mm."""
TITLE = 10.5
LETTERS = (4.6, 4.4, 4.2, 4.0, 3.8, 3.6)
"""Letter sizes tried, in mm on A4: the largest at which everything stands on the sheet wins."""
ROWS = (40.0, 36.0, 33.0, 30.0)


def poster_sheet(pack: LanguagePack, *, palette: Palette, paper: str = "A3") -> Sheet:
    """Return the poster. BadInput: the paper is unknown, or the words of charter and pack are too long."""
    size = paper_named("A3" if paper == "auto" else paper)
    groups = _fitted(pack, palette)
    by = min(size.width / WIDTH, size.height / HEIGHT)
    # The description says the table in words already: a label beside it would say it twice.
    items = tuple(scaled(replace(group, label=""), by) for group in groups)
    title = pack.say("poster.title")
    desc = " ".join(filter(None, map(words_of, groups)))
    data = (("copy", "legend"), ("palette", palette.value), ("lang", pack.lang))
    return Sheet(size.width, size.height, pack.lang, palette, title, desc, items, data)


def _fitted(pack: LanguagePack, palette: Palette) -> tuple[Group, ...]:
    charter = load_charter()
    for letters in LETTERS:
        for row in ROWS:
            groups = _set(Setting(pack, palette, charter, letters), row)
            if groups is not None:
                return groups
    raise page_full("poster_full", Bilingual("l'affiche", "the poster"))


def _set(setting: Setting, row: float) -> tuple[Group, ...] | None:
    """Return everything in its place, or None if a column reaches over the footer."""
    head, y = _title(setting)
    foot, bottom = _footer(setting)
    right = MARGIN + LEFT + BETWEEN
    width = WIDTH - MARGIN - right
    first = [*people_blocks(setting, LEFT), _gap(3.0), *reading_blocks(setting, LEFT)]
    second = [*table_blocks(setting, width, row), *mark_blocks(setting, width)]
    left_groups, left_end = stacked(first, MARGIN, y)
    right_groups, right_end = stacked(second, right, y)
    if max(left_end, right_end) > bottom:
        return None
    pens = Group(tuple(pen_items(setting, WIDTH - MARGIN + 4, MARGIN - 2.5)), (("kind", "pens"),))
    return (head, pens, *left_groups, *right_groups, foot)


def _gap(height: float) -> Block:
    return Block(height, lambda _x, _y: ())


def _title(setting: Setting) -> tuple[Group, float]:
    """Return the title, and the y where the columns begin."""
    words = setting.pack.say("poster.title")
    size = setting.heading
    room = WIDTH - 2 * MARGIN - pens_width(setting.palette) - 4
    below = words_block(setting.pack.say("poster.no_judgement"), size, room, BLACK, after=0.8)
    lines = wrap(words, TITLE, room)
    y = MARGIN + lines_height(lines, TITLE)
    items: tuple[Item, ...] = (
        *set_lines(lines, MARGIN, MARGIN - 2.0, TITLE, BLACK),
        *below.draw(MARGIN, y - 1.0),
    )
    return Group(items, (("kind", "title"),)), y + below.height


def _footer(setting: Setting) -> tuple[Group, float]:
    """Return credit, charter and trial notice at the foot, and the y they begin at."""
    charter, lang = setting.charter, setting.pack.lang
    texts = (charter.credit.said(lang), charter.footer(lang), TRIAL.in_(lang))
    said = " ".join(printed(text).rstrip(".") + "." for text in texts)
    lines = wrap(said, 3.55, WIDTH - 2 * MARGIN)
    top = HEIGHT - 8.0 - lines_height(lines, 3.55)
    items = tuple(set_lines(lines, MARGIN, top, 3.55, BLACK))
    return Group(items, (("kind", "footer"),)), top - 2.0
