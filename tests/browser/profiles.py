"""The real chromium of this computer, and a profile of it on the disk, to be opened again and searched."""

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

PATIENCE = 40_000
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-sync", "--no-first-run")


def chromium_program() -> str | None:
    """Where chromium is, by any of its names; None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def open_profile(browser: Browser, folder: Path, **options: Any) -> BrowserContext:
    """A browser of its own on this profile; whoever opens it closes it."""
    context = browser.browser_type.launch_persistent_context(
        str(folder), executable_path=chromium_program(), args=list(ARGUMENTS), **options
    )
    context.set_default_timeout(PATIENCE)
    return context


def holding(folder: Path, text: str) -> list[str]:
    """Names of the files under `folder`, a used profile, that hold `text` in UTF-8 or UTF-16."""
    needles = [text.encode("utf-8"), text.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(files) > 10
    return [path.name for path in files if any(needle in path.read_bytes() for needle in needles)]
