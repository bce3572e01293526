"""Labels break into whole lines, nothing cut off."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from layouts.text import text_width, wrap

LONG = "Association Malienne des Expulsés : solidarité pour les personnes en transit"


def test_words_stay_whole_and_lines_fit() -> None:
    lines = wrap(LONG, 3, 40)
    assert " ".join(lines).replace("\u00a0", " ") == LONG
    assert all(text_width(line, 3) <= 40 for line in lines)


def test_no_break_before_french_double_punctuation() -> None:
    for width in range(14, 60):
        for line in wrap("Qui vit ici : « elle » ?", 3, width):
            assert not line.startswith((":", "?", "»"))
            assert not line.endswith("«")


def test_a_long_word_breaks_at_a_sensible_place() -> None:
    assert wrap("hispano-mauritanienne", 3, 25) == ["hispano-", "mauritanienne"]
    assert "".join(wrap("intergouvernementalisation", 3, 15)) == "intergouvernementalisation"


def test_a_tone_mark_never_leaves_its_letter() -> None:
    for line in wrap("ɔ̀" * 30, 3, 9):
        assert not line.startswith("\u0300")


def test_max_lines_widens_rather_than_cuts() -> None:
    lines = wrap(LONG, 3, 20, max_lines=2)
    assert len(lines) <= 2
    assert " ".join(lines).replace("\u00a0", " ") == LONG


def test_no_lonely_last_word() -> None:
    assert wrap("agent de protection de l’enfance", 3, 38) == ["agent de protection", "de l’enfance"]


def test_an_empty_text_has_no_line() -> None:
    assert wrap("", 3, 40) == []
    assert wrap(" \n ", 3, 40) == []


@given(some.text(min_size=1, max_size=60), some.floats(5, 80))
def test_every_letter_survives(text: str, width: float) -> None:
    import unicodedata

    def letters(words: str) -> str:
        return "".join(unicodedata.normalize("NFC", words).split()).replace("\u00a0", "")

    assert letters("".join(wrap(text, 3, width))) == letters(text)


@pytest.mark.parametrize("width", [10.0, 22.0, 60.0])
def test_same_lines_twice(width: float) -> None:
    assert wrap(LONG, 3, width) == wrap(LONG, 3, width)
