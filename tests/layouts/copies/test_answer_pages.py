"""The answers: the pen, the passive sentence and why, for every arrow; the blank sheet."""

from dataclasses import replace

import pytest

from colour_codes.charter import load_charter
from colour_codes.palettes import Palette
from colour_codes.pens import name
from layouts.copies import answer_sheets, blank_sheet, exercise_sheets, packaged_words
from layouts.copies.framing import drawing_of
from sociogram.errors import BadInput
from sociogram.language import LANGUAGES, Lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_arrow_has_its_pen_sentence_and_reason(lang: Lang, drawn, groups, said) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn(lang=lang)
    picture, *pages = answer_sheets(staging, sheet, packaged_words(lang))
    assert drawing_of(picture) == drawing_of(sheet)
    answers = [group for page in pages for group in groups(page, "answer")]
    assert [dict(group.data)["order"] for group in answers] == [str(a.number) for a in staging.arrows]
    sides = load_charter().sides
    side_of = {figure.id: sides[figure.side.value].said(lang) for figure in staging.figures}
    for arrow, line, group in zip(staging.arrows, staging.story, answers, strict=True):
        words = " ".join(i.text for i in group.items if hasattr(i, "text")).replace("\u00a0", " ")
        assert line.sentence.replace("'", "’") in words
        assert words.endswith(f"{name(arrow.pen, lang)}.")
        who, whom = (
            ("Qui active : ", "Qui est activé : ")
            if lang == "fr"
            else ("Who activates: ", "Who is activated: ")
        )
        assert f"{who}{side_of[arrow.activator]}." in words
        assert f"{whom}{side_of[arrow.activated]}." in words


def test_an_empty_situation_has_copies(drawn, said) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn()
    bare = replace(staging, arrows=(), story=())
    for sheets in (
        exercise_sheets(bare, sheet, packaged_words("fr")),
        answer_sheets(bare, sheet, packaged_words("fr")),
    ):
        assert "Aucune flèche" in said(sheets[-1])


def test_the_third_level_draws_no_arrow_but_tells_the_story(drawn, groups, said) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn()
    picture, *pages = exercise_sheets(staging, sheet, packaged_words("fr"), level=3, number=3)
    assert not groups(picture, "activation")
    assert len(groups(picture, "person")) == len(groups(sheet, "person")) > 0
    words = said(*pages)
    for line in staging.story:
        assert line.label.replace("'", "’") in words


@pytest.mark.parametrize("palette", list(Palette))
def test_a_blank_sheet_has_a_legend_a_date_and_room(palette: Palette, groups, said) -> None:  # type: ignore[no-untyped-def]
    sheet = blank_sheet(packaged_words("fr"), palette=palette)
    words = said(sheet)
    for part in (
        "Date :",
        "Qui est là :",
        "ceux qui vivent ensemble",
        "La pointe se lit d’abord",
        "Version d’essai",
    ):
        assert part in words
    assert "sans date" not in words
    rule = groups(sheet, "legend")[0].items[0]
    top = float(rule.d.split()[2])
    written = [item.y for item in groups(sheet, "to-fill")[0].items if hasattr(item, "text")]
    assert top - max(written) > 100


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(BadInput):
        blank_sheet(packaged_words("fr"), palette=Palette.WALL, paper="letter")
