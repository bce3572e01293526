"""Reading a charter file: every fault is told with its place in the file and what to write instead."""

import re
import string
import tomllib
from collections.abc import Collection
from pathlib import Path

from colour_codes.charter_lines import line_of
from colour_codes.words import LANGUAGES, Words

LARGEST_FILE = 200_000
LONGEST_TEXT = 400
_SPACES = "\u00a0\u202f"


class CharterError(ValueError):
    """A charter that cannot be used: which file, where in it, what is wrong and what to write.

    ``place`` is a key path ("marks.dates"), ``line`` counts from 1 and is 0 when nobody knows, ``fault`` is
    said in both languages.
    """

    def __init__(self, file: str, place: str, fault: Words, line: int = 0) -> None:
        self.file = file
        self.place = place
        self.fault = fault
        self.line = line
        super().__init__(": ".join(part for part in (file, place, fault.en) if part))


def read_charter_file(path: Path) -> "Table":
    """Return the whole file as a table; CharterError if it cannot be read, is too long or is not TOML."""
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        unreadable = Words(
            fr="ne se lit pas ; donner un fichier de charte",
            en=f"cannot be read ({reason}); give a charter file",
        )
        raise CharterError(path.name, "", unreadable) from None
    if len(raw) > LARGEST_FILE:
        too_long = Words(
            fr=f"plus de {LARGEST_FILE} octets ; donner un fichier de charte",
            en=f"longer than {LARGEST_FILE} bytes; give a charter file",
        )
        raise CharterError(path.name, "", too_long)
    return parse_charter(raw, path.name)


def parse_charter(raw: bytes, file: str) -> "Table":
    """Return the TOML bytes as a table; CharterError naming the line of the first fault."""
    try:
        text = raw.decode("utf-8")
        return Table(tomllib.loads(text), file, "", text)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        latin = Words(
            fr="pas de l'UTF-8 ; enregistrer le fichier en UTF-8", en="not UTF-8; save the file as UTF-8"
        )
        raise CharterError(file, f"line {line}", latin, line) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        broken = Words(
            fr="ce n'est pas du TOML ; comparer cette ligne à celle de la charte livrée",
            en=f"not valid TOML: {error}",
        )
        line = int(found[1]) if found else text.count("\n") + 1
        raise CharterError(file, "", broken, line) from None
    except (RecursionError, ValueError):
        deep = Words(
            fr="ce n'est pas du TOML : trop de crochets imbriqués, ou un nombre trop long",
            en="not valid TOML: nested too deeply or a number too long",
        )
        raise CharterError(file, "", deep) from None


class Table:
    """One table of the file, read key by key; ``close()`` refuses the keys nobody asked for.

    ``text`` is the whole file, in which faults look for their line.
    """

    def __init__(self, content: dict[str, object], file: str, path: str, text: str) -> None:
        self._content = content
        self._file = file
        self._path = path
        self._text = text
        self._asked: set[str] = set()

    def fail(self, key: str, fr: str, en: str) -> CharterError:
        """Return the error to raise for ``key`` of this table."""
        place = f"{self._path}.{key}".lstrip(".")
        return CharterError(self._file, place, Words(fr=fr, en=en), line_of(self._text, place))

    def keys(self) -> tuple[str, ...]:
        """Return the keys written in the file, in its order."""
        return tuple(self._content)

    def table(self, key: str) -> "Table":
        """Return the table under ``key``."""
        value = self._value(key)
        if not isinstance(value, dict):
            raise self.fail(
                key,
                "écrire ici une table, avec les clés de la charte livrée",
                "write a table here, with the keys of the packaged charter",
            )
        return Table(value, self._file, f"{self._path}.{key}".lstrip("."), self._text)

    def tables(self, key: str) -> list["Table"]:
        """Return the list of tables under ``key`` (``[[...]]`` in the file)."""
        value, place = self._value(key), f"{self._path}.{key}".lstrip(".")
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fail(
                key,
                f"écrire une table [[{place}]] pour chaque élément",
                f"write one [[{place}]] table for each element",
            )
        return [Table(item, self._file, f"{place}[{index}]", self._text) for index, item in enumerate(value)]

    def flag(self, key: str) -> bool:
        """Return a true or false."""
        value = self._value(key)
        if not isinstance(value, bool):
            raise self.fail(key, "écrire true (oui) ou false (non)", "write true or false")
        return value

    def whole_number(self, key: str) -> int:
        """Return a whole number."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(key, "écrire un nombre entier", "write a whole number")
        return value

    def choice(self, key: str, among: Collection[str]) -> str:
        """Return one of the given texts."""
        value = self._value(key)
        if value not in among:
            raise self.fail(
                key, f"écrire un de ces mots : {', '.join(among)}", f"write one of: {', '.join(among)}"
            )
        return str(value)

    def text(self, key: str, holes: Collection[str] = ()) -> str:
        """Return a printable text of 1 to 400 characters that holds exactly the given words in braces."""
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(
                key, "écrire un texte entre guillemets droits", "write a text between quotation marks"
            )
        if len(value) > LONGEST_TEXT:
            raise self.fail(
                key,
                f"plus de {LONGEST_TEXT} caractères ; le raccourcir",
                f"longer than {LONGEST_TEXT} characters; shorten it",
            )
        if any(not (char.isprintable() or char in _SPACES) for char in value):
            raise self.fail(
                key,
                "contient un retour à la ligne ou un caractère invisible ; écrire une seule ligne de texte",
                "holds a line break or an invisible character; write one line of plain text",
            )
        if holes_of(value) != sorted(holes):
            wanted = ", ".join(f"{{{hole}}}" for hole in sorted(holes))
            raise self.fail(
                key,
                f"le texte doit contenir, une fois chacun : {wanted or 'aucun mot entre accolades'}",
                f"the text must hold, once each: {wanted or 'no word in braces'}",
            )
        return value

    def words(self, holes: Collection[str] = ()) -> Words:
        """Return this table's ``fr`` and ``en`` texts, the French one with its no-break spaces."""
        said = {lang: self.text(lang, holes) for lang in LANGUAGES}
        return Words(fr=french_spaces(said["fr"]), en=said["en"])

    def close(self) -> None:
        """Refuse the first key that was never asked for: a misspelt key must not be silently ignored."""
        for key in self._content:
            if key not in self._asked:
                raise self.fail(key, *_unknown(", ".join(sorted(self._asked))))

    def asked(self, key: str) -> bool:
        """Return whether an optional ``key`` is written, and count it as known."""
        self._asked.add(key)
        return key in self._content

    def _value(self, key: str) -> object:
        if not self.asked(key):
            raise self.fail(
                key, "manque ; le recopier de la charte livrée", "missing; copy it from the packaged charter"
            )
        return self._content[key]


def french_spaces(text: str) -> str:
    """Return the text with no-break spaces before : ; ? ! » and after «."""
    for mark in ":;?!»":
        text = text.replace(f" {mark}", f"\u00a0{mark}")
    return text.replace("« ", "«\u00a0")


def _unknown(known: str) -> tuple[str, str]:
    return (
        f"clé inconnue ; les clés d'ici sont : {known}",
        f"unknown key; the keys here are: {known}",
    )


def holes_of(text: str) -> list[str] | None:
    """Return the sorted names in braces, or None if a brace is stray or asks for more than a plain name."""
    try:
        fields = [part[1:] for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    # "{label.__class__}" or "{label!r}" would reach into the program: only bare names are filled in.
    if any(spec or conversion or not (name or "").isidentifier() for name, spec, conversion in fields):
        return None
    return sorted(name or "" for name, _, _ in fields)
