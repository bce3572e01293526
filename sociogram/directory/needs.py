"""What a person may need: the service categories that are offered to a person.

Categories that vocab.csv notes as « entre organisations » (training of practitioners, advocacy...) help
organisations; nobody is referred to them.
"""

from collections.abc import Mapping
from functools import lru_cache

from sociogram.directory.plain_words import plain
from sociogram.directory.rows import Term

CATEGORY = "service_category"
GROUP = "target_group"
TYPOLOGY = "typology"
_BETWEEN_ORGANISATIONS = "entre organisations"

Terms = Mapping[tuple[str, str], Term]


def is_need(term: Term) -> bool:
    """Whether a category is one a person may be referred for."""
    return term.kind == CATEGORY and not _between_organisations(term.note)


@lru_cache(maxsize=512)
def _between_organisations(note: str) -> bool:
    """Asked of every category at every question: a note is read once."""
    return _BETWEEN_ORGANISATIONS in plain(note)


def codes(terms: Terms, kind: str) -> tuple[str, ...]:
    """Return the codes of one kind, in order."""
    return tuple(sorted(code for found, code in terms if found == kind))


def needs(terms: Terms) -> tuple[str, ...]:
    """Return the categories a person may need, in order."""
    return tuple(code for code in codes(terms, CATEGORY) if is_need(terms[(CATEGORY, code)]))
