"""The page refuses exactly what Python refuses, and keeps what Python keeps after a withdrawal."""

from collections.abc import Callable
from pathlib import Path

from tests.page.page_tests import run_soak, write_lines
from tools.refusal_cases import FOLDER, lines, vectors


def test_the_shared_cases_are_current() -> None:
    """A changed file is a changed contract: `python -m tools.refusal_cases --write`, then read it."""
    made = dict(vectors())
    assert {path.name for path in FOLDER.glob("*.json")} == set(made)
    for name, text in made.items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, name


def test_page_refuses_as_python_does(tmp_path: Path, sized: Callable[[int, int], int], seed: int) -> None:
    count = sized(300, 20_000)
    cases = write_lines(tmp_path / "cases.jsonl", lines(seed, count))
    run_soak("refusal", {"SOCIOGRAM_REFUSAL_CASES": str(cases)}, rf"\b{count} cases compared")
