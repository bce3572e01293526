"""What is said beside the numbers, in both languages."""

from collections.abc import Mapping

from sociogram.language import Bilingual

PERSONS_APART = Bilingual(
    "Une orientation n'est pas une personne : les personnes se comptent à part, dans une seule organisation, "
    "et ne s'additionnent jamais.",
    "A referral is not a person: persons are counted apart, in one organisation only, never added up.",
)
NOT_FINAL = Bilingual(
    "La journée n'est pas finie : ces nombres peuvent encore changer aujourd'hui.",
    "The day is not over: these numbers may still change today.",
)
BANDS: Mapping[str, Bilingual] = {
    "day": Bilingual("en un jour", "within a day"),
    "three_days": Bilingual("en deux ou trois jours", "in two or three days"),
    "two_weeks": Bilingual("en quatre à quatorze jours", "in four to fourteen days"),
    "later": Bilingual("plus tard", "later"),
}
AT_LEAST = Bilingual(
    "« Au moins » : un nombre de 1 à 4, ou caché avec lui, n'est pas sorti de son organisation.",
    "“At least”: a number from 1 to 4, or one hidden with it, has not left its organisation.",
)
HIDDEN_DETAIL = Bilingual("Détail resté dans l'organisation", "Detail kept in the organisation")
UNSORTED = Bilingual("Ce que seul le receveur a noté", "What only the receiver noted")
