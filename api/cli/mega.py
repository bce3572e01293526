"""`sociogram mega`: the network of the directory, or of several situations."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.charter import CharterOption
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, LangOption, OutputOption, StoreOption, ViewerOption, chosen
from api.cli.output_file import check_writable, write_printed
from api.cli.picture_options import PaletteOption, PaperOption, PosterOption, format_of, picture_options
from api.cli.session import CommandSession, opened
from api.use_cases.megas import TILES, MegaOptions, mega_picture
from api.use_cases.printing import printed
from api.use_cases.references import directory_for_files, find_sound
from sociogram.mega.merged import LEAST
from sociogram.situation.situation import Situation

SituationsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--situation",
        metavar="SITUATION",
        help=say(
            "Réunir cette situation à d'autres, sans rien qui désigne quelqu'un (à répéter).",
            "Merge this situation with others, with nothing that points to anybody (repeatable).",
        ),
    ),
]
AllOption = Annotated[
    bool,
    typer.Option(
        "--all-situations",
        help=say("Réunir toutes vos situations du dépôt.", "Merge all your situations of the store."),
    ),
]
OrganisationsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--organisation",
        metavar="ORGANISATION",
        help=say(
            "Seulement cette organisation et celles qui ont un lien avec elle (à répéter).",
            "Only this organisation and those it has a tie with (repeatable).",
        ),
    ),
]
PlacesOption = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="PLACE", help=say("Seulement ce lieu.", "Only this place.")),
]
SectorsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--sector",
        metavar="CODE",
        help=say(
            "Seulement cette typologie ou cette catégorie de service.",
            "Only this typology or this service category.",
        ),
    ),
]
PeriodOption = Annotated[
    str,
    typer.Option(
        "--period",
        metavar="D/D",
        help=say(
            "Seulement ce qui est daté de cette période : 2021, 2021-06/2023, 2021/.",
            "Only what is dated in this period: 2021, 2021-06/2023, 2021/.",
        ),
    ),
]
TilesOption = Annotated[
    str,
    typer.Option(
        "--group",
        metavar="|".join(TILES),
        help=say(
            "Tuiles par secteur ou par lieu (auto : au-delà de 200 organisations).",
            "Tiles by sector or by place (auto: beyond 200 organisations).",
        ),
    ),
]
OpenOption = Annotated[
    list[str] | None,
    typer.Option("--open", metavar="TILE", help=say("Ouvrir cette tuile (à répéter).", "Open this tile.")),
]
LeastOption = Annotated[
    int,
    typer.Option(
        "--least",
        help=say(
            "Nombre de familles à partir duquel un service est nommé.",
            "Number of families from which on a service is named.",
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    shown = say(
        "Dessiner le réseau de l'annuaire, ou plusieurs situations réunies.",
        "Draw the network of the directory, or several situations merged.",
    )
    app.command("mega", help=shown)(mega)


def mega(
    output: OutputOption,
    situation: SituationsOption = None,
    all_situations: AllOption = False,
    organisation: OrganisationsOption = None,
    place: PlacesOption = None,
    sector: SectorsOption = None,
    period: PeriodOption = "",
    group: TilesOption = "auto",
    open_tiles: OpenOption = None,
    least: LeastOption = LEAST,
    palette: PaletteOption = "wall",
    paper: PaperOption = "auto",
    tiles: PosterOption = None,
    charter: CharterOption = None,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Write the network as its viewer sees it; with no directory kept, the packaged public one."""
    path = Path(output)
    form = format_of(path)
    check_writable(path)
    options = picture_options(lang=lang, palette=palette, paper=paper, tiles=tiles)
    asked = MegaOptions(
        organisations=tuple(organisation or ()),
        places=tuple(place or ()),
        sectors=tuple(sector or ()),
        period=period,
        tiles=chosen("--group", group, TILES),
        opened=tuple(open_tiles or ()),
        least=least,
    )
    with opened(store, viewer, lang) as session:
        directory = directory_for_files(session.store, session.viewer)
        situations = _situations(session, situation or [], all_situations)
    made = printed(mega_picture(directory, options, asked, situations), form, tiles=options.tiles)
    write_printed(path, made, options.lang)


def _situations(session: CommandSession, named: list[str], every: bool) -> list[Situation] | None:
    if not named and not every:
        return None
    found = [find_sound(one, session.store, session.viewer).situation for one in named]
    if every:
        kept = session.store.situations(session.viewer)
        found += [session.store.situation(session.viewer, summary.id) for summary in kept]
    return found
