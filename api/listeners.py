"""Several listeners in one process: the laptop's own, and those beside it that end with it."""

import asyncio
from collections.abc import Generator, Sequence
from contextlib import contextmanager

import uvicorn


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
            # Open answers are not waited for: who is on the other side has nothing left to hear.
            for one in beside:
                one.should_exit = one.force_exit = True
            await asyncio.gather(*running)

    asyncio.run(together())
