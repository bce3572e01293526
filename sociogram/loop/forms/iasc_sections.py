"""The sections of the inter-agency form, field by field."""

from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.names import End
from sociogram.loop.forms.paper import Box, Cell, Row, Section, known, to_write
from sociogram.loop.referral import Referral

_YES, _NO = Bilingual("oui", "yes"), Bilingual("non", "no")
_ORGANISATION = Bilingual("Organisation", "Organisation")
_FUNCTION = Bilingual("Fonction du contact", "Function of the contact")
_PHONE = Bilingual("Téléphone", "Telephone")
_EMAIL = Bilingual("Courriel", "E-mail")
_ADDRESS = Bilingual("Lieu ou adresse", "Place or address")
_DATE = Bilingual("Date", "Date")


def agencies(sender: End, receiver: End, lang: Lang) -> Section:
    """Both organisations, side by side."""
    heading = Bilingual(
        "Qui oriente (à gauche), qui reçoit (à droite)", "Who refers (left), who receives (right)"
    )
    rows: tuple[Row, ...] = (
        (known(_ORGANISATION.in_(lang), sender.name), known(_ORGANISATION.in_(lang), receiver.name)),
        (to_write(_FUNCTION.in_(lang)), to_write(_FUNCTION.in_(lang))),
        (known(_PHONE.in_(lang), sender.phone), known(_PHONE.in_(lang), receiver.phone)),
        (known(_EMAIL.in_(lang), sender.email), known(_EMAIL.in_(lang), receiver.email)),
        (_where(sender, lang), _where(receiver, lang)),
    )
    return Section(heading.in_(lang), rows)


def _where(end: End, lang: Lang) -> Cell:
    return known(_ADDRESS.in_(lang), end.address or end.place)


def client(reference: str, referral: Referral, place: str, lang: Lang) -> Section:
    """The person: by a code; all else is written by hand, if she wishes."""
    heading = Bilingual("La personne", "The person")
    code = Bilingual("Code (jamais le nom dans un fichier)", "Code (never the name in a file)")
    name = Bilingual("Nom, si la personne le veut", "Name, if the person wishes")
    age, sex = Bilingual("Âge", "Age"), Bilingual("Sexe", "Sex")
    spoken = Bilingual("Langue parlée", "Language spoken")
    country = Bilingual("Pays de destination", "Country of destination")
    reach = Bilingual("Comment la joindre sans danger", "How to reach her safely")
    minor = Bilingual("Mineur : adulte ou structure responsable", "Minor: adult or institution in charge")
    alone = Bilingual("Seul ou séparé de ses parents", "Alone or separated from the parents")
    knows = Bilingual("L'adulte responsable est informé", "The adult in charge is informed")
    rows: list[Row] = [
        (Cell(code.in_(lang), reference), to_write(name.in_(lang), share=2)),
        (to_write(age.in_(lang)), to_write(sex.in_(lang)), to_write(spoken.in_(lang))),
        (known(Bilingual("Lieu", "Place").in_(lang), place), to_write(reach.in_(lang), share=2)),
        (to_write(minor.in_(lang), share=2), _yes_no(alone, lang), _yes_no(knows, lang)),
    ]
    if referral.country:
        rows.append((Cell(country.in_(lang), referral.country),))
    return Section(heading.in_(lang), tuple(rows))


def background(lang: Lang) -> Section:
    """Why, in the words she agreed to: by hand."""
    heading = Bilingual("Raison de l'orientation", "Reason for the referral")
    reason = Bilingual(
        "Situation, et services déjà reçus (seulement ce que la personne accepte de dire)",
        "Situation, and services already received (only what the person agrees to tell)",
    )
    informed = Bilingual("La personne sait qu'elle est orientée", "The person knows about the referral")
    others = Bilingual("Orientée aussi ailleurs", "Also referred elsewhere")
    where = Bilingual("Où", "Where")
    return Section(
        heading.in_(lang),
        (
            (to_write(reason.in_(lang), lines=3),),
            (_yes_no(informed, lang), _yes_no(others, lang), to_write(where.in_(lang))),
        ),
    )


