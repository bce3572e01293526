"""The options of pictures on the command line, checked and named."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import bad_choice, language
from api.use_cases.pictures import PAPERS, Format, PictureOptions
from colour_codes.palettes import Palette
from sociogram.dates import parse_date
from sociogram.errors import BadInput, bad_input

PALETTES = tuple(palette.value for palette in Palette)
PaletteOption = Annotated[
    str,
    typer.Option(
        "--palette",
        metavar="|".join(PALETTES),
        help=say(
            "Feutres : wall (mur), notebook (cahier : orange en rouge pointillé), mono (noir et blanc).",
            "Pens: wall, notebook (orange as dotted red), mono (black and white).",
        ),
    ),
]
PaperOption = Annotated[
    str, typer.Option("--paper", metavar="|".join(PAPERS), help=say("Papier.", "Paper size."))
]
DateOption = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="D",
        help=say(
            "Date écrite sur la feuille (défaut : la dernière nommée).",
            "Date written on the sheet (default: the latest one named).",
        ),
    ),
]
UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="D",
        help=say("L'état à cette date, comprise.", "The state at this date, inclusive."),
    ),
]
SeedOption = Annotated[
    int, typer.Option("--seed", min=0, help=say("Graine de la disposition.", "Seed of the layout."))
]
PlainOption = Annotated[
    bool,
    typer.Option(
        "--plain",
        help=say(
            "Sans ajout : seulement la légende attestée, sans lettres, numéros ni dates.",
            "Only the confirmed legend: no letters, numbers or dates.",
        ),
    ),
]
TitledOption = Annotated[
    bool,
    typer.Option(
        "--titled",
        help=say(
            "Écrire aussi le titre de travail (à n'utiliser que s'il ne blesse personne).",
            "Write the working title too (only if it hurts nobody).",
        ),
    ),
]


def picture_options(
    *,
    lang: str,
    palette: str,
    paper: str,
    date: str | None = None,
    until: str | None = None,
    plain: bool = False,
    titled: bool = False,
    seed: int = 0,
) -> PictureOptions:
    """Return the options, each checked."""
    if palette not in PALETTES:
        raise bad_choice("--palette", PALETTES)
    if paper not in PAPERS:
        raise bad_choice("--paper", PAPERS)
    return PictureOptions(
        lang=language(lang),
        palette=Palette(palette),
        paper=paper,
        date=parse_date(date, field="--date") if date else None,
        until=parse_date(until, field="--until") if until else None,
        plain=plain,
        titled=titled,
        seed=seed,
    )


def format_of(path: Path) -> Format:
    """Return the format the file's ending asks for."""
    ending = path.suffix.lower()
    if ending == ".svg":
        return "svg"
    if ending == ".pdf":
        return "pdf"
    if ending == ".png":
        return "png"
    raise unknown_ending(path)


def unknown_ending(path: Path) -> BadInput:
    """The refusal of a file name whose ending names no format."""
    return bad_input(
        "unknown_format",
        fr="la fin de ce nom ne dit pas quel format écrire.",
        en="the ending of this name does not say which format to write.",
        remedy_fr="Finir le nom par .svg, .pdf ou .png.",
        remedy_en="End the name with .svg, .pdf or .png.",
        place=str(path),
        field="-o",
    )
