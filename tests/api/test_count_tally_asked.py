"""`count tally` on a terminal: the slip is asked line by line, in the order of the paper."""

import json
from collections.abc import Iterator

import pytest

from api.cli import count_tally
from api.cli.main import run
from api.cli.session import CommandSession
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.counts.tally import FIGURES
from sociogram.loop.kinds import DECLINE_REASONS
from sociogram.stores.memory_store import MemoryStore


@pytest.fixture
def session() -> CommandSession:
    return CommandSession(MemoryStore(), LOCAL_OWNER, "fr")


def answers(monkeypatch: pytest.MonkeyPatch, said: Iterator[str]) -> list[str]:
    """Make a terminal of the tests, which gives these answers; return the questions it hears."""
    questions: list[str] = []

    def ask(words: str, **_: object) -> str:
        questions.append(words)
        return next(said)

    monkeypatch.setattr(count_tally.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(count_tally.typer, "prompt", ask)
    return questions


def test_the_slip_is_asked_line_by_line(session: CommandSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty answer is "not known", a word is asked again."""
    figures = ["31", "58", "12", "sept", "7", "3", "1", "1", ""]
    questions = answers(monkeypatch, iter([*figures, "2", "1", *[""] * 8]))
    count_tally.entered([], {"period": "2026-07", "organisation": None, "need": None, "sheet": None}, session)
    assert len(questions) == len(FIGURES) + len(DECLINE_REASONS) + 1
    assert questions[0].startswith("Personnes différentes")
    (stored,) = session.store.events(LOCAL_OWNER).events
    assert stored.event.args == {
        "period": "2026-07", "persons": 31, "contacts": 58, "made": 12, "accepted": 7, "declined": 3,
        "no_answer": 1, "waiting": 1, "reasons": {"no_capacity": 2, "not_eligible": 1},
    }  # fmt: skip


def test_no_reason_is_asked_where_nobody_was_refused(
    session: CommandSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = answers(monkeypatch, iter(["", "", "4", "4", "0", "", "", ""]))
    count_tally.entered([], {"period": "2026-07"}, session)
    assert len(questions) == len(FIGURES)


def test_without_a_terminal_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", "memory:")
    assert run(["count", "tally", "--period", "2026-07"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert run(["count", "--period", "2026-T3", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["paper"]["slips"] == []
