"""Two desks on one sheet of a real server lose nothing, whatever the network between does."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "api" / "web"
VITEST = WEB / "node_modules" / ".bin" / "vitest"
TOKEN = "two-tabs"
SERVER = "import sys; from api.cli.main import run; sys.exit(run(sys.argv[1:]))"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A real `sociogram serve` on an encrypted store of its own."""
    environment = {
        **os.environ,
        "SOCIOGRAM_TOKEN": TOKEN,
        "SOCIOGRAM_PASSPHRASE": "cinq feutres sur la table",
    }
    command = [sys.executable, "-c", SERVER, "serve", "--port", "0", "--store", f"sqlite:///{tmp_path}/s.db"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        printed = re.search(r"http://[\d.]+:\d+", process.stdout.readline())
        assert printed
        yield printed.group()
        process.terminate()
        process.wait(15)


def test_interleavings_lose_nothing(
    address: str, sized: Callable[[int, int], int], seed: int, tmp_path: Path
) -> None:
    if not VITEST.exists():
        message = "NO NODE MODULES: the interleavings were NOT run; run `make web` first"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    count = sized(20, 1_000)
    environment: dict[str, Any] = {
        **os.environ,
        "SOCIOGRAM_SERVER": address,
        "SOCIOGRAM_TOKEN": TOKEN,
        "SOCIOGRAM_INTERLEAVINGS": str(count),
        "SOCIOGRAM_TEST_SEED": str(seed),
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [str(VITEST), "run", "--reporter=verbose", "tests/two-desks-soak.test.ts"],
        cwd=WEB,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    print(said := re.search(rf"\b{count} interleavings, 0 lost.*", done.stdout))
    assert said
