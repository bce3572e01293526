"""The steps for a notebook: nothing of the sheet is forgotten, in order, in words, in large letters."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from colour_codes.palettes import Palette
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.copies import packaged_words, redraw_sheets
from layouts.copies.places import centres_of, place_words
from layouts.copies.samples import sample_items
from layouts.copies.steps import steps_of
from layouts.sheet import Sheet, Text
from layouts.text import DESCENT, text_width
from sociogram.language import LANGUAGES, Lang
from sociogram.situation.staging import Container, Figure, FormerHome, KinLine, Staging

Lines = Callable[[Sheet], list[Text]]
WITH = {
    Pen.BLUE: "Avec le bleu",
    Pen.RED: "Avec le rouge",
    Pen.ORANGE: "Avec l’orange",
    Pen.GREEN: "Avec le vert",
}


@pytest.mark.parametrize("palette", list(Palette))
def test_people_and_places_first_then_every_arrow_in_order(palette, drawn) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn(palette=palette)
    steps = steps_of(staging, packaged_words("fr"), palette, centres_of(sheet))
    samples = [step.sample for step in steps]
    first_arrow = samples.index("arrow")
    assert not {"home", "building", "person", "professional", "link"} & set(samples[first_arrow:])
    told = [step for step in steps if step.sample == "arrow"]
    assert [step.number for step in told] == [arrow.number for arrow in staging.arrows]
    assert [step.pen for step in told] == [arrow.pen for arrow in staging.arrows]
    assert [step.note for step in told] == [line.sentence.replace("'", "’") for line in staging.story]
    before = " ".join(words for step in steps[:first_arrow] for words in step.said).replace("\u00a0", " ")
    for one in (*staging.figures, *staging.containers):
        assert one.label.replace("'", "’") in before


def test_each_arrow_names_its_pen_and_both_ends(drawn) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn(palette=Palette.WALL)
    steps = steps_of(staging, packaged_words("fr"), Palette.WALL, centres_of(sheet))
    labels = {figure.id: figure.label.replace("'", "’") for figure in staging.figures}
    for arrow, step in zip(staging.arrows, [s for s in steps if s.sample == "arrow"], strict=True):
        words = " ".join(step.said).replace("\u00a0", " ")
        assert words.startswith(WITH[arrow.pen])
        assert f"de « {labels[arrow.activator]} » vers « {labels[arrow.activated]} »" in words
        assert f"écrivez {arrow.number}." in words


def test_a_notebook_without_orange_never_asks_for_it(drawn, said) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn(palette=Palette.WALL)
    pages = redraw_sheets(staging, sheet, packaged_words("fr"), palette=Palette.NOTEBOOK, paper="A5")
    words = said(*pages)
    assert "Il faut : noir, vert, bleu, rouge." in words
    assert words.count("Avec le rouge, en pointillé") == sum(a.pen is Pen.ORANGE for a in staging.arrows)
    assert "orange" not in words.lower()
    wall = said(*redraw_sheets(staging, sheet, packaged_words("fr"), palette=Palette.WALL))
    assert "Pas d’orange ? Prenez le rouge" in wall


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("paper", ["A5", "A4", "auto"])
def test_pages_hold_every_step_once_in_large_letters(
    paper: str, lang: Lang, drawn, groups, lines: Lines
) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn(lang=lang)
    pages = redraw_sheets(staging, sheet, packaged_words(lang), palette=Palette.NOTEBOOK, paper=paper)
    counted = [int(dict(g.data)["step"]) for page in pages for g in groups(page, "step")]
    assert counted == list(range(1, len(counted) + 1))
    for page in pages:
        assert page.height > page.width
        for group in groups(page, "step"):
            assert all(
                t.size >= 3.0 for t in group.items if isinstance(t, Text) and re.match(r"\w{3}", t.text)
            )
        for text in lines(page):
            part = {"start": 1.0, "middle": 0.5, "end": 0.0}[text.anchor]
            assert text.size >= 2.5
            assert text.x + part * text_width(text.text, text.size) < page.width
            assert text.y + DESCENT * text.size < page.height


def test_what_a_sheet_rarely_has_is_said_too() -> None:
    living, undecided = Side.LIVING_TOGETHER, Side.UNDECIDED
    staging = Staging(
        situation="s",
        lang="fr",
        fictional=True,
        date=None,
        figures=(
            Figure("a", "person", living, "Ami", "h"),
            Figure("b", "person", living, "Bintou"),
            Figure("u", "undecided", undecided, "La tante"),
        ),
        containers=(
            Container("i", "institution", Side.WORKING_TOGETHER, "Foyer"),
            Container("h", "household", living, "Chambre", ("a",), "i"),
            Container("o", "household", living, ""),
        ),
        former_homes=(FormerHome("f", "b", "o", "→ 2022-09"), FormerHome("g", "b", "h", "", still=True)),
        arrows=(),
        kin=(
            KinLine("k", "a", "b", "siblings"),
            KinLine("s", "a", "u", "other"),
            KinLine("t", "b", "a", "foster"),
            KinLine("c", "a", "b", "couple", ended=True),
            KinLine("m", "a", "b", "same_person"),
        ),
        story=(),
    )  # fmt: skip
    steps = steps_of(staging, packaged_words("fr"), Palette.WALL, {"b": (0.9, 0.1)})
    words = " ".join(said for step in steps for said in step.said).replace("\u00a0", " ")
    for part in (
        "En haut, écrivez la date.",
        "Avec le noir, tracez un contour rond dans « Foyer ».",
        "Écrivez : lieu de vie.",
        "Dedans, dessinez une personne : Ami.",
        "dessinez une personne hors de tout contour, en haut, à droite. Écrivez : Bintou.",
        "Avec le crayon, dessinez une personne hors de tout contour, au milieu. Écrivez : La tante.",
        "Son côté n’est pas encore décidé.",
        "tracez un trait fin, sans pointe, entre Ami et Bintou. C’est : frères et sœurs.",
        "tracez un trait fin en tirets",
        "Au crayon, tracez des tirets de Bintou vers lieu de vie : un lieu de vie d’avant.",
        "Écrivez : → 2022-09.",
        "C’est : l’accueil ou le placement d’un enfant.",
        "C’est : couple. Barrez ce trait : c’est terminé.",
        "Au crayon, tracez un trait entre Ami et Bintou : la même personne.",
        "des tirets longs et courts de Bintou vers Chambre : un autre lieu de vie, en même temps.",
    ):
        assert part in words, part
    assert "Ensuite, les flèches" not in words
    drawn = {step.key: sample_items(step, 0, 0, 4.0, Palette.WALL) for step in steps if step.sample == "link"}
    assert len(drawn["ended_couple"]) == 2  # the line, and what strikes it
    assert all(len(items) == 1 for key, items in drawn.items() if key != "ended_couple")


def test_without_additions_no_number_is_asked_for(drawn) -> None:  # type: ignore[no-untyped-def]
    staging, _ = drawn()
    steps = steps_of(staging, packaged_words("fr"), Palette.WALL, {}, plain=True)
    assert not any("Au départ" in words for step in steps for words in step.said)
    assert not any(step.number for step in steps)


def test_a_status_is_said(drawn) -> None:  # type: ignore[no-untyped-def]
    staging, _ = drawn()
    first, second, *rest = staging.arrows
    other = replace(staging, arrows=(replace(first, status="ended"), replace(second, status="wished"), *rest))
    steps = [s for s in steps_of(other, packaged_words("fr"), Palette.WALL, {}) if s.sample == "arrow"]
    assert ["Barrez" in " ".join(s.said) for s in steps] == [True] + [False] * (len(steps) - 1)
    assert ["vide" in " ".join(s.said) for s in steps] == [False, True] + [False] * (len(steps) - 2)


def test_places_in_words() -> None:
    pack = packaged_words("fr")
    assert place_words((0.0, 0.0), pack) == "en haut, à gauche"
    assert place_words((0.5, 0.5), pack) == "au milieu"
    assert place_words((1.0, 0.5), pack) == "à droite"
    assert place_words((0.5, 1.0), pack) == "en bas, au milieu"
