"""A packaged situation staged and drawn once, for every test of its copies."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from colour_codes.palettes import Palette
from layouts.individual import SheetSettings, individual_sheet
from layouts.sheet import Group, Item, Sheet, Text
from sociogram.dates import parse_date
from sociogram.directory.packaged import packaged_public_directory, packaged_situations
from sociogram.language import Lang
from sociogram.situation.own import OwnSituation, read_situation_file
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging

Drawn = tuple[Staging, Sheet]
Draws = Callable[..., Drawn]
GAO = "sit-01-gao-transit.json"


@cache
def drawn_situation(
    name: str = GAO,
    palette: Palette = Palette.MONO,
    *,
    lang: Lang = "fr",
    until: str | None = "2020-11",
    paper: str = "A4",
) -> Drawn:
    """Return the staging of a packaged situation, and its sheet."""
    file = read_situation_file(packaged_situations()[name], place=name, strict=True)
    assert not isinstance(file, OwnSituation)
    signs = {row.id: row.sign for row in packaged_public_directory().organisations.values()}
    date = parse_date(until) if until else None
    staging = stage(situation_of_plain(file), lang=lang, buildings=signs, until=date)
    return staging, individual_sheet(staging, SheetSettings(palette=palette, paper=paper))


@pytest.fixture(scope="session")
def drawn() -> Draws:
    """A function giving a staging and its sheet, drawn once."""
    return drawn_situation


def groups_of(items: tuple[Item, ...]) -> Iterator[Group]:
    """Yield every group, the outer ones first."""
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups_of(item.items)


@pytest.fixture(scope="session")
def groups() -> Callable[[Sheet, str], list[Group]]:
    """A function giving the groups of one kind on a sheet."""
    return lambda sheet, kind: [g for g in groups_of(sheet.items) if ("kind", kind) in g.data]


def texts_of(items: tuple[Item, ...]) -> Iterator[Text]:
    """Yield every line of text."""
    for item in items:
        if isinstance(item, Group):
            yield from texts_of(item.items)
        elif isinstance(item, Text):
            yield item


@pytest.fixture(scope="session")
def said() -> Callable[..., str]:
    """A function giving all that is written on sheets, one line, with plain spaces."""

    def words(*sheets: Sheet) -> str:
        lines = (text.text for sheet in sheets for text in texts_of(sheet.items))
        return " ".join(" ".join(lines).replace("\u00a0", " ").split())

    return words


@pytest.fixture(scope="session")
def lines() -> Callable[[Sheet], list[Text]]:
    """A function giving every line of text of a sheet."""
    return lambda sheet: list(texts_of(sheet.items))
