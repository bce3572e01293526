"""`sociogram tonight`: the functions reachable at night."""

from typing import Annotated, Any
from uuid import uuid4

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption, refuse_idle
from api.cli.referral_desk import desk_of
from api.cli.session import opened
from api.use_cases.tonight import night_list_event, tonight_json
from sociogram.errors import bad_input

SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FUNCTION;PHONE;HOURS;ORGANISATION",
        help=say(
            "Remplacer la liste ; répétable. Une fonction, jamais le nom d'une personne.",
            "Replace the list; may be repeated. A function, never the name of a person.",
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "tonight",
        help=say("Qui est joignable cette nuit ? La liste.", "Who can be reached tonight? The list."),
    )(tonight)


def tonight(
    functions: SetOption = None,
    clear: Annotated[bool, typer.Option("--clear", help=say("Vider la liste.", "Empty the list."))] = False,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print the list, after replacing it when asked; exit 1 when it is empty."""
    if clear:
        refuse_idle({"--set": functions})
    with opened(store, viewer, lang) as session:
        desk = desk_of(session)
        if functions or clear:
            listed = [_function(one) for one in functions or ()]
            desk.note(night_list_event(str(uuid4()), listed, desk, desk.book()))
        found = tonight_json(desk, desk.book(), session.lang)
    if json:
        typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2))
    else:
        typer.echo("\n".join([found["text"], *(_line(one) for one in found["functions"])]))
    if not found["functions"] and not clear:
        raise typer.Exit(1)


def _function(said: str) -> dict[str, str]:
    """Return `function;phone;hours;organisation` as data; what is empty is left out."""
    parts = [part.strip() for part in said.split(";")]
    if len(parts) > 4:
        raise bad_input(
            "bad_function",
            fr="cette fonction a plus de quatre parties.",
            en="this function has more than four parts.",
            remedy_fr="Écrire « fonction;téléphone;heures;organisation ».",
            remedy_en="Write “function;phone;hours;organisation”.",
            field="--set",
        )
    names = ("label", "phone", "hours", "organisation")
    return {name: part for name, part in zip(names, parts, strict=False) if part}


def _line(one: dict[str, Any]) -> str:
    said = (one["label"], one["organisation_name"], one["phone"], one["hours"])
    return "- " + " — ".join(part for part in said if part)
