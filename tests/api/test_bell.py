"""Waiting for the bell ends when one is told to leave, even at the moment it rings."""

import asyncio

import pytest

from api.bell import Ear


async def _left_while_it_rings(turns: int) -> bool:
    """Ring, let `turns` turns of the loop pass, leave; whether the wait ended as it should."""
    ear = Ear()
    waiting = asyncio.ensure_future(ear.wait(60))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    ear._rung.set()
    for _ in range(turns):
        await asyncio.sleep(0)
    heard = waiting.done()
    waiting.cancel()
    await asyncio.wait({waiting}, timeout=10)
    return waiting.cancelled() or heard


@pytest.mark.parametrize("turns", range(5))
def test_who_leaves_while_it_rings_is_gone(turns: int) -> None:
    assert asyncio.run(_left_while_it_rings(turns))


def test_a_ring_is_heard_once_and_silence_ends() -> None:
    async def scene() -> tuple[bool, bool]:
        ear = Ear()
        ear.hear()
        return await ear.wait(60), await ear.wait(0.01)

    assert asyncio.run(scene()) == (True, False)
