"""Waiting for what the page itself must wait to know.

`Page.wait_for_function` takes the promise of an answer for a yes: an async question is asked here.
"""

import time
from typing import Any

from playwright.sync_api import Page

PATIENCE_SECONDS = 40.0


def until(page: Page, question: str, arg: Any = None) -> None:
    """Ask the page until the answer is yes; give up in the end."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not page.evaluate(question, arg):
        assert time.monotonic() < deadline, f"never: {question}"
        page.wait_for_timeout(50)
