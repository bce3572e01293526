"""`sociogram suggest`: who can help, and through whom."""

from datetime import UTC, datetime
from typing import Annotated

import orjson
import typer

from api.cli.help_language import say
from api.cli.options import DEFAULT_LANG, JsonOption, LangOption, StoreOption, ViewerOption, bad_choice
from api.cli.session import opened
from api.settings import read_settings
from api.use_cases.known import Knowledge
from api.use_cases.networks import Networks
from api.use_cases.sheet_events import SheetEvents
from api.use_cases.suggestions import URGENCIES, answer_in, answer_text, dated, day_asked
from sociogram.referral.request import SuggestionRequest

Many = list[str]
FromOption = Annotated[
    str,
    typer.Option(
        "--from", metavar="ACTOR", help=say("Votre organisation (identifiant).", "Your organisation (id).")
    ),
]
NeedOption = Annotated[
    Many,
    typer.Option("--need", metavar="CATEGORY", help=say("Besoin ; répétable.", "Need; may be repeated.")),
]
GroupOption = Annotated[
    Many | None,
    typer.Option("--group", metavar="CODE", help=say("Public ; répétable.", "Group; may be repeated.")),
]
PlaceOption = Annotated[
    Many | None,
    typer.Option("--place", metavar="PLACE", help=say("Lieu ; répétable.", "Place; may be repeated.")),
]
LanguageOption = Annotated[
    Many | None,
    typer.Option("--language", metavar="CODE", help=say("Langue parlée.", "Language spoken.")),
]
UrgencyOption = Annotated[
    str, typer.Option("--urgency", metavar="|".join(URGENCIES), help=say("Urgence.", "Urgency."))
]
HopsOption = Annotated[
    int,
    typer.Option("--hops", help=say("Liens à parcourir, au plus.", "Ties crossed, at most.")),
]
CountOption = Annotated[
    int, typer.Option("-k", help=say("Réponses par besoin, au plus.", "Answers for each need, at most."))
]


AgeOption = Annotated[int | None, typer.Option("--age", help=say("Âge, en années.", "Age, in years."))]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="YYYY-MM-DD",
        help=say(
            "Jour où l'on en a besoin ; sans lui aucune date n'est comparée.",
            "Day it is needed; without it no date is compared.",
        ),
    ),
]
MustNotKnowOption = Annotated[
    Many | None,
    typer.Option(
        "--must-not-know",
        metavar="ACTOR|TYPOLOGY",
        help=say(
            "Qui ne doit rien savoir : ni proposé, ni sur le chemin ; répétable.",
            "Who must not know: neither suggested nor on the way; may be repeated.",
        ),
    ),
]
DocumentOption = Annotated[
    Many | None,
    typer.Option(
        "--document",
        metavar="CODE",
        help=say("Papier sous la main ; répétable.", "Paper at hand; may be repeated."),
    ),
]
ConsentOption = Annotated[
    Many | None,
    typer.Option(
        "--consent",
        metavar="ACTOR|TYPOLOGY",
        help=say(
            "À qui la personne accepte que l'on parle ; répétable.",
            "Whom the person agrees may be told; may be repeated.",
        ),
    ),
]
RefusedOption = Annotated[
    bool,
    typer.Option(
        "--consent-refused",
        help=say("La personne préfère y aller d'elle-même.", "The person prefers to go alone."),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("suggest", help=say("Qui peut aider, et par qui ?", "Who can help, and through whom?"))(
        suggest
    )


def suggest(
    origin: FromOption,
    need: NeedOption,
    group: GroupOption = None,
    place: PlaceOption = None,
    spoken: LanguageOption = None,
    urgency: UrgencyOption = "normal",
    hops: HopsOption = 3,
    k: CountOption = 5,
    age: AgeOption = None,
    on: OnOption = None,
    must_not_know: MustNotKnowOption = None,
    document: DocumentOption = None,
    consent: ConsentOption = None,
    consent_refused: RefusedOption = False,
    json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = DEFAULT_LANG,
    viewer: ViewerOption = None,
) -> None:
    """Print the answer; exit 1 when it is empty, with the words that say why."""
    chosen = next((known for known in URGENCIES if known == urgency), None)
    if chosen is None:
        raise bad_choice("--urgency", URGENCIES)
    query = SuggestionRequest(
        origin=origin,
        needs=tuple(need),
        target_groups=tuple(group or ()),
        places=tuple(place or ()),
        languages=tuple(spoken or ()),
        urgency=chosen,
        max_hops=hops,
        k=k,
        age=age,
        on=day_asked(on, field="--on"),
        must_not_know=tuple(must_not_know or ()),
        documents=tuple(document or ()),
        consent=() if consent_refused else tuple(consent) if consent else None,
    )
    _answer(dated(query, datetime.now(UTC).date()), json=json, store=store, lang=lang, viewer=viewer)


def _answer(
    query: SuggestionRequest, *, json: bool, store: StoreOption, lang: str, viewer: ViewerOption
) -> None:
    with opened(store, viewer, lang) as session:
        known = Knowledge().of(session.store, session.viewer, SheetEvents())
        network = Networks(read_settings().network_memory_mb).for_question(
            session.store, session.viewer, query, known
        )
    answer = answer_in(query, network, session.lang, known)
    if json:
        typer.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2))
    else:
        typer.echo(answer_text(answer, session.lang))
    if not answer["suggestions"]:
        raise typer.Exit(1)
