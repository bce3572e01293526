"""Several listeners in one process: the laptop's own, and those beside it that end with it."""

import asyncio
from collections.abc import Generator, Sequence
from contextlib import contextmanager

import uvicorn

_FAREWELL = 3.0
"""Seconds in which answers that are under way may end when the server stops."""


class _Beside(uvicorn.Server):
    """A server beside another one, which alone listens to Ctrl+C."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


def run_together(server: uvicorn.Server, others: Sequence[uvicorn.Config]) -> None:
    """Run `server` until it is stopped, and the others as long."""

    async def together() -> None:
        beside = [_Beside(config) for config in others]
        running = [asyncio.ensure_future(one.serve()) for one in beside]
        try:
            await server.serve()
        finally:
            for one in beside:
                one.should_exit = True
            await asyncio.wait(running, timeout=_FAREWELL)
            for one in beside:
                one.force_exit = True
            await asyncio.gather(*running)

    asyncio.run(together())
