"""The fold of a situation as nodes and links, and back: what stands beside the gesture log.

Nodes and links hold ids, codes, dates and numbers; every word is a text, sealed elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sociogram.dates import PartialDate, parse_date
from sociogram.language import Bilingual
from sociogram.situation.actors import Household, Institution, Person, Professional, Undecided
from sociogram.situation.links import Activation, Kinship, Membership
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


_NODES: Mapping[str, tuple[ActorLabel, type]] = {
    "persons": (ActorLabel.PERSON, Person),
    "households": (ActorLabel.HOUSEHOLD, Household),
    "professionals": (ActorLabel.PROFESSIONAL, Professional),
    "institutions": (ActorLabel.INSTITUTION, Institution),
    "undecided": (ActorLabel.UNDECIDED, Undecided),
}
_LINKS: Mapping[str, tuple[LinkType, type, str, str]] = {
    "memberships": (LinkType.LIVES_IN, Membership, "person", "household"),
    "kinships": (LinkType.KIN, Kinship, "a", "b"),
    "activations": (LinkType.ACTIVATES, Activation, "activator", "activated"),
}
_NAMES = {"memberships": {"since": "from", "until": "to"}}
_DATES = frozenset({"birth", "death", "when", "since", "until"})


def graph_of(situation: Situation) -> FoldGraph:
    """Return the nodes and links of a situation."""
    nodes: dict[str, Node] = {}
    links: dict[tuple[str, str], Link] = {}
    for part, (label, _) in _NODES.items():
        for rank, (name, one) in enumerate(getattr(situation, part).items()):
            values = _properties(one, situation, rank, leaving={"id", "organisation"})
            nodes[name] = Node(label, values)
            if isinstance(one, Professional) and one.organisation is not None:
                _add(links, Link(LinkType.WORKS_IN, name, one.organisation, {"rank": rank}), name)
    for part, (kind, _, start, end) in _LINKS.items():
        for rank, (name, one) in enumerate(getattr(situation, part).items()):
            values = _properties(one, situation, rank, leaving={"id", start, end}, names=_NAMES.get(part, {}))
            _add(links, Link(kind, getattr(one, start), getattr(one, end), values), name)
            if isinstance(one, Activation) and one.referral:
                _add(links, Link(LinkType.REFERRED, one.activator, one.activated, {"rank": rank}), name)
    about = {field.name: getattr(situation.about, field.name) for field in fields(About)}
    places = {name: (rank, x, y) for rank, (name, (x, y)) in enumerate(situation.positions.items())}
    return FoldGraph(about, nodes, links, places)


def situation_of(name: str, graph: FoldGraph, texts: Mapping[str, Bilingual]) -> Situation:
    """Return the situation that nodes and links make: what `doctor` compares with the fold of the log."""
    parts: dict[str, dict[str, Any]] = {}
    agreed = {one for one, node in graph.nodes.items() if node.properties.get("agreed")}
    working = {one.start: one.end for one in graph.links.values() if one.type == LinkType.WORKS_IN}
    for part, (label, kind) in _NODES.items():
        chosen = [(one, node) for one, node in graph.nodes.items() if node.label == label]
        parts[part] = {
            one: kind(**_values(kind, node.properties), id=one, **_employer(kind, working.get(one)))
            for one, node in sorted(chosen, key=lambda pair: pair[1].properties["rank"])
        }
    for part, (link_type, kind, start, end) in _LINKS.items():
        names = _NAMES.get(part, {})
        some = [(key[1], link) for key, link in graph.links.items() if link.type == link_type]
        parts[part] = {}
        for one, link in sorted(some, key=lambda pair: pair[1].properties["rank"]):
            ends = {start: link.start, end: link.end, "id": one}
            parts[part][one] = kind(**{**_values(kind, link.properties, names), **ends})
            if link.properties.get("agreed"):
                agreed.add(one)
    ordered = sorted(graph.places.items(), key=lambda pair: pair[1][0])
    return Situation(
        id=name,
        about=About(**{key: value for key, value in graph.about.items() if value is not None}),
        positions={one: (x, y) for one, (_, x, y) in ordered},
        agreed=frozenset(agreed),
        texts=dict(texts),
        **parts,
    )


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


def _employer(kind: type, organisation: str | None) -> dict[str, Any]:
    return {"organisation": organisation} if kind is Professional else {}


def _values(kind: type, held: Properties, names: Mapping[str, str] | None = None) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields(kind):
        value = held.get((names or {}).get(field.name, field.name))
        if value is None:
            continue
        if field.name in _DATES:
            values[field.name] = parse_date(value)
        else:
            values[field.name] = tuple(value) if isinstance(value, list) else value
    return values
