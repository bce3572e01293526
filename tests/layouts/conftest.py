"""A real chromium that knows the font, for tests that measure what a browser measures."""

import base64
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from layouts.fonts import FAMILY, FONT_FILE

ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium_page() -> Iterator[Any]:
    """A page with the house's font loaded; skipped, loudly, where there is no chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("chromium is not installed: what a browser measures was NOT tested")
    from playwright.sync_api import sync_playwright

    font = base64.b64encode(FONT_FILE.read_bytes()).decode()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = browser.new_page()
        page.set_content(
            f"<style>@font-face{{font-family:'{FAMILY}';src:url(data:font/ttf;base64,{font})}}</style>"
            "<div id=sheet></div>"
        )
        page.evaluate(f"document.fonts.load(\"20px '{FAMILY}'\")")
        yield page
        browser.close()
