"""How much work a call does, counted and not timed: the same on every machine and under any load."""

import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import apsw
import pytest

Work = Counter[tuple[str, str]]


def instructions(call: Callable[[], object]) -> Work:
    """Return how many bytecode instructions `call` runs, by (file, function)."""
    done: Work = Counter()

    def follow(frame: FrameType, event: str, argument: Any) -> Any:
        frame.f_trace_opcodes = True
        if event == "opcode":
            done[(frame.f_code.co_filename, frame.f_code.co_name)] += 1
        return follow

    before, collected = sys.gettrace(), gc.isenabled()
    # The collector runs when it likes, and tools of the tests listen to it: its work is nobody's.
    gc.disable()
    sys.settrace(follow)
    try:
        call()
    finally:
        sys.settrace(before)
        if collected:
            gc.enable()
    return done


class Ledger:
    """What SQLite did: each statement with its steps, and the pages read and decrypted."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, int]] = []
        self.connections: list[apsw.Connection] = []

    def watch(self, connection: apsw.Connection) -> None:
        self.connections.append(connection)
        connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, self._note)

    def _note(self, event: dict[str, Any]) -> None:
        self.statements.append((event["sql"], event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"]))

    def pages(self) -> int:
        misses = apsw.SQLITE_DBSTATUS_CACHE_MISS
        return sum(one.status(misses)[0] for one in self.connections)


@contextmanager
def watched(patch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """Every connection opened inside writes into the ledger."""
    from sociogram.stores.sqlite import vault

    ledger, opened = Ledger(), vault.connect

    def connect(*args: Any, **named: Any) -> apsw.Connection:
        connection = opened(*args, **named)
        ledger.watch(connection)
        return connection

    with patch.context() as patched:
        patched.setattr(vault, "connect", connect)
        yield ledger
