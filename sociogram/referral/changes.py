"""What changed since the arrays of a large network were made, as steps laid over them.

Making the arrays takes seconds where there are a million ties. After a change only the actors it touches are
read again: their steps replace those of the arrays, and the next answer has them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sociogram.directory.directory import Directory
from sociogram.directory.rows import Relation
from sociogram.referral.snapshot import Step, steps_of
from sociogram.referral.weights import Weights

MOST = 0.02
"""Beyond this share of the actors the arrays are made anew."""


@dataclass(frozen=True, slots=True)
class Changes:
    """`steps` of the actors touched, all of them; the arrays no longer hold for `replaced`."""

    steps: Mapping[str, list[Step]]
    replaced: frozenset[str]


def open_part(directory: Directory) -> tuple[frozenset[str], dict[str, Relation]]:
    """Return the ids of the organisations open to everybody, and the ties between them, by id."""
    actors = frozenset(one.id for one in directory.organisations.values() if one.sensitivity != "restreint")
    ties = {
        tie.id: tie
        for tie in directory.relations.values()
        if tie.sensitivity != "restreint" and tie.from_id in actors and tie.to_id in actors
    }
    return actors, ties


def changes(before: Directory, now: Directory, weights: Weights) -> Changes | None:
    """Return what lies between two directories of one viewer, in their open rows; None when too much."""
    were, had = open_part(before)
    actors, ties = open_part(now)
    other = [id_ for id_ in had.keys() | ties.keys() if had.get(id_) != ties.get(id_)]
    ends = (tie for id_ in other for tie in (had.get(id_), ties.get(id_)) if tie)
    touched = {end for tie in ends for end in (tie.from_id, tie.to_id)} | (were ^ actors)
    if len(touched) > MOST * len(were):
        return None
    near = [tie for tie in ties.values() if tie.from_id in touched or tie.to_id in touched]
    steps = steps_of(near, actors, weights)
    return Changes(
        {actor: found for actor, found in steps.items() if actor in touched}, frozenset(touched & were)
    )
