"""What to ask on each step of a way, and what never to say: no question holds a fact of the case.

An organisation in between hears the name of the next one only, and not even that when the name would tell.
"""

from sociogram.language import Bilingual, Lang
from sociogram.referral.answer import PathStep, Suggestion

OWN = Bilingual(
    "Ce service de notre organisation est-il toujours ouvert ? Quand peut-on venir, à quelles conditions ?",
    "Is this service of our own organisation still open? When may one come, and on what conditions?",
)
QUESTION = Bilingual(
    "Bonjour{caller}. Proposez-vous toujours ce service : {need} ? À qui, quels jours, à quelles conditions, "
    "avec quels papiers ?",
    "Good morning{caller}. Do you still offer this service: {need}? To whom, on which days, on what "
    "conditions, with which papers?",
)
DISCREET_QUESTION = Bilingual(
    "Bonjour{caller}. Recevez-vous en ce moment, quels jours et à quelles conditions ?",
    "Good morning{caller}. Are you receiving people now, on which days and on what conditions?",
)
_RELAY = Bilingual(
    "Bonjour{caller}. Qui peut-on appeler à {next} ?", "Good morning{caller}. Whom can one call at {next}?"
)
_RELAY_DISCREETLY = Bilingual(
    "Bonjour{caller}. Pouvez-vous nous donner la liste de vos partenaires ?",
    "Good morning{caller}. Could you give us the list of your partners?",
)
_CALLER = Bilingual(", ici {origin}", ", this is {origin}")
_DISCREET_CALLER = Bilingual(", ici une association du réseau", ", this is an association of the network")
_DO_NOT_SAY = Bilingual(
    "Pendant cet appel, ne dire ni nom, ni âge, ni origine, ni histoire, ni où la personne se trouve.",
    "During this call, say no name, age, origin or story, nor where the person is.",
)
_TO_COLLEAGUES = Bilingual(
    "À vos collègues aussi, ne dire que ce qu'il leur faut savoir.",
    "Tell your colleagues too only what they need to know.",
)
_NOT_TO_RELAYS = Bilingual(
    "Aux organisations du milieu, ne pas dire qu'il y a une personne.",
    "To organisations in between, do not say that there is a person.",
)
_NOT_THE_SPECIALITY = Bilingual(
    "Ne dire à personne d'autre que l'on appelle cette organisation.",
    "Tell nobody else that this organisation is being called.",
)


def caller(origin: PathStep, lang: Lang) -> str:
    """Return how the caller says who calls; the name of a discreet organisation would tell of the person."""
    words = _DISCREET_CALLER if origin.actor.discreet else _CALLER
    return words.in_(lang).format(origin=origin.actor.short_name)


def first_sentence(suggestion: Suggestion, need: Bilingual, lang: Lang) -> str:
    """Return the first sentence on the telephone, to the service itself."""
    if suggestion.hops == 0:
        return OWN.in_(lang)
    words = DISCREET_QUESTION if suggestion.discreet else QUESTION
    return words.in_(lang).format(caller=caller(suggestion.path[0], lang), need=need.in_(lang))


def questions(suggestion: Suggestion, path: tuple[PathStep, ...], need: Bilingual, lang: Lang) -> list[str]:
    """Return what to ask each actor of a way after the origin: the relays in order, then the service."""
    asked = [_to_relay(suggestion, path[0], after, lang) for after in path[2:]]
    return [*asked, first_sentence(suggestion, need, lang)] if len(path) > 1 else []


def _to_relay(suggestion: Suggestion, origin: PathStep, after: PathStep, lang: Lang) -> str:
    """The question to whoever stands before `after`."""
    last = after.actor.id == suggestion.provider.id
    quiet = after.actor.discreet or (last and suggestion.discreet)
    words = _RELAY_DISCREETLY if quiet else _RELAY
    return words.in_(lang).format(caller=caller(origin, lang), next=after.actor.short_name)


def do_not_say(suggestion: Suggestion, lang: Lang) -> str:
    """Return what not to say, to whom."""
    parts = [_DO_NOT_SAY if suggestion.hops else _TO_COLLEAGUES]
    if suggestion.hops > 1:
        parts.append(_NOT_TO_RELAYS)
    if suggestion.discreet:
        parts.append(_NOT_THE_SPECIALITY)
    return " ".join(part.in_(lang) for part in parts)
