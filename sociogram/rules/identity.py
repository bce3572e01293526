"""What in a text may tell who somebody is: surnames, phones, addresses, file numbers, e-mail (E13).

Patterns only, no list of names: what looks like a surname is two capitalised words together, a title before
one, or a word in capitals beside one; scripts without capitals give none. `allowed` are names everybody may
read, such as organisations.
"""

import re
from collections.abc import Collection

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_SMALL = f"(?:(?![{_UPPER}])[^\\W\\d_])"
_CAPITALISED = f"[{_UPPER}](?:[’'-][{_UPPER}])?(?:{_SMALL}|[’'-](?=[^\\W\\d_]))+"
_CAPITALS = f"[{_UPPER}]{{3,}}"
_PATTERNS = {
    "email": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    "phone": re.compile(r"(?<![\w-])\+?\(?\d(?:[ .\-()/]{0,2}\d){7,14}(?!\w)"),
    "file_number": re.compile(
        r"\b(?:dossier|matricule|nina|n°|no\.|num[ée]ro|r[ée]f\.?|r[ée]f[ée]rence|file|case)\s*"
        r"(?:n°|no\.?|num[ée]ro|number)?\s*[:#]?\s*[A-Z0-9/._-]*\d{3,}",
        re.IGNORECASE,
    ),
    "code": re.compile(r"\b[A-Z]{1,5}[-/]?\d{4,}\b"),
    "address": re.compile(
        r"\b(?:rue|avenue|av\.|boulevard|bd|impasse|porte|villa|lot|immeuble|street|road|b\.?p\.?)\s*(?:n°)?\s*\d+"
        r"|\b\d+\s*,?\s*(?:bis\s+)?(?:rue|avenue|boulevard|impasse)\b"
        r"|\b\d+\s+\w+\s+(?:street|road)\b",
        re.IGNORECASE,
    ),
    "surname": re.compile(
        rf"\b(?:M|Mr|Mme|Mlle|Mrs|Ms|Dr|Pr|Me|Monsieur|Madame|Ma[îi]tre|Docteur)\.?\s+{_CAPITALISED}"
        rf"|\b{_CAPITALISED}\s+(?:{_CAPITALISED}|{_CAPITALS})\b"
        rf"|\b{_CAPITALS}\s+{_CAPITALISED}"
    ),
}
_DATES = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
_LETTERS = re.compile(r"[A-ZÀ-Þ]{1,2}\d{0,3}|\d{1,3}")


def identity_marks(text: str, allowed: Collection[str] = ()) -> tuple[str, ...]:
    """Return the kinds of marks found in a text, in a fixed order; none for an empty text."""
    rest = _DATES.sub(" ", text)
    for name in sorted(allowed, key=len, reverse=True):
        if name and name in rest:
            rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " · ", rest)
    return tuple(kind for kind, pattern in _PATTERNS.items() if pattern.search(rest))


def is_letter_only(label: str) -> bool:
    """Return whether a label is no more than a letter or a number ("A", "AB", "P3", "12")."""
    return _LETTERS.fullmatch(label.strip()) is not None
