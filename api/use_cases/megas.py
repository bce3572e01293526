"""The mega-sociogenogram asked for: the directory's network, in tiles or not, or situations merged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from api.use_cases.pictures import PictureOptions
from layouts.mega.closed import tiles_sheet
from layouts.mega.families import families_sheet
from layouts.mega.sheet import mega_sheet
from layouts.sheet import Sheet
from sociogram.directory.directory import Directory
from sociogram.errors import bad_input
from sociogram.mega.filters import MegaFilter, filter_words, filtered
from sociogram.mega.grouping import By
from sociogram.mega.merged import LEAST, merge_situations
from sociogram.mega.period import parse_period
from sociogram.situation.situation import Situation

Tiles = Literal["auto", "none", "sector", "place", "atlas"]
TILES: tuple[Tiles, ...] = ("auto", "none", "sector", "place", "atlas")
MANY = 200
"""Beyond this many organisations "auto" draws closed tiles; up to so many an atlas is the network itself."""


@dataclass(frozen=True, slots=True)
class MegaOptions:
    """What may be chosen beside the picture's own options. `opened`: tiles; `least`: for situations."""

    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    period: str = ""
    tiles: Tiles = "auto"
    opened: tuple[str, ...] = ()
    least: int = LEAST

    def filter(self) -> MegaFilter:
        """Return the filter, its period checked."""
        period = parse_period(self.period) if self.period else None
        return MegaFilter(self.organisations, self.places, self.sectors, period)


def mega_picture(
    directory: Directory,
    options: PictureOptions,
    mega: MegaOptions = MegaOptions(),
    situations: Sequence[Situation] | None = None,
) -> Sheet:
    """Return the network of the rows the viewer sees, or `situations` merged (None: not asked for)."""
    _check_opened(mega, merged=situations is not None)
    wanted = mega.filter()
    notice = filter_words(directory, wanted).in_(options.lang)
    if situations is not None:
        merged = merge_situations(situations, directory, wanted, mega.least)
        return families_sheet(
            merged,
            directory,
            lang=options.lang,
            palette=options.palette,
            paper=options.paper,
            notice=notice,
        )
    kept = filtered(directory, wanted)
    return _drawing(kept, mega)(
        kept,
        lang=options.lang,
        palette=options.palette,
        paper=options.paper,
        date=options.date,
        notice=notice,
    )


def _drawing(directory: Directory, mega: MegaOptions) -> Callable[..., Sheet]:
    """Return what draws the directory as asked: every organisation, tiles, or the atlas."""
    if mega.tiles == "atlas" and len(directory.organisations) > MANY:
        from layouts.mega.atlas import atlas_sheet  # with its compiled loops: only for those who ask

        return atlas_sheet
    by = tiles_by(directory, mega)
    return mega_sheet if by is None else partial(tiles_sheet, by=by, opened=mega.opened)


def _check_opened(mega: MegaOptions, *, merged: bool) -> None:
    """Refuse to open tiles where there are none, rather than pass over the wish in silence."""
    if mega.opened and (merged or mega.tiles in ("none", "atlas")):
        raise bad_input(
            "no_tiles",
            fr="cette feuille n'a pas de tuile à ouvrir.",
            en="this sheet has no tile to open.",
            remedy_fr="Choisir des tuiles par secteur ou par lieu, ou n'en ouvrir aucune.",
            remedy_en="Choose tiles by sector or by place, or open none.",
            field="open",
        )


def tiles_by(directory: Directory, mega: MegaOptions) -> By | None:
    """Return what the tiles are made by, or None to draw every organisation."""
    if mega.tiles in ("sector", "place"):
        return mega.tiles
    many = len(directory.organisations) > MANY
    return "sector" if mega.tiles == "auto" and (many or mega.opened) else None
