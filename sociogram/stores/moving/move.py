"""Carrying everything from one store to another, so that a move stopped anywhere can go on.

The target may be empty, or hold what an earlier run brought: a part of the source's situations and grants,
each owner's first events, and its first facts. Anything else there is refused before a thing is written.
Situations and events go first: a target that takes none says so while it is still untouched. At the end both
are read anew and compared.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TypeVar

from sociogram.access.viewer import Viewer
from sociogram.stores.event_plan import OwnEvents
from sociogram.stores.keeping import Keeping
from sociogram.stores.moving.contents import Contents, Grant, Movable
from sociogram.stores.moving.digests import Digests, Step, digests_of, fact_digest, situation_digest
from sociogram.stores.moving.refusals import changed_meanwhile, holds_other_things
from sociogram.stores.protocol import Keep

One = TypeVar("One")

BATCH = 5_000
"""Events, facts and grants in one transaction, and in memory."""
ROUNDS = 3
"""Each thing is carried, then read on either side."""


def move(source: Movable, target: Movable, step: Step) -> Digests:
    """Carry everything over and return the digests, equal in both.

    `step` is told of each thing done: ROUNDS times the size of the source in all. Raises BadInput when the
    target holds other things, Conflict when the source changed meanwhile.
    """
    old, new = source.contents(), target.contents()
    there = new.size()
    if there.all:
        refuse_other_things(old, new)
    _move_situations(old, target, new if there.situations else None, step)
    _move_events(old, new, step)
    _move_facts(old, new, there.facts, step)
    for grants in _batches(old.grants()):
        new.take_grants(grants)
        step(len(grants))
    found = digests_of(old, step)
    if digests_of(new, step) != found:
        raise changed_meanwhile()
    return found


def refuse_other_things(old: Contents, new: Contents) -> None:
    """Raise BadInput unless all that the new store holds is a part of the old one's, as a move leaves it."""
    for kept in new.situations():
        same = old.situation(kept.owner, kept.record.situation)
        if same is None or situation_digest(same) != situation_digest(kept):
            raise holds_other_things()
    for held in new.events():
        if not _begins(held.own, old.events_of(held.owner)):
            raise holds_other_things()
    facts = old.facts()
    for fact in new.facts():
        first = next(facts, None)
        if first is None or fact_digest(first) != fact_digest(fact):
            raise holds_other_things()
    for grants in _batches(new.grants()):
        if not _among(grants, old.grants()):
            raise holds_other_things()


def _begins(part: OwnEvents, whole: OwnEvents) -> bool:
    return part.events == whole.events[: len(part.events)] and part.forgotten <= whole.forgotten


def _among(grants: Iterable[Grant], others: Iterable[Grant]) -> bool:
    missing = set(grants)
    for grant in others:
        missing.discard(grant)
        if not missing:
            return True
    return False


def _move_situations(old: Contents, target: Movable, there: Contents | None, step: Step) -> None:
    for kept in old.situations():
        if there is None or there.situation(kept.owner, kept.record.situation) is None:
            keep, day = _asked(kept.keeping)
            target.adopt(Viewer(kept.owner), kept.record, keep=keep, today=day)
        step(1)


def _move_events(old: Contents, new: Contents, step: Step) -> None:
    for kept in old.events():
        own, there = kept.own, len(new.events_of(kept.owner).events)
        step(there)
        for at in range(there, max(len(own.events), there + 1), BATCH):
            events = own.events[at : at + BATCH]
            version = own.version if at + BATCH >= len(own.events) else events[-1].version
            new.take_events(kept.owner, at, replace(own, version=version, events=events))
            step(len(events))


def _asked(keeping: Keeping) -> tuple[Keep, date | None]:
    """Return what makes this keeping when it is asked for."""
    if keeping.word == "forever":
        return "forever", None
    if keeping.word == "tonight":
        return "tonight", keeping.last_day
    return date.fromisoformat(keeping.word), None


def _move_facts(old: Contents, new: Contents, there: int, step: Step) -> None:
    step(there)
    for facts in _batches(islice(old.facts(), there, None)):
        new.take_facts(there, facts)
        there += len(facts)
        step(len(facts))


def _batches(stream: Iterator[One]) -> Iterator[list[One]]:
    for first in stream:
        yield [first, *islice(stream, BATCH - 1)]
