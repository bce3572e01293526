"""The sheet of the directory's network: organisations with ties above, the list of the others below."""

from colour_codes.palettes import Palette
from layouts.mega.cast import DirectoryCast
from layouts.mega.dates import latest_date
from layouts.mega.legend import mega_rows
from layouts.mega.network import network_of
from layouts.mega.picture import Picture, picture_sheet
from layouts.mega.words import DESC, TITLE, tie_label
from layouts.sheet import Sheet
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.language import Lang


def mega_sheet(
    directory: Directory,
    *,
    lang: Lang,
    palette: Palette = Palette.WALL,
    paper: str = "A3",
    date: PartialDate | None = None,
    notice: str = "",
) -> Sheet:
    """Return the network of the rows in `directory`, the same for the same rows.

    `paper` is A5 to A0, or "auto" for the smallest of A3 to A0 that holds it; `date` replaces the latest date
    among the ties shown. BadInput for an unknown paper, or one too small, naming one that fits.
    """
    network = network_of(directory)
    picture = Picture(
        network,
        DirectoryCast(directory, network.apart, lang),
        TITLE.in_(lang),
        DESC.filled(count=len(directory.organisations), ties=len(network.ties)).in_(lang),
        mega_rows(network.ties, lang, palette),
        tie_label(directory, lang),
        lang,
        palette,
        date or latest_date(network.ties),
        notice=notice,
    )
    return picture_sheet(picture, paper)
