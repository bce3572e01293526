import pytest

from colour_codes.pens import Pen, letter, name

PENS = [
    ("black", "N", "noir", "black"),
    ("green", "V", "vert", "green"),
    ("blue", "B", "bleu", "blue"),
    ("red", "R", "rouge", "red"),
    ("orange", "O", "orange", "orange"),
    ("pencil", "", "crayon", "pencil"),
]


@pytest.mark.parametrize(("pen", "initial", "french", "english"), PENS)
def test_names_in_both_languages_and_the_french_initial_in_each(pen, initial, french, english):
    assert name(Pen(pen), "fr") == french
    assert name(Pen(pen), "en") == english
    assert letter(Pen(pen), "fr") == letter(Pen(pen), "en") == initial


def test_the_letters_are_all_different():
    assert len({letter(pen, "en") for pen in Pen}) == 6


@pytest.mark.parametrize("say", [name, letter])
def test_an_unknown_language_is_refused(say):
    with pytest.raises(ValueError, match="unknown language 'it': use one of fr, en"):
        say(Pen.BLUE, "it")
