"""The story as pages: number, date, passive sentence, working label, in the order of the story.

The labels are working notes: these pages are made only when they are asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from colour_codes.palettes import Palette, stroke_of, text_colour
from colour_codes.pens import Pen, letter
from layouts.frame import Frame, FrameInput, build_frame
from layouts.frame.words import printed
from layouts.sheet import Group, Item, Sheet, Text
from layouts.symbols import badge, badge_width
from layouts.text import ASCENT, LINE_HEIGHT, wrap
from sociogram.language import Bilingual, Lang
from sociogram.situation.staging import Staging, StoryLine

TITLE = Bilingual(fr="Le récit, flèche par flèche", en="The story, arrow by arrow")
PAGE = Bilingual(fr="page {page} sur {pages}", en="page {page} of {pages}")
EMPTY = Bilingual(fr="Aucune flèche sur cette feuille.", en="No arrow on this sheet.")
_ROOM = 0.7
"""Room between two lines of the story, in letter sizes."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the story, set: its sentence, and below it date and label."""

    line: StoryLine
    sentence: tuple[str, ...]
    note: tuple[str, ...]

    def height(self, size: float) -> float:
        """Return its height in mm."""
        return (len(self.sentence) * LINE_HEIGHT + len(self.note) * LINE_HEIGHT * 0.85 + _ROOM) * size


def story_sheets(staging: Staging, *, palette: Palette, paper: str = "A4") -> tuple[Sheet, ...]:
    """Return the pages of the story, upright, at least one. BadInput for an unknown paper."""
    frame = _frame(staging, palette, paper, "")
    size = round(frame.paper.text * 1.15, 2)
    indent = max((badge_width(_mark(line), size) for line in staging.story), default=0.0) + size
    width = frame.area.width - indent
    pages = _pages([_entry(line, width, size) for line in staging.story], frame.area.height, size)
    return tuple(
        _sheet(staging, palette, paper, entries, size, indent, (index + 1, len(pages)))
        for index, entries in enumerate(pages)
    )


def _frame(staging: Staging, palette: Palette, paper: str, notice: str) -> Frame:
    title = TITLE.in_(staging.lang)
    return build_frame(
        FrameInput(
            staging.lang, palette, paper, staging.date, title, staging.fictional, portrait=True, rows=(),
            notice=notice,
        )
    )  # fmt: skip


def _mark(line: StoryLine) -> str:
    return f"{letter(line.pen)}{line.number}"


def _entry(line: StoryLine, width: float, size: float) -> _Entry:
    note = " · ".join(part for part in (line.when, line.label) if part)
    return _Entry(
        line,
        tuple(wrap(printed(line.sentence), size, width)),
        tuple(wrap(printed(note), _small(size), width)),
    )


def _small(size: float) -> float:
    return max(2.5, round(0.85 * size, 2))


def _pages(entries: Sequence[_Entry], height: float, size: float) -> list[list[_Entry]]:
    pages: list[list[_Entry]] = [[]]
    left = height
    for entry in entries:
        need = entry.height(size)
        if pages[-1] and need > left:
            pages.append([])
            left = height
        pages[-1].append(entry)
        left -= need
    return pages


def _sheet(
    staging: Staging,
    palette: Palette,
    paper: str,
    entries: Sequence[_Entry],
    size: float,
    indent: float,
    page: tuple[int, int],
) -> Sheet:
    lang = staging.lang
    words = PAGE.filled(page=page[0], pages=page[1]).in_(lang)
    frame = _frame(staging, palette, paper, words if page[1] > 1 else "")
    items = tuple(_items(entries, frame, size, indent, lang, palette))
    title = TITLE.in_(lang)
    data = (("story", str(page[0])), ("palette", palette.value), ("lang", lang))
    desc = " ".join(entry.line.sentence for entry in entries) or EMPTY.in_(lang)
    every = (*frame.groups_before, *items, *frame.groups_after)
    return Sheet(frame.paper.width, frame.paper.height, lang, palette, title, desc, every, data)


def _items(
    entries: Sequence[_Entry], frame: Frame, size: float, indent: float, lang: Lang, palette: Palette
) -> Iterator[Item]:
    black = text_colour(Pen.BLACK, palette)
    x, y = frame.area.x, frame.area.y + 0.5 * size
    if not entries:
        yield Text(x, round(y + ASCENT * size, 2), size, EMPTY.in_(lang), black)
    for entry in entries:
        line = entry.line
        middle = y + LINE_HEIGHT * size / 2
        centre = x + (indent - size) / 2
        colour, dark = stroke_of(line.pen, palette).colour, text_colour(line.pen, palette)
        mark = badge(round(centre, 2), round(middle, 2), _mark(line), size, colour=colour, text_colour=dark)
        items: list[Item] = [*mark]
        set_lines = [(words, size) for words in entry.sentence]
        set_lines += [(words, _small(size)) for words in entry.note]
        for words, letters in set_lines:
            items.append(Text(round(x + indent, 2), round(y + ASCENT * letters, 2), letters, words, black))
            y += LINE_HEIGHT * letters
        y += _ROOM * size
        yield Group(tuple(items), (("kind", "story"), ("id", line.arrow)), line.sentence)
