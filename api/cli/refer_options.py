"""The options of `sociogram refer`, and what they mean together."""

from typing import Annotated, Any

import typer

from api.cli.help_language import say
from api.cli.options import chosen
from api.use_cases.referral_steps import HAND_WAYS
from sociogram.errors import bad_input
from sociogram.loop.kinds import PRIORITIES, SCOPES

Text = str | None
ToOption = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="WHO",
        help=say(
            "Service ou organisation de l'annuaire ; sinon des mots, gardés tels quels.",
            "Service or organisation of the directory; else words, kept as they are.",
        ),
    ),
]
SenderOption = Annotated[
    Text, typer.Option("--from", metavar="ORGANISATION", help=say("Qui oriente.", "Who refers."))
]
NeedOption = Annotated[
    Text, typer.Option("--need", metavar="CATEGORY", help=say("Ce qui est cherché.", "What is sought."))
]
PlaceOption = Annotated[Text, typer.Option("--place", metavar="PLACE", help=say("Lieu.", "Place."))]
GroupOption = Annotated[
    list[str] | None,
    typer.Option("--group", metavar="CODE", help=say("Public ; répétable.", "Group; repeatable.")),
]
PriorityOption = Annotated[
    str,
    typer.Option(
        "--priority",
        metavar="|".join(PRIORITIES),
        help=say("Délai de réponse : 24 h, 72 h, 14 jours.", "Time for an answer: 24 h, 72 h, 14 days."),
    ),
]
CountryOption = Annotated[
    Text,
    typer.Option(
        "--country", metavar="XX", help=say("Pays, au-delà d'une frontière.", "Country, across a border.")
    ),
]
FocalOption = Annotated[
    bool, typer.Option("--focal-point", help=say("Par le point focal.", "By the focal point."))
]
ScopeOption = Annotated[
    str,
    typer.Option(
        "--consent-scope",
        metavar="|".join(SCOPES),
        help=say("Ce que la personne accepte de dire.", "What the person agrees to have told."),
    ),
]
LanguageOption = Annotated[
    Text,
    typer.Option(
        "--consent-language",
        metavar="CODE",
        help=say("Accord donné de vive voix, dans cette langue.", "Consent given aloud, in this language."),
    ),
]
MonthOption = Annotated[
    Text,
    typer.Option(
        "--consent-month", metavar="YYYY-MM", help=say("Mois de l'accord.", "Month of the consent.")
    ),
]
NoConsentOption = Annotated[
    bool,
    typer.Option(
        "--no-consent",
        help=say(
            "Demandé et refusé, sans rien perdre : la personne y va elle-même, rien n'est transmis.",
            "Asked and refused, at no cost: the person goes herself, nothing is passed on.",
        ),
    ),
]
ByOption = Annotated[
    Text,
    typer.Option("--by", metavar="|".join(HAND_WAYS), help=say("Comment c'est envoyé.", "How it is sent.")),
]
SamePersonOption = Annotated[
    Text,
    typer.Option(
        "--same-person-as",
        metavar="ID",
        help=say("Même personne que dans cette orientation.", "Same person as in that referral."),
    ),
]
InsteadOption = Annotated[
    Text,
    typer.Option(
        "--instead-of",
        metavar="ID",
        help=say("Réoriente celle-ci, qui donne le besoin.", "Re-routes that one, which gives the need."),
    ),
]
OnOption = Annotated[
    Text,
    typer.Option(
        "--on", metavar="YYYY-MM-DD", help=say("Jour, si ce n'est pas aujourd'hui.", "Day, if not today.")
    ),
]
SlipOption = Annotated[
    Text,
    typer.Option(
        "--slip", metavar="FILE.pdf", help=say("Écrire aussi le papier à détacher.", "Write the slip too.")
    ),
]


def consent_of(scope: str, language: Text, since: str, *, refused: bool) -> dict[str, Any] | None:
    """Return what was agreed to, or None when it was refused; BadInput when nobody says which.

    `since` begins with the month.
    """
    if refused and language is None:
        return None
    if refused or language is None:
        raise bad_input(
            "consent_unsaid",
            fr="il faut dire si la personne est d'accord, ou non.",
            en="say whether the person agrees, or not.",
            remedy_fr="Ajouter --consent-language CODE, ou --no-consent.",
            remedy_en="Add --consent-language CODE, or --no-consent.",
            field="--consent-language",
        )
    return {"scope": chosen("--consent-scope", scope, SCOPES), "language": language, "month": since[:7]}


def way_of(by: Text, draft: bool, no_consent: bool) -> str | None:
    """Return how it is sent: by telephone, or without consent by the slip she carries; None for a draft."""
    if draft:
        if by is not None:
            raise bad_input(
                "draft_is_not_sent",
                fr="un brouillon n'est pas envoyé.",
                en="a draft is not sent.",
                remedy_fr="Choisir --draft ou --by.",
                remedy_en="Choose --draft or --by.",
                field="--by",
            )
        return None
    return chosen("--by", by, HAND_WAYS) if by is not None else "slip" if no_consent else "phone"
