"""The driver's errors told in plain words. Nothing of a query or its values goes into a message."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    DriverError,
    GqlError,
    Neo4jError,
)

from sociogram.stores.failures import unusable

_ENDINGS: tuple[tuple[str, str], ...] = (
    ("DatabaseNotFound", "no_database"),
    ("DatabaseUnavailable", "database_away"),
    ("ForbiddenOnReadOnlyDatabase", "read_only"),
    ("WriteOnReadOnlyAccessDatabase", "read_only"),
    ("ReadOnly", "read_only"),
    ("TransactionTimedOut", "server_slow"),
    ("TransactionTimedOutClientConfiguration", "server_slow"),
    ("LockAcquisitionTimeout", "server_slow"),
    ("LockClientStopped", "server_slow"),
    ("Transaction.Terminated", "server_slow"),
    ("BookmarkTimeout", "server_slow"),
    ("MemoryPoolOutOfMemoryError", "server_full"),
    ("TransactionLogError", "server_disk"),
    ("OutOfDiskSpace", "server_disk"),
)
"""Ends of the server's codes (`Neo.ClientError.Database.DatabaseNotFound`) and what to tell."""


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Turn an error of the driver or of the server into StoreUnusable; `place` is the address."""
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise unusable(code_of(error), place=place) from None


def code_of(error: GqlError) -> str:
    """Return the code of `stores.failures` for an error."""
    if isinstance(error, AuthError):
        return "server_refuses"
    if isinstance(error, ConnectionAcquisitionTimeoutError):
        return "server_slow"
    if isinstance(error, ConfigurationError):
        return "server_address"
    if isinstance(error, Neo4jError):
        code = error.code or ""
        if code.endswith("General.TransactionOutOfMemoryError"):
            return "server_full"
        return next((ours for end, ours in _ENDINGS if code.endswith(end)), "server_error")
    return "server_away"
