"""The recovery sheet: a page to print and lock away."""

from colour_codes.palettes import Palette
from layouts.printers.pdf import write_pdf
from layouts.sheet import Item, Sheet, Text
from layouts.text.wrapping import wrap
from sociogram.language import Bilingual, Lang

_TITLE = Bilingual("Feuille de secours", "Recovery sheet")
_LINES = (
    Bilingual(
        "Cette feuille ouvre le dépôt de Sociogram si la phrase de passe est perdue. "
        "L'imprimer, l'enfermer à clé, effacer le fichier.",
        "This sheet opens the Sociogram store if the passphrase is lost. "
        "Print it, lock it away, erase the file.",
    ),
    Bilingual(
        "Qui tient cette feuille et l'ordinateur peut tout lire. Sans elle et sans la phrase de "
        "passe, les données sont perdues pour toujours.",
        "Whoever holds this sheet and the computer can read everything. Without it and without "
        "the passphrase, the data are lost for ever.",
    ),
    Bilingual(
        "Pour s'en servir : à la demande de la phrase de passe, taper ces groupes dans l'ordre.",
        "To use it: when the passphrase is asked for, type these groups in order.",
    ),
)
_INK = "#000000"
_LEFT, _WIDTH = 25.0, 160.0


def recovery_pdf(code: str, lang: Lang) -> bytes:
    """Return the printed sheet of one recovery code, A4 upright."""
    items: list[Item] = [Text(_LEFT, 35.0, 8.0, _TITLE.in_(lang), _INK)]
    y = 50.0
    for line in _LINES:
        for part in wrap(line.in_(lang), 4.5, _WIDTH):
            items.append(Text(_LEFT, y, 4.5, part, _INK))
            y += 7.0
        y += 4.0
    for part in _rows(code):
        y += 12.0
        items.append(Text(_LEFT, y, 9.0, part, _INK))
    title = _TITLE.in_(lang)
    return write_pdf(Sheet(210.0, 297.0, lang, Palette.WALL, title, title, tuple(items)))


def _rows(code: str, groups: int = 4) -> list[str]:
    parts = code.split("-")
    return ["-".join(parts[at : at + groups]) for at in range(0, len(parts), groups)]
