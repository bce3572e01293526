"""`sociogram mega`: the network of the directory."""

from pathlib import Path

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, StoreOption, ViewerOption
from api.cli.output_file import check_writable, write_whole
from api.cli.picture_options import PaletteOption, PaperOption, format_of, picture_options
from api.cli.session import opened
from api.use_cases.pictures import network_sheet, printed
from api.use_cases.references import directory_for_files


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mega", help=say("Dessiner le réseau du répertoire.", "Draw the network of the directory."))(
        mega
    )


def mega(
    output: OutputOption,
    palette: PaletteOption = "wall",
    paper: PaperOption = "auto",
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Write the network as its viewer sees it; with no directory kept, the packaged public one."""
    path = Path(output)
    form = format_of(path)
    check_writable(path)
    options = picture_options(lang=lang, palette=palette, paper=paper)
    with opened(store, viewer, lang) as session:
        directory = directory_for_files(session.store, session.viewer)
    write_whole(path, printed(network_sheet(directory, options), form))
