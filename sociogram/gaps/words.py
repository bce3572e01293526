"""What the pages of gaps say, in both languages."""

from collections.abc import Mapping

from sociogram.gaps.gap_map import CellState
from sociogram.language import Bilingual, Lang

TITLE = Bilingual("Ce qui manque au réseau", "What the network lacks")
STATES: Mapping[CellState, Bilingual] = {
    "open": Bilingual("ouvert", "open"),
    "to_check": Bilingual("à vérifier", "to check"),
    "full": Bilingual("complet", "full"),
    "closed": Bilingual("fermé", "closed"),
    "elsewhere": Bilingual("de loin", "from afar"),
    "nothing": Bilingual("rien", "nothing"),
}
STATES_SAID: Mapping[CellState, Bilingual] = {
    "open": Bilingual(
        "un service au moins a dit être ouvert, il y a peu",
        "one service at least said lately that it is open",
    ),
    "to_check": Bilingual(
        "un service est connu, personne n'a dit récemment qu'il est ouvert : appeler d'abord",
        "a service is known, nobody said lately that it is open: call first",
    ),
    "full": Bilingual("un service existe, sans place en ce moment", "a service exists, without a place now"),
    "closed": Bilingual(
        "il y a eu un service, ou il y en aura un ; pas maintenant",
        "there was a service, or there will be one; not now",
    ),
    "elsewhere": Bilingual(
        "rien sur place ; un service d'ailleurs dit couvrir la zone, à vérifier",
        "nothing on the spot; a service from elsewhere says that it covers the area, to be checked",
    ),
    "nothing": Bilingual("l'annuaire ne connaît rien", "the directory knows of nothing"),
}
MAP = Bilingual("Besoins et lieux", "Needs and places")
MAP_NOTE = Bilingual(
    "Chaque case dit ce qu'il y a de mieux sur place. « Rien » veut dire : rien dans cet annuaire. Les "
    "lignes restreintes n'y sont jamais comptées, pour personne.",
    "Each box tells the best there is on the spot. “Nothing” means: nothing in this directory. Restricted "
    "rows are never counted here, for anybody.",
)
PAIRS = Bilingual("Même terrain, aucun lien connu", "Same ground, no known tie")
PAIRS_NOTE = Bilingual(
    "Ces organisations servent les mêmes publics au même endroit et se complètent. L'ordre est celui des "
    "noms. L'absence de lien peut être un choix, ou un lien que l'annuaire ignore.",
    "These organisations serve the same people in the same place and complete each other. The order is that "
    "of names. That there is no tie may be a choice, or a tie that the directory does not know of.",
)
PAIRS_NONE = Bilingual("Aucune paire à signaler.", "No pair to point out.")
COMPLETE = Bilingual("leurs services se complètent", "their services complete each other")
OPEN = Bilingual("Besoins ouverts depuis {time} ou plus", "Needs open for {time} or more")
OPEN_NONE = Bilingual("Aucun besoin n'attend depuis si longtemps.", "No need has waited for so long.")
WAITING = Bilingual("en attente : {count}, depuis {time} au plus", "waiting: {count}, for up to {time}")
ASK = Bilingual("À demander ensuite : {names}", "To ask next: {names}")
ASK_NOBODY = Bilingual(
    "Personne de plus à demander d'après l'annuaire : en parler à la coordination.",
    "Nobody else to ask according to the directory: speak of it to the coordination.",
)
REFUSALS = Bilingual("Raisons des refus, toutes ensemble", "Reasons of refusals, pooled")
REFUSALS_NOTE = Bilingual(
    "Sans nom d'organisation ni de collègue, dans l'ordre de la liste des raisons.",
    "Without the name of an organisation or a colleague, in the order of the list of reasons.",
)
REFUSALS_NONE = Bilingual("Aucun refus noté.", "No refusal noted.")
DOUBLES = Bilingual(
    "Suivis peut-être doubles, chez vous seulement", "Perhaps followed twice, in your own house only"
)
DOUBLES_NOTE = Bilingual(
    "Cherché dans les orientations d'une même organisation. Rien n'est comparé avec les autres : entre "
    "deux maisons, seule parle la carte que la personne porte.",
    "Looked for among the referrals of one organisation. Nothing is compared with others: between two "
    "houses, only the card that the person carries speaks.",
)
DOUBLES_NONE = Bilingual("Rien à signaler.", "Nothing to point out.")
DOUBLE_KINDS = {
    "same_person": Bilingual("même personne, même besoin", "same person, same need"),
    "to_compare": Bilingual(
        "même besoin, même lieu, même mois : à comparer", "same need, same place, same month: to be compared"
    ),
}
NO_PLACE = Bilingual("lieu non dit", "place not said")
AS_OF = Bilingual("Vu le {day}.", "As of {day}.")
FOOTER = Bilingual(
    "Sociogram. Aucune personne, aucune ligne restreinte, aucune organisation discrète nommée ; "
    "de 1 à 4 : « moins de 5 ».",
    "Sociogram. No person, no restricted row, no discreet organisation named; 1 to 4: “fewer than 5”.",
)
FEW = Bilingual("moins de 5", "fewer than 5")
SINCE = Bilingual("depuis {time}", "for {time}")
PAIRS_HEAD = (
    Bilingual("Organisation", "Organisation"),
    Bilingual("Organisation", "Organisation"),
    Bilingual("Où", "Where"),
    Bilingual("La première apporte", "The first adds"),
    Bilingual("La seconde apporte", "The second adds"),
)
OPEN_HEAD = (
    Bilingual("Besoin", "Need"),
    Bilingual("Lieu", "Place"),
    Bilingual("Ouvert", "Open"),
    Bilingual("À demander ensuite", "To ask next"),
)
REFUSALS_HEAD = (Bilingual("Raison", "Reason"), Bilingual("Refus", "Refusals"))


def weeks_words(number: int, lang: Lang) -> str:
    """Return a time: "1 semaine", "6 semaines"."""
    if lang == "fr":
        return f"{number} semaine{'s' if number >= 2 else ''}"
    return f"{number} week{'' if number == 1 else 's'}"
