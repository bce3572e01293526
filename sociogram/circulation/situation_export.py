"""A situation transformed for circulation: an allow-list of fields for each level (safety.md 2.3).

Level 0: structure, letters for people. Level 1: plus months and the names of public, not discreet
organisations. Level 2: plus rows shared with the receiver. No level holds a person's label, a role, an
arrow's label, a note, a title or one of our ids.
"""

from dataclasses import dataclass
from typing import Any, Literal

from sociogram.circulation.fresh_ids import NewId
from sociogram.circulation.letters import letter_of
from sociogram.circulation.neutral_names import circulating_name
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.situation.situation import Situation

Level = Literal[0, 1, 2]


@dataclass(frozen=True, slots=True)
class Circulation:
    """How a situation leaves. `directory` holds the rows the receiver may see, and no other."""

    level: Level
    lang: Lang
    directory: Directory
    new_id: NewId


def circulating(situation: Situation, how: Circulation) -> dict[str, list[dict[str, Any]]]:
    """Return the tables that may leave, each a list of rows in order of appearance."""
    return {
        "persons": [
            {"id": how.new_id(person), "letter": letter_of(rank)}
            for rank, person in enumerate(situation.persons)
        ],
        "households": [{"id": how.new_id(home)} for home in situation.households],
        "memberships": [_membership(item, how) for item in situation.memberships.values()],
        "institutions": [_institution(place, how) for place in _institutions(situation, how)],
        "professionals": _professionals(situation, how),
        "links": [
            {"a": how.new_id(link.a), "b": how.new_id(link.b), "kind": link.kind}
            for link in situation.kinships.values()
        ],
        "activations": _activations(situation, how),
    }


def _institutions(situation: Situation, how: Circulation) -> list[str]:
    """Buildings in order of appearance; one the receiver may not see is not there at all."""
    named = [row.organisation for row in situation.professionals.values()]
    named += [home.housed_by for home in situation.households.values()]
    ends = [end for arrow in situation.activations.values() for end in (arrow.activator, arrow.activated)]
    known = [
        end for end in (*named, *ends) if end in how.directory.organisations or end in situation.institutions
    ]
    return list(dict.fromkeys(end for end in known if end is not None))


def _institution(place: str, how: Circulation) -> dict[str, Any]:
    name = circulating_name(place, how.directory, how.lang) if how.level > 0 else ""
    return {"id": how.new_id(place), "name": name}


def _membership(item: Any, how: Circulation) -> dict[str, Any]:
    return {
        "person": how.new_id(item.person),
        "household": how.new_id(item.household),
        "since": _month(item.since, how),
        "until": _month(item.until, how),
    }


def _professionals(situation: Situation, how: Circulation) -> list[dict[str, Any]]:
    present = set(_institutions(situation, how))
    return [
        {
            "id": how.new_id(row.id),
            "institution": how.new_id(row.organisation) if row.organisation in present else "",
        }
        for row in situation.professionals.values()
    ]


def _activations(situation: Situation, how: Circulation) -> list[dict[str, Any]]:
    standing = {*situation.persons, *situation.households, *situation.professionals}
    standing |= set(_institutions(situation, how))
    arrows = sorted(situation.activations.values(), key=lambda arrow: arrow.order)
    visible = [arrow for arrow in arrows if {arrow.activator, arrow.activated} <= standing]
    return [
        {
            "number": rank,
            "activator": how.new_id(arrow.activator),
            "activated": how.new_id(arrow.activated),
            "month": _month(arrow.when, how),
            "status": arrow.status,
        }
        for rank, arrow in enumerate(visible, start=1)
    ]


def _month(when: PartialDate | None, how: Circulation) -> str:
    return str(PartialDate(when.year, when.month)) if when is not None and how.level > 0 else ""
