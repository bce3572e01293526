"""What the page of a link says. Nothing of the person: the reference is all that both sides share."""

from sociogram.language import Bilingual

TITLE = Bilingual("Répondre à une orientation", "Answer a referral")
REFERENCE = Bilingual("Référence", "Reference")
SENT = Bilingual("Envoyée le {day}.", "Sent on {day}.")
SENDER = Bilingual("Qui oriente : {sender}.", "Referred by: {sender}.")
STANDS = Bilingual("Où elle en est : {state}.", "Where it stands: {state}.")
DISCREET = Bilingual(
    "Cette page ne dit rien de la personne, et aucun mot libre ne peut y être écrit sur elle. La réponse "
    "parvient à la structure qui oriente, comme si vous aviez téléphoné.",
    "This page says nothing about the person, and no free word can be written about her here. The answer "
    "reaches the organisation that referred her, as if you had telephoned.",
)
ASKED = Bilingual("Votre réponse", "Your answer")
OVER = Bilingual(
    "Il n'y a plus rien à répondre par ce lien. Pour la suite, téléphoner à la structure qui oriente.",
    "There is nothing more to answer with this link. From here on, telephone the organisation that referred.",
)
NOTED = Bilingual("C'est noté. Merci.", "It is noted. Thank you.")
WHY = Bilingual("Si vous ne pouvez pas : pourquoi ?", "If you cannot: why?")
CHOOSE = Bilingual("Choisir une raison", "Choose a reason")
BUTTONS = {
    "acknowledged": Bilingual("Nous l'avons bien reçue", "We have received it"),
    "accepted": Bilingual("Nous acceptons", "We accept"),
    "declined": Bilingual("Nous ne pouvons pas", "We cannot"),
    "in_service": Bilingual("La prise en charge a commencé", "The service has begun"),
    "contact_failed": Bilingual("Le contact n'a pas eu lieu", "The contact did not take place"),
}
CLOSED = Bilingual("Ce lien n'ouvre rien.", "This link opens nothing.")
CLOSED_WHY = Bilingual(
    "Il est peut-être trop ancien, incomplet, ou l'orientation a été retirée. Téléphoner à la personne qui "
    "vous l'a donné.",
    "It may be too old or incomplete, or the referral may have been withdrawn. Telephone the person who gave "
    "it to you.",
)
AWAY = Bilingual("La page ne peut pas s'ouvrir maintenant.", "The page cannot be opened now.")
NOT_NOTED = Bilingual("La réponse n'a pas pu être notée.", "The answer could not be noted.")
LATER = Bilingual(
    "Réessayer dans quelques minutes, ou téléphoner à la structure qui oriente.",
    "Try again in a few minutes, or telephone the organisation that referred.",
)
NOT_NOW = Bilingual("Cette réponse n'est plus possible.", "This answer is not possible any more.")
NOT_NOW_WHY = Bilingual(
    "L'orientation a avancé depuis. Voir ci-dessus où elle en est, ou téléphoner à la structure qui oriente.",
    "The referral has moved on since. See above where it stands, or telephone the organisation that "
    "referred.",
)
REASON_MISSING = Bilingual("Choisir une raison dans la liste.", "Choose a reason from the list.")
UNCLEAR = Bilingual("Cette réponse n'a pas été comprise.", "This answer was not understood.")
UNCLEAR_WHY = Bilingual(
    "La donner avec un bouton de cette page.",
    "Give it with a button of this page.",
)
OTHER_LANGUAGE = Bilingual("English", "Français")
