"""What the page of a link says. Nothing of the person: the reference is all that both sides share."""

from sociogram.language import Bilingual

TITLE = Bilingual("Répondre à une orientation", "Answer a referral")
REFERENCE = Bilingual("Référence", "Reference")
SENT = Bilingual("Envoyée le {day} par {sender}.", "Sent on {day} by {sender}.")
SENT_BY_NOBODY_NAMED = Bilingual("Envoyée le {day}.", "Sent on {day}.")
STANDS = Bilingual("Où elle en est : {state}.", "Where it stands: {state}.")
DISCREET = Bilingual(
    "Cette page ne dit rien de la personne, et rien ne peut y être écrit sur elle. La réponse arrive chez "
    "qui oriente, comme si vous aviez téléphoné.",
    "This page says nothing of the person, and nothing can be written about her here. The answer reaches "
    "who refers, as if you had telephoned.",
)
ASKED = Bilingual("Votre réponse", "Your answer")
OVER = Bilingual(
    "Il n'y a plus rien à répondre par ce lien. Pour la suite, téléphoner à qui oriente.",
    "There is nothing more to answer by this link. For what follows, telephone who refers.",
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
    "Il est peut-être trop ancien, incomplet, ou l'orientation a été retirée. Téléphoner à qui vous l'a "
    "donné.",
    "It may be too old, incomplete, or the referral was taken back. Telephone who gave it to you.",
)
AWAY = Bilingual("La réponse n'a pas pu être notée.", "The answer could not be noted.")
AWAY_WHY = Bilingual(
    "Réessayer dans quelques minutes, ou téléphoner à qui oriente. Rien n'a été noté à moitié.",
    "Try again in a few minutes, or telephone who refers. Nothing was half noted.",
)
NOT_NOW = Bilingual("Cette réponse n'est plus possible.", "This answer is not possible any more.")
NOT_NOW_WHY = Bilingual(
    "L'orientation en est plus loin. Voir où elle en est ci-dessous, ou téléphoner à qui oriente.",
    "The referral stands further on. See below where it stands, or telephone who refers.",
)
REASON_MISSING = Bilingual("Choisir une raison de la liste.", "Choose a reason of the list.")
OTHER_LANGUAGE = Bilingual("English", "Français")
