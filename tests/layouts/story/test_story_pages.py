"""The story behind a sheet: every line, in order, whole, on as many pages as it needs."""

from collections.abc import Iterator

import pytest

from colour_codes.palettes import Palette
from colour_codes.pens import Pen
from layouts.sheet import Group, Item, Sheet, Text
from layouts.story import story_sheets
from layouts.text import DESCENT, text_width
from sociogram.situation.staging import Staging, StoryLine


def texts(items: tuple[Item, ...]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group):
            yield from texts(item.items)
        elif isinstance(item, Text):
            yield item


def staging(count: int, label: str = "demande une place") -> Staging:
    story = tuple(
        StoryLine(number, f"a{number}", Pen.RED, "2021-02", f"Animateur {number} est activé(e) par A.", label)
        for number in range(1, count + 1)
    )
    return Staging("s", "fr", True, None, (), (), (), (), (), story)


def told(sheets: tuple[Sheet, ...]) -> list[str]:
    groups = [item for sheet in sheets for item in sheet.items if isinstance(item, Group)]
    return [dict(group.data)["id"] for group in groups if ("kind", "story") in group.data]


@pytest.mark.parametrize("paper", ["A5", "A4"])
@pytest.mark.parametrize("count", [0, 1, 12, 60])
def test_every_line_stands_once_and_in_order(count: int, paper: str) -> None:
    sheets = story_sheets(staging(count, "mot " * 40), palette=Palette.MONO, paper=paper)
    assert told(sheets) == [f"a{number}" for number in range(1, count + 1)]
    assert len(sheets) >= 1
    for sheet in sheets:
        assert sheet.height > sheet.width
        for text in texts(sheet.items):
            assert text.size >= 2.5
            assert text.y + DESCENT * text.size < sheet.height
            half = 0.5 if text.anchor == "middle" else 0 if text.anchor == "end" else 1
            assert text.x + half * text_width(text.text, text.size) < sheet.width


def test_pages_are_numbered_only_when_there_are_several() -> None:
    one = story_sheets(staging(2), palette=Palette.WALL)
    many = story_sheets(staging(80), palette=Palette.WALL)
    assert not any("page 1" in text.text for text in texts(one[0].items))
    assert any(f"page 1 sur {len(many)}" in text.text.replace("\u00a0", " ") for text in texts(many[0].items))


def test_number_pen_date_sentence_and_label_are_said() -> None:
    (page,) = story_sheets(staging(1), palette=Palette.WALL)
    words = [text.text for text in texts(page.items)]
    assert "R1" in words
    assert "Animateur 1 est activé(e) par A." in words
    assert "2021-02 · demande une place" in words
