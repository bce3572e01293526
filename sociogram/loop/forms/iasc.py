"""The inter-agency referral form (after the IASC reference group's form of 2017), as PDF to finish by hand.

What the referral says is printed; whatever would tell who the person is (name, age, address, caregiver,
reason in words, signature) is a line to write on, so that no file ever holds it. Made in three copies.
"""

from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.loop.deadlines import DEFAULT_HOURS
from sociogram.loop.forms.agreement import agreement
from sociogram.loop.forms.allowed import require_form
from sociogram.loop.forms.iasc_sections import (
    agencies,
    background,
    client,
    consent_section,
    delivery,
    receipt,
    services,
)
from sociogram.loop.forms.labels import PRIORITIES, hours_words
from sociogram.loop.forms.names import (
    circulating_end,
    circulating_need,
    circulating_receiver,
    is_discreet,
    place_label,
    reference,
)
from sociogram.loop.forms.paper import Box, Cell, Paper, Section, to_write
from sociogram.loop.forms.requested import requested_boxes
from sociogram.loop.referral import Referral

_TITLE = Bilingual("Formulaire d'orientation interorganisations", "Inter-agency referral form")
_OPENING = Bilingual(
    "À remplir en trois exemplaires : un pour la structure qui oriente, un pour celle qui reçoit, un pour la "
    "personne si elle le veut. Ce qui est en blanc s'écrit à la main, avec elle.",
    "To be made in three copies: one for the organisation that refers, one for the one that receives, one "
    "for the "
    "person if she wishes. What is blank is written by hand, with her.",
)
_PRIORITY = Bilingual("Priorité", "Priority")
_ANSWER_WITHIN = Bilingual("{words} (sous {hours})", "{words} (within {hours})")
_DATE = Bilingual("Date de l'orientation", "Date of the referral")
_REQUEST = Bilingual("La demande", "The request")


def form_of(referral: Referral, directory: Directory, lang: Lang, footer: tuple[str, ...]) -> Paper:
    """Return the form. NotAllowed without consent on record, or once it is withdrawn."""
    require_form(referral)
    told = not is_discreet(referral, directory)
    boxes = requested_boxes(referral.need, circulating_need(referral, directory, lang), lang, told=told)
    return Paper(
        title=_TITLE.in_(lang),
        reference=reference(referral.id),
        lang=lang,
        opening=(_OPENING.in_(lang),),
        sections=(
            Section(_REQUEST.in_(lang), ((_priorities(referral, lang), to_write(_DATE.in_(lang))),)),
            agencies(
                circulating_end(referral.sender, directory, lang),
                circulating_receiver(referral, directory, lang),
                lang,
            ),
            client(reference(referral.id), referral, place_label(referral.place, directory, lang), lang),
            background(lang),
            services(boxes, lang),
            consent_section(agreement(referral.consent, lang), lang),
            delivery(referral.way, lang),
            receipt(lang),
        ),
        footer=footer,
    )


def _priorities(referral: Referral, lang: Lang) -> Cell:
    """The three boxes; the one of this referral with the time in force for it."""
    boxes = []
    for code, words in PRIORITIES.items():
        hours = referral.deadline_hours if code == referral.priority else DEFAULT_HOURS[code]
        said = _ANSWER_WITHIN.in_(lang).format(words=words.in_(lang), hours=hours_words(hours, lang))
        boxes.append(Box(said, code == referral.priority))
    return Cell(_PRIORITY.in_(lang), boxes=tuple(boxes), share=3)
