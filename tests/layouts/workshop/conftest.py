"""The pack of one workshop, made once from the packaged situations."""

from collections.abc import Callable, Iterator

import pytest

from api.use_cases.copies import workshop_pack
from colour_codes.palettes import Palette
from layouts.copies import packaged_words
from layouts.sheet import Group, Item, Sheet, Text


@pytest.fixture(scope="session")
def pack() -> tuple[Sheet, ...]:
    """The pages for twenty people, in French and in black."""
    return workshop_pack(packaged_words("fr"), 20, Palette.MONO)


def texts_of(items: tuple[Item, ...]) -> Iterator[Text]:
    """Yield every line of text."""
    for item in items:
        if isinstance(item, Group):
            yield from texts_of(item.items)
        elif isinstance(item, Text):
            yield item


@pytest.fixture(scope="session")
def lines() -> Callable[[Sheet], list[Text]]:
    """A function giving every line of text of a sheet."""
    return lambda sheet: list(texts_of(sheet.items))


@pytest.fixture(scope="session")
def said() -> Callable[[Sheet], str]:
    """A function giving all that is written on a sheet, with plain spaces."""
    return lambda sheet: " ".join(
        " ".join(t.text for t in texts_of(sheet.items)).replace("\u00a0", " ").split()
    )
