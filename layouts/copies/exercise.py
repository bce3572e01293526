"""The exercise: the sheet with hollow, numbered arrows, and behind it the list to answer on.

Three levels: tick the pen of each arrow (1); write the passive sentence and tick the pen (2); draw the arrows
of a story on a sheet that has none (3).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from colour_codes.charter import load_charter
from colour_codes.pens import ARROW_PENS, name
from layouts.copies.flow import Block, set_lines, words_block
from layouts.copies.framing import AS_USUAL, Shown, copied, copy_input, drawing_of, framed_rows, kind_of
from layouts.copies.hollow_drawing import hollowed
from layouts.copies.language_pack import LanguagePack
from layouts.copies.naming import End, ends_of
from layouts.copies.pages import PageStyle, word_pages
from layouts.copies.untold_legend import hollow_row, named_rows
from layouts.copies.writing import BLACK, ticked_width, ticked_word
from layouts.frame import FrameInput
from layouts.frame.words import printed
from layouts.sheet import Item, Sheet
from layouts.symbols import badge, badge_width
from layouts.text import LINE_HEIGHT, text_width, wrap
from sociogram.situation.staging import Arrow, Staging

WRITING = 1.6
"""Room for handwriting, in lines of print."""
Level = Literal[1, 2, 3]
TASKS: dict[Level, str] = {1: "pens", 2: "sentence", 3: "drawing"}


def exercise_sheets(
    staging: Staging,
    sheet: Sheet,
    pack: LanguagePack,
    shown: Shown = AS_USUAL,
    *,
    level: Level = 1,
    number: int | None = None,
) -> tuple[Sheet, ...]:
    """Return the sheet to look at, then the pages to answer on. `number` names the exercise in a pack."""
    title = pack.say("exercise.title")
    short = title
    if number is not None:
        title = pack.say("exercise.numbered", number=number, name=pack.say(f"exercise.{TASKS[level]}"))
        short = pack.say("exercise.short", number=number)
    wanted = copy_input(staging, sheet, short, shown)
    more = () if level == 3 else (hollow_row(pack.say("exercise.find")),)
    frame = framed_rows(wanted, (*named_rows(wanted), *more), ())
    drawing = drawing_of(sheet)
    if level == 3:
        drawing = tuple(item for item in drawing if kind_of(item) != "activation")
    ends = ends_of(staging, pack)
    said = {arrow.id: from_to(arrow, ends, pack) for arrow in staging.arrows}
    picture = copied(sheet, frame, hollowed(drawing, staging, said), "exercise")
    return (picture, *_questions(staging, wanted, pack, level, title))


def from_to(arrow: Arrow, ends: Mapping[str, End], pack: LanguagePack) -> str:
    """Return both ends of an arrow, and nothing of its pen or its sentence."""
    activator, activated = ends[arrow.activator].label, ends[arrow.activated].label
    return pack.say("exercise.from_to", activator=activator, activated=activated)


def _questions(
    staging: Staging, wanted: FrameInput, pack: LanguagePack, level: Level, title: str
) -> tuple[Sheet, ...]:
    style = PageStyle(
        "exercise",
        title[:1].upper() + title[1:],
        wanted.palette,
        wanted.paper,
        fictional=staging.fictional,
        task=pack.say(f"exercise.task_{TASKS[level]}"),
        columns=2,
        sizes=(1.8, 1.6, 1.45, 1.3, 1.15),
    )
    return word_pages(style, pack, lambda width, size: _blocks(staging, pack, level, width, size))


def _blocks(staging: Staging, pack: LanguagePack, level: Level, width: float, size: float) -> Sequence[Block]:
    if not staging.arrows:
        return [words_block(pack.say("exercise.none"), size, width, BLACK)]
    asking = _Asking(staging, pack, ends_of(staging, pack), width, size)
    make: dict[Level, Callable[[Arrow], Block]] = {1: asking.pens, 2: asking.sentence, 3: asking.drawing}
    return [make[level](arrow) for arrow in staging.arrows]


@dataclass(frozen=True, slots=True)
class _Asking:
    """Writes the questions of one staging in a column `width` mm wide."""

    staging: Staging
    pack: LanguagePack
    ends: dict[str, End]
    width: float
    size: float

    @property
    def indent(self) -> float:
        return badge_width("99", self.size) + 0.8 * self.size

    def pens(self, arrow: Arrow) -> Block:
        """Both ends are told; the pen is asked."""
        return self.block(arrow, [from_to(arrow, self.ends, self.pack)])

    def sentence(self, arrow: Arrow) -> Block:
        """Only the number is told: the sentence and the pen are asked."""
        dots = "…" * round(0.5 * self.width / text_width("…", self.size))
        said = load_charter().sentence(self.pack.lang, activated=dots, activator=dots, status=arrow.status)
        return self.block(arrow, [f"{printed(said)}."], leading=WRITING)

    def drawing(self, arrow: Arrow) -> Block:
        """The story is told; the arrow is to be drawn."""
        labels = {line.arrow: line.label for line in self.staging.story}
        label = printed(labels.get(arrow.id, ""))
        return self.block(arrow, [from_to(arrow, self.ends, self.pack), *([label] if label else [])])

    def block(self, arrow: Arrow, said: Sequence[str], *, leading: float = 1.0) -> Block:
        """Return the number, what is said, and the boxes of the pens. `leading` parts lines to write on."""
        size, room = self.size, self.width - self.indent
        lines = [line for words in said for line in wrap(words, size, room)]
        step = LINE_HEIGHT * leading * size
        text, first = len(lines) * step, step - LINE_HEIGHT * size

        def draw(x: float, y: float) -> tuple[Item, ...]:
            mark = badge(
                round(x + badge_width("99", size) / 2, 2), round(y + first + 0.62 * size, 2),
                str(arrow.number), size, colour=BLACK, text_colour=BLACK, width=0.3,
            )  # fmt: skip
            words = [
                item
                for index, line in enumerate(lines)
                for item in set_lines([line], x + self.indent, y + first + index * step, size, BLACK)
            ]
            return (*mark, *words, *self.pen_boxes(x + self.indent, y + text + 0.85 * size))

        return Block(text + 2.6 * size, draw, "", _data(arrow))

    def pen_boxes(self, x: float, middle: float) -> Iterator[Item]:
        for pen in ARROW_PENS:
            word = name(pen, self.pack.lang)
            yield from ticked_word(word, x, middle, self.size)
            x += ticked_width(word, self.size) + 1.6 * self.size


def _data(arrow: Arrow) -> tuple[tuple[str, str], ...]:
    return (("kind", "question"), ("order", str(arrow.number)))
