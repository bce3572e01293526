"""The page's fold and ours are twins: many random sequences give the same digests, at every prefix."""

from collections.abc import Callable
from pathlib import Path

from tests.page.page_tests import run_soak, write_lines
from tools.gesture_sequences import lines


def test_page_folds_as_python_does(tmp_path: Path, sized: Callable[[int, int], int], seed: int) -> None:
    count = sized(60, 10_000)
    sequences = write_lines(tmp_path / "sequences.jsonl", lines(seed, count))
    run_soak("gesture", {"SOCIOGRAM_GESTURE_SEQUENCES": str(sequences)}, rf"\b{count} sequences compared")
