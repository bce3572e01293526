"""`sociogram export`: what circulates, and the owner's lossless copy."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, StoreOption, ViewerOption, bad_choice
from api.cli.output_file import check_writable, write_whole
from api.cli.session import opened
from api.use_cases.exports import EXPORTS, export_directory, export_own, export_situation, level_of
from sociogram.errors import BadInput, bad_input

LevelOption = Annotated[
    int | None,
    typer.Option(
        "--level",
        help=say(
            "0 structure, 1 noms publics et mois, 2 et ce qui est partagé avec --receiver.",
            "0 structure, 1 public names and months, 2 plus what is shared with --receiver.",
        ),
    ),
]

ReceiverOption = Annotated[
    str | None,
    typer.Option("--receiver", metavar="VIEWER", help=say("À qui (niveau 2).", "To whom (level 2).")),
]
SeedOption = Annotated[
    int | None,
    typer.Option("--seed", help=say("Identifiants répétables (essais).", "Repeatable ids (tests).")),
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
    level: LevelOption = None,
    own: Annotated[
        bool, typer.Option("--own", help=say("La copie fidèle, pour soi.", "The lossless copy, for oneself."))
    ] = False,
    receiver: ReceiverOption = None,
    seed: SeedOption = None,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Write one file; by default level 1, with fresh ids and neutral names."""
    if form not in EXPORTS:
        raise bad_choice("FORMAT", EXPORTS)
    if own and (situation is None or receiver is not None or seed is not None or level is not None):
        raise own_is_alone()
    path = Path(output)
    check_writable(path)
    how = level_of(1 if level is None else level, receiver)
    with opened(store, viewer, lang) as session:
        if situation is None:
            data = export_directory(form, how, receiver, session.store, session.viewer)
        elif own:
            data = export_own(form, situation, session.store, session.viewer)
        else:
            data = export_situation(
                form, situation, how, receiver, session.store, session.viewer, session.lang, seed
            )
    write_whole(path, data)


def own_is_alone() -> BadInput:
    """The refusal of a lossless copy mixed with what circulates."""
    return bad_input(
        "own_is_alone",
        fr="la copie fidèle demande --situation, sans --level, --receiver ni --seed.",
        en="the lossless copy asks for --situation, without --level, --receiver or --seed.",
        remedy_fr="Choisir : --own pour soi, ou --level pour ce qui circule.",
        remedy_en="Choose: --own for oneself, or --level for what circulates.",
        field="--own",
    )
