"""A real chromium that knows the font, for tests that measure what a browser measures."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from layouts.fonts import FAMILY, FONT_FILE


@pytest.fixture(scope="session")
def chromium_page(browser: Browser) -> Iterator[Any]:
    """A page with the house's font loaded."""
    font = base64.b64encode(FONT_FILE.read_bytes()).decode()
    page = browser.new_page()
    page.set_content(
        f"<style>@font-face{{font-family:'{FAMILY}';src:url(data:font/ttf;base64,{font})}}</style>"
        "<div id=sheet></div>"
    )
    page.evaluate(f"document.fonts.load(\"20px '{FAMILY}'\")")
    yield page
    page.close()
