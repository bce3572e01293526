"""The node of the store: what it counts, and whose situations it may hold."""

from dataclasses import dataclass
from typing import LiteralString

from sociogram.stores.neo4j.graph import Moment, Transaction

_COUNTS = """
MATCH (s:Sociogram {name: 'store'})
RETURN s.commits AS commits, s.open_revision AS opened, s.closed_revision AS closed, s.arrivals AS arrivals
"""
HOLD: LiteralString = "MATCH (s:Sociogram {name: 'store'}) SET s.held = true REMOVE s.held "
"""Lets nobody else write the node until the end. What is then set goes by `WITH`, never from the node's own
property (`SET s.n = s.n + 1`): for that the server first takes another lock on it, and whoever holds the node
and whoever holds that other lock block each other."""
_COUNT: LiteralString = (
    HOLD
    + """
WITH s, s.commits AS commits, s.arrivals AS arrived, s.open_revision AS open, s.closed_revision AS shut
SET s.commits = commits + 1, s.arrivals = arrived + $arrivals,
    s.open_revision = open + $opened, s.closed_revision = shut + $closed
"""
)
_LOCK: LiteralString = HOLD + "RETURN s.arrivals AS arrivals, coalesce(s.last_call, '') AS last_call"
_CALLED = "MATCH (s:Sociogram {name: 'store'}) SET s.last_call = $call"
_SWITCHED = "MATCH (s:Sociogram {name: 'store'}) RETURN $owner IN s.situations AS on"
_SWITCH_ON: LiteralString = (
    HOLD
    + """
WITH s, s.situations AS before
SET s.situations = [one IN before WHERE one <> $owner] + CASE WHEN $on THEN [$owner] ELSE [] END
"""
)


@dataclass(frozen=True, slots=True)
class Counts:
    """`commits` are ours; the two revisions count the changes of each layer of the directory."""

    commits: int
    opened: int
    closed: int
    arrivals: int

    def foreign(self, moment: Moment) -> tuple[str, int | None]:
        """Return the database and how many commits anything else made in it until `moment`."""
        return (moment.database, None if moment.number is None else moment.number - self.commits)


def hold(tx: Transaction) -> None:
    """Let nobody else end a writing transaction before this one. What several people's situations and
    referrals join (organisations) is made, joined and cleared by whoever holds this one node, so that nobody
    who holds one of them waits for another, and none is cleared while somebody joins it."""
    tx.run(HOLD).consume()


def counts(tx: Transaction) -> Counts:
    """Return what the store counts."""
    found = tx.run(_COUNTS).single(strict=True)
    return Counts(found["commits"], found["opened"], found["closed"], found["arrivals"])


def count_commit(tx: Transaction, *, arrivals: int = 0, opened: bool = False, closed: bool = False) -> None:
    """Count this transaction: the last thing every writing one does, so that its lock is short."""
    tx.run(_COUNT, arrivals=arrivals, opened=int(opened), closed=int(closed)).consume()


def lock_directory(tx: Transaction) -> tuple[int, str]:
    """Let nobody else bring rows until the end; return how many facts came so far, and whose call wrote
    last."""
    found = tx.run(_LOCK).single(strict=True)
    return found["arrivals"], found["last_call"]


def note_call(tx: Transaction, call: str) -> None:
    """Leave the word of this call, so that a second try finds the first one's work."""
    tx.run(_CALLED, call=call).consume()


def situations_on(tx: Transaction, owner: str) -> bool:
    """Whether this owner allowed their situations here."""
    return bool(tx.run(_SWITCHED, owner=owner).single(strict=True)["on"])


def switch_situations(tx: Transaction, owner: str, *, on: bool) -> None:
    """Allow or refuse this owner's situations from now on."""
    tx.run(_SWITCH_ON, owner=owner, on=on).consume()
