"""A row as a store holds it: a fact, with whoever brought it and the layer it stands in.

Rows of the closed layer (restricted ones) never meet those of the open layer: an id may stand in both, so
that bringing a public row whose id a hidden row already has is accepted, and tells nothing.
"""

from dataclasses import dataclass
from datetime import date

RowPlace = tuple[str, str, str, bool]
"""(kind, id, owner, closed): where one fact stands in a store."""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """`value` is the row as canonical JSON (row_values), or None when this change takes the row away."""

    kind: str
    id: str
    owner: str
    closed: bool
    value: str | None

    @property
    def place(self) -> RowPlace:
        """Where it stands."""
        return (self.kind, self.id, self.owner, self.closed)


@dataclass(frozen=True, slots=True)
class Fact:
    """A change of a row as the history keeps it: who noted it, and on which day when that was told."""

    row: HeldRow
    noted_by: str
    noted_on: date | None
