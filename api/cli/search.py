"""`sociogram search`: who does what, in the directory."""

from typing import Annotated

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption
from api.cli.session import opened
from api.use_cases.providers import ProviderQuery, search_page
from api.use_cases.references import directory_for_files
from sociogram.language import Bilingual

_NOBODY = Bilingual(
    "Aucune structure de l'annuaire ne répond à ces mots. Essayer un mot plus court, ou un autre lieu.",
    "No organisation of the directory answers these words. Try a shorter word, or another place.",
)
Many = list[str] | None


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search", help=say("Chercher dans l'annuaire.", "Search the directory."))(search)


def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help=say("Mots cherchés.", "Words sought."))
    ] = None,
    need: Annotated[Many, typer.Option("--need", metavar="CATEGORY", help=say("Besoin.", "Need."))] = None,
    group: Annotated[Many, typer.Option("--group", metavar="CODE", help=say("Public.", "Group."))] = None,
    place: Annotated[Many, typer.Option("--place", metavar="PLACE", help=say("Lieu.", "Place."))] = None,
    size: Annotated[int, typer.Option("--size", min=1, max=200, help=say("Lignes.", "Rows."))] = 20,
    page: Annotated[int, typer.Option("--page", min=1, help=say("Page.", "Page."))] = 1,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print organisations, one a line; exit 1 when there is none."""
    query = ProviderQuery(
        text=" ".join(words or ()),
        needs=tuple(need or ()),
        groups=tuple(group or ()),
        places=tuple(place or ()),
        page=page,
        size=size,
    )
    with opened(store, viewer, lang) as session:
        found = search_page(directory_for_files(session.store, session.viewer), query, session.lang)
    if json:
        typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2))
    else:
        for row in found["items"]:
            places = ", ".join(row.get("places", ()))
            typer.echo(f"{row['id']}  {row['name']}" + (f"  ({places})" if places else ""))
        if not found["items"]:
            typer.echo(_NOBODY.in_(session.lang))
    if not found["items"]:
        raise typer.Exit(1)
