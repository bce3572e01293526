"""Where a row comes from, in words: the document by its title, and the lines of its text."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.language import Bilingual, Lang

_LINES = re.compile(r"(\d+)(?:-(\d+))?")
_ONE = Bilingual("ligne", "line")
_MANY = Bilingual("lignes", "lines")
_TO = Bilingual("{} à {}", "{} to {}")
_AND = Bilingual(" et ", " and ")
_UNTITLED = Bilingual("« {} »", "“{}”")
_BETWEEN = Bilingual(" ; ", "; ")


def provenance(row: Organisation | Service | Relation, lang: Lang) -> str:
    """Return the documents a row was read from, each once with its lines; empty when the row names none."""
    cited: dict[str, list[str]] = {}
    for file, lines in _citations(row):
        cited.setdefault(file, [])
        if lines and lines not in cited[file]:
            cited[file].append(lines)
    return _BETWEEN.in_(lang).join(_cited(file, lines, lang) for file, lines in cited.items())


def _citations(row: Organisation | Service | Relation) -> list[tuple[str, str]]:
    """Return (file, lines) of the row's own passage, then of the others ("file:lines;file:lines")."""
    found = [(row.source_file.strip(), row.source_line.strip())]
    for part in getattr(row, "other_sources", "").split(";"):
        file, colon, lines = part.strip().rpartition(":")
        found.append((file.strip(), lines.strip()) if colon else (lines, ""))
    return [(file, lines) for file, lines in found if file]


def _cited(file: str, lines: list[str], lang: Lang) -> str:
    known = _titles().get(file)
    title = known.in_(lang) if known else _UNTITLED.in_(lang).format(file)
    return ", ".join(part for part in (title, _lines(lines, lang)) if part)


def _lines(lines: list[str], lang: Lang) -> str:
    """Return "ligne 388", "lignes 310 à 311 et 400"; what is not a number of lines stays as written."""
    numbered = sorted(
        (int(found[1]), int(found[2] or found[1])) for one in lines if (found := _LINES.fullmatch(one))
    )
    told = [str(first) if first == last else _TO.in_(lang).format(first, last) for first, last in numbered]
    words = [one for one in lines if not _LINES.fullmatch(one)]
    if told:
        several = len(told) > 1 or numbered[0][0] != numbered[0][1]
        words.insert(0, f"{(_MANY if several else _ONE).in_(lang)} {_listed(told, lang)}")
    return ", ".join(words)


def _listed(told: list[str], lang: Lang) -> str:
    return _AND.in_(lang).join(part for part in (", ".join(told[:-1]), told[-1]) if part)


@cache
def _titles() -> dict[str, Bilingual]:
    text = files("sociogram.directory").joinpath("documents.toml").read_text(encoding="utf-8")
    return {file: Bilingual(said["fr"], said["en"]) for file, said in tomllib.loads(text).items()}
