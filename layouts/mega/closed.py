"""The network as tiles: closed ones with a name and counts, open ones with what they hold, bundles between.

Only green is bundled: ties of the directory have no other pen, and no arrow of a family ever comes here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from colour_codes.palettes import Palette
from layouts.frame import Rect
from layouts.frame.words import printed
from layouts.mega.apart import ApartList, apart_items
from layouts.mega.block import PORT
from layouts.mega.cast import DirectoryCast
from layouts.mega.dates import latest_date
from layouts.mega.legend import bundle_rows
from layouts.mega.network import Network, network_between, network_of
from layouts.mega.opened import Opened, opened_tile
from layouts.mega.picture import Picture, network_items, picture_sheet
from layouts.mega.ties import Tie, tie_of
from layouts.mega.tiles import Tile, worded_tile
from layouts.mega.words import (
    APART_INSIDE,
    BUNDLE_LABEL,
    COUNT,
    COUNTS,
    FEWER_OPEN,
    TILES_DESC,
    TITLE,
    tie_label,
)
from layouts.sheet import Item, Sheet
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.mega.grouping import By, TileGroup, inside, opened_tiles, outer_ties, tile_groups


def tiles_sheet(
    directory: Directory,
    *,
    lang: Lang,
    by: By = "sector",
    opened: tuple[str, ...] = (),
    palette: Palette = Palette.WALL,
    paper: str = "A3",
    date: PartialDate | None = None,
    notice: str = "",
) -> Sheet:
    """Return the network of `directory` in tiles, those in `opened` open. BadInput as for the network."""
    groups = tile_groups(directory, by)
    open_ids = opened_tiles(groups, opened)
    ties = network_of(directory).ties
    cast = TilesCast(
        {group.id: group for group in groups},
        {group.id: inside(directory, group) for group in groups},
        open_ids,
        lang,
        palette,
    )
    names = {group.id: group.label.in_(lang) for group in groups}

    def label(tie: Tie) -> str:
        return BUNDLE_LABEL.filled(start=names[tie.from_id], end=names[tie.to_id], count=tie.count).in_(lang)

    picture = Picture(
        _network(directory, groups),
        cast,
        TITLE.in_(lang),
        TILES_DESC.filled(count=len(directory.organisations), tiles=len(groups), ties=len(ties)).in_(lang),
        bundle_rows(cast.drawn_ties(), lang, palette),
        label,
        lang,
        palette,
        date or latest_date(ties),
        notice=notice,
    )
    return picture_sheet(picture, paper)


@dataclass(frozen=True, slots=True)
class TilesCast:
    """Tiles by id. An open one is as large as what it holds, worked out once a letter size."""

    groups: Mapping[str, TileGroup]
    held: Mapping[str, Directory]
    opened: frozenset[str]
    lang: Lang
    palette: Palette
    arranged: bool = False
    less: Bilingual = FEWER_OPEN
    _insides: dict[tuple[str, float], Opened] = field(default_factory=dict)

    def walls(self, one: str, ends: int) -> float:
        """Return room for every bundle: they are broader than ties."""
        return 1.6 * PORT * (0.56 * ends + 1)

    def tile(self, one: str, size: float, most: float, *, full: bool, ends: int) -> Tile:
        """Return a tile with its name and counts, or with all it holds."""
        name, small = printed(self.groups[one].label.in_(self.lang)), self._counts(one)
        if one not in self.opened:
            return worded_tile(one, name, small, size, most, "tile")
        if (one, size) not in self._insides:
            held = self._picture(one)
            self._insides[one, size] = opened_tile(one, f"{name} ({small})", held.cast, held.network, size)
        return self._insides[one, size].tile

    def apart(self, width: float, size: float) -> ApartList:
        """Return nothing: every tile stands in the drawing, with bundles or without."""
        return ApartList((), 0.0, size, 0.0)

    def columns(self, count: int, heights: Mapping[str, float]) -> None:
        """Tiles stand where the search puts them."""
        return

    def items(self, one: str, size: float, x: float, y: float) -> tuple[Item, ...]:
        """Return what an open tile holds, its top left corner at (x, y)."""
        if one not in self.opened:
            return ()
        made = self._insides[one, size]
        area = Rect(x + made.left, y + made.top, made.area.width, made.area.height)
        picture = self._picture(one)
        below = area.bottom - made.plan.apart.height
        return (
            *network_items(picture, area, made.plan),
            *apart_items(made.plan.apart, area.x, below, self.lang, self.palette),
        )

    def drawn_ties(self) -> tuple[Tie, ...]:
        """Return the ties drawn one by one: those inside open tiles."""
        return tuple(tie_of(row) for one in sorted(self.opened) for row in self.held[one].relations.values())

    def _counts(self, one: str) -> str:
        held = self.held[one]
        ties = len(network_of(held).ties)
        words = COUNTS if ties else COUNT
        return words.filled(count=len(held.organisations), ties=ties).in_(self.lang)

    def _picture(self, one: str) -> Picture:
        held = self.held[one]
        network = network_of(held)
        cast = DirectoryCast(held, network.apart, self.lang, heading=APART_INSIDE)
        return Picture(network, cast, "", "", (), tie_label(held, self.lang), self.lang, self.palette)


def _network(directory: Directory, groups: tuple[TileGroup, ...]) -> Network:
    bundles = [
        Tie(f"{start}~{end}", start, end, "bundle", count=count)
        for (start, end), count in outer_ties(directory, groups).items()
    ]
    return network_between([group.id for group in groups], bundles, loners=True)
