"""The history of a referral, told in sentences: what happened, on which day, in the order it was noted."""

from collections.abc import Mapping
from typing import Any

from api.use_cases.referral_desk import Book
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.loop.answer_link import SIGNED
from sociogram.loop.event import StoredEvent
from sociogram.loop.forms.labels import OUTCOMES, REASONS, WAYS, hours_words, label
from sociogram.loop.forms.names import organisation_name, receiver_name
from sociogram.loop.referral import Referral

_SAID: Mapping[str, Bilingual] = {
    "referral_made": Bilingual("Orientation préparée vers {to}.", "Referral prepared towards {to}."),
    "referral_sent": Bilingual("Envoyée {way} à {to}.", "Sent {way} to {to}."),
    "acknowledged": Bilingual("{to} l'a reçue.", "{to} has received it."),
    "accepted": Bilingual("{to} accepte.", "{to} accepts."),
    "declined": Bilingual("{to} n'accepte pas : {reason}.", "{to} does not accept: {reason}."),
    "in_service": Bilingual("La prise en charge a commencé.", "The service has begun."),
    "completed": Bilingual("Terminée : {outcome}.", "Completed: {outcome}."),
    "rerouted": Bilingual("Réorientée vers {other}.", "Re-routed to {other}."),
    "no_answer": Bilingual("{to} n'a pas répondu.", "{to} has not answered."),
    "cancelled": Bilingual("Annulée{words}.", "Cancelled{words}."),
    "consent_withdrawn": Bilingual("La personne a retiré son accord.", "The person has withdrawn consent."),
    "told": Bilingual(
        "{who} confirme : le retrait de l'accord lui est connu.",
        "{who} confirms: the withdrawal is known there.",
    ),
    "contact_failed": Bilingual("Le contact n'a pas eu lieu.", "The contact did not take place."),
    "reopened": Bilingual("Rouverte{words}.", "Reopened{words}."),
    "deadline_set": Bilingual("Réponse attendue sous {hours}.", "Answer expected within {hours}."),
}
_LATE = Bilingual(
    "(arrivé trop tard : noté, sans rien changer)", "(came too late: noted, and nothing was changed)"
)
_BY_LINK = Bilingual("(par le lien)", "(by the link)")
_ON_PAPER = Bilingual(
    "Papier d'orientation remis à la personne, vers {to}.", "Slip given to the person, for {to}."
)
_BY_ARROW = Bilingual(
    "Une flèche verte de la feuille la note, vers {to}.", "A green arrow of the sheet notes it, to {to}."
)


def history_json(referral: Referral, book: Book, directory: Directory, lang: Lang) -> list[dict[str, Any]]:
    """Return every event about a referral with its sentence; `late` marks one that changed nothing."""
    return [
        {
            "id": stored.event.id,
            "kind": stored.event.kind,
            "on": stored.event.on.isoformat(),
            "at": stored.event.at,
            "by": stored.event.by,
            "late": stored.event.id in referral.late,
            "text": sentence(stored, referral, book, directory, lang),
        }
        for stored in referral.history
    ]


def sentence(stored: StoredEvent, referral: Referral, book: Book, directory: Directory, lang: Lang) -> str:
    """Return one event as a sentence; names are those of the viewer's directory."""
    event = stored.event
    args = event.args
    words = (
        args.get("text") or args.get("note") or (args.get("reason", "") if event.kind == "cancelled" else "")
    )
    said = (
        _wording(event.kind, args)
        .in_(lang)
        .format(
            to=receiver_name(referral, directory, lang),
            way=label(WAYS, args.get("way"), lang),
            reason=label(REASONS, args.get("reason"), lang) + _added(args.get("text"), lang),
            outcome=label(OUTCOMES, args.get("outcome"), lang),
            other=_other(args.get("to"), book, directory, lang),
            who=who_is(args.get("organisation"), args.get("text", ""), directory, lang),
            hours=hours_words(args.get("hours", 0), lang),
            words=_added(words, lang),
        )
    )
    said = said[:1].upper() + said[1:]
    if event.by == SIGNED:
        said = f"{said} {_BY_LINK.in_(lang)}"
    return f"{said} {_LATE.in_(lang)}" if event.id in referral.late else said


def who_is(organisation: str | None, text: str, directory: Directory, lang: Lang) -> str:
    """Return who confirmed: an organisation's name, or what was written."""
    return organisation_name(organisation, directory, lang) if organisation else text


def _wording(kind: str, args: Mapping[str, Any]) -> Bilingual:
    if kind == "referral_sent" and args["way"] == "slip":
        return _ON_PAPER
    if kind == "referral_sent" and args["way"] == "arrow":
        return _BY_ARROW
    return _SAID[kind]


def _other(child: str | None, book: Book, directory: Directory, lang: Lang) -> str:
    found = book.referrals.get(child) if child else None
    unknown = Bilingual("une autre orientation", "another referral")
    return receiver_name(found, directory, lang) if found else unknown.in_(lang)


def _added(words: str | None, lang: Lang) -> str:
    """Return words added to a sentence, one line, without a stop of their own."""
    if not words:
        return ""
    said = " ".join(words.split()).rstrip(".")
    return f" (« {said} »)" if lang == "fr" else f" (“{said}”)"
