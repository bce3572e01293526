"""The directory as one viewer may see it: every row in it is theirs to see, no other row has left a trace."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sociogram.directory.rows import Organisation, Place, Relation, Service, Term


@dataclass(frozen=True, slots=True)
class Directory:
    """Rows by id, in id order (never in order of arrival, which hidden rows would disturb)."""

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    terms: Mapping[tuple[str, str], Term] = field(default_factory=dict)

    def term(self, kind: str, code: str) -> Term | None:
        """Return the vocabulary term, or None."""
        return self.terms.get((kind, code))
