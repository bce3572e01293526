"""The name an organisation bears in what circulates: a discreet one becomes "soin" or "accueil"."""

from collections.abc import Iterable

from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang

CARE = Bilingual("soin", "care")
WELCOME = Bilingual("accueil", "welcome")


def neutral_name(categories: Iterable[str]) -> Bilingual:
    """Return what stands for whoever does these things: care if any of them is, else welcome."""
    return CARE if any(category.startswith("sante") for category in categories) else WELCOME


def neutral_organisation(organisation_id: str, directory: Directory) -> Bilingual:
    """Return what stands for a discreet organisation, by all that it does."""
    services = directory.services.values()
    return neutral_name(one.category for one in services if one.organisation_id == organisation_id)


def circulating_name(organisation_id: str, directory: Directory, lang: Lang) -> str:
    """Return the name that may leave, or '' for an organisation this directory does not hold."""
    row = directory.organisations.get(organisation_id)
    if row is None:
        return ""
    if not row.discreet:
        return row.name
    return neutral_organisation(organisation_id, directory).in_(lang)
