"""The name an organisation bears in what circulates: a discreet one becomes "soin" or "accueil"."""

from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang

_CARE = Bilingual("soin", "care")
_WELCOME = Bilingual("accueil", "welcome")


def circulating_name(organisation_id: str, directory: Directory, lang: Lang) -> str:
    """Return the name that may leave, or '' for an organisation this directory does not hold."""
    row = directory.organisations.get(organisation_id)
    if row is None:
        return ""
    if not row.discreet:
        return row.name
    categories = [s.category for s in directory.services.values() if s.organisation_id == organisation_id]
    care = any(category.startswith("sante") for category in categories)
    return (_CARE if care else _WELCOME).in_(lang)
