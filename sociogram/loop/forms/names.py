"""How the two ends of a referral are named: at home by name, on what circulates with nothing that tells.

On paper, in a table that leaves, in a title or a file name, an organisation whose name tells a stigmatising
fact becomes "soin" or "accueil", without address, telephone or need. One that is not in the reader's
directory is named nowhere, hidden and absent alike.
"""

from dataclasses import dataclass

from sociogram.circulation.neutral_names import WELCOME, circulating_name, neutral_name
from sociogram.directory.directory import Directory
from sociogram.directory.needs import CATEGORY
from sociogram.directory.rows import Organisation, Service
from sociogram.language import Bilingual, Lang
from sociogram.loop.arrows import UNSAID_NEED
from sociogram.loop.referral import Referral

_UNKNOWN = Bilingual("une structure hors de votre annuaire", "an organisation outside your directory")
_UNSAID = Bilingual("besoin non dit", "need not said")


@dataclass(frozen=True, slots=True)
class End:
    """One end of a referral on paper. What must not be told is empty, to be written by hand if at all."""

    name: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    place: str = ""


def receiver_id(referral: Referral, directory: Directory) -> str:
    """Return the organisation it goes to: the one named, else the one that offers the service named."""
    service = directory.services.get(referral.service)
    return referral.receiver or (service.organisation_id if service else "")


def organisation_name(organisation: str, directory: Directory, lang: Lang) -> str:
    """Return the name as its own people read it."""
    row = directory.organisations.get(organisation)
    return row.name if row else _UNKNOWN.in_(lang)


def receiver_name(referral: Referral, directory: Directory, lang: Lang) -> str:
    """Return who it goes to, as its own people read it."""
    organisation = receiver_id(referral, directory)
    if organisation or not referral.receiver_text:
        return organisation_name(organisation, directory, lang)
    return referral.receiver_text


def is_discreet(referral: Referral, directory: Directory) -> bool:
    """Whether naming what is sought would tell a stigmatising fact: service or receiver is not open."""
    organisation, service = receiver_id(referral, directory), referral.service
    rows: list[Organisation | Service | None] = []
    if organisation:
        rows.append(directory.organisations.get(organisation))
    if service:
        rows.append(directory.services.get(service))
    return any(row is None or row.sensitivity != "public" for row in rows)


def need_label(need: str, directory: Directory, lang: Lang) -> str:
    """Return the need as the vocabulary says it."""
    if need == UNSAID_NEED:
        return _UNSAID.in_(lang)
    term = directory.term(CATEGORY, need)
    return term.label.in_(lang) if term else need


def circulating_need(referral: Referral, directory: Directory, lang: Lang) -> str:
    """Return the need as it may leave."""
    if not is_discreet(referral, directory):
        return need_label(referral.need, directory, lang)
    return neutral_name((referral.need,)).in_(lang)


def circulating_end(organisation: str, directory: Directory, lang: Lang) -> End:
    """Return an organisation as it may be named on paper."""
    row = directory.organisations.get(organisation)
    if row is None:
        return End()
    if row.sensitivity != "public":
        name = circulating_name(organisation, directory, lang) if row.discreet else WELCOME.in_(lang)
        return End(name)
    return End(row.name, row.address, row.phone, row.email, ", ".join(row.places))


def circulating_receiver(referral: Referral, directory: Directory, lang: Lang) -> End:
    """Return who it goes to as it may be named on paper: an organisation, or the words written by hand."""
    organisation = receiver_id(referral, directory)
    if organisation or not referral.receiver_text:
        return circulating_end(organisation, directory, lang)
    return End(referral.receiver_text)


def place_label(place: str, directory: Directory, lang: Lang) -> str:
    """Return the place as it is called; '' where none is named."""
    row = directory.places.get(place)
    return row.label.in_(lang) if row else place


def reference(referral_id: str) -> str:
    """Return the short reference that a telephone call can spell: eight letters, in two groups."""
    return f"{referral_id[:4]} {referral_id[4:8]}".upper()
