"""The fold of a situation as nodes and links: what stands beside the gesture log.

Nodes and links hold ids, codes, dates and numbers; every word is a text, sealed elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sociogram.dates import PartialDate
from sociogram.situation.actors import Professional
from sociogram.situation.links import Activation
from sociogram.situation.situation import About, Situation

Properties = Mapping[str, Any]


class ActorLabel(StrEnum):
    """The labels of what stands on a sheet; an organisation is one of the directory, named from here."""

    PERSON = "Person"
    HOUSEHOLD = "Household"
    PROFESSIONAL = "Professional"
    INSTITUTION = "Institution"
    UNDECIDED = "Undecided"
    ORGANISATION = "Organisation"


class LinkType(StrEnum):
    """The types of what joins them."""

    ACTIVATES = "ACTIVATES"
    REFERRED = "REFERRED"
    KIN = "KIN"
    LIVES_IN = "LIVES_IN"
    WORKS_IN = "WORKS_IN"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: its label and properties, among them `rank`, its turn of appearance."""

    label: ActorLabel
    properties: Properties


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two actors, by their ids."""

    type: LinkType
    start: str
    end: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class FoldGraph:
    """All of one situation but its texts. Links by (type, id); `places` are (rank, x, y) by actor."""

    about: Properties
    nodes: Mapping[str, Node]
    links: Mapping[tuple[str, str], Link]
    places: Mapping[str, tuple[int, int, int]]


LABELS: Mapping[str, ActorLabel] = {
    "persons": ActorLabel.PERSON,
    "households": ActorLabel.HOUSEHOLD,
    "professionals": ActorLabel.PROFESSIONAL,
    "institutions": ActorLabel.INSTITUTION,
    "undecided": ActorLabel.UNDECIDED,
}
"""Where each part of a situation stands."""
ENDS: Mapping[str, tuple[LinkType, str, str]] = {
    "memberships": (LinkType.LIVES_IN, "person", "household"),
    "kinships": (LinkType.KIN, "a", "b"),
    "activations": (LinkType.ACTIVATES, "activator", "activated"),
}
"""The type of the links of each part, and the fields that are their ends."""
NAMES = {"memberships": {"since": "from", "until": "to"}}
"""Fields that have another name in the graph."""


def graph_of(situation: Situation) -> FoldGraph:
    """Return the nodes and links of a situation."""
    nodes: dict[str, Node] = {}
    links: dict[tuple[str, str], Link] = {}
    for part, label in LABELS.items():
        for rank, (name, one) in enumerate(getattr(situation, part).items()):
            values = _properties(one, situation, rank, leaving={"id", "organisation"})
            nodes[name] = Node(label, values)
            if isinstance(one, Professional) and one.organisation is not None:
                _add(links, Link(LinkType.WORKS_IN, name, one.organisation, {"rank": rank}), name)
    for part, (kind, start, end) in ENDS.items():
        for rank, (name, one) in enumerate(getattr(situation, part).items()):
            values = _properties(one, situation, rank, leaving={"id", start, end}, names=NAMES.get(part, {}))
            _add(links, Link(kind, getattr(one, start), getattr(one, end), values), name)
            if isinstance(one, Activation) and one.referral:
                _add(links, Link(LinkType.REFERRED, one.activator, one.activated, _mark(one, rank)), name)
    about = {field.name: getattr(situation.about, field.name) for field in fields(About)}
    places = {name: (rank, x, y) for rank, (name, (x, y)) in enumerate(situation.positions.items())}
    return FoldGraph(about, nodes, links, places)


def _mark(arrow: Activation, rank: int) -> Properties:
    """What a marked arrow says of its referral: its id, by which events and arrows are one, if it has one."""
    named = {"referral": arrow.referral} if isinstance(arrow.referral, str) else {}
    return {"rank": rank, **named}


def _add(links: dict[tuple[str, str], Link], link: Link, name: str) -> None:
    links[(link.type, name)] = link


def _properties(
    one: Any, situation: Situation, rank: int, *, leaving: set[str], names: Mapping[str, str] | None = None
) -> Properties:
    values: dict[str, Any] = {"rank": rank}
    for field in fields(one):
        value = getattr(one, field.name)
        if field.name in leaving or value is None:
            continue
        key = (names or {}).get(field.name, field.name)
        values[key] = list(value) if isinstance(value, tuple) else _plain(value)
    if one.id in situation.agreed:
        values["agreed"] = True
    return values


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, PartialDate) else value
