"""The measures themselves, against published values; the pens are judged in test_palette_figures.py."""

import pytest

from colour_codes.colour_spaces import hex_of_linear, linear_of_hex, linear_of_oklch
from colour_codes.contrast import (
    Vision,
    ciede2000,
    contrast_ratio,
    difference,
    grey_lightness,
    oklch_of_hex,
    smallest_difference,
)

# Sharma, Wu, Dalal 2005, table 1 (a part): two L*a*b* colours and their difference.
SHARMA = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 3.1571, -77.2803), (50, 0, -82.7485), 2.8615),
    ((50, 2.8361, -74.0200), (50, 0, -82.7485), 3.4412),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (61, -5, 29), 22.8977),
    ((50, 2.5, 0), (56, -27, -3), 31.9030),
    ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("first", "second", "expected"), SHARMA)
def test_ciede2000_gives_the_published_figures_both_ways(first, second, expected):
    assert ciede2000(first, second) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(second, first) == pytest.approx(expected, abs=5e-5)


# The figures found independently for three earlier sets of pens (method note, section 7.7 and 9).
EARLIER_SETS = [
    ("#008000 #0000ff #ffa500 #ff0000", 7.7, "protan", "#008000", "#ff0000"),
    ("#009e73 #0072b2 #e69f00 #d55e00", 12.4, "tritan", "#009e73", "#0072b2"),
    ("#1da384 #2451bc #cc7014 #9b0f14 #000000", 20.4, "protan", "#1da384", "#cc7014"),
    ("#50a473 #2c5fa8 #d76d08 #ab2428 #000000", 16.1, "protan", "#50a473", "#d76d08"),
]


@pytest.mark.parametrize(("colours", "value", "vision", "first", "second"), EARLIER_SETS)
def test_the_smallest_difference_of_earlier_sets(colours, value, vision, first, second):
    found = smallest_difference(colours.split())
    assert (round(found.value, 1), found.vision, found.first, found.second) == (value, vision, first, second)


def test_the_smallest_difference_needs_two_colours():
    with pytest.raises(ValueError, match="two colours"):
        smallest_difference(["#000000"])


def test_equal_colours_do_not_differ():
    assert smallest_difference(["#123456", "#123456"]).value == 0


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ffa500", "#ffffff", 1.97),
    ],
)
def test_wcag_contrast(first, second, ratio):
    assert contrast_ratio(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast_ratio(second, first) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma", "hue"),
    [("#ff0000", 0.628, 0.258, 29.23), ("#00ff00", 0.866, 0.295, 142.50), ("#0000ff", 0.452, 0.313, 264.05)],
)
def test_oklch_of_the_primaries(colour, lightness, chroma, hue):
    assert oklch_of_hex(colour) == pytest.approx((lightness, chroma, hue), abs=0.006)


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#2355b5", "#010203", "#fedcba"])
def test_there_and_back(colour):
    assert hex_of_linear(linear_of_hex(colour)) == colour
    assert hex_of_linear(linear_of_oklch(*oklch_of_hex(colour))) == colour


@pytest.mark.parametrize("vision", list(Vision))
def test_greys_look_the_same_to_everyone(vision):
    assert difference("#808080", "#000000", vision) == pytest.approx(
        difference("#808080", "#000000"), abs=0.01
    )


def test_red_and_green_of_one_lightness_merge_for_deutan_vision_only():
    assert difference("#c04030", "#6a7a30", Vision.DEUTAN) < 10 < 40 < difference("#c04030", "#6a7a30")


def test_the_grey_of_a_copy():
    assert grey_lightness("#ffffff") == pytest.approx(100, abs=0.01)
    assert grey_lightness("#000000") == pytest.approx(0, abs=0.01)
    assert grey_lightness("#1da384") == pytest.approx(60.0, abs=0.05)


@pytest.mark.parametrize(
    "text", ["", "red", "#fff", "#FFFFFF", "#12345g", "#1234567", "#ffffff\n", "x" * 9999]
)
def test_what_is_not_a_colour_is_refused(text):
    with pytest.raises(ValueError, match="not a colour"):
        contrast_ratio(text)
