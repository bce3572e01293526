"""`sociogram refer`: make a referral, and send it."""

from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption, chosen
from api.cli.output_file import check_writable, write_whole
from api.cli.refer_options import (
    ByOption,
    CountryOption,
    FocalOption,
    GroupOption,
    InsteadOption,
    LanguageOption,
    MonthOption,
    NeedOption,
    NoConsentOption,
    OnOption,
    PlaceOption,
    PriorityOption,
    SamePersonOption,
    ScopeOption,
    SenderOption,
    SlipOption,
    ToOption,
    consent_of,
    way_of,
)
from api.cli.referral_desk import desk_of, referral_named
from api.cli.session import opened
from api.use_cases.referral_desk import Book, Desk
from api.use_cases.referral_making import NewReferral, make
from api.use_cases.referral_papers import paper_pdf
from api.use_cases.referral_text import detail_text
from api.use_cases.referral_towards import towards
from api.use_cases.referral_views import detail_json
from sociogram.errors import bad_input
from sociogram.loop.kinds import PRIORITIES
from sociogram.loop.referral import Referral


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "refer",
        help=say("Orienter quelqu'un : faire et envoyer.", "Refer somebody: make and send."),
    )(refer)


def refer(
    to: ToOption,
    sender: SenderOption = None,
    need: NeedOption = None,
    place: PlaceOption = None,
    group: GroupOption = None,
    priority: PriorityOption = "normal",
    country: CountryOption = None,
    focal_point: FocalOption = False,
    scope: ScopeOption = "need",
    spoken: LanguageOption = None,
    month: MonthOption = None,
    no_consent: NoConsentOption = False,
    by: ByOption = None,
    draft: Annotated[
        bool, typer.Option("--draft", help=say("Ne pas envoyer encore.", "Do not send yet."))
    ] = False,
    same_person: SamePersonOption = None,
    instead_of: InsteadOption = None,
    on: OnOption = None,
    slip: SlipOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Note the referral with what the person agreed to, and print where it stands."""
    stated = _said(need=need, place=place, sender=sender, country=country, groups=group or None)
    stated |= {"priority": chosen("--priority", priority, PRIORITIES), "focal_point": focal_point}
    if slip is not None:
        check_writable(Path(slip), "--slip")
    with opened(store, viewer, lang) as session:
        desk = desk_of(session)
        agreed = consent_of(scope, spoken, month or on or desk.at, refused=no_consent)
        before = referral_named(instead_of, desk.book()) if instead_of else None
        args = _made(stated | _said(consent=agreed) | towards(to, desk.directory), before, same_person, desk)
        way = way_of(by, draft, no_consent)
        new = NewReferral(str(uuid4()), args, way, on=on, instead_of=before.id if before else None)
        make(new, desk)
        _tell(new.id, desk, session.lang, json=json, slip=slip)


def _made(
    stated: dict[str, Any], before: Referral | None, same_person: str | None, desk: Desk
) -> dict[str, Any]:
    """Return what the making says; `before` hands on what was not stated, and the person."""
    made = {**_handed_on(before), **stated}
    _require_asked(made)
    if same_person is not None:
        return made | {"person": _person(same_person, desk.book())}
    return {"person": str(uuid4()), **made}


def _tell(referral_id: str, desk: Desk, lang: Any, *, json: bool, slip: str | None) -> None:
    book = desk.book()
    referral = book.referral(referral_id)
    if slip is not None:
        write_whole(Path(slip), paper_pdf("slip", referral, desk.directory, lang), "--slip")
    found = detail_json(referral, desk, book, lang)
    typer.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2) if json else detail_text(found, lang))


def _said(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _handed_on(before: Referral | None) -> dict[str, Any]:
    """Return what a re-routed referral hands on: never the consent, asked anew for each receiver."""
    if before is None:
        return {}
    handed = {"need": before.need, "place": before.place, "sender": before.sender, "person": before.person}
    return {name: value for name, value in handed.items() if value}


def _person(same_as: str, book: Book) -> str:
    """Return the link of the person in another referral."""
    found = referral_named(same_as, book).person
    if not found:
        raise bad_input(
            "no_person",
            fr="cette orientation n'est reliée à personne.",
            en="this referral is linked to nobody.",
            remedy_fr="Retirer --same-person-as.",
            remedy_en="Take out --same-person-as.",
            field="--same-person-as",
        )
    return found


def _require_asked(said: dict[str, Any]) -> None:
    for name, option in (("sender", "--from"), ("need", "--need")):
        if name not in said:
            raise bad_input(
                "missing_option",
                fr=f"il manque {option}.",
                en=f"{option} is missing.",
                remedy_fr="Le dire, ou donner --instead-of.",
                remedy_en="Say it, or give --instead-of.",
                field=option,
            )
