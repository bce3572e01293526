"""The pack of a workshop: complete, numbered, black on white, answers apart, as many copies as people."""

import re
from collections import Counter

import pytest

from colour_codes.palettes import Palette
from layouts.copies import LanguagePack, packaged_words
from layouts.sheet import Group, Item, Path, Sheet
from layouts.text import ASCENT, DESCENT, text_width
from layouts.workshop import pack_sheets
from layouts.workshop.divider import divider_sheet
from layouts.workshop.guide import guide_sheet
from layouts.workshop.parts import copies_for, groups_of
from layouts.workshop.tally import REASONS, tally_page, tally_slip
from sociogram.errors import BadInput
from sociogram.language import LANGUAGES, Lang

Pages = tuple[Sheet, ...]
KINDS = [
    *("guide", "legend", "exercise", "exercise", "exercise", "exercise", "exercise", "exercise"),
    *("outline", "blank", "tally", "divider"),
    *("answers", "answers", "answers", "answers", "answers", "answers"),
]  # fmt: skip


def inks(item: Item) -> set[str]:
    if isinstance(item, Group):
        return set().union(*map(inks, item.items)) if item.items else set()
    if isinstance(item, Path):
        return {colour for colour in (item.stroke, item.fill) if colour}
    return {item.colour}


def kind(sheet: Sheet) -> str:
    return dict(sheet.data)["copy"]


def test_everything_is_there_and_the_answers_are_last(pack: Pages) -> None:
    assert [kind(sheet) for sheet in pack] == KINDS


def test_each_page_has_its_number_and_the_notice(pack: Pages, said) -> None:  # type: ignore[no-untyped-def]
    for index, sheet in enumerate(pack):
        words = said(sheet)
        assert f"page {index + 1} sur {len(pack)}" in words
        assert "Version d’essai : situations fictives seulement" in words
        assert "Jean-Marie Lemaire" in words


def test_only_black_white_and_pencil(pack: Pages) -> None:
    for sheet in pack:
        assert set().union(*map(inks, sheet.items)) <= {"#000000", "#ffffff", "#595959", "#505050"}
        assert sorted((sheet.width, sheet.height)) == [210, 297]


def test_every_letter_is_large_enough_and_on_the_paper(pack: Pages, lines) -> None:  # type: ignore[no-untyped-def]
    for sheet in pack:
        for text in lines(sheet):
            part = {"start": 1.0, "middle": 0.5, "end": 0.0}[text.anchor]
            width = text_width(text.text, text.size)
            assert text.size >= 2.5
            assert text.x + part * width <= sheet.width - 4, text.text
            assert text.x + (part - 1) * width >= 4, text.text
            assert text.y - ASCENT * text.size >= 2, text.text
            assert text.y + DESCENT * text.size <= sheet.height - 4, text.text


def test_no_line_of_text_lies_over_another(pack: Pages, lines) -> None:  # type: ignore[no-untyped-def]
    for sheet in pack:
        boxes = []
        for text in lines(sheet):
            part = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
            width = text_width(text.text, text.size)
            left = text.x - part * width
            boxes.append((left, text.y - 0.7 * text.size, left + width, text.y + 0.2 * text.size, text.text))
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                over = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                assert over < 0.2 or down < 0.2, (kind(sheet), one[4], other[4])


def test_no_answer_stands_before_the_divider(pack: Pages, said) -> None:  # type: ignore[no-untyped-def]
    divider = KINDS.index("divider")
    assert "À garder à part" in said(pack[divider])
    answers = " ".join(said(sheet) for sheet in pack[divider:])
    assert answers.count("Donc : ") == 6 + 12 + 13
    assert all("Donc : " not in said(sheet) for sheet in pack[:divider])


def test_the_levels_rise(pack: Pages, said) -> None:  # type: ignore[no-untyped-def]
    first, second, third = (said(pack[index]) for index in (3, 5, 7))
    assert "volontaire → Adolescente A" in first
    assert "est activé(e)" not in first
    assert second.count("est activé(e)") == 12
    assert "→" not in second
    assert "envoie en formation" in third
    for words, count in ((first, 6), (second, 12), (third, 13)):
        for pen in ("bleu", "rouge", "orange", "vert"):
            assert len(re.findall(rf"\b{pen}\b", words)) == count


