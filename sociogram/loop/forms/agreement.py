"""What the person agreed to, in one sentence without a person in it."""

from sociogram.language import Bilingual, Lang
from sociogram.loop.referral import Consent
from sociogram.referral.spoken_languages import SPOKEN

_NONE = Bilingual(
    "Rien n'est transmis : la personne se présente elle-même et dit ce qu'elle veut.",
    "Nothing is passed on: the person goes herself and says what she wishes.",
)
_GIVEN = Bilingual(
    "Donné de vive voix ({language}, {month}) : {scope}. Il peut être retiré à tout moment.",
    "Given aloud ({language}, {month}): {scope}. It may be withdrawn at any time.",
)
SCOPES = {
    "need": Bilingual("dire seulement ce qui est cherché", "to say only what is sought"),
    "facts": Bilingual(
        "dire ce qui est cherché et les faits demandés", "to say what is sought and the facts asked for"
    ),
    "contact": Bilingual(
        "dire ce qui est cherché, les faits demandés et comment joindre la personne",
        "to say what is sought, the facts asked for and how to reach the person",
    ),
}


def agreement(consent: Consent | None, lang: Lang) -> str:
    """Return the sentence; without consent, that nothing is passed on."""
    if consent is None:
        return _NONE.in_(lang)
    spoken = SPOKEN.get(consent.language)
    year, _, month = consent.month.partition("-")
    return _GIVEN.in_(lang).format(
        language=spoken.in_(lang) if spoken else consent.language,
        month=f"{month}/{year}",
        scope=SCOPES[consent.scope].in_(lang),
    )
