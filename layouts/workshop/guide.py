"""The first page of a pack: what to photocopy how many times, what to prepare, the order of a session."""

from collections.abc import Iterator, Sequence

from colour_codes.charter import load_charter
from colour_codes.palettes import Palette
from layouts.copies.flow import Block, lines_height, set_lines, words_block
from layouts.copies.language_pack import LanguagePack
from layouts.copies.pages import GAP, PageStyle, page_frame, page_sheet
from layouts.copies.room import page_full, stacked
from layouts.copies.writing import BLACK, THIN, tick_box
from layouts.frame.words import printed
from layouts.sheet import Item, Path, Sheet
from layouts.symbols.geometry import polyline
from layouts.text import LINE_HEIGHT, wrap
from layouts.workshop.parts import Part, copies_for, groups_of
from sociogram.language import Bilingual

SIZE = 4.2
_SHARES = (0.16, 0.62, 0.22)
"""Widths of pages, what it is, copies, as parts of the table."""


def guide_sheet(pack: LanguagePack, palette: Palette, participants: int, parts: Sequence[Part]) -> Sheet:
    """Return the page. `parts` follow it in the pack, in order. BadInput: the words are too long for it."""
    style = PageStyle("guide", pack.say("pack.title", participants=participants), palette)
    frame = page_frame(style, pack)
    area = frame.area
    left = round(0.54 * (area.width - GAP), 2)
    right = area.width - GAP - left
    first, first_end = stacked(list(_copying(pack, participants, parts, left)), area.x, area.y + 2)
    second, second_end = stacked(list(_preparing(pack, participants, right)), area.x + left + GAP, area.y + 2)
    if max(first_end, second_end) > area.bottom:
        raise page_full("guide_full", Bilingual("la première page du dossier", "the first page of the pack"))
    return page_sheet(style, pack, frame, (*first, *second))


def _copying(pack: LanguagePack, participants: int, parts: Sequence[Part], width: float) -> Iterator[Block]:
    yield words_block(pack.say("pack.intro"), SIZE, width, BLACK, after=0.8)
    head = (pack.say("pack.pages_column"), pack.say("pack.what_column"), pack.say("pack.copies_column"))
    yield _row(head, width)
    yield _row((_range(pack, 1, 1), pack.say("pack.guide"), _copies(pack, 1)), width)
    page = 2
    for part in parts:
        last = page + len(part.sheets) - 1
        what = part.name + (
            f" ({pack.say('pack.duplex')})" if part.duplex and part.share != "trainer" else ""
        )
        copies = _copies(pack, copies_for(part.share, participants))
        yield _row((_range(pack, page, last), what, copies), width)
        page = last + 1


def _copies(pack: LanguagePack, count: int) -> str:
    return pack.say("pack.copies", count=count)


def _range(pack: LanguagePack, first: int, last: int) -> str:
    if first == last:
        return pack.say("pack.one_page", first=first)
    return pack.say("pack.page_range", first=first, last=last)


def _row(cells: tuple[str, str, str], width: float) -> Block:
    widths = [share * width for share in _SHARES]
    lines = [wrap(cell, SIZE, room - 2) for cell, room in zip(cells, widths, strict=True)]
    high = max(len(cell) for cell in lines) * LINE_HEIGHT * SIZE + 3.0

    def draw(x: float, y: float) -> tuple[Item, ...]:
        items: list[Item] = [Path(polyline([(x, y + high), (x + width, y + high)]), BLACK, THIN)]
        items += set_lines(lines[0], x, y + 1.5, SIZE, BLACK)
        items += set_lines(lines[1], x + widths[0], y + 1.5, SIZE, BLACK)
        items += set_lines(lines[2], x + width, y + 1.5, SIZE, BLACK, "end")
        return tuple(items)

    return Block(high, draw, "", (("kind", "row"),))


def _preparing(pack: LanguagePack, participants: int, width: float) -> Iterator[Block]:
    sets = groups_of(participants)
    yield _heading(pack.say("pack.materials"), width)
    for key in ("pens", "no_orange", "sheets", "legend"):
        holes = {"sets": sets} if key in ("pens", "sheets") else {}
        yield _item(pack.say(f"pack.material_{key}", **holes), width)
    yield _heading(pack.say("pack.workshop"), width)
    for key in ("order", "fictional"):
        yield words_block(pack.say(f"pack.{key}"), SIZE, width, BLACK, after=0.5)
    steps = load_charter().session
    if steps:
        yield _heading(pack.say("pack.session"), width)
    for index, step in enumerate(steps):
        yield words_block(
            f"{index + 1}. {printed(step.words.said(pack.lang))}", SIZE, width, BLACK, after=0.35
        )


def _heading(words: str, width: float) -> Block:
    return words_block(words, 1.3 * SIZE, width, BLACK, after=0.4, heads=True)


def _item(words: str, width: float) -> Block:
    lines = wrap(words, SIZE, width - 7)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        return (tick_box(x, y + 0.62 * SIZE, 3.6), *set_lines(lines, x + 7, y, SIZE, BLACK))

    return Block(lines_height(lines, SIZE) + 0.6 * SIZE, draw, "", (("kind", "to-prepare"),))
