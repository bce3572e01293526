"""The strokes of the three sets of pens, in millimetres."""

from itertools import combinations

import pytest

from colour_codes.palettes import LINK_KINDS, Palette, Stroke, ink, link_stroke, node_stroke, stroke_of
from colour_codes.pens import ARROW_PENS, Pen
from colour_codes.sides import Side

BLACK = "#000000"

ARROWS = [
    ("wall", "blue", Stroke("#2355b5", 0.8)),
    ("wall", "red", Stroke("#b2120d", 0.8)),
    ("wall", "orange", Stroke("#dc6400", 0.8)),
    ("wall", "green", Stroke("#4aa670", 0.8)),
    ("notebook", "blue", Stroke("#2355b5", 0.8)),
    ("notebook", "red", Stroke("#b2120d", 0.8)),
    ("notebook", "orange", Stroke("#b2120d", 1.0, (0.01, 2.4))),
    ("notebook", "green", Stroke("#4aa670", 0.8)),
    ("mono", "blue", Stroke(BLACK, 0.35)),
    ("mono", "red", Stroke(BLACK, 1.4)),
    ("mono", "orange", Stroke(BLACK, 1.4, (0.01, 3.0))),
    ("mono", "green", Stroke(BLACK, 2.0, double=True)),
]

NODES = [
    ("wall", "living", Stroke(BLACK, 0.5)),
    ("wall", "working", Stroke("#4aa670", 0.5)),
    ("notebook", "working", Stroke("#4aa670", 0.5)),
    ("mono", "living", Stroke(BLACK, 0.5)),
    ("mono", "working", Stroke(BLACK, 1.8, double=True)),
    ("mono", "undecided", Stroke("#595959", 0.4, (2.0, 1.6))),
]


@pytest.mark.parametrize(("palette", "pen", "stroke"), ARROWS)
def test_the_line_of_an_arrow(palette, pen, stroke):
    assert stroke_of(Pen(pen), Palette(palette)) == stroke


@pytest.mark.parametrize(("palette", "side", "stroke"), NODES)
def test_the_outline_of_a_figure(palette, side, stroke):
    assert node_stroke(Side(side), Palette(palette)) == stroke


@pytest.mark.parametrize("palette", list(Palette))
def test_no_two_pens_are_drawn_alike(palette):
    lines = [stroke_of(pen, palette) for pen in ARROW_PENS]
    assert all(one != other for one, other in combinations(lines, 2))


@pytest.mark.parametrize("palette", list(Palette))
def test_dots_mean_orange_and_nothing_else(palette):
    dotted = [pen for pen in ARROW_PENS if stroke_of(pen, palette).dash]
    assert dotted == ([] if palette is Palette.WALL else [Pen.ORANGE])


@pytest.mark.parametrize("palette", [Palette.NOTEBOOK, Palette.MONO])
def test_dots_stay_apart_on_a_copy(palette):
    stroke = stroke_of(Pen.ORANGE, palette)
    dot = stroke.dash[0] + stroke.width
    paper = stroke.dash[1] - stroke.width
    assert dot >= 1.0
    assert paper >= 1.0


def test_mono_prints_in_black_alone():
    assert {stroke_of(pen, Palette.MONO).colour for pen in ARROW_PENS} == {BLACK}
    assert {ink(pen, Palette.MONO) for pen in (Pen.BLACK, *ARROW_PENS)} == {BLACK}


def test_mono_keeps_the_notebook_habit_dotted_leads_back_home():
    for palette in (Palette.NOTEBOOK, Palette.MONO):
        red, orange = stroke_of(Pen.RED, palette), stroke_of(Pen.ORANGE, palette)
        assert (red.colour, bool(red.dash)) == (orange.colour, not orange.dash)


def test_a_double_line_keeps_paper_between_its_two_lines():
    assert stroke_of(Pen.GREEN, Palette.MONO).gap == 1.0
    assert node_stroke(Side.WORKING_TOGETHER, Palette.MONO).gap == 0.9
    assert stroke_of(Pen.GREEN, Palette.WALL).gap == 0.0


@pytest.mark.parametrize("pen", [Pen.BLACK, Pen.PENCIL])
def test_black_and_pencil_draw_no_arrow(pen):
    with pytest.raises(ValueError, match="the arrow pens are blue, red, orange, green"):
        stroke_of(pen, Palette.WALL)


@pytest.mark.parametrize("palette", list(Palette))
@pytest.mark.parametrize("kind", LINK_KINDS)
def test_links_are_thinner_than_any_arrow_and_colourless(kind, palette):
    line = link_stroke(kind, palette)
    assert line.width < min(stroke_of(pen, palette).width for pen in ARROW_PENS)
    assert line.colour in (BLACK, "#595959")
    assert not line.double


def test_an_unknown_link_is_refused():
    with pytest.raises(ValueError, match="unknown link 'conflict': use one of couple"):
        link_stroke("conflict", Palette.WALL)
