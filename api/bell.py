"""A bell: whoever waits for news of a sheet hears at once that something in this process has changed."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Ear:
    """One who waits, in the event loop it was made in. Many rings are one: nothing piles up."""

    _rung: asyncio.Event = field(default_factory=asyncio.Event)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    def hear(self) -> None:
        """Wake the one who waits; from any thread."""
        self._loop.call_soon_threadsafe(self._rung.set)

    async def wait(self, seconds: float) -> bool:
        """Wait for a ring, so long at most; whether there was one."""
        try:
            # Not `wait_for`: before Python 3.12 it loses a cancellation that comes together with the ring.
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return False
        self._rung.clear()
        return True


class Bell:
    """Rung after each write of this process. Threads may share it."""

    def __init__(self) -> None:
        self.closed = False
        self._ears: set[Ear] = set()
        self._one_by_one = threading.Lock()

    @property
    def listening(self) -> int:
        """How many wait."""
        return len(self._ears)

    @contextmanager
    def ear(self) -> Iterator[Ear]:
        """Listen while inside; to be called in an event loop."""
        one = Ear()
        with self._one_by_one:
            self._ears.add(one)
        try:
            yield one
        finally:
            with self._one_by_one:
                self._ears.discard(one)

    def ring(self) -> None:
        """Something was written."""
        with self._one_by_one:
            for one in self._ears:
                one.hear()

    def close(self) -> None:
        """The server stops: everybody who waits leaves."""
        self.closed = True
        self.ring()
