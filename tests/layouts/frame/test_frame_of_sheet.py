"""What stands round every drawing: date and legend always, nothing too small, nothing over anything."""

import os
from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest

from colour_codes.charter import load_charter
from colour_codes.palettes import Palette
from colour_codes.pens import ARROW_PENS
from layouts.frame import PAPERS, Frame, FrameInput, build_frame
from layouts.frame.words import dated
from layouts.printers.svg import write_svg
from layouts.sheet import Group, Item, Path, Sheet, Text
from layouts.text import ASCENT, DESCENT, text_width
from sociogram.dates import PartialDate
from sociogram.errors import BadInput
from sociogram.language import Lang

GOLDEN = FilePath(__file__).parent / "golden" / "frame-a4-wall-fr.svg"
DATE = PartialDate(2021, 2, 15)
EVERY = (
    "couple", "ended_couple", "filiation", "foster", "siblings", "other", "same_person", "former_home",
    "shared_home",
)  # fmt: skip


def texts(items: tuple[Item, ...]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group):
            yield from texts(item.items)
        elif isinstance(item, Text):
            yield item


def words(frame: Frame, kind: str) -> str:
    groups = [group for group in frame.groups_before if ("kind", kind) in group.data]
    return " ".join(text.text for group in groups for text in texts(group.items)).replace("\u00a0", " ")


def box(text: Text) -> tuple[float, float, float, float]:
    width = text_width(text.text, text.size)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - ASCENT * text.size, left + width, text.y + DESCENT * text.size


def full(lang: Lang, palette: Palette, paper: str, portrait: bool = False) -> FrameInput:
    return FrameInput(
        lang, palette, paper, DATE, fictional=True, kin_kinds=EVERY, statuses=("active", "ended", "wished"),
        undecided_used=True, portrait=portrait,
    )  # fmt: skip


@pytest.mark.parametrize("portrait", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("palette", Palette)
def test_everything_fits_and_nothing_touches(paper: str, palette: Palette, portrait: bool) -> None:
    for lang in ("fr", "en"):
        frame = build_frame(full(lang, palette, paper, portrait))
        shown = list(texts(frame.groups_before))
        assert min(text.size for text in shown) >= 2.5
        boxes = [box(text) for text in shown]
        for left, top, right, bottom in boxes:
            assert left >= 0
            assert top >= 0
            assert right <= frame.paper.width - 2
            assert bottom <= frame.paper.height - 2
            assert bottom <= frame.area.y + 0.01 or top >= frame.area.bottom - 0.01
        for index, one in enumerate(boxes):
            for other in boxes[index + 1 :]:
                across = one[2] <= other[0] or other[2] <= one[0]
                down = one[3] <= other[1] + 0.01 or other[3] <= one[1] + 0.01
                assert across or down, (shown[index].text, one, other)
        assert frame.area.height > 0.3 * frame.paper.height


def test_the_legend_names_both_black_lines_and_the_four_pens() -> None:
    legend = words(build_frame(full("fr", Palette.WALL, "A4")), "legend")
    assert "ceux qui vivent ensemble" in legend
    assert "autres personnes qui partagent la vie collective" in legend
    for pen in ARROW_PENS:
        assert load_charter().pen_word(pen, "wall", "fr") in legend
    assert "La pointe se lit d’abord" in legend
    assert "Pointe barrée" in legend


def test_only_what_is_used_is_explained() -> None:
    legend = words(build_frame(FrameInput("fr", Palette.WALL, "A4", DATE)), "legend")
    assert "Pointe barrée" not in legend
    assert "Trait fin" not in legend
    assert "Crayon" not in legend


def test_plain_drops_what_is_ours() -> None:
    frame = build_frame(FrameInput("fr", Palette.WALL, "A4", DATE, statuses=("ended",), plain=True))
    legend = words(frame, "legend")
    assert "autres personnes qui partagent la vie collective" in legend
    for ours in ("lettre", "chiffre", "Pointe", " B "):
        assert ours not in legend


def test_the_date_and_the_notices_are_always_there() -> None:
    for date in (DATE, None):
        for title in ("", "Un titre"):
            frame = build_frame(FrameInput("fr", Palette.NOTEBOOK, "A3", date, title))
            assert words(frame, "date") == ("Feuille du 15 février 2021" if date else "Feuille sans date")
            footer = words(frame, "footer")
            assert "Jean-Marie Lemaire" in footer
            assert "situations fictives seulement" in footer
            assert load_charter().version in footer
            assert "Situation fictive" not in words(frame, "fictional")


@pytest.mark.parametrize(
    ("date", "lang", "said"),
    [
        (PartialDate(2021, 3, 1), "fr", "Feuille du 1er mars 2021"),
        (PartialDate(2021, 8), "fr", "Feuille d’août 2021"),
        (PartialDate(2021, 2), "fr", "Feuille de février 2021"),
        (PartialDate(2021), "fr", "Feuille de 2021"),
        (PartialDate(2021, 10, 31), "en", "Sheet of 31 October 2021"),
        (None, "en", "Undated sheet"),
    ],
)
def test_dates_as_words(date: PartialDate | None, lang: Lang, said: str) -> None:
    assert dated(date, lang) == said


def test_a_long_title_wraps_whole() -> None:
    title = "Une situation dont le titre de travail est si long qu’il prend plusieurs lignes ici " * 2
    frame = build_frame(FrameInput("fr", Palette.WALL, "A5", DATE, title.strip(), fictional=True))
    assert words(frame, "title") == title.strip()


@pytest.mark.parametrize("paper", ["A6", "", "A4\n", "A" * 10_000, "../A4"])
def test_an_unknown_paper_is_refused_with_a_remedy(paper: str) -> None:
    with pytest.raises(BadInput) as caught:
        build_frame(FrameInput("fr", Palette.WALL, paper))
    assert "A4" in caught.value.first.remedy.fr
    assert len(caught.value.first.line("fr")) < 200


def test_every_path_is_a_plain_outline_or_white_or_a_head() -> None:
    """No tinted fills: they blotch on a copier."""

    def paths(items: tuple[Item, ...]) -> Iterator[Path]:
        for item in items:
            if isinstance(item, Group):
                yield from paths(item.items)
            elif isinstance(item, Path):
                yield item

    for path in paths(build_frame(full("fr", Palette.WALL, "A4")).groups_before):
        assert path.fill in (None, "#ffffff", path.stroke)


def test_the_frame_is_the_one_that_was_looked_at() -> None:
    """Golden file: after a wanted change, set SOCIOGRAM_GOLDEN=1 once, then look at the picture."""
    kinds = ("couple", "filiation", "former_home")
    frame = build_frame(FrameInput("fr", Palette.WALL, "A4", DATE, fictional=True, kin_kinds=kinds))
    made = write_svg(Sheet(297, 210, "fr", Palette.WALL, frame.title, "Cadre", frame.groups_before))
    if os.environ.get("SOCIOGRAM_GOLDEN"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")
