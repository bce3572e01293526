"""The words of every code of the loop, as a case worker says them. Never a word about a person."""

from collections.abc import Mapping

from sociogram.language import Bilingual, Lang

Words = Mapping[str, Bilingual]

STATES: Words = {
    "draft": Bilingual("brouillon", "draft"),
    "sent": Bilingual("envoyée", "sent"),
    "acknowledged": Bilingual("reçue", "received"),
    "accepted": Bilingual("acceptée", "accepted"),
    "in_service": Bilingual("prise en charge en cours", "in service"),
    "completed": Bilingual("terminée", "completed"),
    "declined": Bilingual("refusée", "declined"),
    "rerouted": Bilingual("réorientée ailleurs", "re-routed elsewhere"),
    "no_answer": Bilingual("restée sans réponse", "left without an answer"),
    "cancelled": Bilingual("annulée", "cancelled"),
    "consent_withdrawn": Bilingual("accord retiré", "consent withdrawn"),
    "contact_failed": Bilingual("contact manqué", "failed contact"),
}
STEPS: Words = {
    "referral_sent": Bilingual("Envoyer", "Send"),
    "acknowledged": Bilingual("Le service l'a reçue", "The service has received it"),
    "accepted": Bilingual("Acceptée", "Accepted"),
    "declined": Bilingual("Refusée", "Declined"),
    "in_service": Bilingual("La prise en charge a commencé", "The service has begun"),
    "completed": Bilingual("Terminée", "Completed"),
    "rerouted": Bilingual("Réorienter ailleurs", "Re-route elsewhere"),
    "no_answer": Bilingual("Pas de réponse", "No answer"),
    "cancelled": Bilingual("Annuler", "Cancel"),
    "consent_withdrawn": Bilingual("La personne retire son accord", "The person withdraws consent"),
    "told": Bilingual(
        "Quelqu'un confirme : le retrait lui est dit", "Somebody confirms: told of the withdrawal"
    ),
    "contact_failed": Bilingual("Contact manqué", "Failed contact"),
    "reopened": Bilingual("Rouvrir", "Reopen"),
    "deadline_set": Bilingual("Changer le délai de réponse", "Change the time for an answer"),
}
REASONS: Words = {
    "no_capacity": Bilingual("plus de place", "no place left"),
    "not_eligible": Bilingual(
        "la personne ne remplit pas les conditions", "the person does not meet the conditions"
    ),
    "out_of_area": Bilingual("hors de la zone", "outside the area"),
    "missing_document": Bilingual("il manque un papier", "a paper is missing"),
    "could_not_contact": Bilingual("personne injoignable", "person could not be reached"),
    "person_declined": Bilingual("la personne n'a pas voulu", "the person did not want it"),
    "service_closed": Bilingual("service fermé", "service closed"),
    "wrong_service": Bilingual("ce n'était pas le bon service", "it was not the right service"),
    "safety": Bilingual("raison de sécurité", "reason of safety"),
    "other": Bilingual("autre", "other"),
}
"""As on the monthly tally of the workshop pack."""
OUTCOMES: Words = {
    "helped": Bilingual("la personne a été aidée", "the person was helped"),
    "partly": Bilingual("aidée en partie", "helped in part"),
    "not_helped": Bilingual("la personne n'a pas été aidée", "the person was not helped"),
    "unknown": Bilingual("on ne sait pas", "not known"),
}
PRIORITIES: Words = {
    "emergency": Bilingual("urgence vitale", "emergency"),
    "urgent": Bilingual("urgent", "urgent"),
    "normal": Bilingual("normal", "normal"),
}
WAYS: Words = {
    "phone": Bilingual("par téléphone", "by telephone"),
    "slip": Bilingual("par le papier remis à la personne", "by the slip given to the person"),
    "form": Bilingual("par le formulaire interorganisations", "by the inter-agency form"),
    "arrow": Bilingual("par une flèche verte datée de la feuille", "by a dated green arrow of the sheet"),
    "other": Bilingual("par un autre moyen", "by another way"),
}


def label(words: Words, code: str | None, lang: Lang) -> str:
    """Return the words of a code, or the code itself where it has none; '' for None."""
    if code is None:
        return ""
    known = words.get(code)
    return known.in_(lang) if known else code


def choices(words: Words, lang: Lang) -> list[dict[str, str]]:
    """Return every code with its label, in the order of the list."""
    return [{"code": code, "label": text.in_(lang)} for code, text in words.items()]


def hours_words(hours: int, lang: Lang) -> str:
    """Return a delay as people say it: hours up to three days, whole days beyond."""
    if hours > 72 and hours % 24 == 0:
        return f"{hours // 24} jours" if lang == "fr" else f"{hours // 24} days"
    if hours == 1:
        return "1 heure" if lang == "fr" else "1 hour"
    return f"{hours} heures" if lang == "fr" else f"{hours} hours"
