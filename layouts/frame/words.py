"""The words of the frame that are ours, in both languages; the method's words stand in the charter."""

from sociogram.date_words import date_words
from sociogram.dates import PartialDate
from sociogram.language import Bilingual, Lang

TRIAL = Bilingual(
    fr="Version d’essai : situations fictives seulement", en="Trial version: fictional situations only"
)
FICTIONAL = Bilingual(fr="Situation fictive", en="Fictional situation")
LEGEND = Bilingual(fr="Légende", en="Legend")
UNDATED = {
    "sheet": Bilingual(fr="Feuille sans date", en="Undated sheet"),
    "mega": Bilingual(fr="Liens sans date", en="Undated ties"),
}


def dated(date: PartialDate | None, lang: Lang, kind: str = "sheet") -> str:
    """Return the line that dates a sheet: "Feuille du 15 mars 2021", "Feuille d’avril 2021", or undated."""
    if date is None:
        return UNDATED[kind].in_(lang)
    words = date_words(date, lang)
    if kind == "mega":
        fr, en = ("le", "on") if date.day is not None else ("en", "in")
        return f"Liens connus {fr} {words}" if lang == "fr" else f"Ties known {en} {words}"
    if lang == "en":
        return f"Sheet of {words}"
    if date.day is not None:
        return f"Feuille du {words}"
    return f"Feuille d’{words}" if words[0] in "ao" else f"Feuille de {words}"


def printed(text: str) -> str:
    """Return a text with the curly apostrophes of print."""
    return text.replace("'", "’")
