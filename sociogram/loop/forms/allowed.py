"""Whether a paper of a referral may be printed: nothing about a person leaves without what was agreed to."""

from sociogram.errors import NotAllowed, Problem
from sociogram.language import Bilingual
from sociogram.loop.referral import Referral

_WITHDRAWN = Problem(
    "consent_withdrawn",
    Bilingual(
        "la personne a retiré son accord : rien de cette orientation ne s'imprime plus.",
        "the person has withdrawn consent: nothing of this referral is printed any more.",
    ),
    Bilingual(
        "Prévenir chaque structure qui savait ; la page de l'orientation les nomme.",
        "Tell each organisation that knew; the page of the referral names them.",
    ),
)
_NO_CONSENT = Problem(
    "no_consent",
    Bilingual(
        "aucun accord n'est noté : ce formulaire transmettrait des faits sur la personne.",
        "no consent is on record: this form would pass on facts about the person.",
    ),
    Bilingual(
        "Imprimer le papier à détacher : la personne se présente elle-même et dit ce qu'elle veut.",
        "Print the tear-off slip: the person goes herself and says what she wishes.",
    ),
)


def require_slip(referral: Referral) -> None:
    """Raise NotAllowed when not even the slip may be printed."""
    if referral.state == "consent_withdrawn":
        raise NotAllowed((_WITHDRAWN,))


def require_form(referral: Referral) -> None:
    """Raise NotAllowed when the inter-agency form may not be printed."""
    require_slip(referral)
    if referral.consent is None:
        raise NotAllowed((_NO_CONSENT,))
