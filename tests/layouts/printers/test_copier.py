"""On a grey copy the pens are still told apart: seen by the machine on rendered lines, not read off."""

import io
from itertools import combinations

import pytest
from PIL import Image

from colour_codes.palettes import Palette, node_stroke, stroke_of, text_colour
from colour_codes.pens import ARROW_PENS, Pen, letter
from colour_codes.sides import Side
from layouts.printers.copier import alike_in_grey, copier_note
from layouts.printers.png import write_png
from layouts.sheet import Item, Sheet
from layouts.symbols import badge, stroked

DOTS = 12
"""Pixels a millimetre."""


def copied(palette: Palette) -> Image.Image:
    """One line for each arrow pen and one for each side's figure, as a copier sees them."""
    strokes = [stroke_of(pen, palette) for pen in ARROW_PENS]
    strokes += [node_stroke(side, palette) for side in (Side.LIVING_TOGETHER, Side.WORKING_TOGETHER)]
    items: list[Item] = []
    for at, stroke in enumerate(strokes):
        items += stroked(f"M 5 {10 * at + 5} L 75 {10 * at + 5}", stroke)
    sheet = Sheet(80, 10 * len(strokes), "fr", palette, "", "", tuple(items))
    picture = Image.open(io.BytesIO(write_png(sheet, dpi=25.4 * DOTS)))
    return picture.convert("L")


def traits(picture: Image.Image, at: int) -> dict[str, float]:
    """What the eye has of line `at`: how dark, how thick in mm, how much of its length and core is inked."""
    band = picture.crop((15 * DOTS, (10 * at) * DOTS, 65 * DOTS, (10 * at + 10) * DOTS))
    ink = band.point(lambda level: 255 if level < 200 else 0)
    columns = [ink.crop((x, 0, x + 1, band.height)) for x in range(band.width)]
    inked = [column.getbbox() for column in columns]
    extents = [box[3] - box[1] for box in inked if box]
    core = [band.getpixel((x, band.height // 2)) for x in range(band.width)]
    whole = ink.getbbox()
    assert whole is not None
    return {
        "dark": float(band.getextrema()[0]),  # type: ignore[arg-type]
        "thick": max(extents) / DOTS,
        "length": len(extents) / band.width,
        "core": sum(level < 200 for level in core if isinstance(level, int)) / max(1, len(extents)),
    }


def apart(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two lines differ to the eye: a tenth of all greys, half as thick again, dotted, or hollow."""
    thick = sorted((one["thick"], other["thick"]))
    return (
        abs(one["dark"] - other["dark"]) >= 40
        or thick[1] >= 1.4 * thick[0]
        or abs(one["length"] - other["length"]) >= 0.3
        or abs(one["core"] - other["core"]) >= 0.5
    )


@pytest.mark.parametrize("palette", list(Palette))
def test_the_eye_agrees_with_what_we_say_looks_alike(palette: Palette) -> None:
    picture = copied(palette)
    seen = [traits(picture, at) for at in range(len(ARROW_PENS))]
    alike = {
        (ARROW_PENS[a], ARROW_PENS[b])
        for a, b in combinations(range(len(ARROW_PENS)), 2)
        if not apart(seen[a], seen[b])
    }
    assert alike == set(alike_in_grey(palette))


@pytest.mark.parametrize("palette", list(Palette))
def test_living_and_working_figures_stay_apart(palette: Palette) -> None:
    picture = copied(palette)
    count = len(ARROW_PENS)
    assert apart(traits(picture, count), traits(picture, count + 1))


def test_mono_needs_no_letter_and_says_nothing() -> None:
    assert alike_in_grey(Palette.MONO) == ()
    assert copier_note(Palette.MONO) is None


def test_the_note_names_the_pens() -> None:
    note = copier_note(Palette.WALL)
    assert note is not None
    assert "bleu et rouge" in note.fr
    assert "blue and red" in note.en
    assert "--palette mono" in note.fr


@pytest.mark.parametrize("palette", list(Palette))
def test_the_letters_do_it_on_every_palette(palette: Palette) -> None:
    """Rendered in grey, the four badges are four different pictures, and dark enough to read."""
    shown = []
    for pen in ARROW_PENS:
        stroke = stroke_of(pen, palette)
        ring = badge(10, 10, letter(pen), 3, colour=stroke.colour, text_colour=text_colour(pen, palette))
        sheet = Sheet(20, 20, "fr", palette, "", "", ring)
        picture = Image.open(io.BytesIO(write_png(sheet, dpi=25.4 * DOTS))).convert("L")
        inside = picture.crop((int(8.5 * DOTS), int(8.5 * DOTS), int(11.5 * DOTS), int(11.5 * DOTS)))
        assert inside.getextrema()[0] < 100  # type: ignore[operator]
        shown.append(inside.point(lambda level: 255 if level < 150 else 0).tobytes())
    for one, other in combinations(shown, 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) > 100


def test_there_are_four_arrow_pens() -> None:
    assert {*ARROW_PENS} == {Pen.BLUE, Pen.RED, Pen.ORANGE, Pen.GREEN}
