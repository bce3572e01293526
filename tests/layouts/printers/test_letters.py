"""The smallest letter: measured in every corner of a sheet, said in words, refused under 2.5 mm."""

import pytest

from colour_codes.palettes import Palette
from layouts.printers.letters import check_letters, printed_size, smallest_letter
from layouts.sheet import Group, Item, Path, Sheet, Text
from sociogram.errors import BadInput


def sheet(*items: Item, width: float = 297, height: float = 210) -> Sheet:
    return Sheet(width, height, "fr", Palette.WALL, "Feuille", "", items)


def word(size: float, text: str = "mot") -> Text:
    return Text(10, 20, size, text, "#000000")


def test_the_smallest_letter_is_found_inside_groups() -> None:
    assert smallest_letter(sheet(word(4), Group((Group((word(2.9), Path("M 0 0 L 1 1"))),)))) == 2.9
    assert smallest_letter(sheet(word(4), word(1, " "))) == 4
    assert smallest_letter(sheet(Path("M 0 0 L 1 1"))) is None


def test_it_is_said_in_both_languages() -> None:
    said = printed_size(sheet(word(2.9)))
    assert said.said("fr") == "A4, 297 × 210\u00a0mm, plus petite lettre\u00a0: 2,9\u00a0mm"
    assert said.said("en") == "A4, 297 × 210\u00a0mm, smallest letter: 2.9\u00a0mm"
    assert printed_size(sheet(word(3), width=210, height=297)).paper == "A4"
    assert printed_size(sheet(width=100.5, height=50)).said("fr") == "100,5 × 50\u00a0mm"


@pytest.mark.parametrize("size", [2.5, 2.497, 30])
def test_letters_that_can_be_read_pass(size: float) -> None:
    check_letters([sheet(word(size))])


def test_smaller_ones_are_refused_wherever_they_stand() -> None:
    with pytest.raises(BadInput) as refused:
        check_letters([sheet(word(5)), sheet(word(5), Group((word(2.4),)))])
    (problem,) = refused.value.problems
    assert problem.code == "letters_too_small"
    assert "2,4 mm" in problem.says.fr
    assert problem.remedy.fr
