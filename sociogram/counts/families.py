"""The families into which needs are merged before anything leaves (`families.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sociogram.language import Bilingual

OTHER = "autre"


@cache
def family_labels() -> Mapping[str, Bilingual]:
    """Return the name of each family by code."""
    return {code: Bilingual(row["fr"], row["en"]) for code, row in _rows().items()}


def family_of(need: str) -> str:
    """Return the family of a need; one that no family names is among the other needs."""
    return _by_need().get(need, OTHER)


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    text = files("sociogram.counts").joinpath("families.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _by_need() -> Mapping[str, str]:
    return {need: code for code, row in _rows().items() for need in row["needs"]}
