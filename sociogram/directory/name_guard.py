"""Texts of public rows that name a hidden organisation take that organisation's level.

The row stays, its text is held apart (docs/design/0007-referral.md says why): a row that vanished would
take a public tie or service away from everybody, and a row that stayed whole would tell the name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from sociogram.directory.plain_words import plain_words
from sociogram.directory.rows import Organisation, Relation, Service, Term

RowKind = Literal["organisation", "service", "relation", "term"]
TextRow = TypeVar("TextRow", Organisation, Service, Relation, Term)

# Every cell of free text. Names and acronyms of public organisations are their own and stay.
FREE_TEXTS: Mapping[type, tuple[str, ...]] = {
    Organisation: (
        "aliases", "legal_detail", "perimeter", "address", "email", "website", "contact_note", "notes",
        "other_sources",
    ),
    Service: ("description", "conditions", "period", "papers", "hours"),
    Relation: ("evidence_quote", "period", "notes"),
    Term: ("note",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HiddenText:
    """A text held apart from its public row, and the hidden organisations it names.

    `text` is the whole cell as it was written (lists joined by `;`). It may be shown to a viewer to whom
    every organisation of `organisations` is open; for all others the cell is empty.
    """

    kind: RowKind
    row_id: str
    field: str
    text: str
    organisations: tuple[str, ...]


class HiddenNames:
    """Names, acronyms and aliases of hidden organisations, found in a text as whole words."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self._names: dict[tuple[str, ...], set[str]] = {}
        for organisation in organisations:
            if organisation.sensitivity != "restreint":
                continue
            for name in (organisation.id, organisation.name, organisation.acronym, *organisation.aliases):
                words = plain_words(name)
                if words:
                    self._names.setdefault(words, set()).add(organisation.id)
        self._lengths = sorted({len(words) for words in self._names})

    def __bool__(self) -> bool:
        return bool(self._names)

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the hidden organisations that the text names, in order."""
        words = plain_words(text)
        found: set[str] = set()
        for length in self._lengths:
            for start in range(len(words) - length + 1):
                found |= self._names.get(words[start : start + length], set())
        return tuple(sorted(found))


def held_apart(
    kind: RowKind, row_id: str, row: TextRow, names: HiddenNames
) -> tuple[TextRow, tuple[HiddenText, ...]]:
    """Return the row as everybody may see it, and the texts taken out of it. Hidden rows stay whole."""
    if not names or getattr(row, "sensitivity", "public") == "restreint":
        return row, ()
    taken = []
    emptied: dict[str, Any] = {}
    for field in FREE_TEXTS[type(row)]:
        value = getattr(row, field)
        listed = isinstance(value, tuple)
        text = ";".join(value) if listed else value
        named = names.named_in(text)
        if named:
            taken.append(HiddenText(kind, row_id, field, text, named))
            emptied[field] = () if listed else ""
    return (replace(row, **emptied), tuple(taken)) if taken else (row, ())


def revealed(row: TextRow, texts: Iterable[HiddenText]) -> TextRow:
    """Return the row with these texts (its own, and open to the viewer) put back in their cells."""
    values: dict[str, Any] = {}
    for hidden in texts:
        listed = isinstance(getattr(row, hidden.field), tuple)
        values[hidden.field] = tuple(hidden.text.split(";")) if listed else hidden.text
    return replace(row, **values) if values else row
