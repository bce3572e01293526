"""Who a referral came from and went to, under the name that may circulate.

Only what everybody may see is named: a discreet organisation or service is "soin" or "accueil", and one that
is not in the public directory, hidden and absent alike, is "hors annuaire".
"""

from sociogram.circulation import neutral_names
from sociogram.circulation.neutral_names import neutral_name, neutral_organisation
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual
from sociogram.loop.forms.names import receiver_id
from sociogram.loop.referral import Referral

CARE, WELCOME = "~soin", "~accueil"
OUTSIDE = "~hors-annuaire"
NOBODY = "~personne"
"""No organisation of the directory has an id that begins so."""

NEUTRAL = {
    CARE: neutral_names.CARE,
    WELCOME: neutral_names.WELCOME,
    OUTSIDE: Bilingual("hors annuaire", "outside the directory"),
    NOBODY: Bilingual("pas encore de destinataire", "nobody named yet"),
}


def sender_of(referral: Referral, public: Directory) -> str:
    """Return the key of the sender; `public` is the directory that everybody may see."""
    return party(referral.sender, public)


def receiver_of(referral: Referral, public: Directory) -> str:
    """Return the key of the receiver: the organisation, or that of the service."""
    service = public.services.get(referral.service)
    if service is not None and service.discreet:
        return _neutral_key(neutral_name((service.category,)))
    if organisation := receiver_id(referral, public):
        return party(organisation, public)
    return OUTSIDE if referral.receiver_text or referral.service else NOBODY


def party(organisation: str, public: Directory) -> str:
    """Return the key of an organisation: its id, or what stands for it."""
    row = public.organisations.get(organisation)
    if row is None:
        return OUTSIDE
    if not row.discreet:
        return organisation
    return _neutral_key(neutral_organisation(organisation, public))


def party_label(key: str, public: Directory) -> Bilingual:
    """Return what is written for a key."""
    if key in NEUTRAL:
        return NEUTRAL[key]
    row = public.organisations.get(key)
    name = row.short_name if row is not None else key
    return Bilingual(name, name)


def _neutral_key(name: Bilingual) -> str:
    return CARE if name == neutral_names.CARE else WELCOME
