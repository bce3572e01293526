"""Two desks on one sheet of a real server lose nothing, whatever the network between does."""

from collections.abc import Callable

from tests.crash.real_browser import TOKEN, Server
from tests.page.page_tests import run_soak


def test_interleavings_lose_nothing(server: Server, sized: Callable[[int, int], int], seed: int) -> None:
    count = sized(20, 1_000)
    environment = {
        "SOCIOGRAM_SERVER": server.address,
        "SOCIOGRAM_TOKEN": TOKEN,
        "SOCIOGRAM_INTERLEAVINGS": str(count),
        "SOCIOGRAM_TEST_SEED": str(seed),
    }
    run_soak("two-desks", environment, rf"\b{count} interleavings, 0 lost.*")
