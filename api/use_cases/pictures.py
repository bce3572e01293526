"""Drawing: from a situation or a directory to a Sheet."""

from dataclasses import dataclass

from colour_codes.palettes import Palette
from layouts.graphviz import Engine, engine_sheet
from layouts.individual import SheetSettings, individual_sheet
from layouts.mega.sheet import mega_sheet
from layouts.sheet import Sheet
from layouts.story import story_sheets
from layouts.symbols import SymbolSet
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.situation.situation import Situation
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging

PAPERS = ("auto", "A5", "A4", "A3", "A2", "A1", "A0")


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What may be chosen for one picture. Dates are inclusive; `plain` prints only the confirmed legend.

    `titled` writes the working title on the sheet; without it the title is the date. `engine`: places by
    Graphviz, for comparison, instead of ours. `tiles`: in a PDF, cut into pages of this paper to glue.
    """

    lang: Lang = "fr"
    palette: Palette = Palette.WALL
    paper: str = "auto"
    date: PartialDate | None = None
    until: PartialDate | None = None
    plain: bool = False
    seed: int = 0
    titled: bool = False
    engine: Engine | None = None
    tiles: str | None = None
    symbols: SymbolSet = "figures"


def staging_of(situation: Situation, directory: Directory, options: PictureOptions) -> Staging:
    """Who stands where for this viewer, at the date asked."""
    buildings = {row.id: row.sign for row in directory.organisations.values()}
    return stage(situation, lang=options.lang, buildings=buildings, until=options.until, date=options.date)


def situation_sheet(situation: Situation, directory: Directory, options: PictureOptions) -> Sheet:
    """The sheet of one situation."""
    settings = SheetSettings(
        palette=options.palette,
        paper=options.paper,
        plain=options.plain,
        seed=options.seed,
        titled=options.titled,
        symbols=options.symbols,
    )
    staging = staging_of(situation, directory, options)
    if options.engine is not None:
        return engine_sheet(staging, settings, options.engine)
    return individual_sheet(staging, settings)


def network_sheet(directory: Directory, options: PictureOptions) -> Sheet:
    """The network of the directory, as its viewer sees it."""
    return mega_sheet(
        directory,
        lang=options.lang,
        palette=options.palette,
        paper=options.paper,
        date=options.date,
    )


def situation_story(situation: Situation, directory: Directory, options: PictureOptions) -> tuple[Sheet, ...]:
    """The pages of the numbered story of one situation."""
    return story_sheets(staging_of(situation, directory, options), palette=options.palette)
