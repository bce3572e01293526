"""The encrypted file of one store: its key, one writing connection, and a pool of reading ones.

A missing file is made at the first write that succeeds, never by a read or by a write that fails.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from sociogram.stores.failures import missing_passphrase, unusable
from sociogram.stores.key_slot import Cost
from sociogram.stores.keys import key_path, make_keys, read_keys
from sociogram.stores.safe_file import PRIVATE, sync_folder
from sociogram.stores.sqlite import migration
from sociogram.stores.sqlite.connection import connect
from sociogram.stores.sqlite.erasure import scrub_if_due
from sociogram.stores.sqlite.translation import told_plainly

Secret = Callable[[], str]


class Vault:
    """Connections to one file. Threads may share it: one writes at a time, each read has its own
    connection."""

    def __init__(
        self, path: Path, secret: Secret | None, *, cost: Cost | None = None, vfs: str | None = None
    ) -> None:
        """`secret` gives the passphrase, and is asked at most once, when the file exists or is first
        written."""
        self.path = path
        self._secret = secret
        self._cost = cost or Cost()
        self._vfs = vfs
        self._key: bytes | None = None
        self._made_keys = False
        self._logging = False
        self._lock = threading.RLock()
        self._writer: apsw.Connection | None = None
        self._idle: list[apsw.Connection] = []
        self._closed = False
        if self.exists:
            self._unlock()
            with told_plainly(path.name):
                self._settle_version()

    @property
    def exists(self) -> bool:
        """Whether there is a file with something in it."""
        try:
            return self.path.stat().st_size > 0
        except FileNotFoundError:
            return False
        except OSError:
            raise unusable("cannot_open", place=self.path.name) from None

    def key(self) -> bytes:
        """The file's random key. StoreUnusable while there is no file, or no more."""
        with self._lock:
            if self._key is None or self._closed:
                raise unusable("closed", place=self.path.name)
            return self._key

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection | None]:
        """Give a connection on one unmoving state of the store, or None when there is no store yet."""
        if self._closed:
            raise unusable("closed", place=self.path.name)
        if not self.exists:
            yield None
            return
        with told_plainly(self.path.name):
            connection = self._reader()
            try:
                connection.execute("BEGIN")
                yield connection if migration.version_of(connection) else None
            finally:
                self._give_back(connection)

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """Give the writing connection inside one transaction: all of it is on disk afterwards, or none of
        it."""
        with self._lock, told_plainly(self.path.name):
            if self._closed:
                raise unusable("closed", place=self.path.name)
            connection = self._writing_connection()
            try:
                connection.execute("BEGIN IMMEDIATE")
                if not migration.version_of(connection):
                    migration.make_schema(connection)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                self._undo(connection)
                raise
            if not self._logging:
                self._begin_log(connection)

    def after_commit(self, work: Callable[[apsw.Connection], object]) -> None:
        """Do `work` with the writing connection, outside any transaction."""
        with self._lock, told_plainly(self.path.name):
            work(self._writing_connection())

    def close(self) -> None:
        """Close every connection; the last one empties the write-ahead log into the file."""
        with self._lock:
            self._closed = True
            self._key = None
            while self._idle:
                self._idle.pop().close()
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _unlock(self) -> bytes:
        if self._key is None:
            if self._secret is None:
                raise missing_passphrase(place=self.path.name)
            keys = key_path(self.path)
            if self.exists:
                self._key = read_keys(keys).open(self._secret())
            else:
                self._made_keys = not keys.exists()
                self._key = make_keys(keys, self._secret(), self._cost)
        return self._key

    def _reader(self) -> apsw.Connection:
        with self._lock:
            if self._idle:
                return self._idle.pop()
            return connect(self.path, self._unlock(), writer=False, vfs=self._vfs)

    def _give_back(self, connection: apsw.Connection) -> None:
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except apsw.Error:
            connection.close()
            return
        with self._lock:
            if self._closed:
                connection.close()
            else:
                self._idle.append(connection)

    def _writing_connection(self) -> apsw.Connection:
        if self._writer is None:
            self._writer = self._opened() if self.exists else self._made()
        return self._writer

    def _opened(self) -> apsw.Connection:
        connection = connect(self.path, self._unlock(), writer=True, vfs=self._vfs)
        try:
            if migration.version_of(connection):
                migration.migrate(connection, self.path)
                self._begin_log(connection)
                scrub_if_due(connection, self.path)
            with suppress(apsw.BusyError):
                connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin_log(self, connection: apsw.Connection) -> None:
        """Turn the write-ahead log on, unless another program is just writing: then after the next write."""
        with suppress(apsw.BusyError, apsw.LockedError):
            self._logging = connection.pragma("journal_mode", "wal") == "wal"
        connection.pragma("synchronous", "FULL" if self._logging else "EXTRA")

    def _made(self) -> apsw.Connection:
        """Make the empty, private file. Until the first commit it counts as missing."""
        folder = self.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        key = self._unlock()
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, PRIVATE)
        os.close(handle)
        sync_folder(folder)
        try:
            connection = connect(self.path, key, writer=True, vfs=self._vfs)
            connection.pragma("synchronous", "EXTRA")
        except BaseException:
            self._unmake()
            raise
        return connection

    def _undo(self, connection: apsw.Connection) -> None:
        with suppress(apsw.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        if not self.exists:
            connection.close()
            self._writer, self._logging = None, False
            self._unmake()

    def _unmake(self) -> None:
        """Leave nothing of a store whose first write failed; keys that were there before stay.

        Least of all a journal: it would be played back into the next file of this name.
        """
        for tail in ("-journal", "-wal", "-shm", ""):
            self.path.with_name(self.path.name + tail).unlink(missing_ok=True)
        if self._made_keys:
            key_path(self.path).unlink(missing_ok=True)
            self._made_keys, self._key = False, None

    def _settle_version(self) -> None:
        """Refuse a newer file, bring an older one to today's schema."""
        connection = self._reader()
        version = migration.version_of(connection)
        self._give_back(connection)
        if version > migration.SCHEMA_VERSION:
            raise unusable("newer_store", place=self.path.name)
        if 0 < version < migration.SCHEMA_VERSION:
            with self._lock:
                self._writing_connection()
