"""A row as a store holds it: a fact, with whoever brought it and the layer it stands in.

Rows of the closed layer (restricted ones) never meet those of the open layer: an id may stand in both, so
that bringing a public row whose id a hidden row already has is accepted, and tells nothing.
"""

from dataclasses import dataclass

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
