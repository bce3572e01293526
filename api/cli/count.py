"""`sociogram count`: referrals by period, what may leave, partners' files together, the page to print."""

from pathlib import Path
from typing import Annotated

import orjson
import typer

from api.cli.count_tally import entered
from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption, refuse_idle
from api.cli.output_file import check_writable, write_whole
from api.cli.referral_desk import desk_of
from api.cli.session import CommandSession, opened
from api.use_cases.counts import CountAsked, counts_answer, merged_answer, own_aggregate
from api.use_cases.counts_report import merged_report, own_report
from api.use_cases.counts_text import counts_text, merged_text
from sociogram.counts.aggregate import Aggregate
from sociogram.counts.aggregate_json import LARGEST_FILE, aggregate_bytes, read_aggregate
from sociogram.counts.groupings import BY
from sociogram.errors import BadInput, bad_input
from sociogram.files import read_file

TALLY = "tally"
Text = str | None
WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help=say(
            "Avec --merge : les fichiers des partenaires. « tally » : entrer un relevé sur papier du mois "
            "--period (made=12 accepted=7 no_capacity=2 ; sans nombre, ils sont demandés un à un).",
            "With --merge: the partners' files. “tally”: enter the paper tally of the month --period "
            "(made=12 accepted=7 no_capacity=2; without numbers they are asked one by one).",
        ),
    ),
]
PeriodOption = Annotated[
    Text,
    typer.Option(
        "--period",
        metavar="P",
        help=say(
            "Trimestre 2026-T3, semestre 2026-S2 ; pour un relevé, un mois 2026-07.",
            "Quarter 2026-T3, semester 2026-S2; for a tally, a month 2026-07.",
        ),
    ),
]
ByOption = Annotated[
    Text,
    typer.Option(
        "--by",
        metavar=",".join(BY),
        help=say("Par quoi compter ; un tableau chacun.", "What to count by; a table each."),
    ),
]
AsOfOption = Annotated[
    Text,
    typer.Option(
        "--as-of",
        metavar="D",
        help=say("Avec ce qui était noté ce jour-là.", "With what was noted by that day."),
    ),
]
OrganisationOption = Annotated[
    Text,
    typer.Option(
        "--organisation",
        metavar="ID",
        help=say("Seulement celles que cette organisation a faites.", "Only those this organisation made."),
    ),
]
ExportOption = Annotated[
    Text,
    typer.Option(
        "--export",
        metavar="FILE",
        help=say(
            "Écrire ce qui peut sortir d'un semestre : ni personne ni orientation.",
            "Write what may leave of a semester: no person and no referral.",
        ),
    ),
]
MergeOption = Annotated[
    bool,
    typer.Option(
        "--merge",
        help=say("Réunir les fichiers de partenaires.", "Put partners' files together."),
    ),
]
ReportOption = Annotated[
    Text,
    typer.Option("--report", metavar="FILE.pdf", help=say("Écrire la page à imprimer.", "Write the page.")),
]
NeedOption = Annotated[
    Text, typer.Option("--need", metavar="CATEGORY", help=say("Relevé : le besoin.", "Tally: the need."))
]
SheetOption = Annotated[
    int | None,
    typer.Option("--sheet", metavar="N", help=say("Relevé : feuille numéro N.", "Tally: sheet number N.")),
]

_TAKES = {
    "count": ("period", "organisation", "by", "as-of", "export", "report"),
    "merge": ("report",),
    "tally": ("period", "organisation", "need", "sheet"),
}
"""What is done: the options that change something in it."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("count", help=say("Compter les orientations.", "Count the referrals."))(count)


def count(
    words: WordsArgument = None,
    period: PeriodOption = None,
    by: ByOption = None,
    as_of: AsOfOption = None,
    organisation: OrganisationOption = None,
    export: ExportOption = None,
    merge: MergeOption = False,
    report: ReportOption = None,
    need: NeedOption = None,
    sheet: SheetOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print counts, or write a file; enter a tally when the first word says so."""
    given = list(words or ())
    tally = given[:1] == [TALLY] and not merge
    if given and not (tally or merge):
        raise _files_without_merge()
    if period is None and not merge:
        raise _which_period()
    told = {"period": period, "organisation": organisation, "need": need, "sheet": sheet}
    takes = _TAKES["tally" if tally else "merge" if merge else "count"]
    options = told | {"by": by, "as-of": as_of, "export": export, "report": report}
    refuse_idle({f"--{name}": value for name, value in options.items() if name not in takes})
    for option, path in (("--export", export), ("--report", report)):
        if path is not None:
            check_writable(Path(path), option)
    asked = CountAsked(period or "", _parts(by), as_of or "", organisation or "")
    with opened(store, viewer, lang) as session:
        if tally:
            entered(given[1:], told, session)
        elif merge:
            _merge([_file(name) for name in given], report, session, json=json)
        else:
            _own(asked, export, report, session, json=json)


def _own(asked: CountAsked, export: Text, report: Text, session: CommandSession, *, json: bool) -> None:
    desk = desk_of(session)
    if export is not None:
        write_whole(Path(export), aggregate_bytes(own_aggregate(asked, desk)), "--export")
    if report is not None:
        write_whole(Path(report), own_report(asked, desk, session.lang), "--report")
    if export is None and report is None:
        answer = counts_answer(asked, desk, session.lang)
        text = counts_text(answer, session.lang)
        typer.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2) if json else text)


def _merge(files: list[tuple[str, Aggregate]], report: Text, session: CommandSession, *, json: bool) -> None:
    desk = desk_of(session)
    if report is not None:
        write_whole(Path(report), merged_report(files, desk, session.lang), "--report")
        return
    answer = merged_answer(files, desk, session.lang)
    text = merged_text(answer, session.lang)
    typer.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2) if json else text)


def _file(name: str) -> tuple[str, Aggregate]:
    return name, read_aggregate(read_file(Path(name), LARGEST_FILE), place=name)


def _parts(by: Text) -> tuple[str, ...]:
    return tuple(part.strip() for part in (by or "").split(",") if part.strip())


def _which_period() -> BadInput:
    return bad_input(
        "which_period",
        fr="il manque la période.",
        en="the period is missing.",
        remedy_fr="Donner par exemple --period 2026-T3.",
        remedy_en="Give for example --period 2026-T3.",
        field="--period",
    )


def _files_without_merge() -> BadInput:
    return bad_input(
        "files_without_merge",
        fr="des fichiers sont donnés sans qu'il soit dit quoi en faire.",
        en="files are given without a word on what to do with them.",
        remedy_fr="Ajouter --merge pour les réunir, ou commencer par « tally » pour un relevé.",
        remedy_en="Add --merge to put them together, or begin with “tally” for a paper slip.",
        field="FILE",
    )
