"""The page refuses exactly what Python refuses, and keeps what Python keeps after a withdrawal."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.refusal_cases import FOLDER, lines, vectors

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "api" / "web"
VITEST = WEB / "node_modules" / ".bin" / "vitest"


def test_the_shared_cases_are_current() -> None:
    """A changed file is a changed contract: `python -m tools.refusal_cases --write`, then read it."""
    made = dict(vectors())
    assert {path.name for path in FOLDER.glob("*.json")} == set(made)
    for name, text in made.items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, name


def test_page_refuses_as_python_does(tmp_path: Path, sized: Callable[[int, int], int], seed: int) -> None:
    if not VITEST.exists():
        message = "NO NODE MODULES: the twin doors were NOT compared; run `make web` first"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    count = sized(300, 20_000)
    cases = tmp_path / "cases.jsonl"
    with cases.open("w", encoding="utf-8") as out:
        for line in lines(seed, count):
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    done = subprocess.run(
        [str(VITEST), "run", "--reporter=verbose", "tests/refusal-soak.test.ts"],
        cwd=WEB,
        env={**os.environ, "SOCIOGRAM_REFUSAL_CASES": str(cases), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert re.search(rf"\b{count} cases compared", done.stdout)
