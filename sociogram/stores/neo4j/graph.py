"""One Neo4j database: its driver, and managed transactions for reading and for writing.

Managed transactions may run more than once: what is handed to them must be able to. Whatever else writes to
the database shows in the bookmark that every transaction, reading or writing, ends with.
"""

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, LiteralString, TypeVar

import neo4j
from neo4j.exceptions import DriverError, IncompleteCommit, SessionExpired

from sociogram.stores.failures import unusable
from sociogram.stores.neo4j.access import Access
from sociogram.stores.neo4j.translation import told_plainly

Result = TypeVar("Result")
Transaction = neo4j.ManagedTransaction

CONNECT_SECONDS = 5.0
"""To reach the server at all: a network that answers does so in less."""
WRITE_SECONDS = 15.0
"""For the server to take what is sent."""
TRANSACTION_SECONDS = 60.0
"""The server ends what takes longer, so that no forgotten transaction holds a lock."""
WHOLE_SECONDS = 900.0
"""What reads a whole network may take longer: a hundred thousand organisations need more than a minute, and a
reading holds nobody up."""
POOL = 40
"""Connections a process keeps at most: as many as the server's own threads for its answers."""
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """The database and its last transaction, as a bookmark tells them. `number` is None when it cannot be
    read: then no moment equals another."""

    database: str
    number: int | None


class Graph:
    """Connections to one database. Threads may share it."""

    def __init__(self, url: str, access: Access) -> None:
        """Get ready; nothing is asked of the server yet. Raises StoreUnusable for an address the driver
        refuses."""
        self.place = url
        self._database = access.database or None
        self._closed = False
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        with told_plainly(url):
            self._driver = neo4j.GraphDatabase.driver(
                url,
                auth=(access.user, access.password) if access.user else None,
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=max(access.patience, CONNECT_SECONDS),
                max_connection_pool_size=POOL,
                max_connection_lifetime=3600,
                liveness_check_timeout=60,
                connection_write_timeout=WRITE_SECONDS,
                max_transaction_retry_time=access.patience,
                keep_alive=True,
                notifications_min_severity="OFF",
                warn_notification_severity="OFF",
                user_agent="sociogram",
            )

    def read(self, work: Callable[[Transaction], Result]) -> Result:
        """Do `work` in a transaction that reads, on any member that may be read."""
        return self.read_at(work)[0]

    def read_whole(self, work: Callable[[Transaction], Result]) -> Result:
        """As `read`, of as much as the graph holds."""
        return self.read_at(work, WHOLE_SECONDS)[0]

    def read_at(
        self, work: Callable[[Transaction], Result], seconds: float | None = None
    ) -> tuple[Result, Moment]:
        """As `read`; tell also at which moment of the database the transaction ended."""
        with told_plainly(self.place):
            for _ in range(_TRIES - 1):
                try:
                    return self._read_once(work, seconds)
                except (IncompleteCommit, SessionExpired):
                    continue
            return self._read_once(work, seconds)

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """Do `work` in a transaction that writes, again when nobody can tell whether it was done: `work` must
        find what an earlier try did, and answer as it would have."""
        lost = False
        with told_plainly(self.place):
            for left in reversed(range(_TRIES)):
                try:
                    return self._write_once(work)
                except (IncompleteCommit, SessionExpired):
                    lost = True
                    if not left:
                        break
                except DriverError:
                    if lost:
                        break
                    raise
        raise unusable("server_lost", place=self.place)

    def run(self, query: LiteralString) -> list[dict[str, Any]]:
        """Run one statement that no managed transaction takes (constraints, indexes)."""
        with told_plainly(self.place), self._session(neo4j.WRITE_ACCESS) as session:
            return session.run(query).data()

    def close(self) -> None:
        """Close every connection."""
        self._closed = True
        self._driver.close()

    def _read_once(
        self, work: Callable[[Transaction], Result], seconds: float | None
    ) -> tuple[Result, Moment]:
        with self._session(neo4j.READ_ACCESS) as session:
            done = session.execute_read(_timed(work, seconds))
            return done, _moment(session.last_bookmarks())

    def _write_once(self, work: Callable[[Transaction], Result]) -> Result:
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(_timed(work))

    def _session(self, mode: str) -> neo4j.Session:
        if self._closed:
            raise unusable("closed", place=self.place)
        return self._driver.session(
            database=self._database,
            default_access_mode=mode,
            bookmark_manager=self._bookmarks,
            fetch_size=2000,
        )


def _timed(
    work: Callable[[Transaction], Result], seconds: float | None = None
) -> Callable[[Transaction], Result]:
    return neo4j.unit_of_work(timeout=seconds or TRANSACTION_SECONDS)(work)


def _moment(bookmarks: neo4j.Bookmarks) -> Moment:
    """Read a bookmark of Neo4j 5: `FB:` and, in base 64, PackStream of a list: the database's id (16 bytes),
    the number of its last transaction, what else is to come."""
    values = sorted(bookmarks.raw_values)
    try:
        raw = base64.b64decode(values[0].removeprefix("FB:"), validate=True)
        if len(values) != 1 or raw[:3] != b"\x91\xcc\x10":
            return Moment("", None)
        return Moment(raw[3:19].hex(), _packed_number(raw[19:]))
    except (IndexError, ValueError, binascii.Error):
        return Moment("", None)


_WIDTHS: Mapping[int, int] = {0xC8: 1, 0xC9: 2, 0xCA: 4, 0xCB: 8}


def _packed_number(raw: bytes) -> int | None:
    mark = raw[0]
    if mark < 0x80:
        return mark
    width = _WIDTHS.get(mark)
    return None if width is None or len(raw) < 1 + width else int.from_bytes(raw[1 : 1 + width], signed=True)
