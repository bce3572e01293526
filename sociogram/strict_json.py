"""Read JSON as a hostile stranger may have written it: every fault has a place and a remedy.

RFC 8259 with the strictness of RFC 7493 (I-JSON): UTF-8 only, no duplicate keys, no lone surrogates, numbers
that every program reads alike. Depth is bounded before parsing, so that no input overflows the stack.
"""

import json
import math
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from sociogram.encoding import decode_utf8
from sociogram.errors import bad_input
from sociogram.files import MAX_BYTES, read_file, too_large
from sociogram.language import Bilingual

__all__ = ["MAX_BYTES", "MAX_DEPTH", "read_file", "read_json", "step"]

MAX_DEPTH = 64
MAX_INTEGER = 2**53 - 1

# A string without its closing quote runs to the end: the scan stays linear whatever is thrown at it.
_STRINGS_AND_BRACKETS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,40}")


@dataclass(frozen=True, slots=True)
class _Fault:
    """Stands in the parsed tree where something was refused, until the walk gives it a path."""

    code: str


def read_json(data: bytes, *, place: str, limit: int = MAX_BYTES) -> Any:
    """Return the parsed document, or raise BadInput (TooLarge) naming `place` and a line or JSON path."""
    if len(data) > limit:
        raise too_large(limit, place)
    text = decode_utf8(data, place=place)
    _refuse_depth(text, place)
    seen: list[_Fault] = []
    try:
        parsed = json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, seen),
            parse_constant=lambda _: _noted("not_finite", seen),
            parse_int=lambda digits: _integer(digits, seen),
            parse_float=lambda digits: _float(digits, seen),
        )
    except json.JSONDecodeError as fault:
        raise bad_input(
            "bad_json",
            fr="ceci n'est pas du JSON : une virgule, un guillemet ou une accolade manque ou est de trop.",
            en="this is not JSON: a comma, a quote or a brace is missing or in excess.",
            remedy_fr="Corriger à cet endroit.",
            remedy_en="Correct it at this place.",
            place=f"{place}:{fault.lineno}:{fault.colno}",
        ) from None
    # Only a document with a fault is walked, to give it a path: text without escapes holds no surrogate.
    if seen or _ESCAPED_SURROGATE.search(text):
        _refuse_faults(parsed, place)
    return parsed


def step(path: str, key: str | int) -> str:
    """Return the JSON path of a member or an item of what stands at `path` (`$` is the document)."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if _PLAIN_KEY.fullmatch(key) else f"{path}[?]"


def _refuse_depth(text: str, place: str) -> None:
    depth = 0
    for match in _STRINGS_AND_BRACKETS.finditer(text):
        mark = text[match.start()]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                _refuse("too_deep", f"{place}:{text.count(chr(10), 0, match.start()) + 1}")
        elif mark in "]}":
            depth -= 1


def _noted(code: str, faults: list[_Fault]) -> _Fault:
    faults.append(_Fault(code))
    return faults[-1]


def _object(pairs: list[tuple[str, Any]], faults: list[_Fault]) -> Any:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            found[key] = _noted("duplicate_key", faults)
        seen.add(key)
    return found


def _integer(digits: str, faults: list[_Fault]) -> int | _Fault:
    if len(digits) > 17 or abs(int(digits)) > MAX_INTEGER:
        return _noted("number_too_large", faults)
    return int(digits)


def _float(digits: str, faults: list[_Fault]) -> float | _Fault:
    value = float(digits) if len(digits) <= 400 else math.inf
    return value if math.isfinite(value) else _noted("not_finite", faults)


def _refuse_faults(parsed: Any, place: str) -> None:
    waiting: list[tuple[str, Any]] = [("$", parsed)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, _Fault):
            _refuse(value.code, f"{place}, {path}" if place else path)
        if isinstance(value, str) and _SURROGATE.search(value):
            _refuse("lone_surrogate", f"{place}, {path}" if place else path)
        if isinstance(value, dict):
            if any(_SURROGATE.search(key) for key in value):
                _refuse("lone_surrogate", f"{place}, {path}" if place else path)
            waiting.extend((step(path, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((step(path, i), value[i]) for i in range(len(value) - 1, -1, -1))


_WORDS = {
    "too_deep": Bilingual(f"plus de {MAX_DEPTH} niveaux imbriqués.", f"more than {MAX_DEPTH} nested levels."),
    "duplicate_key": Bilingual("la même clé est écrite deux fois.", "the same key is written twice."),
    "number_too_large": Bilingual("ce nombre est trop grand.", "this number is too large."),
    "not_finite": Bilingual(
        "NaN, Infinity et les nombres sans fin ne sont pas du JSON.",
        "NaN, Infinity and numbers without end are not JSON.",
    ),
    "lone_surrogate": Bilingual(
        "ce texte contient une moitié de caractère (\\ud800 à \\udfff).",
        "this text holds half a character (\\ud800 to \\udfff).",
    ),
}
_REMEDIES = {
    "too_deep": Bilingual("Aplatir le document.", "Flatten the document."),
    "duplicate_key": Bilingual("Garder une seule des deux.", "Keep only one of them."),
    "number_too_large": Bilingual("Écrire un nombre plus petit.", "Write a smaller number."),
    "not_finite": Bilingual("Écrire un nombre ordinaire, ou null.", "Write an ordinary number, or null."),
    "lone_surrogate": Bilingual("Réécrire ce texte.", "Write this text again."),
}


def _refuse(code: str, place: str) -> NoReturn:
    says, remedy = _WORDS[code], _REMEDIES[code]
    raise bad_input(code, fr=says.fr, en=says.en, remedy_fr=remedy.fr, remedy_en=remedy.en, place=place)
