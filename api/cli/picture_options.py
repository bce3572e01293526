"""The options of pictures on the command line, checked and named."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.options import chosen, language
from api.use_cases.pictures import PAPERS, PictureOptions
from api.use_cases.printing import TILES, Format
from colour_codes.palettes import Palette
from layouts.graphviz import ENGINES
from layouts.symbols import SYMBOL_SETS
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

EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="|".join(ENGINES),
        help=say(
            "Places par Graphviz, pour comparaison : dot range par étages, neato par ressorts, fdp et sfdp "
            "par forces. La feuille peut être moins lisible que la nôtre, et le dit.",
            "Places by Graphviz, for comparison: dot in layers, neato by springs, fdp and sfdp by forces. "
            "The sheet may be harder to read than ours, and says so.",
        ),
    ),
]

SymbolsOption = Annotated[
    str,
    typer.Option(
        "--symbols",
        metavar="|".join(SYMBOL_SETS),
        help=say(
            "Signes : figures (personnages du mural) ou genogram (génogramme ; un genre n'y paraît que s'il "
            "est écrit).",
            "Signs: figures (as on wall charts) or genogram (a gender shows only where it was written).",
        ),
    ),
]

PosterOption = Annotated[
    str | None,
    typer.Option(
        "--tiles",
        metavar="|".join(TILES),
        help=say(
            "Affiche en pages à coller (PDF) : la feuille découpée en pages de ce papier, avec un plan.",
            "Poster in pages to glue (PDF): the sheet cut into pages of this paper, with a map.",
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
    engine: str | None = None,
    symbols: str = "figures",
    tiles: str | None = None,
) -> PictureOptions:
    """Return the options, each checked."""
    return PictureOptions(
        lang=language(lang),
        palette=Palette(chosen("--palette", palette, PALETTES)),
        paper=chosen("--paper", paper, PAPERS),
        date=parse_date(date, field="--date") if date else None,
        until=parse_date(until, field="--until") if until else None,
        plain=plain,
        titled=titled,
        seed=seed,
        engine=chosen("--engine", engine, ENGINES) if engine is not None else None,
        symbols=chosen("--symbols", symbols, SYMBOL_SETS),
        tiles=chosen("--tiles", tiles, TILES) if tiles is not None else None,
    )


def format_of(path: Path, *, others: tuple[str, ...] = ()) -> Format:
    """Return the format the file's ending asks for; `others`: endings the command knows besides."""
    ending = path.suffix.lower()
    if ending == ".svg":
        return "svg"
    if ending == ".pdf":
        return "pdf"
    if ending == ".png":
        return "png"
    raise unknown_ending(path, others)


def unknown_ending(path: Path, others: tuple[str, ...]) -> BadInput:
    """The refusal of a file name whose ending names no format."""
    *first, last = (".svg", ".pdf", ".png", *others)
    return bad_input(
        "unknown_format",
        fr="la fin de ce nom ne dit pas quel format écrire.",
        en="the ending of this name does not say which format to write.",
        remedy_fr=f"Finir le nom par {', '.join(first)} ou {last}.",
        remedy_en=f"End the name with {', '.join(first)} or {last}.",
        place=str(path),
        field="-o",
    )
