"""The page's own soak tests, run here on what Python has made."""

import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

WEB = Path(__file__).resolve().parents[2] / "api" / "web"
VITEST = WEB / "node_modules" / ".bin" / "vitest"


def run_soak(name: str, environment: Mapping[str, str], said: str) -> None:
    """Run `tests/<name>-soak.test.ts`; its output must match `said`. Skipped without node, never under CI."""
    if not VITEST.exists():
        message = f"NO NODE MODULES: {name} was NOT run; run `make web` first"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    done = subprocess.run(
        [str(VITEST), "run", "--reporter=verbose", f"tests/{name}-soak.test.ts"],
        cwd=WEB,
        env={**os.environ, **environment, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    found = re.search(said, done.stdout)
    print(found)
    assert found


def write_lines(path: Path, lines: Iterable[Any]) -> Path:
    """One JSON value a line, as the page's soak tests read them."""
    with path.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    return path
