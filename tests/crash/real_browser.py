"""A real server with its own home, and a real browser with its own profile, each in a process group."""

import contextlib
import json
import os
import random
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests.browser.profiles import ARGUMENTS, PATIENCE, chromium_program
from tests.serving import serve

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "kill-the-browser"
PASSPHRASE = "cinq feutres sur la table"


class Server:
    """`sociogram serve` with its own home and temporary folder."""

    def __init__(self, home: Path, port: str = "0") -> None:
        self.home = home
        environment = {**os.environ, "SOCIOGRAM_TOKEN": TOKEN, "SOCIOGRAM_PASSPHRASE": PASSPHRASE}
        # The compiled loops of the layouts are taken from where they are: making them takes long.
        cache = os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))
        environment |= {"HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": cache}
        self.process = subprocess.Popen(
            serve(f"sqlite:///{home}/s.db", port),
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        printed = re.search(r"http://[\d.]+:\d+", self.process.stdout.readline())
        assert printed
        self.address = printed.group()
        for _ in range(400):
            with contextlib.suppress(OSError):
                self.ask("/health")
                return
            time.sleep(0.05)
        raise AssertionError("the server did not answer")

    def ask(self, path: str) -> Any:
        request = urllib.request.Request(
            f"{self.address}/api/v1{path}", headers={"Authorization": f"Bearer {TOKEN}"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read())

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Chromium:
    """A chromium with a profile on disk, in a process group of its own, reached over its debugging port."""

    def __init__(self, playwright: Browser, home: Path) -> None:
        found = chromium_program()
        assert found
        (home / "profile").mkdir(parents=True, exist_ok=True)
        port = home / "profile" / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        command = [
            found, *ARGUMENTS, "--remote-debugging-port=0", f"--user-data-dir={home}/profile", "about:blank",
        ]  # fmt: skip
        environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home)}
        self.process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(400):
            if port.exists() and len(port.read_text().splitlines()) > 1:
                break
            time.sleep(0.05)
        address = f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
        self.browser = playwright.browser_type.connect_over_cdp(address)
        self.page = self.browser.contexts[0].new_page()
        self.page.set_default_timeout(PATIENCE)
        self.answered: set[str] = set()
        self.page.on("response", self._hear)

    def _hear(self, response: Any) -> None:
        """What the page itself may know to be kept: its act was answered with 200."""
        if response.request.method == "POST" and "/gestures" in response.url and response.status == 200:
            sent = json.loads(response.request.post_data or "{}")
            self.answered |= {one["id"] for one in sent["gestures"]}

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        with contextlib.suppress(Error):
            self.browser.close()


def enter(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/#token={TOKEN}")
    page.wait_for_selector(".situation, .empty, main")
    page.wait_for_function("location.hash === '#/situations'")


def new_sheet(page: Page, keeping: str) -> None:
    page.evaluate("location.hash = '#/studio'")
    page.get_by_role("button", name="Nouvelle feuille").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile(keeping)).click()
    page.wait_for_selector(".studio svg.sheet")


def open_sheet(page: Page, sheet: str) -> None:
    page.locator(f"[data-situation='{sheet}']").click()
    page.get_by_role("button", name="Dessiner", exact=True).click()
    page.wait_for_selector(".studio svg.sheet")


DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What follows from a touch stands on the screen."""


def undo_all(page: Page, look: Callable[[], None] = lambda: None) -> int:
    """Undo to the beginning, with a look after every step; what stood before the opening asks once."""
    undo, further = page.locator("[data-tool=undo]"), page.get_by_role("button", name="Défaire aussi")
    steps = 0
    while undo.is_enabled():
        undo.click()
        page.evaluate(DRAWN)
        if further.count():
            further.click()
        look()
        steps += 1
    return steps


def write_name(page: Page, name: str) -> None:
    """Write into the small field that is open."""
    field = page.locator(".naming input")
    field.fill(name)
    field.press("Enter")


def draw_person(page: Page, chance: random.Random, name: str) -> None:
    """Touch the paper, choose a person, type a name."""
    box = page.locator(".studio-stage").bounding_box()
    assert box
    page.mouse.click(
        box["x"] + box["width"] * chance.uniform(0.3, 0.7),
        box["y"] + box["height"] * chance.uniform(0.2, 0.7),
    )
    choice = page.locator(".ring").get_by_role("button", name="Personne")
    if choice.count() == 0:  # somebody stood there
        page.keyboard.press("Escape")
        return
    choice.click()
    write_name(page, name)


def holding(text: str, *folders: Path) -> list[str]:
    """The files under these folders that hold `text`, in UTF-8 or UTF-16."""
    needles = [text.encode(), text.encode("utf-16-le")]
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            with contextlib.suppress(OSError):
                if path.is_file() and not path.is_symlink():
                    data = path.read_bytes()
                    found += [str(path)] if any(needle in data for needle in needles) else []
    return found
