"""The page's fold and ours are twins: many random sequences give the same digests, at every prefix."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.gesture_sequences import lines

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "api" / "web"
VITEST = WEB / "node_modules" / ".bin" / "vitest"


def test_page_folds_as_python_does(tmp_path: Path, sized: Callable[[int, int], int], seed: int) -> None:
    if not VITEST.exists():
        message = "NO NODE MODULES: the twin fold was NOT compared; run `make web` first"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    count = sized(60, 10_000)
    sequences = tmp_path / "sequences.jsonl"
    with sequences.open("w", encoding="utf-8") as out:
        for line in lines(seed, count):
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    done = subprocess.run(
        [str(VITEST), "run", "--reporter=verbose", "tests/gesture-soak.test.ts"],
        cwd=WEB,
        env={**os.environ, "SOCIOGRAM_GESTURE_SEQUENCES": str(sequences), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert re.search(rf"\b{count} sequences compared", done.stdout)
