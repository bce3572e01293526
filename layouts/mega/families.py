"""The sheet of several situations merged: families at the sides, the services they share in the middle."""

from collections.abc import Mapping
from dataclasses import dataclass

from colour_codes.legend import Sample, legend_lines
from colour_codes.palettes import Palette
from colour_codes.pens import Pen
from layouts.frame import LegendRow
from layouts.frame.legend_rows import legend_row
from layouts.frame.words import printed
from layouts.mega.apart import ApartList
from layouts.mega.block import WIDE_PORT
from layouts.mega.family_words import (
    ARROW,
    COUNT,
    DESC,
    FAMILY,
    FEWER,
    FEWER_FAMILIES,
    MERGED,
    NOBODY,
    OTHER_SERVICES,
    SECTOR_SERVICES,
    TITLE,
    YEAR,
    YEARS,
)
from layouts.mega.network import Network, network_between
from layouts.mega.picture import Picture, picture_sheet
from layouts.mega.ties import PEN, Tie
from layouts.mega.tiles import Tile, family_tile, worded_tile
from layouts.sheet import Item, Sheet
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.mega.merged import OTHERS, SECTOR, SMALL, Merged

_HOME = "famille-"
_OTHERS = "autres-services"


def families_sheet(
    merged: Merged,
    directory: Directory,
    *,
    lang: Lang,
    palette: Palette = Palette.WALL,
    paper: str = "A3",
    notice: str = "",
) -> Sheet:
    """Return the sheet of `merged`, the same whatever the situations were called and however they came.

    `directory` gives the names of the services. BadInput as for the network.
    """
    network = _network(merged)
    names = {_id(one): _name(one, directory, lang) for one in merged.services}
    names |= {_HOME + one: FAMILY.filled(letter=one).in_(lang) for one in merged.families}
    count = len(merged.families)
    said = str(count) if count >= SMALL else FEWER.filled(count=SMALL).in_(lang)
    years = _years(merged, lang)

    def label(tie: Tie) -> str:
        return ARROW.filled(start=names[tie.to_id], end=names[tie.from_id]).in_(lang)

    picture = Picture(
        network,
        FamiliesCast(merged, names, _sides(merged), lang),
        TITLE.in_(lang),
        " ".join(part for part in (DESC.filled(count=said).in_(lang), years) if part),
        _rows(merged, lang, palette),
        label,
        lang,
        palette,
        None if merged.years is None else PartialDate(merged.years[1]),
        merged.fictional,
        notice=". ".join(
            part for part in (COUNT.filled(count=said).in_(lang), years.rstrip("."), notice) if part
        ),
    )
    return picture_sheet(picture, paper)


@dataclass(frozen=True, slots=True)
class FamiliesCast:
    """Homes with a letter, and buildings. In three columns the services stand in the middle."""

    merged: Merged
    names: Mapping[str, str]
    sides: Mapping[str, int]
    lang: Lang
    arranged: bool = True
    less: Bilingual = FEWER_FAMILIES

    def walls(self, one: str, ends: int) -> float:
        """Return room for every arrow with its badge on the fuller side: a family has but one."""
        if one.startswith(_HOME):
            return WIDE_PORT * (ends + 1)
        met = [self.sides[_HOME + met.family] for met in self.merged.meetings if _id(met.service) == one]
        green = sum(one in map(_id, pair) for pair in self.merged.between)
        return WIDE_PORT * (max(met.count(0), met.count(2), 1) + green + 1)

    def tile(self, one: str, size: float, most: float, *, full: bool, ends: int) -> Tile:
        """Return a family's home, or the building of a service, of a sector or of all others."""
        if one.startswith(_HOME):
            return family_tile(one, self.names[one], size)
        small = SECTOR_SERVICES.in_(self.lang) if one.startswith(SECTOR) else ""
        return worded_tile(one, self.names[one], small, size, most)

    def apart(self, width: float, size: float) -> ApartList:
        """Nobody stands apart: who meets no service is not on the sheet."""
        return ApartList((), 0.0, size, 0.0)

    def columns(self, count: int, heights: Mapping[str, float]) -> Mapping[str, int] | None:
        """Return families left and right of the services, both sides equally full."""
        if count != 3 or not self.merged.services:
            return None
        return {**{_id(one): 1 for one in self.merged.services}, **self.sides}

    def items(self, one: str, size: float, x: float, y: float) -> tuple[Item, ...]:
        """What is inside a home is not told."""
        return ()


def _sides(merged: Merged) -> dict[str, int]:
    """Return the column, 0 or 2, of each family: as many arrows on either side."""
    fill, found = [0, 0], {}
    for letter in merged.families:
        side = 0 if fill[0] <= fill[1] else 1
        fill[side] += 2 + sum(met.family == letter for met in merged.meetings)
        found[_HOME + letter] = 2 * side
    return found


def _years(merged: Merged, lang: Lang) -> str:
    if merged.years is None:
        return ""
    first, last = merged.years
    return (
        YEARS.filled(first=first, last=last).in_(lang) if first < last else YEAR.filled(year=last).in_(lang)
    )


def _network(merged: Merged) -> Network:
    known = [_HOME + letter for letter in merged.families] + [_id(one) for one in merged.services]
    ties = []
    for met in merged.meetings:
        home, service = _HOME + met.family, _id(met.service)
        start, end = (home, service) if met.outward else (service, home)
        ties.append(_arrow(start, end, met.pen))
    ties += [_arrow(_id(start), _id(end), PEN) for start, end in merged.between]
    return network_between(known, ties)


def _arrow(start: str, end: str, pen: Pen) -> Tie:
    return Tie(f"{start}>{end}", start, end, "activation", True, pen=pen)


def _id(service: str) -> str:
    return service or _OTHERS


def _name(one: str, directory: Directory, lang: Lang) -> str:
    if one == OTHERS:
        return OTHER_SERVICES.in_(lang)
    if one.startswith(SECTOR):
        term = directory.term("typology", one[len(SECTOR) :])
        return printed(term.label.in_(lang)) if term else OTHER_SERVICES.in_(lang)
    return printed(directory.organisations[one].sign)


def _rows(merged: Merged, lang: Lang, palette: Palette) -> tuple[LegendRow, ...]:
    pens = {met.pen for met in merged.meetings} | ({PEN} if merged.between else set())
    shown = (Sample.LIVING_FIGURE, Sample.WORKING_FIGURE)
    lines = [
        line
        for line in legend_lines(lang, palette)
        if line.sample in shown or (line.sample is Sample.ARROW and line.pen in pens)
    ]
    rows = [legend_row(line, palette, lang, letters=True) for line in lines]
    return (*rows, LegendRow("words", MERGED.in_(lang)), LegendRow("words", NOBODY.in_(lang)))
