"""`sociogram referral EVENT ID`: one step of a referral, its history, its papers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import (
    DEFAULT_LANG,
    JsonOption,
    LangOption,
    StoreOption,
    ViewerOption,
    chosen,
    refuse_idle,
)
from api.cli.output_file import check_writable, write_whole
from api.cli.refer_options import OnOption, Text
from api.cli.referral_desk import desk_of, referral_named
from api.cli.referral_options import (
    EVENTS,
    PAPERS,
    STEP_WORDS,
    EventArgument,
    HoursOption,
    NameArgument,
    NoteOption,
    OtherOption,
    OutcomeOption,
    PaperOption,
    ReasonOption,
    WayOption,
    WhoOption,
)
from api.cli.session import opened
from api.use_cases.referral_desk import Desk
from api.use_cases.referral_forgetting import forget_referral
from api.use_cases.referral_noting import note_step
from api.use_cases.referral_papers import PaperKind, paper_pdf
from api.use_cases.referral_text import detail_text
from api.use_cases.referral_views import detail_json
from sociogram.errors import bad_input
from sociogram.language import Lang
from sociogram.loop.referral import Referral


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "referral",
        help=say(
            "Noter une réponse, montrer ou imprimer une orientation.",
            "Note an answer, show or print a referral.",
        ),
    )(referral)


def referral(
    event: EventArgument,
    name: NameArgument,
    reason: ReasonOption = None,
    outcome: OutcomeOption = None,
    by: WayOption = None,
    to: OtherOption = None,
    who: WhoOption = None,
    hours: HoursOption = None,
    note: NoteOption = None,
    on: OnOption = None,
    output: PaperOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Note one step and print where the referral stands then."""
    chosen("EVENT", event, EVENTS)
    said: dict[str, Any] = {"reason": reason, "outcome": outcome, "by": by, "to": to}
    said |= {"who": who, "hours": hours, "note": note}
    _refuse_others(event, said, on)
    path = _paper_file(event, output)
    with opened(store, viewer, lang) as session:
        desk = desk_of(session)
        found = referral_named(name, desk.book())
        if event == "forget":
            forget_referral(found.id, desk)
        elif path is not None:
            kind: PaperKind = "slip" if event == "slip" else "form"
            write_whole(path, paper_pdf(kind, found, desk.directory, session.lang))
        else:
            if event in STEP_WORDS:
                _note(STEP_WORDS[event], found, said, on, desk)
            _tell(found.id, desk, session.lang, json=json)


def _note(kind: str, found: Referral, said: Mapping[str, Any], on: Text, desk: Desk) -> None:
    if kind == "rerouted" and said["to"]:
        said = {**said, "to": referral_named(said["to"], desk.book()).id}
    raw = {"id": str(uuid4()), "kind": kind, "args": _args(kind, said, desk)}
    note_step(raw | ({"on": on} if on else {}), found.id, desk)


def _tell(referral_id: str, desk: Desk, lang: Lang, *, json: bool) -> None:
    book = desk.book()
    found = detail_json(book.referral(referral_id), desk, book, lang)
    typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2) if json else detail_text(found, lang))


def _paper_file(event: str, output: Text) -> Path | None:
    """Return where a paper is written; None for what writes none."""
    if (event in PAPERS) == (output is not None):
        if output is not None:
            check_writable(Path(output))
        return Path(output) if output is not None else None
    raise bad_input(
        "paper_file",
        fr="-o va avec « slip » et « form », et avec eux seuls.",
        en="-o goes with “slip” and “form”, and with them alone.",
        remedy_fr="Écrire par exemple « referral slip ID -o papier.pdf ».",
        remedy_en="Write for instance “referral slip ID -o paper.pdf”.",
        field="-o",
    )


_TAKES: Mapping[str, Mapping[str, str]] = {
    "referral_sent": {"by": "way"},
    "declined": {"reason": "reason", "note": "text"},
    "completed": {"outcome": "outcome"},
    "rerouted": {"to": "to"},
    "cancelled": {"note": "reason"},
    "reopened": {"note": "note"},
    "deadline_set": {"hours": "hours"},
    "told": {"who": "text"},
}
"""kind: {option: the name it has in the event}."""


def _refuse_others(event: str, said: Mapping[str, Any], on: Text) -> None:
    """Refuse an option that does not belong to the event; only a step has a day."""
    kind = STEP_WORDS.get(event)
    takes = _TAKES.get(kind or "", {})
    others = {f"--{option}": value is not None for option, value in said.items() if option not in takes}
    refuse_idle(others if kind else others | {"--on": on})


def _args(kind: str, said: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    """Return the args of a step."""
    takes = _TAKES.get(kind, {})
    args = {name: said[option] for option, name in takes.items() if said[option] is not None}
    if kind == "told" and args.get("text") in desk.directory.organisations:
        return {"organisation": args["text"]}
    return args
