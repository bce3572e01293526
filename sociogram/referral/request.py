"""A question: who can help with these needs, for whom and where, starting from one organisation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from sociogram.directory.choices import (
    checked_groups,
    checked_needs,
    checked_places,
    checked_receivers,
    unknown_choice,
)
from sociogram.directory.columns import LANGUAGE_CODE, MAX_AGE
from sociogram.errors import BadInput, NotFound, Problem, bad_input
from sociogram.language import Bilingual
from sociogram.referral.network import Network
from sociogram.referral.papers import PAPERS

Urgency = Literal["normal", "urgent", "tonight"]
MAX_HOPS = 6
MAX_K = 50
MAX_VALUES = 50


@dataclass(frozen=True, slots=True)
class SuggestionRequest:
    """`places` are ids or labels; `k` services for each need; `max_hops` = ties crossed at most.

    `on` is the date needed: without it nothing about dates is judged. `must_not_know` are ids of
    organisations and codes of typologies that are neither suggested nor asked on the way, for this one
    question; no answer holds them. `documents` are codes of papers at hand (papers.py). `consent` are the
    typologies and organisations that may be told, as the person said: None when not asked yet, empty when
    refused, which costs nothing: the person then goes herself.
    """

    origin: str
    needs: tuple[str, ...]
    target_groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    urgency: Urgency = "normal"
    max_hops: int = 3
    k: int = 5
    age: int | None = None
    on: date | None = None
    must_not_know: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    consent: tuple[str, ...] | None = None


def checked_request(network: Network, request: SuggestionRequest) -> SuggestionRequest:
    """Return the request with ids for places and each value once; NotFound or BadInput with the remedy.

    An origin hidden from the viewer and one that does not exist get the same answer.
    """
    if request.origin not in network:
        raise NotFound((_UNKNOWN_ORIGIN,))
    _check_number("max_hops", request.max_hops, MAX_HOPS)
    _check_number("k", request.k, MAX_K)
    if request.urgency not in get_args(Urgency):
        raise _refused(
            "unknown_urgency", "urgency",
            "cette urgence n'existe pas.", "this urgency does not exist.",
            "Choisir parmi : normal, urgent, tonight.", "Choose among: normal, urgent, tonight.",
        )  # fmt: skip
    if not request.needs:
        raise _refused(
            "no_need", "needs", "aucun besoin n'est nommé.", "no need is named.",
            "Nommer au moins un besoin.", "Name at least one need.",
        )  # fmt: skip
    if request.age is not None:
        _check_number("age", request.age, MAX_AGE, lowest=0)
    for name in ("needs", "target_groups", "places", "languages", "must_not_know", "documents", "consent"):
        _check_length(name, getattr(request, name) or ())
    directory = network.directory
    return replace(
        request,
        needs=checked_needs(directory, request.needs),
        target_groups=checked_groups(directory, request.target_groups, field="target_groups"),
        places=checked_places(directory, network.gazetteer, request.places, field="places"),
        languages=_languages(request.languages),
        must_not_know=checked_receivers(directory, request.must_not_know, field="must_not_know"),
        documents=_documents(request.documents),
        consent=None
        if request.consent is None
        else checked_receivers(directory, request.consent, field="consent"),
    )


_UNKNOWN_ORIGIN = Problem(
    "unknown_actor",
    Bilingual(
        "cette organisation n'est pas dans votre annuaire.", "this organisation is not in your directory."
    ),
    Bilingual(
        "Donner l'identifiant d'une organisation de l'annuaire.",
        "Give the id of an organisation of the directory.",
    ),
    field="origin",
)


def _check_number(name: str, value: int, highest: int, *, lowest: int = 1) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        raise _refused(
            "out_of_range", name, "ce nombre est hors des limites.", "this number is out of bounds.",
            f"Donner un nombre de {lowest} à {highest}.", f"Give a number from {lowest} to {highest}.",
        )  # fmt: skip


def _check_length(name: str, values: Sequence[str]) -> None:
    if len(values) > MAX_VALUES:
        raise _refused(
            "too_many_values", name, "cette liste est trop longue.", "this list is too long.",
            f"Au plus {MAX_VALUES} valeurs.", f"At most {MAX_VALUES} values.",
        )  # fmt: skip


def _languages(codes: Sequence[str]) -> tuple[str, ...]:
    for position, code in enumerate(codes):
        if not LANGUAGE_CODE.fullmatch(code):
            raise _refused(
                "unknown_language", f"languages[{position}]",
                "ce code de langue n'est pas valable.", "this language code is not valid.",
                "Écrire un code ISO 639 de deux ou trois lettres, par exemple fr, en, bm.",
                "Write an ISO 639 code of two or three letters, such as fr, en, bm.",
            )  # fmt: skip
    return tuple(dict.fromkeys(codes))


def _documents(codes: Sequence[str]) -> tuple[str, ...]:
    for position, code in enumerate(codes):
        if code not in PAPERS:
            raise unknown_choice("unknown_document", PAPERS, f"documents[{position}]", "papier", "paper")
    return tuple(dict.fromkeys(codes))


def _refused(code: str, field: str, fr: str, en: str, remedy_fr: str, remedy_en: str) -> BadInput:
    return bad_input(code, fr=fr, en=en, remedy_fr=remedy_fr, remedy_en=remedy_en, field=field)
