"""`sociogram import`: a directory folder, or situations named as files."""

from pathlib import Path
from typing import Annotated

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption
from api.cli.progress import progress
from api.cli.session import opened
from api.use_cases.importing import checked, import_one, report_line


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "import",
        help=say(
            "Reprendre un dossier d'annuaire (ses cinq CSV) ou des situations.",
            "Take in a directory folder (its five CSVs) or situations.",
        ),
    )(import_)


def import_(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help=say("Dossiers et fichiers.", "Folders and files."))
    ],
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Check every path first, then keep them; prints what was added or changed, line by line."""
    rows = []
    with opened(store, viewer, lang) as session:
        sources = [checked(Path(path), session.store, session.viewer) for path in paths]
        with progress(say("Reprise", "Taking in"), len(sources)) as step:
            for source in sources:
                rows += import_one(source, session.store, session.viewer)
                step()
    if json:
        typer.echo(orjson.dumps({"rows": rows}, option=orjson.OPT_INDENT_2))
    else:
        for row in rows:
            typer.echo(report_line(row, session.lang))
