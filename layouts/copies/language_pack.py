"""The language pack: every word of the copies, one text file per language that a trainer may correct.

The packaged files are `words/fr.toml` and `words/en.toml`. A file of one's own holds the same keys, or
some of them; what it does not hold falls back to the packaged text.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from colour_codes.charter_table import french_spaces, holes_of
from layouts.frame.words import printed
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual, Lang

FOLDER = Path(__file__).resolve().parent / "words"
LARGEST_FILE = 200_000
LONGEST_TEXT = 400
_SPACES = "\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The texts of one language by key, such as "redraw.title"."""

    lang: Lang
    texts: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return the text of `key`, its words in braces filled in. KeyError for a key that does not exist."""
        return printed(self.texts[key].format(**values) if values else self.texts[key])


@cache
def packaged_words(lang: Lang) -> LanguagePack:
    """Return the packaged words of a language."""
    texts = dict(_flat(tomllib.loads(packaged_text(lang)), ""))
    return LanguagePack(lang, {key: _spaced(str(text), lang) for key, text in texts.items()})


def packaged_text(lang: Lang) -> str:
    """Return the packaged file of a language, to be copied and corrected."""
    return (FOLDER / f"{lang}.toml").read_text(encoding="utf-8")


def read_words(path: Path, lang: Lang) -> LanguagePack:
    """Return the words a trainer wrote, over those of `lang`. BadInput names the file and the key."""
    base = packaged_words(lang)
    texts = dict(base.texts)
    for key, value in _flat(_content(path), ""):
        if key not in texts:
            raise _bad(path, key, _UNKNOWN)
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
            raise _bad(path, key, _NOT_TEXT)
        if any(not (char.isprintable() or char in _SPACES) for char in value):
            raise _bad(path, key, _NOT_TEXT)
        if holes_of(value) != holes_of(base.texts[key]):
            raise _bad(path, key, _HOLES)
        texts[key] = _spaced(value, lang)
    return LanguagePack(lang, texts)


def _spaced(text: str, lang: Lang) -> str:
    return french_spaces(text) if lang == "fr" else text


def _flat(table: Mapping[str, object], path: str) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def _content(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError):
        raise _bad(path, "", _UNREADABLE) from None
    if len(raw) > LARGEST_FILE:
        raise _bad(path, "", _TOO_LONG)
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _bad(path, "", _NOT_UTF8, line=str(raw.count(b"\n", 0, error.start) + 1)) from None
    except tomllib.TOMLDecodeError as error:
        raise _bad(path, "", _NOT_TOML, line=_line_of(str(error))) from None
    except (RecursionError, ValueError):
        raise _bad(path, "", _NOT_TOML) from None


def _line_of(message: str) -> str:
    """Return the line's number out of the reader's message, or nothing."""
    number = message.rpartition("(at line ")[2].partition(",")[0]
    return number if number.isdigit() else ""


_Fault = tuple[str, Bilingual, Bilingual]
_UNREADABLE: _Fault = (
    "words_unreadable",
    Bilingual("ce fichier de mots ne peut pas être lu.", "this file of words cannot be read."),
    Bilingual("Donner un fichier qui existe.", "Give a file that exists."),
)
_TOO_LONG: _Fault = (
    "words_too_long",
    Bilingual("ce fichier de mots est trop long.", "this file of words is too long."),
    Bilingual("Partir du fichier d'origine.", "Start from the original file."),
)
_NOT_UTF8: _Fault = (
    "words_not_utf8",
    Bilingual("ce fichier de mots n'est pas en UTF-8.", "this file of words is not in UTF-8."),
    Bilingual("L'enregistrer en UTF-8.", "Save it as UTF-8."),
)
_NOT_TOML: _Fault = (
    "words_not_toml",
    Bilingual("cette ligne ne se lit pas comme un mot.", "this line does not read as a word."),
    Bilingual('Écrire : clé = "texte".', 'Write: key = "text".'),
)
_UNKNOWN: _Fault = (
    "words_unknown_key",
    Bilingual("cette clé n'existe pas.", "this key does not exist."),
    Bilingual("Reprendre les clés du fichier d'origine.", "Take the keys of the original file."),
)
_NOT_TEXT: _Fault = (
    "words_not_text",
    Bilingual(
        f"ce n'est pas un texte d'une ligne, de 1 à {LONGEST_TEXT} caractères.",
        f"this is not a text of one line, of 1 to {LONGEST_TEXT} characters.",
    ),
    Bilingual("Écrire un texte entre guillemets.", "Write a text between quotation marks."),
)
_HOLES: _Fault = (
    "words_holes",
    Bilingual(
        "les mots entre accolades ne sont pas ceux du texte d'origine.",
        "the words in braces are not those of the original text.",
    ),
    Bilingual("Les reprendre tels quels.", "Take them as they are."),
)


def _bad(path: Path, key: str, fault: _Fault, *, line: str = "") -> BadInput:
    code, says, remedy = fault
    place = f"{path.name}:{line}" if line else path.name
    return bad_input(
        code, fr=says.fr, en=says.en, remedy_fr=remedy.fr, remedy_en=remedy.en, place=place, field=key
    )
