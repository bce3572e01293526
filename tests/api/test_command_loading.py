"""A command loads what it needs and no more: a person waits for it each time."""

import subprocess
import sys

import pytest
import typer

from api.cli.main import build_app


def group(asked: str = "") -> typer.core.TyperGroup:
    found = typer.main.get_command(build_app(asked))
    assert isinstance(found, typer.core.TyperGroup)
    return found


ALL = group()
NAMES = sorted(ALL.commands)
HEAVY = {"numba", "fastapi", "layouts.individual", "igraph", "neo4j"}
LIGHT = ("import", "search", "suggest", "tonight", "refer", "referral", "referrals", "count")


def test_every_command_stands_alone_as_it_stands_among_the_others() -> None:
    assert len(NAMES) > 20
    for name in NAMES:
        alone = group(name).commands
        assert list(alone) == [name]
        assert [one.opts for one in alone[name].params] == [one.opts for one in ALL.commands[name].params]


@pytest.mark.parametrize("word", ["", "--help", "nothing", "main", "options"])
def test_any_other_word_gives_them_all(word: str) -> None:
    assert sorted(group(word).commands) == NAMES


@pytest.mark.parametrize("name", LIGHT)
def test_what_draws_nothing_does_not_load_the_drawing(name: str) -> None:
    script = f"import sys; from api.cli.main import build_app; build_app({name!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "sociogram.errors" in loaded
    assert not HEAVY & loaded
