"""Every rule the core holds, with its sentence: the documentation is made from this list.

E01-E10 and W01-W07 look at a situation; E13 and E14 at what circulates; E15 at a mega. E11 and E12 look at a
sheet and live with the layouts. Errors state a fact and a remedy; warnings ask a question, without blame.
"""

from dataclasses import dataclass
from typing import Literal

from sociogram.language import Bilingual


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its level, what it says, what can be done."""

    level: Literal["error", "warning"]
    says: Bilingual
    remedy: Bilingual


def _error(fr: str, en: str, remedy_fr: str, remedy_en: str) -> Rule:
    return Rule("error", Bilingual(fr, en), Bilingual(remedy_fr, remedy_en))


def _question(fr: str, en: str, remedy_fr: str, remedy_en: str) -> Rule:
    return Rule("warning", Bilingual(fr, en), Bilingual(remedy_fr, remedy_en))


CATALOGUE: dict[str, Rule] = {
    "E01": _error(
        "le feutre écrit n'est pas celui que donnent les deux bouts de la flèche.",
        "the pen written is not the one that both ends of the arrow give.",
        "Retirer cette mention : le feutre se déduit des deux bouts.",
        "Remove this mention: the pen follows from both ends.",
    ),
    "E02": _error(
        "un bout de ce trait ne désigne personne ici.",
        "one end of this line names nobody here.",
        "Nommer une personne, un lieu de vie, un professionnel ou un service présent.",
        "Name a person, a home, a professional or a service that is present.",
    ),
    "E03": _error(
        "cette flèche part et arrive au même endroit.",
        "this arrow starts and ends at the same place.",
        "Choisir deux bouts différents.",
        "Choose two different ends.",
    ),
    "E04": _error(
        "cette flèche joint un lieu à quelqu'un qui s'y tient.",
        "this arrow joins a place to somebody who stands in it.",
        "La dessiner entre deux personnes, ou vers un autre lieu.",
        "Draw it between two persons, or towards another place.",
    ),
    "E05": _error(
        "un lien de parenté joint deux personnes du côté de ceux qui vivent.",
        "a kinship line joins two persons on the living side.",
        "Dessiner une flèche, ou le trait « même personne » entre les deux côtés.",
        'Draw an arrow, or the line "same person" between the two sides.',
    ),
    "E06": _error(
        "cette figure se tient des deux côtés, ou d'aucun.",
        "this figure stands on both sides, or on none.",
        "Choisir un côté ; pour deux rôles, dessiner deux figures et le trait « même personne ».",
        'Choose one side; for two roles, draw two figures and the line "same person".',
    ),
    "E07": _error(
        "changer de côté change le feutre de flèches déjà dessinées.",
        "changing sides changes the pen of arrows already drawn.",
        "Montrer les nouveaux feutres et les faire approuver.",
        "Show the new pens and have them approved.",
    ),
    "E08": _error(
        "une flèche n'a qu'une pointe.",
        "an arrow has one head only.",
        "Dessiner deux flèches : chaque sens est un fait différent.",
        "Draw two arrows: each direction is a different fact.",
    ),
    "E09": _error(
        "la qualité d'une relation, un diagnostic ou un reproche ne se dessine pas ici.",
        "the quality of a relation, a diagnosis or a reproach is not drawn here.",
        "Retirer ce champ ; dire plutôt qui est activé par qui.",
        "Remove this field; say rather who is activated by whom.",
    ),
    "E10": _error(
        "ces dates ou cette filiation ne peuvent pas aller ensemble.",
        "these dates or this filiation cannot go together.",
        "Vérifier les dates et le sens du lien de filiation.",
        "Check the dates and the direction of the filiation line.",
    ),
    "E13": _error(
        "ce texte ressemble à un nom de famille, un téléphone, une adresse ou un numéro de dossier.",
        "this text looks like a surname, a phone number, an address or a file number.",
        "Le remplacer par un rôle ou une lettre avant de faire circuler la feuille.",
        "Replace it by a role or a letter before the sheet circulates.",
    ),
    "E14": _error(
        "ceci n'a pas encore reçu l'accord de la famille.",
        "the family has not agreed to this yet.",
        "Relire ensemble, puis garder, reformuler ou retirer.",
        "Read it together, then keep, reword or remove it.",
    ),
    "E15": _error(
        "un méga-sociogénogramme ne montre personne qui puisse être reconnu.",
        "a mega-sociogenogram shows nobody who could be recognised.",
        "Retirer cette personne, ou ne garder qu'une lettre.",
        "Remove this person, or keep a letter only.",
    ),
    "W01": _question(
        "Qu'est-ce qui amène ce professionnel ou ce service sur la feuille ?",
        "What brings this professional or this service onto the sheet?",
        "Dessiner la flèche qui l'active, ou le laisser en attente.",
        "Draw the arrow that activates them, or let them wait.",
    ),
    "W02": _question(
        "Où vit cette personne, et avec qui ?",
        "Where does this person live, and with whom?",
        "Dessiner un lieu de vie, ou noter « sans lieu de vie » ou « ne se dit pas ».",
        'Draw a home, or note "no home" or "is not said".',
    ),
    "W03": _question(
        "Comment la famille a-t-elle mis les professionnels au travail ?",
        "How did the family put the professionals to work?",
        "Chercher ensemble la première demande : elle fait une flèche rouge.",
        "Look together for the first request: it makes a red arrow.",
    ),
    "W04": _question(
        "Ces deux professionnels font-ils la même chose, pour la même personne, en même temps ?",
        "Do these two professionals do the same thing, for the same person, at the same time?",
        "Leur proposer de se parler.",
        "Suggest that they talk to each other.",
    ),
    "W05": _question(
        "Ce service a-t-il été appelé depuis six mois ?",
        "Has this service been called in the last six months?",
        "Appeler avant d'envoyer quelqu'un, et noter la date.",
        "Call before sending anybody, and note the date.",
    ),
    "W06": _question(
        "Plus de 40 figures : la feuille serait-elle plus lisible en plusieurs, ou en méga ?",
        "More than 40 figures: would several sheets, or a mega, be easier to read?",
        "Faire une feuille par période ou par question.",
        "Make one sheet for each period or question.",
    ),
    "W07": _question(
        "Et si cette phrase se disait au passif : « … est activé(e) par … » ?",
        'What if this sentence were said in the passive: "... is activated by ..."?',
        "Reformuler ensemble, si cela aide.",
        "Reword it together, if that helps.",
    ),
}
"""Code, level, words. W04 is asked only when a directory gives the field of both services."""
