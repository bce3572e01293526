"""Who stands in a network: what the planner must be told of its figures, whatever they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from layouts.mega.apart import ApartList, apart_list
from layouts.mega.block import PORT
from layouts.mega.tiles import Tile, tile_of
from layouts.mega.words import APART, FEWER_ORGANISATIONS
from layouts.sheet import Item
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang


class Cast(Protocol):
    """The figures of one network, by id. `arranged`: it has columns of its own, before all others."""

    @property
    def arranged(self) -> bool:
        """Return whether it has."""
        ...

    @property
    def less(self) -> Bilingual:
        """Return what to do when no paper holds it."""
        ...

    def walls(self, one: str, ends: int) -> float:
        """Return the least height of the walls of a figure with `ends` ties, in letter sizes."""
        ...

    def tile(self, one: str, size: float, most: float, *, full: bool, ends: int) -> Tile:
        """Return the figure set with letters of `size` mm in `most` mm; it has `ends` ties."""
        ...

    def apart(self, width: float, size: float) -> ApartList:
        """Return the list of those who have no tie, in `width` mm."""
        ...

    def columns(self, count: int, heights: Mapping[str, float]) -> Mapping[str, int] | None:
        """Return the column of everyone if this cast has an order of its own for `count` columns."""
        ...

    def items(self, one: str, size: float, x: float, y: float) -> tuple[Item, ...]:
        """Return what stands inside a figure whose top left corner is at (x, y)."""
        ...


@dataclass(frozen=True, slots=True)
class DirectoryCast:
    """Organisations, each in its building; those of `without_tie` in the list below."""

    directory: Directory
    without_tie: tuple[str, ...]
    lang: Lang
    heading: Bilingual = APART
    arranged: bool = False
    less: Bilingual = FEWER_ORGANISATIONS

    def walls(self, one: str, ends: int) -> float:
        """Return room for every tie: rather more than half of them end on one side."""
        return PORT * (0.56 * ends + 1)

    def tile(self, one: str, size: float, most: float, *, full: bool, ends: int) -> Tile:
        """Return the building of an organisation."""
        return tile_of(self.directory.organisations[one], size, most, full=full, ends=ends)

    def apart(self, width: float, size: float) -> ApartList:
        """Return the list by kind of organisation."""
        return apart_list(self.directory, self.without_tie, width, size, self.lang, self.heading)

    def columns(self, count: int, heights: Mapping[str, float]) -> None:
        """Organisations stand where the search puts them."""
        return

    def items(self, one: str, size: float, x: float, y: float) -> tuple[Item, ...]:
        """Buildings are empty."""
        return ()
