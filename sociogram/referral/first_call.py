"""The first call: a general question, without any fact of the case, to the service itself first.

Organisations in between are asked whom to call at the next one, never for whom or for what. Where a name
would tell of a stigmatising fact (a discreet service, or a caller from a discreet organisation) the question
leaves it out.
"""

from sociogram.language import Bilingual, Lang
from sociogram.referral.answer import Suggestion
from sociogram.referral.asking import first_sentence
from sociogram.referral.request import Urgency

_OWN = Bilingual(
    "C'est un service de votre organisation : demander à vos collègues s'il est toujours ouvert, quand venir "
    "et à quelles conditions.",
    "This is a service of your own organisation: ask your colleagues whether it is still open, when to come "
    "and on what conditions.",
)
_BY_PHONE = Bilingual("Appeler d'abord {provider} au {phone} :", "Call {provider} first, on {phone}:")
_BY_MAIL = Bilingual(
    "Joindre d'abord {provider} ({email}) :", "Get in touch with {provider} first ({email}):"
)
_THEN = Bilingual("Puis, à {provider} :", "Then, to {provider}:")
_DISCREETLY = Bilingual(
    "Appeler {provider} directement, sans intermédiaire (coordonnées sur sa fiche) :",
    "Call {provider} directly, with nobody in between (contact details on its page):",
)
_SENTENCE = Bilingual("« {sentence} »", "“{sentence}”")
_SILENCE = Bilingual(
    "Ne rien dire de la personne pendant cet appel.", "Say nothing about the person during this call."
)
_NOBODY = Bilingual("Si personne ne répond,", "If nobody answers,")
_NO_NUMBER = Bilingual("Aucun numéro n'est connu ;", "No number is known;")
_ASK_RELAY = Bilingual(
    "demander à {relay} : « Qui peut-on appeler à {next} ? », sans parler de la personne ni de ce "
    "qu'elle cherche.",
    "ask {relay}: “Whom can one call at {next}?”, without a word about the person or what is sought.",
)
_ASK_RELAY_DISCREETLY = Bilingual(
    "demander à {relay} la liste de ses partenaires, sans nommer l'organisation cherchée.",
    "ask {relay} for the list of its partners, without naming the organisation sought.",
)
_ASK_COLLEAGUES = Bilingual(
    "demander à vos collègues qui y appeler, puisqu'un lien est noté entre vos deux organisations.",
    "ask your colleagues whom to call there, since a tie between your two organisations is on record.",
)
_URGENCY: dict[Urgency, Bilingual] = {
    "normal": Bilingual(),
    "urgent": Bilingual("C'est urgent : le faire aujourd'hui.", "It is urgent: do it today."),
    "tonight": Bilingual(
        "C'est pour ce soir : le faire maintenant, et n'envoyer personne sans réponse.",
        "It is for tonight: do it now, and send nobody without an answer.",
    ),
}


def first_call(suggestion: Suggestion, need: Bilingual, urgency: Urgency, lang: Lang) -> str:
    """Return what to do first for a suggestion, in sentences. `need` is the label of the category."""
    if suggestion.hops == 0:
        parts = [_OWN]
    elif suggestion.discreet:
        parts = [_DISCREETLY, _SENTENCE, _SILENCE, _NOBODY, _helper(suggestion)]
    elif suggestion.provider.phone or suggestion.provider.email:
        way = _BY_PHONE if suggestion.provider.phone else _BY_MAIL
        parts = [way, _SENTENCE, _SILENCE, _NOBODY, _helper(suggestion)]
    else:
        parts = [_NO_NUMBER, _helper(suggestion), _THEN, _SENTENCE, _SILENCE]
    parts.append(_URGENCY[urgency])
    provider = suggestion.provider
    return " ".join(part.in_(lang) for part in parts if part).format(
        provider=provider.short_name,
        phone=provider.phone,
        email=provider.email,
        sentence=first_sentence(suggestion, need, lang),
        relay=suggestion.path[min(1, suggestion.hops)].actor.short_name,
        next=suggestion.path[min(2, suggestion.hops)].actor.short_name,
    )


def _helper(suggestion: Suggestion) -> Bilingual:
    if suggestion.hops == 1:
        return _ASK_COLLEAGUES
    quiet = suggestion.discreet or suggestion.path[2].actor.discreet
    return _ASK_RELAY_DISCREETLY if quiet else _ASK_RELAY
