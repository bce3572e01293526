"""The words of the reference pages, from words.toml: `said("rules.intro", "fr")`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sociogram.language import Lang


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def part(*keys: str) -> dict[str, Any]:
    """Return a table of the file. KeyError when there is none: something new has no words yet."""
    found = _file()
    for key in keys:
        found = found[key]
    return found


def said(path: str, lang: Lang) -> str:
    """Return the text at a dotted path, in one language."""
    text: str = part(*path.split("."))[lang]
    return text


def head(path: str, lang: Lang) -> list[str]:
    """Return the head of a table."""
    cells: list[str] = part(*path.split("."))[lang]
    return cells
