"""The sheet to colour and the exercise: nothing tells the pen, and nothing else has changed."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from colour_codes.charter import load_charter
from colour_codes.palettes import Palette, ink
from colour_codes.pens import ARROW_PENS, Pen
from layouts.copies import exercise_sheets, outline_sheet, packaged_words
from layouts.copies.framing import copy_input, drawing_of, framed_rows, kind_of
from layouts.copies.untold_legend import named_rows, words_row
from layouts.frame import build_frame
from layouts.printers.reading import reading_of
from layouts.printers.svg import write_svg
from layouts.sheet import Group, Item, Path, Sheet, Text
from sociogram.directory.packaged import packaged_situations
from sociogram.language import LANGUAGES, Lang

Groups = Callable[[Sheet, str], list[Group]]
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")


def inks(item: Item) -> set[str]:
    if isinstance(item, Group):
        return set().union(*map(inks, item.items)) if item.items else set()
    if isinstance(item, Path):
        return {colour for colour in (item.stroke, item.fill) if colour}
    return {item.colour}


def lines_of(group: Group) -> list[Text]:
    return [item for item in group.items if isinstance(item, Text)]


def points(d: str) -> list[tuple[float, float]]:
    found = [float(number) for number in NUMBERS.findall(d)]
    return list(zip(found[::2], found[1::2], strict=True))


@pytest.mark.parametrize("palette", list(Palette))
@pytest.mark.parametrize("level", [1, 2])
def test_an_exercise_tells_no_pen(palette, level, drawn, groups: Groups, said) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn(palette=palette)
    picture, *rest = exercise_sheets(staging, sheet, packaged_words("fr"), level=level)
    arrows = groups(picture, "activation")
    assert len(arrows) == len(staging.arrows)
    for group in (*arrows, *groups(picture, "number")):
        assert inks(group) == {"#000000", "#ffffff"}
        assert "pen" not in dict(group.data)
    numbers = [text.text for group in groups(picture, "number") for text in lines_of(group)]
    assert numbers == [str(arrow.number) for arrow in staging.arrows]
    # Neither the file, nor what is read aloud, nor the list gives a sentence that the pupil must find.
    everything = write_svg(picture) + str(reading_of(picture)) + said(picture, *rest)
    for line in staging.story:
        assert line.sentence not in everything.replace("\u00a0", " ").replace("’", "'")
    for pen in ARROW_PENS:
        assert f'data-pen="{pen.value}"' not in "".join(
            write_svg(Sheet(1, 1, "fr", palette, "", "", (group,))) for group in arrows
        )


def test_the_line_styles_of_black_sheets_are_not_told(drawn, groups: Groups) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn()
    picture = exercise_sheets(staging, sheet, packaged_words("fr"))[0]
    widths = {
        item.width
        for group in groups(picture, "activation")
        for item in group.items[:3]
        if isinstance(item, Path)
    }
    assert len(widths) == 3  # the edge, the paper inside and the rim of the head, for every pen alike
    words = " ".join(
        text.text for text in groups(picture, "legend")[0].items if not isinstance(text, (Path, Group))
    )
    for pen in ARROW_PENS:
        style = load_charter().pen_word(pen, Palette.MONO, "fr").partition("(")[2].rstrip(")")
        assert style
        assert style not in words, style


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sheet_to_colour_leaves_the_legend_to_fill_in(lang: Lang, drawn, groups: Groups) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn(lang=lang)
    pack = packaged_words(lang)
    copy = outline_sheet(staging, sheet, pack)
    legend = groups(copy, "legend")[0]
    words = " ".join(text.text for text in legend.items if not isinstance(text, (Path, Group)))
    assert words.count(pack.say("outline.pen")) == len(ARROW_PENS) + 1  # and the side of those who work
    for pen in ARROW_PENS:
        assert load_charter().pen_words["wall"][pen.value].said(lang) not in words
    grey = ink(Pen.PENCIL)
    assert set().union(*map(inks, copy.items)) <= {"#000000", "#ffffff", grey}


def test_nothing_moves(drawn, lines) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn()
    copy = outline_sheet(staging, sheet, packaged_words("fr"))
    before = {dict(g.data).get("id"): g for g in drawing_of(sheet) if isinstance(g, Group)}
    after = {dict(g.data).get("id"): g for g in drawing_of(copy) if isinstance(g, Group)}
    assert list(before) == [id_ for id_ in after if id_]
    for id_, group in before.items():
        paths, hollow = ([one for one in g.items if isinstance(one, Path)] for g in (group, after[id_]))
        if kind_of(group) != "activation":
            assert paths == hollow
            assert group.data == after[id_].data
            continue
        assert points(paths[0].d)[0] == points(hollow[0].d)[0]  # it starts where it started
        tips = [points(path.d)[0] for path in paths if path.d.endswith("Z")]
        assert points(hollow[1].d)[0] in tips  # and touches where it touched
    kept = {(text.x, text.y, text.size, text.text) for text in lines(copy)}
    names = {figure.label for figure in staging.figures}
    for text in lines(sheet):
        if text.text in names:
            assert (text.x, text.y, text.size, text.text) in kept


def test_numbers_and_names_are_painted_last(drawn) -> None:  # type: ignore[no-untyped-def]
    """A hollow arrow is wide: what it would hide lies over it, ringed or haloed with white."""
    staging, sheet = drawn()
    kinds = [kind_of(item) for item in drawing_of(outline_sheet(staging, sheet, packaged_words("fr")))]
    last = max(at for at, kind in enumerate(kinds) if kind == "activation")
    assert kinds.count("number") == len(staging.arrows)
    assert kinds.count("name") == len(staging.containers)
    assert min(kinds.index("number"), kinds.index("name")) > last


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("paper", ["A5", "A4", "A3"])
def test_the_legend_stays_under_the_drawing(paper: str, lang: Lang, drawn, groups: Groups, sized) -> None:  # type: ignore[no-untyped-def]
    names = sized(["sit-01-gao-transit.json"], list(packaged_situations()))
    for name in names:
        staging, sheet = drawn(name, lang=lang, paper=paper, until="2020-11" if "01" in name else None)
        pack = packaged_words(lang)
        lowest = max(
            float(box.split()[1]) + float(box.split()[3])
            for box in (dict(g.data).get("box", "") for g in drawing_of(sheet) if isinstance(g, Group))
            if box
        )
        for copy in (outline_sheet(staging, sheet, pack), exercise_sheets(staging, sheet, pack)[0]):
            rule = groups(copy, "legend")[0].items[0]
            assert isinstance(rule, Path)
            assert points(rule.d)[0][1] >= lowest


def test_a_status_keeps_its_head(drawn) -> None:  # type: ignore[no-untyped-def]
    staging, sheet = drawn()
    first, *rest = staging.arrows
    wished = replace(staging, arrows=(replace(first, status="wished"), *rest))
    copy = outline_sheet(wished, sheet, packaged_words("fr"))
    heads = {
        dict(group.data)["id"]: [item for item in group.items if isinstance(item, Path)][2]
        for group in copy.items
        if isinstance(group, Group) and kind_of(group) == "activation"
    }
    assert heads[first.id].fill == "#ffffff"
    assert all(heads[arrow.id].fill == "#000000" for arrow in rest)


def test_a_line_too_many_is_left_out_of_the_legend(drawn) -> None:  # type: ignore[no-untyped-def]
    """The legend never grows over the drawing: what has no room above it is not printed."""
    staging, sheet = drawn()
    wanted = copy_input(staging, sheet, "")
    usual = build_frame(wanted)
    rows = named_rows(wanted)
    short, long = words_row("Un mot."), words_row("un mot de trop " * 60)
    assert framed_rows(wanted, rows, (long,)) == build_frame(replace(wanted, rows=rows))
    assert framed_rows(wanted, rows, (short,)) == build_frame(replace(wanted, rows=(*rows, short)))
    assert framed_rows(wanted, rows, (long,)).area.bottom >= usual.area.bottom
