"""The answers: the sheet with its pens, then for each arrow the pen, the passive sentence and why."""

from collections.abc import Sequence

from colour_codes.palettes import Palette, stroke_of, text_colour
from colour_codes.pens import letter, name
from layouts.copies.flow import Block, lines_height, set_lines, words_block
from layouts.copies.framing import AS_USUAL, Shown, copy_input, paper_of, retitled
from layouts.copies.language_pack import LanguagePack
from layouts.copies.naming import End, ends_of
from layouts.copies.pages import PageStyle, word_pages
from layouts.copies.writing import BLACK
from layouts.frame import build_frame
from layouts.frame.words import printed
from layouts.sheet import Item, Sheet
from layouts.symbols import badge, badge_width
from layouts.text import wrap
from sociogram.situation.staging import Arrow, Staging


def answer_sheets(
    staging: Staging, sheet: Sheet, pack: LanguagePack, shown: Shown = AS_USUAL, *, number: int | None = None
) -> tuple[Sheet, ...]:
    """Return the sheet with its pens, then the list. `number` names the exercise in a pack."""
    short = pack.say("answers.short", number=number) if number else pack.say("answers.title").lower()
    picture = retitled(sheet, build_frame(copy_input(staging, sheet, short, shown)), "answers")
    style = PageStyle(
        "answers",
        pack.say("answers.numbered", number=number) if number else pack.say("answers.title"),
        sheet.palette,
        paper_of(sheet),
        fictional=staging.fictional,
        columns=2,
        sizes=(1.6, 1.45, 1.3, 1.15, 1.0),
    )
    list_ = word_pages(style, pack, lambda width, size: _blocks(staging, pack, width, size, sheet.palette))
    return (picture, *list_)


def _blocks(
    staging: Staging, pack: LanguagePack, width: float, size: float, palette: Palette
) -> Sequence[Block]:
    if not staging.arrows:
        return [words_block(pack.say("exercise.none"), size, width, BLACK)]
    ends = ends_of(staging, pack)
    said = {line.arrow: printed(line.sentence) for line in staging.story}
    return [
        _answer(arrow, ends, said.get(arrow.id, ""), pack, width, size, palette) for arrow in staging.arrows
    ]


def _answer(
    arrow: Arrow,
    ends: dict[str, End],
    sentence: str,
    pack: LanguagePack,
    width: float,
    size: float,
    palette: Palette,
) -> Block:
    indent = badge_width("O99", size) + 0.8 * size
    who, whom = ends[arrow.activator].side_words, ends[arrow.activated].side_words
    why = (
        sentence,
        pack.say("answers.activator", side=who),
        pack.say("answers.activated", side=whom),
        pack.say("answers.pen", pen=name(arrow.pen, pack.lang)),
    )
    lines = [line for said in why for line in wrap(said, size, width - indent)]

    def draw(x: float, y: float) -> tuple[Item, ...]:
        mark = badge(
            round(x + indent / 2 - 0.4 * size, 2), round(y + 0.62 * size, 2),
            f"{letter(arrow.pen, pack.lang)}{arrow.number}", size,
            colour=stroke_of(arrow.pen, palette).colour,
            text_colour=text_colour(arrow.pen, palette), width=0.3,
        )  # fmt: skip
        return (
            *mark,
            *set_lines(lines, x + indent, y, size, BLACK),
        )

    data = (("kind", "answer"), ("order", str(arrow.number)), ("pen", arrow.pen.value))
    height = lines_height(lines, size) + 0.8 * size
    return Block(height, draw, "", data)
