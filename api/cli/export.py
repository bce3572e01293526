"""`sociogram export`: what circulates, and the owner's lossless copy."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, StoreOption, ViewerOption, bad_choice
from api.cli.output_file import check_writable, write_whole
from api.cli.session import opened
from api.use_cases.exports import EXPORTS, export_directory, export_own, export_situation, level_of

LevelOption = Annotated[
    int,
    typer.Option(
        "--level",
        help=say(
            "0 structure, 1 noms publics et mois, 2 et ce qui est partagé avec --receiver.",
            "0 structure, 1 public names and months, 2 plus what is shared with --receiver.",
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", help=say("Préparer ce qui circule.", "Prepare what circulates."))(export)


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=", ".join(EXPORTS))],
    output: OutputOption,
    situation: Annotated[
        str | None, typer.Option("--situation", metavar="ID", help=say("Une situation.", "One situation."))
    ] = None,
    level: LevelOption = 1,
    own: Annotated[
        bool, typer.Option("--own", help=say("La copie fidèle, pour soi.", "The lossless copy, for oneself."))
    ] = False,
    receiver: Annotated[
        str | None,
        typer.Option("--receiver", metavar="VIEWER", help=say("À qui (niveau 2).", "To whom (level 2).")),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option("--seed", help=say("Identifiants répétables (essais).", "Repeatable ids (tests).")),
    ] = None,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Write one file; by default level 1, with fresh ids and neutral names."""
    if form not in EXPORTS:
        raise bad_choice("FORMAT", EXPORTS)
    path = Path(output)
    check_writable(path)
    with opened(store, viewer, lang) as session:
        if situation is None:
            data = export_directory(form, level_of(level, receiver), receiver, session.store, session.viewer)
        elif own:
            data = export_own(form, situation, session.store, session.viewer)
        else:
            how = level_of(level, receiver)
            data = export_situation(
                form, situation, how, receiver, session.store, session.viewer, session.lang, seed
            )
    write_whole(path, data)
