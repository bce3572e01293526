"""The 2x2 table, exhaustively, with literals: these are the confirmed facts of the method."""

import pytest

from colour_codes.activation_code import channel_of, pen_of_activation, pen_of_side, sides_of_channel
from colour_codes.pens import Pen
from colour_codes.sides import Side

LIVING, WORKING, UNDECIDED = Side("living"), Side("working"), Side("undecided")

TABLE = [
    (LIVING, LIVING, "blue", "VV"),
    (LIVING, WORKING, "red", "VT"),
    (WORKING, LIVING, "orange", "TV"),
    (WORKING, WORKING, "green", "TT"),
]


@pytest.mark.parametrize(("activator", "activated", "pen", "channel"), TABLE)
def test_the_pen_follows_from_both_sides_and_the_direction(activator, activated, pen, channel):
    assert pen_of_activation(activator=activator, activated=activated) is Pen(pen)
    assert channel_of(activator=activator, activated=activated) == channel
    assert sides_of_channel(channel) == (activator, activated)


@pytest.mark.parametrize(
    ("activator", "activated", "role"),
    [
        (UNDECIDED, LIVING, "activator"),
        (UNDECIDED, WORKING, "activator"),
        (LIVING, UNDECIDED, "activated"),
        (WORKING, UNDECIDED, "activated"),
        (UNDECIDED, UNDECIDED, "activator"),
    ],
)
def test_an_undecided_end_carries_no_arrow(activator, activated, role):
    with pytest.raises(ValueError, match=f"the {role} has no side yet.*choose living or working"):
        pen_of_activation(activator=activator, activated=activated)
    with pytest.raises(ValueError, match=f"the {role} has no side yet"):
        channel_of(activator=activator, activated=activated)


def test_the_ends_are_named_never_positional():
    with pytest.raises(TypeError):
        pen_of_activation(LIVING, WORKING)


@pytest.mark.parametrize(
    ("side", "pen"), [("living", "black"), ("working", "green"), ("undecided", "pencil")]
)
def test_the_pen_of_a_side(side, pen):
    assert pen_of_side(Side(side)) is Pen(pen)


@pytest.mark.parametrize("code", ["", "V", "vv", "VX", "VVV", "TT ", "\ud800", "V" * 10_000])
def test_any_other_channel_is_refused_in_a_short_message(code):
    with pytest.raises(ValueError, match="use one of VV, VT, TV, TT") as caught:
        sides_of_channel(code)
    assert len(str(caught.value)) < 100


def test_there_are_three_sides_and_six_pens():
    assert [side.value for side in Side] == ["living", "working", "undecided"]
    assert [pen.value for pen in Pen] == ["black", "green", "blue", "red", "orange", "pencil"]