def services(boxes: tuple[Box, ...], lang: Lang) -> Section:
    """What is asked for."""
    heading = Bilingual("Services demandés", "Services requested")
    more = Bilingual("Précisions", "Details")
    return Section(heading.in_(lang), ((Cell("", boxes=boxes),), (to_write(more.in_(lang), lines=2),)))


def consent_section(agreed: str, lang: Lang) -> Section:
    """What was agreed to aloud, and a line to sign only if the person wishes."""
    heading = Bilingual("Accord de la personne", "The person's consent")
    note = Bilingual(
        "À lire avec la personne : « Ces informations sont données à la structure nommée ici pour qu'elle "
        "puisse "
        "m'aider, et à personne d'autre. Je peux refuser, ou changer d'avis à tout moment ; l'aide que je "
        "reçois "
        "n'en dépend pas. »",
        "To be read with the person: “This information is given to the organisation named here so that it "
        "can help "
        "me, and to nobody else. I may refuse, or change my mind at any time; the help I receive does not "
        "depend "
        "on it.”",
    )
    aloud = Bilingual("Accord noté", "Consent on record")
    sign = Bilingual(
        "Signature (facultative : l'accord oral suffit)", "Signature (optional: a spoken yes will do)"
    )
    adult = Bilingual("Pour un mineur : adulte responsable", "For a minor: adult in charge")
    return Section(
        heading.in_(lang),
        (
            (Cell(aloud.in_(lang), agreed),),
            (
                to_write(sign.in_(lang), lines=2, share=2),
                to_write(adult.in_(lang), share=2),
                to_write(_DATE.in_(lang)),
            ),
        ),
        note=note.in_(lang),
    )


_DELIVERY = (
    ("phone", Bilingual("téléphone (urgence seulement)", "telephone (emergency only)")),
    ("slip", Bilingual("remis à la personne", "given to the person")),
    ("form", Bilingual("remis en main propre", "handed over")),
    ("other", Bilingual("autrement", "otherwise")),
)


def delivery(way: str, lang: Lang) -> Section:
    """How it goes out and how the answer comes back."""
    heading = Bilingual("Remise et réponse", "Delivery and answer")
    restrictions = Bilingual(
        "Ne pas joindre la personne ainsi, ou à ces heures",
        "Do not reach the person in this way, or at these hours",
    )
    delivered = Bilingual("Transmis par", "Delivered by")
    back = Bilingual("Réponse attendue par", "Answer expected by")
    until = Bilingual("Avant le", "Before")
    agreed = Bilingual(
        "Ce que les deux structures se diront", "What the two organisations will tell each other"
    )
    answers = (Bilingual("téléphone", "telephone"), Bilingual("bande du papier", "strip of the slip"))
    boxes = tuple(Box(words.in_(lang), code == way) for code, words in _DELIVERY)
    return Section(
        heading.in_(lang),
        (
            (Cell(delivered.in_(lang), boxes=boxes),),
            (to_write(restrictions.in_(lang)),),
            (
                Cell(back.in_(lang), boxes=tuple(Box(words.in_(lang)) for words in answers)),
                to_write(until.in_(lang)),
                to_write(agreed.in_(lang), share=2),
            ),
        ),
    )


def receipt(lang: Lang) -> Section:
    """Who received it, by hand."""
    heading = Bilingual("Reçu par la structure", "Received by the organisation")
    who = Bilingual("Fonction et signature", "Function and signature")
    accepted = Bilingual("Acceptée", "Accepted")
    return Section(
        heading.in_(lang),
        ((to_write(who.in_(lang), lines=2, share=2), to_write(_DATE.in_(lang)), _yes_no(accepted, lang)),),
    )


def _yes_no(words: Bilingual, lang: Lang) -> Cell:
    return Cell(words.in_(lang), boxes=(Box(_YES.in_(lang)), Box(_NO.in_(lang))))
