"""The exercise: the sheet with hollow, numbered arrows, and behind it the list to answer on.

Three levels: tick the pen of each arrow (1); write the passive sentence and tick the pen (2); draw the arrows
of a story on a sheet that has none (3).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from colour_codes.charter import load_charter
from colour_codes.pens import ARROW_PENS, name
from layouts.copies.flow import Block, lines_height, set_lines, words_block
from layouts.copies.framing import copied, copy_input, drawing_of, framed_rows, kind_of
from layouts.copies.hollow_arrows import hollowed
from layouts.copies.language_pack import LanguagePack
from layouts.copies.naming import End, ends_of
from layouts.copies.pages import PageStyle, word_pages
from layouts.copies.untold_legend import hollow_row, named_rows
from layouts.copies.writing import BLACK, ticked_width, ticked_word
from layouts.frame import FrameInput
from layouts.frame.words import printed
from layouts.sheet import Item, Sheet
from layouts.symbols import badge, badge_width
from layouts.text import wrap
from sociogram.situation.staging import Arrow, Staging

Level = Literal[1, 2, 3]
TASKS: dict[Level, str] = {1: "pens", 2: "sentence", 3: "drawing"}


def exercise_sheets(
    staging: Staging, sheet: Sheet, pack: LanguagePack, *, level: Level = 1, number: int | None = None
) -> tuple[Sheet, ...]:
    """Return the sheet to look at, then the pages to answer on. `number` names the exercise in a pack."""
    asked = pack.say(f"exercise.{TASKS[level]}")
    title = pack.say("exercise.numbered", number=number, name=asked) if number else pack.say("exercise.title")
    wanted = copy_input(
        staging, sheet, title if number is None else pack.say("exercise.short", number=number)
    )
    more = () if level == 3 else (hollow_row(pack.say("exercise.find")),)
    frame = framed_rows(wanted, (*named_rows(wanted), *more), ())
    drawing = drawing_of(sheet)
    if level == 3:
        drawing = tuple(item for item in drawing if kind_of(item) != "activation")
    picture = copied(sheet, frame, hollowed(drawing, staging), "exercise")
    return (picture, *_questions(staging, wanted, pack, level, title))


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
        said = self.pack.say("exercise.from_to", **self.named(arrow))
        return self.block(arrow, said, self.pen_boxes)

    def sentence(self, arrow: Arrow) -> Block:
        """Only the number is told: the sentence and the pen are asked."""
        dots = self.pack.say("outline.pen")
        words = load_charter().sentence(self.pack.lang, activated=dots, activator=dots, status=arrow.status)
        return self.block(arrow, f"{printed(words)}.", self.pen_boxes, above=0.9)

    def drawing(self, arrow: Arrow) -> Block:
        """The story is told; the arrow is to be drawn."""
        labels = {line.arrow: line.label for line in self.staging.story}
        named, label = self.named(arrow), printed(labels.get(arrow.id, ""))
        key = "exercise.told" if label else "exercise.from_to"
        said = self.pack.say(key, **named, **({"label": label} if label else {}))
        return self.block(arrow, said[:1].upper() + said[1:], self.pen_boxes)

    def named(self, arrow: Arrow) -> dict[str, str]:
        return {"activator": self.ends[arrow.activator].label, "activated": self.ends[arrow.activated].label}

    def block(
        self, arrow: Arrow, said: str, foot: Callable[[float, float], Iterator[Item]], *, above: float = 0.0
    ) -> Block:
        lines = wrap(said, self.size, self.width - self.indent)
        text = lines_height(lines, self.size)
        high = above * self.size + text + 1.7 * self.size

        def draw(x: float, y: float) -> tuple[Item, ...]:
            middle = y + above * self.size + 0.62 * self.size
            mark = badge(
                round(x + badge_width("99", self.size) / 2, 2), round(middle, 2), str(arrow.number), self.size,
                colour=BLACK, text_colour=BLACK, width=0.3,
            )  # fmt: skip
            words = set_lines(lines, x + self.indent, y + above * self.size, self.size, BLACK)
            boxes = foot(x + self.indent, y + above * self.size + text + 0.85 * self.size)
            return (*mark, *words, *boxes)

        return Block(high + 0.9 * self.size, draw, f"{arrow.number}. {said}", _data(arrow))

    def pen_boxes(self, x: float, middle: float) -> Iterator[Item]:
        for pen in ARROW_PENS:
            word = name(pen, self.pack.lang)
            yield from ticked_word(word, x, middle, self.size)
            x += ticked_width(word, self.size) + 1.6 * self.size


def _data(arrow: Arrow) -> tuple[tuple[str, str], ...]:
    return (("kind", "question"), ("order", str(arrow.number)))
