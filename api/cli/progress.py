"""A progress bar on a terminal, nothing when piped."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def progress(words: str, total: int) -> Iterator[Callable[[], None]]:
    """Give a function to call after each of `total` steps."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(words, total=total)
        yield lambda: bar.advance(task)
