"""The words of the page, in both languages."""

from collections.abc import Mapping

from sociogram.language import Bilingual

TITLES: Mapping[str, Bilingual] = {
    "T": Bilingual("Rapport du trimestre", "Report of the quarter"),
    "S": Bilingual("Rapport du semestre", "Report of the semester"),
}
NETWORK = Bilingual("Le réseau", "The network")
ALL_HERE = Bilingual("Toutes les orientations tenues ici", "All the referrals kept here")
COUNTED = Bilingual("Compté avec ce qui était noté le {day}", "Counted from what was noted by {day}")
MADE = Bilingual("orientations faites", "referrals made")
ACCEPTED = Bilingual("acceptées", "accepted")
COMPLETED = Bilingual("services rendus", "services given")
PERSONS = Bilingual("personnes connues", "persons known")
PERSONS_UNKNOWN = Bilingual("plusieurs organisations : pas de total", "several organisations: no total")
UNMARKED = Bilingual(
    "au plus {most} ; orientations sans repère de personne : {n}",
    "at most {most}; referrals without a person's mark: {n}",
)
BOUNDED = Bilingual("personnes, au moins", "persons, at least")
AT_MOST = Bilingual("et {most} au plus, si aucune n'est commune", "and {most} at most, if nobody is shared")
STANDING = Bilingual("Où elles en sont", "Where they stand")
REASONS = Bilingual("Pourquoi elles ont été refusées", "Why they were declined")
NO_REFUSAL = Bilingual("Aucun refus.", "No refusal.")
TOO_FEW = Bilingual("trop peu par organisation pour être dit.", "too few in each organisation to be told.")
TOO_FEW_REFUSALS = Bilingual(
    "Raisons cachées : trop peu de refus pour chacune.", "Reasons hidden: too few refusals for each."
)
ALL_HIDDEN = Bilingual("Chiffres cachés : {names}.", "Numbers hidden: {names}.")
REST_HIDDEN = Bilingual("le reste est caché", "the rest is hidden")
TO_ANSWER = Bilingual("De l'envoi à la réponse", "From sending to the answer")
TO_SERVICE = Bilingual("De l'envoi au service", "From sending to the service")
COLUMNS = (
    Bilingual("faites", "made"),
    Bilingual("acceptées", "accepted"),
    Bilingual("refusées", "declined"),
    Bilingual("sans réponse", "no answer"),
    Bilingual("rendues", "given"),
)
PAPER_COLUMNS: Mapping[str, Bilingual] = {
    "persons": Bilingual("personnes", "persons"),
    "contacts": Bilingual("contacts", "contacts"),
    "made": COLUMNS[0],
    "accepted": COLUMNS[1],
    "declined": COLUMNS[2],
    "no_answer": COLUMNS[3],
    "waiting": Bilingual("attendues", "awaited"),
    "completed": COLUMNS[4],
}
RECEIVED = Bilingual(
    "Reçues des autres et notées ici : {n} (acceptées : {accepted}) ; pas dans les totaux.",
    "Received from others and noted here: {n} (accepted: {accepted}); not in the totals.",
)
PAPER = Bilingual(
    "Relevé sur papier, à part : ni dans les totaux, ni ses personnes d'un mois à l'autre additionnées",
    "Paper tally, apart: not in the totals, nor its persons of one month and the next added up",
)
EXACT = Bilingual(
    "Chiffres exacts, pour l'organisation seulement. Ce qui sort passe par « sociogram count --export ».",
    "Exact figures, for the organisation only. What leaves goes through “sociogram count --export”.",
)
SHARED = Bilingual(
    "Réunis à partir de fichiers sans personne ni orientation nommée ; « ≥ 12 » : au moins 12.",
    "Put together from files that name no person and no referral; “≥ 12”: at least 12.",
)
MISSING = Bilingual("N'ont pas envoyé de fichier : {names}.", "Sent no file: {names}.")
SENT = Bilingual("Fichiers réunis : {names}.", "Files put together: {names}.")
DIFFERENT = Bilingual(
    "À rapprocher, les deux carnets diffèrent : {names}.", "To compare, the two books differ: {names}."
)
FOOTER = Bilingual(
    "Ordre alphabétique partout : ni organisation ni collègue n'est classé.",
    "Alphabetical order everywhere: no organisation and no colleague is ranked.",
)
