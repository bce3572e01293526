"""`sociogram check`: what the rules ask of a situation."""

from typing import Annotated

import orjson
import typer

from api.cli.draw import SituationArgument
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption
from api.cli.session import opened
from api.use_cases.findings import findings_json, findings_of, names_of
from api.use_cases.references import Referred, find
from sociogram.dates import parse_date
from sociogram.language import Bilingual, Lang
from sociogram.rules.findings import Finding

_NOTHING = Bilingual("Rien à signaler.", "Nothing to point out.")
_LEVELS = {"error": Bilingual("à revoir", "to look at again"), "warning": Bilingual("question", "question")}
TodayOption = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="D",
        help=say(
            "Jour où l'on regarde, pour les dates de vérification.", "The day of looking, for last checks."
        ),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", help=say("Relire une situation.", "Read a situation over."))(check)


def check(
    situation: SituationArgument,
    json: JsonOption = False,
    today: TodayOption = None,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print findings, one a line; exit 1 when one of them is of level error."""
    day = parse_date(today, field="--today").last_day if today else None
    with opened(store, viewer, lang) as session:
        referred = find(situation, session.store, session.viewer)
        found = findings_of(referred, today=day)
    if json:
        typer.echo(orjson.dumps({"findings": findings_json(found, referred, session.lang)}))
    else:
        for finding in found:
            typer.echo(_line(finding, referred, session.lang))
        if not found:
            typer.echo(_NOTHING.in_(session.lang))
    if any(finding.level == "error" for finding in found):
        raise typer.Exit(1)


def _line(finding: Finding, referred: Referred, lang: Lang) -> str:
    where = f" [{finding.place}]" if finding.place else ""
    names = ", ".join(names_of(finding, referred, lang))
    whom = f" — {names}" if names else ""
    return f"{finding.code} ({_LEVELS[finding.level].in_(lang)}){where} {finding.says.in_(lang)}{whom}"
