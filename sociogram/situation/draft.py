"""A situation being folded: the only mutable form of it, alive for the time of one fold."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sociogram.situation.actors import Household, Institution, Person, Professional, Undecided
from sociogram.situation.fields import Element, Part, converted
from sociogram.situation.links import Activation, Kinship, Membership
from sociogram.situation.situation import About, Position

FIGURES: tuple[Part, ...] = ("persons", "professionals", "undecided")
STANDING: tuple[Part, ...] = (*FIGURES, "households", "institutions")
_CLASSES: Mapping[Part, type[Any]] = {
    "persons": Person,
    "households": Household,
    "memberships": Membership,
    "professionals": Professional,
    "institutions": Institution,
    "undecided": Undecided,
    "kinships": Kinship,
    "activations": Activation,
}


@dataclass(slots=True)
class Draft:
    """At every moment each arrow, link and membership in it has its ends.

    `part_of` says where an id lives; `declared` holds every id ever added, undone or removed ones included,
    so that the end of an arrow that is not declared must be an organisation of the directory.
    """

    about: About = field(default_factory=About)
    parts: dict[Part, dict[str, Any]] = field(default_factory=lambda: {part: {} for part in _CLASSES})
    part_of: dict[str, Part] = field(default_factory=dict)
    declared: set[str] = field(default_factory=set)
    positions: dict[str, Position] = field(default_factory=dict)
    agreed: set[str] = field(default_factory=set)
    last_order: int = 0

    def add(self, part: Part, element_id: str, values: Mapping[str, Any], **ends: Any) -> None:
        """Add an element unless its id is taken."""
        if element_id not in self.part_of:
            self.parts[part][element_id] = _CLASSES[part](id=element_id, **ends, **converted(part, values))
            self.part_of[element_id] = part

    def element(self, element_id: str) -> Element | None:
        """Return the element of this id, or None."""
        part = self.part_of.get(element_id)
        found: Element | None = self.parts[part][element_id] if part else None
        return found

    def change(self, element_id: str, values: Mapping[str, Any]) -> None:
        """Change the fields an element has; without effect on what is not there."""
        part = self.part_of.get(element_id)
        if part:
            self.parts[part][element_id] = replace(self.parts[part][element_id], **converted(part, values))

    def put(self, part: Part, element: Element) -> None:
        """Replace an element by another of the same id and part."""
        self.parts[part][element.id] = element

    def drop(self, element_id: str) -> None:
        """Remove an element with the arrows, links and memberships that end at it."""
        part = self.part_of.pop(element_id, None)
        if part is None:
            return
        del self.parts[part][element_id]
        for arrow in self.arrows_at(element_id):
            self.drop(arrow.id)
        self.drop_joints(element_id)

    def drop_joints(self, element_id: str) -> None:
        """Remove the kinship lines and memberships of an element."""
        for kinship in self.kinships_at(element_id):
            self.drop(kinship.id)
        for membership in self.memberships_at(element_id):
            self.drop(membership.id)

    def may_end(self, element_id: str) -> bool:
        """Whether an arrow may end here: a figure or a container that stands, or an organisation."""
        part = self.part_of.get(element_id)
        return part in STANDING if part else element_id not in self.declared

    def arrows_at(self, element_id: str) -> list[Activation]:
        """Return the arrows that start or end at an element."""
        arrows: dict[str, Activation] = self.parts["activations"]
        return [one for one in arrows.values() if element_id in (one.activator, one.activated)]

    def kinships_at(self, element_id: str) -> list[Kinship]:
        """Return the kinship lines of a figure."""
        kinships: dict[str, Kinship] = self.parts["kinships"]
        return [one for one in kinships.values() if element_id in (one.a, one.b)]

    def memberships_at(self, element_id: str) -> list[Membership]:
        """Return the memberships of a person or of a household."""
        memberships: dict[str, Membership] = self.parts["memberships"]
        return [one for one in memberships.values() if element_id in (one.person, one.household)]
