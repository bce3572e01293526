"""The monthly tally: what is counted of meetings and referrals, without any name. Two slips on an A4 page."""

from collections.abc import Iterator, Sequence

from colour_codes.palettes import Palette
from layouts.copies.flow import Block, set_lines, words_block
from layouts.copies.language_pack import LanguagePack
from layouts.copies.pages import PageStyle, page_frame, page_sheet
from layouts.copies.room import page_full, stacked
from layouts.copies.writing import BLACK, THIN, written_line
from layouts.sheet import Group, Item, Path, Sheet
from layouts.symbols.geometry import polyline
from layouts.text import LINE_HEIGHT, wrap
from layouts.workshop.moving import moved
from sociogram.language import Bilingual

SIZE = 2.9
ROW = 7.2
LABEL, TOTAL = 0.56, 0.13
"""Widths of the words and of the total, as parts of the slip."""
PEOPLE = ("persons", "contacts")
SENT = ("made", "accepted", "declined", "no_answer", "waiting", "completed")
REASONS = (
    "no_capacity", "not_eligible", "out_of_area", "missing_document", "could_not_contact",
    "person_declined", "service_closed", "wrong_service", "safety", "other",
)  # fmt: skip
"""The reasons of a refusal that the referral loop knows, in its order."""


def tally_slip(pack: LanguagePack, palette: Palette) -> Sheet:
    """Return one slip, A5 upright. BadInput: the words are too long for it."""
    style = PageStyle("tally", pack.say("tally.title"), palette, "A5", portrait=True)
    frame = page_frame(style, pack)
    groups, end = stacked(list(_blocks(pack, frame.area.width)), frame.area.x, frame.area.y)
    if end > frame.area.bottom:
        raise page_full("tally_full", Bilingual("le relevé du mois", "the monthly tally"))
    return page_sheet(style, pack, frame, groups)


def tally_page(pack: LanguagePack, palette: Palette) -> Sheet:
    """Return two slips side by side on A4, and the line to cut along."""
    slip = tally_slip(pack, palette)
    half, high = 297 / 2, 210.0
    cut = Path(polyline([(half, 4.0), (half, high - 4.0)]), BLACK, THIN, (2.0, 2.0))
    right = tuple(moved(item, half) for item in slip.items)
    items = (*slip.items, *right, Group((cut,), (("kind", "cut"),)))
    return Sheet(297, high, pack.lang, palette, slip.title, slip.desc, items, slip.data)


def _blocks(pack: LanguagePack, width: float) -> Iterator[Block]:
    yield _lines(pack, ("tally.month", "tally.service"), width)
    yield _lines(pack, ("tally.filled_by",), width)
    yield words_block(pack.say("tally.no_names"), SIZE, width, BLACK, after=0.8)
    yield from _section(pack, "people", [f"tally.{key}" for key in PEOPLE], width)
    yield from _section(pack, "sent", [f"tally.{key}" for key in SENT], width)
    yield words_block(pack.say("tally.check"), SIZE, width, BLACK, after=0.8)
    yield from _section(pack, "reasons", [f"tally.reason.{key}" for key in REASONS], width)


def _lines(pack: LanguagePack, keys: Sequence[str], width: float) -> Block:
    part = (width - 4 * (len(keys) - 1)) / len(keys)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        items: list[Item] = []
        for index, key in enumerate(keys):
            items += written_line(pack.say(key), x + index * (part + 4), y, part, SIZE * 1.1)
        return tuple(items)

    return Block(6.2, draw, "", (("kind", "to-fill"),))


def _section(pack: LanguagePack, key: str, rows: Sequence[str], width: float) -> Iterator[Block]:
    """Yield the heading of a section with its column names, then a row for each thing counted."""
    label, total = LABEL * width, TOTAL * width

    def head(x: float, y: float) -> tuple[Item, ...]:
        return (
            *set_lines(heading, x, y, SIZE * 1.1, BLACK),
            *set_lines([pack.say("tally.marks")], x + label + 2, y + 0.3, SIZE, BLACK),
            *set_lines([pack.say("tally.total")], x + width - total / 2, y + 0.3, SIZE, BLACK, "middle"),
        )

    heading = wrap(pack.say(f"tally.{key}"), SIZE * 1.1, label)
    yield Block(len(heading) * LINE_HEIGHT * SIZE * 1.1 + 0.6, head, "", (("kind", "words"),))
    for index, row in enumerate(rows):
        yield _row(pack.say(row), width, first=index == 0, row=row)
    yield Block(1.6, lambda _x, _y: ())


def _row(words: str, width: float, *, first: bool, row: str) -> Block:
    label, total = LABEL * width, TOTAL * width
    lines = wrap(words, SIZE, label - 1.5)
    high = max(ROW, len(lines) * LINE_HEIGHT * SIZE + 0.8)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        right, bottom = x + width, y + high
        top = y + (high - len(lines) * LINE_HEIGHT * SIZE) / 2
        rules = [[(x, bottom), (right, bottom)], [(x + label, y), (x + label, bottom)]]
        rules += [[(right - total, y), (right - total, bottom)], [(right, y), (right, bottom)]]
        rules += [[(x, y), (right, y)]] if first else []
        return (
            *set_lines(lines, x, top, SIZE, BLACK),
            *(Path(polyline(rule), BLACK, THIN) for rule in rules),
        )

    return Block(high, draw, "", (("kind", "count"), ("count", row.removeprefix("tally."))))
