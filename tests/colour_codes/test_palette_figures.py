"""The figures of the chosen inks: bounds of hue first (named at sight), then the distances reached."""

from itertools import combinations

import pytest

from colour_codes.contrast import (
    Vision,
    contrast_ratio,
    difference,
    grey_lightness,
    oklch_of_hex,
    smallest_difference,
)
from colour_codes.palettes import Palette, ink, link_stroke, node_stroke, text_colour
from colour_codes.pens import ARROW_PENS, Pen
from colour_codes.sides import Side

# OKLCH bounds: pen, hue range, least lightness, least chroma (a pen, not a grey).
BOUNDS = [
    ("green", (140, 156), 0.45, 0.12),
    ("orange", (48, 62), 0.64, 0.14),
    ("red", (22, 31), 0.47, 0.17),
    ("blue", (255, 265), 0.40, 0.13),
]

INKS = [
    ("black", "#000000", 21.0),
    ("green", "#4aa670", 3.01),
    ("blue", "#2355b5", 6.91),
    ("red", "#b2120d", 7.03),
    ("orange", "#dc6400", 3.58),
]


@pytest.mark.parametrize(("pen", "hues", "lightness", "chroma"), BOUNDS)
def test_each_pen_is_named_at_sight(pen, hues, lightness, chroma):
    found = oklch_of_hex(ink(Pen(pen)))
    assert hues[0] <= found[2] <= hues[1]
    assert found[0] >= lightness
    assert found[1] >= chroma


@pytest.mark.parametrize(("pen", "colour", "contrast"), INKS)
def test_inks_and_their_contrast_on_white(pen, colour, contrast):
    assert ink(Pen(pen)) == colour
    assert contrast_ratio(colour) == pytest.approx(contrast, abs=0.005)
    assert contrast_ratio(colour) >= 3.0


def test_the_smallest_difference_reached_by_the_wall():
    found = smallest_difference([ink(pen) for pen in Pen if pen is not Pen.PENCIL])
    assert round(found.value, 1) == 16.7
    assert (found.first, found.second, found.vision) == ("#4aa670", "#dc6400", "protan")


CLOSEST = [
    ("normal", 22.9, "red", "orange"),
    ("protan", 16.7, "green", "orange"),
    ("deutan", 16.8, "green", "orange"),
    ("tritan", 16.8, "red", "orange"),
]


@pytest.mark.parametrize(("vision", "value", "first", "second"), CLOSEST)
def test_the_closest_pair_for_each_vision(vision, value, first, second):
    pairs = combinations([pen for pen in Pen if pen is not Pen.PENCIL], 2)
    found = min((difference(ink(a), ink(b), Vision(vision)), a, b) for a, b in pairs)
    assert (round(found[0], 1), found[1], found[2]) == (value, first, second)


def test_grey_copies_merge_pens_so_colour_is_never_alone():
    # Kept as a reminder of why letters, shapes and line styles exist: on a grey copy two pairs are close.
    grey = {pen.value: round(grey_lightness(ink(pen)), 1) for pen in ARROW_PENS}
    assert grey == {"blue": 38.2, "red": 37.7, "orange": 56.4, "green": 61.6}


@pytest.mark.parametrize("palette", list(Palette))
@pytest.mark.parametrize("pen", list(Pen))
def test_small_letters_are_dark_enough_for_a_copier(palette, pen):
    assert contrast_ratio(text_colour(pen, palette)) >= 7.0


@pytest.mark.parametrize("palette", list(Palette))
def test_pencil_and_thin_lines_survive_a_copier(palette):
    assert contrast_ratio(node_stroke(Side.UNDECIDED, palette).colour) >= 7.0
    assert contrast_ratio(link_stroke("former_home", palette).colour) >= 7.0
