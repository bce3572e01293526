"""The poster of the legend: whole on every paper, in the words of the charter."""

from dataclasses import replace

import pytest

from colour_codes.charter import charter_in_use, choose_charter, load_charter
from colour_codes.palettes import Palette, ink
from colour_codes.pens import ARROW_PENS, Pen
from colour_codes.words import Words
from layouts.copies import LanguagePack, packaged_words
from layouts.frame import PAPERS
from layouts.legend_poster import poster_sheet
from layouts.printers.reading import reading_of
from layouts.printers.svg import write_svg
from layouts.text import ASCENT, DESCENT, text_width
from sociogram.errors import BadInput
from sociogram.language import LANGUAGES, Lang


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("palette", list(Palette))
@pytest.mark.parametrize("paper", list(PAPERS))
def test_it_is_whole_and_readable_on_every_paper(paper: str, palette: Palette, lang: Lang, lines) -> None:  # type: ignore[no-untyped-def]
    sheet = poster_sheet(packaged_words(lang), palette=palette, paper=paper)
    assert (sheet.width, sheet.height) == (PAPERS[paper].width, PAPERS[paper].height)
    boxes = []
    for text in lines(sheet):
        part = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        width = text_width(text.text, text.size)
        left = text.x - part * width
        assert text.size >= 2.5
        assert left >= 4
        assert left + width <= sheet.width - 4, text.text
        assert text.y - ASCENT * text.size >= 2
        assert text.y + DESCENT * text.size <= sheet.height - 3, text.text
        boxes.append((left, text.y - 0.7 * text.size, left + width, text.y + 0.2 * text.size, text.text))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            over = min(one[2], other[2]) - max(one[0], other[0])
            assert over < 0.1 or min(one[3], other[3]) - max(one[1], other[1]) < 0.1, (one[4], other[4])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_all_that_the_charter_says_of_arrows(lang: Lang, said) -> None:  # type: ignore[no-untyped-def]
    charter = load_charter()
    for palette in Palette:
        words = said(poster_sheet(packaged_words(lang), palette=palette, paper="A4"))
        for pen in ARROW_PENS:
            assert charter.pen_word(pen, palette, lang) in words
        for side in ("living", "working"):
            # The name of a side may break over two lines, which `said` joins again.
            assert words.count(charter.sides[side].said(lang)) >= 3
        assert charter.sentence(lang, activated="B", activator="A") in words
        assert "Jean-Marie Lemaire" in words


def test_a_trainers_charter_changes_it(said) -> None:  # type: ignore[no-untyped-def]
    with charter_in_use():
        charter = load_charter()
        walls = {**charter.pen_words["wall"], "blue": Words("Azur", "Azure")}
        choose_charter(replace(charter, pen_words={**charter.pen_words, "wall": walls}))
        assert "Azur" in said(poster_sheet(packaged_words("fr"), palette=Palette.WALL))
    assert "Azur" not in said(poster_sheet(packaged_words("fr"), palette=Palette.WALL))


def test_words_too_long_for_the_poster_are_refused() -> None:
    pack = packaged_words("fr")
    long = {
        "poster.both_ways": "un mot " * 55,
        "poster.home": "un mot " * 55,
        "poster.person": "un mot " * 55,
    }
    with pytest.raises(BadInput) as caught:
        poster_sheet(LanguagePack("fr", {**pack.texts, **long}), palette=Palette.WALL)
    assert caught.value.first.code == "poster_full"


def test_the_pens_of_a_notebook_hold_no_orange_ink() -> None:
    pack = packaged_words("fr")
    assert ink(Pen.ORANGE) in write_svg(poster_sheet(pack, palette=Palette.WALL))
    assert ink(Pen.ORANGE) not in write_svg(poster_sheet(pack, palette=Palette.NOTEBOOK))


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(BadInput):
        poster_sheet(packaged_words("fr"), palette=Palette.WALL, paper="letter")


def test_the_table_is_said_once_to_who_listens() -> None:
    sheet = poster_sheet(packaged_words("fr"), palette=Palette.WALL)
    assert "ceux qui travaillent ensemble → ceux qui vivent ensemble : Orange." in sheet.desc.replace(
        "\u00a0", " "
    )
    assert not reading_of(sheet)


def test_the_same_bytes_twice() -> None:
    first, second = (write_svg(poster_sheet(packaged_words("en"), palette=Palette.MONO)) for _ in range(2))
    assert first == second
