"""The sheet to redraw in a notebook: numbered steps, the pens named in words, in large letters."""

from collections.abc import Iterator, Sequence

from colour_codes.palettes import Palette
from colour_codes.pens import Pen
from layouts.copies.flow import Block, lines_height, set_lines, words_block
from layouts.copies.language_pack import LanguagePack
from layouts.copies.pages import PageStyle, word_pages
from layouts.copies.places import centres_of
from layouts.copies.samples import WIDTH, sample_items
from layouts.copies.steps import Step, steps_of
from layouts.copies.writing import BLACK
from layouts.frame import paper_named
from layouts.sheet import Item, Sheet
from layouts.text import wrap
from sociogram.situation.staging import Staging

LETTERS = {"A5": 3.6}
"""Letter sizes in mm, where they are not 1.5 times those of the paper's legend."""


def redraw_sheets(
    staging: Staging,
    sheet: Sheet,
    pack: LanguagePack,
    *,
    palette: Palette,
    paper: str = "A4",
    plain: bool = False,
) -> tuple[Sheet, ...]:
    """Return the pages, upright. `sheet` is the drawing the steps lead to. BadInput for an unknown paper."""
    size_of = paper_named("A4" if paper == "auto" else paper)
    size = LETTERS.get(size_of.name, round(1.5 * size_of.text, 2))
    steps = steps_of(staging, pack, palette, centres_of(sheet), plain=plain)
    style = PageStyle(
        "redraw",
        pack.say("redraw.title"),
        palette,
        size_of.name,
        portrait=True,
        fictional=staging.fictional,
        task=_needed(steps, pack, palette),
        sizes=(size / size_of.text,),
    )
    return word_pages(style, pack, lambda width, letters: list(_blocks(steps, width, letters, palette)))


def _needed(steps: Sequence[Step], pack: LanguagePack, palette: Palette) -> str:
    """Return the pens to have at hand, in words."""
    if palette is Palette.MONO:
        return pack.say("redraw.one_pen")
    held = {step.pen for step in steps if step.sample not in ("words", "heading")}
    dotted = palette is Palette.NOTEBOOK and Pen.ORANGE in held
    if dotted:
        held = held - {Pen.ORANGE} | {Pen.RED}
    order = (Pen.BLACK, Pen.GREEN, Pen.BLUE, Pen.RED, Pen.ORANGE, Pen.PENCIL)
    said = pack.say(
        "redraw.pens", pens=", ".join(pack.say(f"pens.{pen.value}") for pen in order if pen in held)
    )
    return f"{said} {pack.say('redraw.no_orange')}" if Pen.ORANGE in held else said


def _blocks(steps: Sequence[Step], width: float, size: float, palette: Palette) -> Iterator[Block]:
    count = 0
    for step in steps:
        if step.sample == "heading":
            yield words_block(step.said[0], round(1.2 * size, 2), width, BLACK, after=0.4, heads=True)
        else:
            count += 1
            yield _step(step, count, width, size, palette)


def _step(step: Step, count: int, width: float, size: float, palette: Palette) -> Block:
    """Return a numbered step: its number, its sample, its words."""
    number, indent = 2.1 * size, (2.1 + WIDTH + 0.6) * size
    small = max(2.5, round(0.85 * size, 2))
    lines = [line for said in step.said for line in wrap(said, size, width - indent)]
    note = wrap(step.note, small, width - indent) if step.note else []
    words = lines_height(lines, size) + lines_height(note, small)
    tall = max(words, 3.1 * size if step.sample in ("home", "building") else 2.3 * size)
    if step.sample in ("words", "link", "arrow"):
        tall = max(words, 1.4 * size)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        top = y + (tall - words) / 2
        middle = y + tall / 2
        return (
            *set_lines([f"{count}."], x + number - 0.5 * size, middle - 0.62 * size, size, BLACK, "end"),
            *sample_items(step, x + number, middle, size, palette),
            *set_lines(lines, x + indent, top, size, BLACK),
            *set_lines(note, x + indent, top + lines_height(lines, size), small, BLACK),
        )

    data = (("kind", "step"), ("step", str(count)), *((("order", str(step.number)),) if step.number else ()))
    return Block(tall + 0.9 * size, draw, "", data)
