"""The page of a quarter or a semester as data: numbers, bars, tables and sentences, in one language."""

from dataclasses import dataclass

from sociogram.language import Lang


@dataclass(frozen=True, slots=True)
class Tile:
    """A large number, what it counts, and what must be known beside it."""

    number: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A number beside its words, `part` of the longest bar (0 to 1)."""

    label: str
    number: str
    part: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under a heading; `empty` is said where there are none."""

    heading: str
    bars: tuple[Bar, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table: the first column holds words, the others numbers. `note` is said under it."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One page, A4 upright: what to read first stands first."""

    title: str
    period: str
    who: str
    counted: str
    lang: Lang
    tiles: tuple[Tile, ...]
    standing: Bars
    reasons: Bars
    times: tuple[str, ...]
    tables: tuple[ReportTable, ...]
    notes: tuple[str, ...]
    footer: tuple[str, ...]
