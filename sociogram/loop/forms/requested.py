"""The services listed on the inter-agency form, and which of them a need of the vocabulary ticks."""

from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.paper import Box

_LISTED: tuple[tuple[Bilingual, tuple[str, ...]], ...] = (
    (
        Bilingual("Santé mentale, soutien psychosocial", "Mental health, psychosocial support"),
        ("sante_mentale",),
    ),
    (Bilingual("Écoute, groupe de parole", "Listening, discussion group"), ("ecoute", "groupe_parole")),
    (Bilingual("Soins de santé", "Physical health care"), ("sante", "sante_sexuelle")),
    (Bilingual("Hébergement", "Shelter"), ("hebergement",)),
    (Bilingual("Alimentation", "Food, nutrition"), ("alimentation",)),
    (Bilingual("Aide matérielle", "Material assistance"), ("assistance_humanitaire",)),
    (Bilingual("Aide financière", "Cash assistance"), ("aide_financiere",)),
    (Bilingual("Moyens d'existence, emploi", "Livelihood, employment"), ("reintegration_economique",)),
    (Bilingual("Éducation, formation", "Education, training"), ("formation_professionnelle",)),
    (Bilingual("Assistance juridique", "Legal assistance"), ("juridique", "defense_droits")),
    (Bilingual("Documents d'état civil ou de voyage", "Civil or travel documents"), ("documents",)),
    (Bilingual("Protection de l'enfance", "Child protection"), ("protection_enfance",)),
    (Bilingual("Recherche de la famille", "Family tracing"), ("reunification_familiale",)),
    (Bilingual("Retour, transport", "Return, transport"), ("retour_rapatriement", "transport")),
    (Bilingual("Mise en sécurité", "Relocation, safety"), ("relocalisation_securite",)),
)
_OTHER = Bilingual("Autre", "Other")


def requested_boxes(need: str, wording: str, lang: Lang, *, told: bool) -> tuple[Box, ...]:
    """Return the boxes; the need's own is ticked, else "other" with its words. Untold: none is ticked."""
    boxes = tuple(Box(words.in_(lang), told and need in ticking) for words, ticking in _LISTED)
    if told and not any(box.ticked for box in boxes):
        colon = "\u00a0: " if lang == "fr" else ": "
        return (*boxes, Box(f"{_OTHER.in_(lang)}{colon}{wording}", True))
    return (*boxes, Box(_OTHER.in_(lang)))
