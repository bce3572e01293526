"""The tear-off slip: one A4, the referral in the middle, and a strip of boxes to tick and telephone back.

The person carries it. It holds no name, no public, no date: what is read over her shoulder tells nobody who
she is. It is a referral even where nothing may be passed on: then it says only where she goes.
"""

from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.agreement import agreement
from sociogram.loop.forms.allowed import require_slip
from sociogram.loop.forms.answers import reply_strip
from sociogram.loop.forms.labels import PRIORITIES, hours_words, label
from sociogram.loop.forms.names import (
    End,
    circulating_end,
    circulating_need,
    circulating_receiver,
    is_discreet,
    place_label,
    reference,
)
from sociogram.loop.forms.paper import Cell, Paper, Row, Section, known, to_write
from sociogram.loop.referral import Referral

_LONGEST = 240
_TITLE = Bilingual("Orientation vers un service", "Referral to a service")
_OPENING = Bilingual(
    "Ce papier est à vous. Vous pouvez y aller, ne pas y aller, ou le jeter : l'aide que vous recevez ici "
    "n'en "
    "dépend pas. N'y écrivez pas votre nom.",
    "This paper is yours. You may go, not go, or throw it away: the help you receive here does not depend "
    "on it. "
    "Do not write your name on it.",
)
_CUT = Bilingual("à détacher par le service qui reçoit", "to be torn off by the service that receives")
_FOR = Bilingual("Pour", "For")
_WHERE = Bilingual("Où aller", "Where to go")
_ASK_FOR = Bilingual("Demander (fonction)", "Ask for (function)")
_ADDRESS = Bilingual("Adresse", "Address")
_PHONE = Bilingual("Téléphone", "Telephone")
_PLACE = Bilingual("Lieu", "Place")
_PRIORITY = Bilingual("Priorité", "Priority")
_WITHIN = Bilingual(
    "{priority} : réponse attendue sous {hours}", "{priority}: answer expected within {hours}"
)
_CONDITIONS = Bilingual("Conditions connues (à vérifier)", "Known conditions (to be checked)")
_HOURS = Bilingual("Heures d'ouverture", "Opening hours")
_BRING = Bilingual("À apporter", "To bring")
_APPOINTMENT = Bilingual("Jour et heure convenus", "Day and hour agreed")
_FROM = Bilingual("Qui oriente", "Who refers")
_FUNCTION = Bilingual("Fonction de qui oriente", "Function of who refers")
_CALL_BACK = Bilingual("Téléphone pour répondre", "Telephone for the answer")
_WRITTEN_ON = Bilingual("Remis le", "Handed over on")
_AGREED = Bilingual("Accord de la personne", "The person's consent")
_FOCAL = Bilingual("Par le point focal de l'organisation.", "By the organisation's focal point.")


def slip_of(referral: Referral, directory: Directory, lang: Lang, footer: tuple[str, ...]) -> Paper:
    """Return the slip. NotAllowed once consent is withdrawn."""
    require_slip(referral)
    sender = circulating_end(referral.sender, directory, lang)
    going = Section(_WHERE.in_(lang), _going(referral, directory, lang), framed=True)
    coming = Section(_FROM.in_(lang), _coming(referral, sender, lang))
    return Paper(
        title=_TITLE.in_(lang),
        reference=reference(referral.id),
        lang=lang,
        opening=(_OPENING.in_(lang),),
        sections=(going, coming),
        footer=footer,
        cut=_CUT.in_(lang),
        strip=reply_strip(reference(referral.id), sender.phone, lang),
    )


def _going(referral: Referral, directory: Directory, lang: Lang) -> tuple[Row, ...]:
    end = circulating_receiver(referral, directory, lang)
    shown = None if is_discreet(referral, directory) else directory.services.get(referral.service)
    place = place_label(referral.place, directory, lang)
    if referral.country:
        place = f"{place} ({referral.country})" if place else referral.country
    rows: list[Row] = [
        (Cell("", end.name, loud=True) if end.name else to_write(""),),
        (Cell(_FOR.in_(lang), circulating_need(referral, directory, lang)), known(_PLACE.in_(lang), place)),
        (known(_ADDRESS.in_(lang), _short(end.address)),),
        (known(_PHONE.in_(lang), end.phone), to_write(_ASK_FOR.in_(lang))),
        (to_write(_APPOINTMENT.in_(lang)), known(_HOURS.in_(lang), _short(shown.hours if shown else ""))),
        (known(_BRING.in_(lang), _short(", ".join(shown.papers) if shown else "")),),
    ]
    if shown and _short(shown.conditions):
        rows.append((Cell(_CONDITIONS.in_(lang), shown.conditions),))
    return tuple(rows)


def _short(text: str) -> str:
    """Return a text of the directory that leaves the slip one page; a longer one is told, not printed."""
    return text if len(text) <= _LONGEST else ""


def _coming(referral: Referral, sender: End, lang: Lang) -> tuple[Row, ...]:
    said = agreement(referral.consent, lang)
    focal = f" {_FOCAL.in_(lang)}" if referral.focal_point else ""
    within = _WITHIN.in_(lang).format(
        priority=label(PRIORITIES, referral.priority, lang), hours=hours_words(referral.deadline_hours, lang)
    )
    return (
        (known("", sender.name, share=2), to_write(_WRITTEN_ON.in_(lang))),
        (to_write(_FUNCTION.in_(lang)), known(_CALL_BACK.in_(lang), sender.phone)),
        (Cell(_PRIORITY.in_(lang), within),),
        (Cell(_AGREED.in_(lang), said + focal),),
    )