def test_the_guide_counts_copies(pack: Pages, said) -> None:  # type: ignore[no-untyped-def]
    words = said(pack[0])
    assert "pour 20 personnes" in words
    assert Counter(re.findall(r"× (\d+)", words)) == {"20": 5, "10": 2, "1": 2}
    assert "12 à 18 les réponses" in words
    assert "quatre personnes : 5" in words
    assert "Qui a mis qui au travail ?" in words


def test_the_command_of_the_guide_draws_the_poster_in_its_own_language() -> None:
    for lang in LANGUAGES:
        said = packaged_words(lang).say("pack.material_legend")
        assert "sociogram legend" in said
        assert ("--lang en" in said) == (lang == "en")


def worded(**texts: str) -> LanguagePack:
    """Return the French words with others in place of some, their keys written with __ for the point."""
    own = {key.replace("__", "."): text for key, text in texts.items()}
    return LanguagePack("fr", {**packaged_words("fr").texts, **own})


@pytest.mark.parametrize("words", [1, 3, 8, 40])
def test_the_divider_keeps_its_words_inside_its_box(words: int, lines) -> None:  # type: ignore[no-untyped-def]
    pack = worded(pack__divider=" ".join(["réponses"] * words), pack__divider_task="à garder " * 40)
    sheet = divider_sheet(pack, Palette.MONO)
    box = next(item for group in sheet.items if isinstance(group, Group) for item in group.items
               if isinstance(item, Path) and item.d.endswith("Z"))  # fmt: skip
    numbers = [float(word) for word in box.d.split() if not word.isalpha()]
    inside = [text for text in lines(sheet) if text.anchor == "middle"]
    assert inside
    for text in inside:
        half = text_width(text.text, text.size) / 2
        assert min(numbers[::2]) < text.x - half
        assert text.x + half < max(numbers[::2])
        assert min(numbers[1::2]) < text.y - ASCENT * text.size
        assert text.y + DESCENT * text.size < max(numbers[1::2])


def test_words_too_long_for_their_page_are_refused() -> None:
    with pytest.raises(BadInput) as caught:
        guide_sheet(worded(pack__order="un mot " * 55, pack__fictional="un mot " * 55), Palette.MONO, 20, ())
    assert caught.value.first.code == "guide_full"
    with pytest.raises(BadInput) as caught:
        tally_page(worded(tally__no_names="un mot " * 55), Palette.MONO)
    assert caught.value.first.code == "tally_full"


@pytest.mark.parametrize(
    ("share", "people", "copies"),
    [("each", 20, 20), ("pair", 21, 11), ("slips", 1, 1), ("slips", 20, 10), ("trainer", 500, 1)],
)
def test_copies(share, people: int, copies: int) -> None:  # type: ignore[no-untyped-def]
    assert copies_for(share, people) == copies


def test_groups_of_four() -> None:
    assert [groups_of(people) for people in (1, 4, 5, 20)] == [1, 1, 2, 5]


@pytest.mark.parametrize("participants", [0, -3, 501])
def test_an_impossible_number_is_refused(participants: int) -> None:
    with pytest.raises(BadInput, match="participants"):
        pack_sheets([], None, packaged_words("fr"), participants=participants)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tally_counts_what_a_referral_can_become(lang: Lang, said) -> None:  # type: ignore[no-untyped-def]
    words = packaged_words(lang)
    slip, page = said(tally_slip(words, Palette.MONO)), said(tally_page(words, Palette.MONO))
    for key in ("made", "accepted", "declined", "no_answer", "waiting", "completed", "persons", "contacts"):
        assert words.say(f"tally.{key}").replace("\u00a0", " ") in slip
    for reason in REASONS:
        assert words.say(f"tally.reason.{reason}") in slip
    assert page.count(words.say("tally.title")) == 2
    assert len(REASONS) == 10
