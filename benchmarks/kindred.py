"""Invented families: who descends from whom, who lives where, who is taken in. Used by `families`.

Everything is drawn from one seeded `Random`. Births lie some 24 years apart from one generation to the next;
couples that ended did so in 2016, new ones began in 2018, children were placed in 2019.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

YOUNGEST, AGES_APART = 2012, 24
PARTED, AGAIN, PLACED = "2016", "2018", "2019-09"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unit:
    """One or two parents of a generation (0 is the eldest), and where in the list their home is."""

    parents: tuple[str, ...]
    generation: int
    home: int


@dataclass(slots=True)
class Kindred:
    """A growing set of families of at most `most` persons; `say` invents the words of a label."""

    random: Random
    most: int
    generations: int
    say: Callable[[], str]
    persons: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    homes: list[Row] = field(default_factory=list)
    minors: list[str] = field(default_factory=list)

    @property
    def room(self) -> int:
        """How many persons may still be added."""
        return self.most - len(self.persons)

    def grow(self) -> None:
        """Fill the sheet: one large family, then foster homes and persons without home, then others."""
        apart = min(self.room - 1, self.random.randint(0, max(1, self.most // 6)))
        self.most -= apart
        self._lineage()
        self.most += apart
        if apart > 1 and self.minors and self.random.random() < 0.8:
            self._foster_home(min(apart, self.random.randint(1, 2)))
        for _ in range(min(self.room, max(0, apart - 2))):
            self._person(self.random.randrange(self.generations))
        while self.room:
            self._lineage()

    def _person(self, generation: int) -> str:
        """Add somebody; a year of birth for three in four."""
        words, name = self.say(), f"p{len(self.persons) + 1}"
        row = {"id": name, "label_fr": words, "label_en": words, "status": []}
        if self.random.random() < 0.75:
            born = YOUNGEST - AGES_APART * (self.generations - 1 - generation) + self.random.randint(-6, 6)
            row["birth"] = str(born)
        self.persons.append(row)
        return name

    def _home(self, members: list[str], **more: str) -> int:
        words = self.say()
        row = {"id": f"f{len(self.homes) + 1}", "label_fr": words, "label_en": words, "place": ""}
        self.homes.append(row | {"members": list(members)} | more)
        return len(self.homes) - 1

    def _link(self, kind: str, a: str, b: str, **dates: str) -> None:
        self.links.append({"a": a, "b": b, "kind": kind, "label_fr": "", "label_en": ""} | dates)

    def _lineage(self) -> None:
        """A family from its eldest down; the second and later families begin where they like."""
        first = self.random.randrange(self.generations - 1) if self.persons else 0
        waiting = [self._unit(first)]
        while waiting and self.room:
            unit = waiting.pop(0)
            parted = len(unit.parents) == 2 and self.random.random() < 0.3
            children = self._children(unit)
            waiting += [self._household_of(child, unit) for child in children if self._leaves(unit)]
            if parted:
                self._part(unit, children)

    def _unit(self, generation: int, *, known: str = "") -> Unit:
        """One parent or two, in a home of their own."""
        parents = [known or self._person(generation)]
        if self.room and self.random.random() < 0.8:
            parents.append(self._person(generation))
            self._link("couple", parents[0], parents[1], since="2005")
        return Unit(tuple(parents), generation, self._home(parents))

    def _leaves(self, unit: Unit) -> bool:
        return unit.generation + 2 < self.generations and self.room > 0 and self.random.random() < 0.6

    def _household_of(self, child: str, unit: Unit) -> Unit:
        """A grown child leaves the parents' home and founds one."""
        self.homes[unit.home]["members"].remove(child)
        self.minors.remove(child)
        return self._unit(unit.generation + 1, known=child)

    def _children(self, unit: Unit) -> list[str]:
        children = []
        for _ in range(min(self.room, self.random.choice((1, 2, 2, 3, 3, 4, 5)))):
            child = self._person(unit.generation + 1)
            for parent in unit.parents:
                self._link("filiation", parent, child)
            self.homes[unit.home]["members"].append(child)
            self.minors.append(child)
            children.append(child)
        return children

    def _part(self, unit: Unit, children: list[str]) -> None:
        """The couple parts: a second home, often a new partner there, children in both homes or in one."""
        stays, leaves = unit.parents
        for link in self.links:
            if link["kind"] == "couple" and {link["a"], link["b"]} == {stays, leaves}:
                link["until"] = PARTED
        home = self.homes[unit.home]
        young = [child for child in children if child in home["members"]]
        home["members"].remove(leaves)
        second = self._home([leaves], since=PARTED)
        shared = self.random.random() < 0.6
        for child in young:
            if shared:
                self.homes[second]["members"].append(child)
            elif self.random.random() < 0.3:
                home["members"].remove(child)
                self.homes[second]["members"].append(child)
        if self.random.random() < 0.35:
            self._home([stays, leaves, *young], until=PARTED)
        if self.room and self.random.random() < 0.8:
            self._step_family(unit, leaves, second)

    def _step_family(self, unit: Unit, parent: str, home: int) -> None:
        """A new partner, who may bring a child, and a child of both: half-sibling of the first ones."""
        partner = self._person(unit.generation)
        self._link("couple", parent, partner, since=AGAIN)
        self.homes[home]["members"].append(partner)
        for parents in ((partner,), (parent, partner)):
            if self.room and unit.generation + 1 < self.generations and self.random.random() < 0.6:
                child = self._person(unit.generation + 1)
                for one in parents:
                    self._link("filiation", one, child)
                self.homes[home]["members"].append(child)
                self.minors.append(child)

    def _foster_home(self, carers: int) -> None:
        """A home that takes in one or two children: they left their parents' home, or still belong to it."""
        parents = [self._person(max(0, self.generations - 2)) for _ in range(min(carers, self.room))]
        if len(parents) == 2:
            self._link("couple", parents[0], parents[1])
        placed = self.random.sample(self.minors, min(len(self.minors), self.random.randint(1, 2)))
        self._home([*parents, *placed], since=PLACED)
        for child in placed:
            for one in parents:
                self._link("foster", one, child, since=PLACED)
            if self.random.random() < 0.5:
                self._move_out(child)

    def _move_out(self, child: str) -> None:
        """The child belongs to the homes it had no longer, save as one it left."""
        left = [home for home in self.homes[:-1] if child in home["members"] and len(home["members"]) > 1]
        for home in left:
            home["members"].remove(child)
        if left:
            self._home([child], until=PLACED)
