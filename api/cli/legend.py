"""`sociogram legend`: the legend as a poster."""

from pathlib import Path

import typer

from api.cli.charter import CharterOption
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption
from api.cli.output_file import check_writable, write_printed
from api.cli.picture_options import PaletteOption, PaperOption, PosterOption, format_of, picture_options
from api.cli.words import WordsOption
from api.use_cases.copies import words_in_use
from api.use_cases.printing import printed
from layouts.legend_poster import poster_sheet


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "legend",
        help=say("Dessiner l'affiche de la légende.", "Draw the poster of the legend."),
    )(legend)


def legend(
    output: OutputOption,
    palette: PaletteOption = "wall",
    paper: PaperOption = "auto",
    tiles: PosterOption = None,
    words: WordsOption = None,
    charter: CharterOption = None,
    lang: LangOption = DEFAULT_LANG,
) -> None:
    """Write the poster; `auto` is A3."""
    path = Path(output)
    form = format_of(path)
    check_writable(path)
    options = picture_options(lang=lang, palette=palette, paper=paper, tiles=tiles)
    said = words_in_use(options.lang, words)
    sheet = poster_sheet(said, palette=options.palette, paper=paper)
    write_printed(path, printed(sheet, form, tiles=options.tiles), options.lang)
