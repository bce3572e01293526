"""A progress bar on a terminal, nothing when piped."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import Progress


class Advance(Protocol):
    """To be called after each step, or after `count` of them."""

    def __call__(self, count: int = 1) -> None:
        """Say that `count` more steps are done."""


@contextmanager
def progress(words: str, total: int) -> Iterator[Advance]:
    """Give a function to call as the `total` steps are made."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(words, total=total)

        def advance(count: int = 1) -> None:
            bar.advance(task, count)

        yield advance
