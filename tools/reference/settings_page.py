"""The settings: every SOCIOGRAM_* variable the program reads."""

from api.settings import Settings
from sociogram.language import Lang
from tools.reference.markdown import paragraphs, table
from tools.reference.words import head, part, said

PREFIX = "SOCIOGRAM_"


def settings_page(lang: Lang) -> str:
    """Return the page of the settings. KeyError for a setting nobody has explained."""
    meanings, others = part("settings", "meanings"), part("settings", "others")
    rows = [
        (f"`{variable}`", _default(name), meanings[variable][lang])
        for variable, name in ((f"{PREFIX}{name.upper()}", name) for name in Settings.model_fields)
    ]
    rows += [(f"`{variable}`", "", meaning[lang]) for variable, meaning in others.items()]
    return paragraphs(
        (said("settings.title", lang), said("settings.intro", lang), table(head("settings.head", lang), rows))
    )


def _default(name: str) -> str:
    value = Settings.model_fields[name].default
    return f"`{value}`" if value else ""
