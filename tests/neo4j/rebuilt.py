"""A situation rebuilt from its nodes and links alone, to see that they hold all of it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sociogram.dates import parse_date
from sociogram.language import Bilingual
from sociogram.situation.actors import Household, Institution, Person, Professional, Undecided
from sociogram.situation.links import Activation, Kinship, Membership
from sociogram.situation.situation import About, Situation
from sociogram.stores.neo4j.fold_graph import ENDS, LABELS, NAMES, FoldGraph, LinkType, Properties

KINDS: Mapping[str, type] = {
    "persons": Person,
    "households": Household,
    "professionals": Professional,
    "institutions": Institution,
    "undecided": Undecided,
    "memberships": Membership,
    "kinships": Kinship,
    "activations": Activation,
}
_DATES = frozenset({"birth", "death", "when", "since", "until"})


def situation_of(name: str, graph: FoldGraph, texts: Mapping[str, Bilingual]) -> Situation:
    """Return the situation that nodes and links make: nothing else is read."""
    parts: dict[str, dict[str, Any]] = {}
    agreed = {one for one, node in graph.nodes.items() if node.properties.get("agreed")}
    working = {one.start: one.end for one in graph.links.values() if one.type == LinkType.WORKS_IN}
    for part, label in LABELS.items():
        kind = KINDS[part]
        chosen = [(one, node) for one, node in graph.nodes.items() if node.label == label]
        parts[part] = {
            one: kind(**_values(kind, node.properties), id=one, **_employer(kind, working.get(one)))
            for one, node in sorted(chosen, key=lambda pair: pair[1].properties["rank"])
        }
    for part, (link_type, start, end) in ENDS.items():
        kind = KINDS[part]
        names = NAMES.get(part, {})
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
