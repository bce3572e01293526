"""Free text as it is kept: NFC, nothing invisible that misleads, bounded to what a sheet can show."""

import unicodedata
from typing import NoReturn

from sociogram.errors import bad_input
from sociogram.language import Bilingual

LABEL_LIMIT = 120
TITLE_LIMIT = 200
NOTE_LIMIT = 2000
MAX_MARKS = 3
"""Limits in characters as people count them (grapheme clusters), and combining marks on one of them."""

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_STRIPPED = frozenset("\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u180e")
_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset(("Mn", "Me"))
# Scripts whose letters change shape when joined: there a joiner is spelling, elsewhere it only hides.
_JOINING_SCRIPTS = ("ARABIC", "SYRIAC", "NKO", "ADLAM", "MONGOLIAN", "DEVANAGARI", "BENGALI", "TAMIL")


def clean_text(
    raw: str, *, limit: int = LABEL_LIMIT, place: str = "", field: str = "", multiline: bool = False
) -> str:
    """Return `raw` in NFC without zero-width characters, or raise BadInput naming `place` and `field`.

    Bidirectional controls, control characters, a text blank once stripped, more than `limit` characters or
    more than three marks on one letter are refused (safety note, inputs 1, 2, 44). An empty text stays empty.
    """
    if len(raw) > 16 * limit:
        _refuse("text_too_long", limit, place, field)
    text = _without_zero_width(unicodedata.normalize("NFC", raw))
    if raw and not text.strip():
        _refuse("text_blank", limit, place, field)
    for char in text:
        _check_character(char, limit, place, field, multiline)
    length, marks = _measured(text)
    if length > limit:
        _refuse("text_too_long", limit, place, field)
    if marks > MAX_MARKS:
        _refuse("text_marks", limit, place, field)
    return text


def clean_bilingual(
    fr: str, en: str, *, limit: int = LABEL_LIMIT, place: str = "", field: str = "", multiline: bool = False
) -> Bilingual:
    """Return both halves cleaned."""
    return Bilingual(
        clean_text(fr, limit=limit, place=place, field=f"{field}_fr" if field else "fr", multiline=multiline),
        clean_text(en, limit=limit, place=place, field=f"{field}_en" if field else "en", multiline=multiline),
    )


def graphemes(text: str) -> int:
    """Return the length of `text` in characters as people count them (marks and joined signs not counted)."""
    return _measured(text)[0]


def _without_zero_width(text: str) -> str:
    if not _STRIPPED.isdisjoint(text):
        text = "".join(char for char in text if char not in _STRIPPED)
    if _JOINERS.isdisjoint(text):
        return text
    last = len(text) - 1
    return "".join(
        char
        for at, char in enumerate(text)
        if char not in _JOINERS or (0 < at < last and _joins(text[at - 1]) and _joins(text[at + 1]))
    )


def _joins(char: str) -> bool:
    if unicodedata.category(char) in ("So", "Sk", "Mn"):  # emoji sequences, and a mark before the joiner
        return True
    return unicodedata.name(char, "").startswith(_JOINING_SCRIPTS)


def _check_character(char: str, limit: int, place: str, field: str, multiline: bool) -> None:
    if char in _BIDI_CONTROLS:
        _refuse("text_bidi", limit, place, field)
    if char.isprintable() or char in _JOINERS or (multiline and char in "\n\t"):
        return
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Cn", "Co", "Zl", "Zp") or "\U000e0000" <= char <= "\U000e0fff":
        _refuse("text_control", limit, place, field)


def _measured(text: str) -> tuple[int, int]:
    """Return (length in graphemes, most marks on one base)."""
    length = most = marks = 0
    joined = False
    for char in text:
        category = unicodedata.category(char) if char > "\u02ff" else ""
        if category in _MARKS:
            marks += 1
            most = max(most, marks)
            length += not length  # a mark with nothing under it still counts
        elif char in _JOINERS:
            joined = char == "\u200d"
        else:
            length += not joined
            joined, marks = False, 0
    return length, most


_SAYS = {
    "text_too_long": Bilingual(
        "ce texte dépasse {limit} caractères.", "this text exceeds {limit} characters."
    ),
    "text_blank": Bilingual("ce texte ne contient rien de visible.", "this text holds nothing visible."),
    "text_marks": Bilingual(
        "une lettre porte plus de trois signes.", "one letter carries more than three marks."
    ),
    "text_bidi": Bilingual(
        "ce texte contient un caractère invisible qui retourne le sens de lecture.",
        "this text holds an invisible character that turns the reading direction.",
    ),
    "text_control": Bilingual(
        "ce texte contient un caractère de commande.", "this text holds a control character."
    ),
}
_REMEDIES = {
    "text_too_long": Bilingual("Le raccourcir.", "Shorten it."),
    "text_blank": Bilingual("Écrire un mot, ou laisser vide.", "Write a word, or leave it empty."),
    "text_marks": Bilingual("Retirer les signes en trop.", "Remove the marks in excess."),
    "text_bidi": Bilingual("Le retaper sans ce caractère.", "Type it again without that character."),
    "text_control": Bilingual("Le retaper sans ce caractère.", "Type it again without that character."),
}


def _refuse(code: str, limit: int, place: str, field: str) -> NoReturn:
    says, remedy = _SAYS[code].filled(limit=limit), _REMEDIES[code]
    raise bad_input(
        code, fr=says.fr, en=says.en, remedy_fr=remedy.fr, remedy_en=remedy.en, place=place, field=field
    )
