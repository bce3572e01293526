"""A real `sociogram demo` process and a real chromium; every page is watched for console errors."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

# A first drawing takes a second alone; a busy machine takes its time.
PATIENCE = 40_000
expect.set_options(timeout=PATIENCE)

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "api" / "web"
TOKEN = "browser-tests"
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(slots=True)
class Served:
    """Where the page is, and the words its server printed."""

    address: str
    process: subprocess.Popen[bytes]

    @property
    def entrance(self) -> str:
        return f"{self.address}/#token={TOKEN}"


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with running_demo(tmp_path_factory.mktemp("served")) as running:
        yield running


@contextmanager
def running_demo(folder: Path) -> Iterator[Served]:
    """`sociogram demo` in a process of its own; what it prints is kept in `folder`."""
    if not (WEB / "static" / "index.html").is_file():
        pytest.fail("the page is not built: run `make web` first")
    port, log = _free_port(), folder / "server.log"
    command = [
        sys.executable,
        "-c",
        "from api.cli import main; main()",
        "demo",
        "--no-open",
        "--port",
        str(port),
    ]
    environment = {**os.environ, "SOCIOGRAM_TOKEN": TOKEN}
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, process, log)
        yield Served(address, process)
    finally:
        process.terminate()
        process.wait(60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{address}/api/v1/health", timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"`sociogram demo` did not answer: {log.read_text(errors='replace')[-2000:]}")


@dataclass(slots=True)
class Watched:
    """A page, and what its console and the network complained of, but for the status it expects."""

    page: Page
    expected: str = ""
    complaints: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        foreseen = self.expected and f"status of {self.expected}" in message.text
        if message.type in ("error", "warning") and not foreseen:
            self.complaints.append(f"{message.type}: {message.text}")


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """`open_page(viewport=..., query=..., lang=..., expected="422")`: a fresh profile inside.

    At the end of the test no page may have logged an error, a warning, or a breach of the page's policy.
    """
    contexts: list[BrowserContext] = []
    watched: list[Watched] = []

    def opened(
        viewport: dict[str, int] = LAPTOP,
        query: str = "",
        lang: str = "fr",
        expected: str = "",
        **options: Any,
    ) -> Page:
        context = browser.new_context(viewport=viewport, locale="fr-FR", **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        one = Watched(context.new_page(), expected)
        watched.append(one)
        one.page.on("console", lambda message: one.hear(message))
        one.page.on("pageerror", lambda error: one.complaints.append(f"pageerror: {error}"))
        one.page.goto(f"{served.address}/{query}#token={TOKEN}")
        one.page.wait_for_selector("[data-situation]")
        if lang == "en":
            one.page.get_by_role("button", name="English").click()
            one.page.wait_for_selector("html[lang=en]")
        return one.page

    yield opened
    complaints = [line for one in watched for line in one.complaints]
    for context in contexts:
        context.close()
    _erase_what_was_made(served)
    assert complaints == []


def _erase_what_was_made(served: Served) -> None:
    """Leave the four packaged situations only: the next test counts them."""
    address = f"{served.address}/api/v1/situations"
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    with urllib.request.urlopen(urllib.request.Request(address, headers=bearer), timeout=30) as answer:
        held = [one["id"] for one in json.load(answer)["situations"]]
    for name in held:
        if not name.startswith("sit-"):
            erase = urllib.request.Request(f"{address}/{quote(name)}", headers=bearer, method="DELETE")
            urllib.request.urlopen(erase, timeout=30).close()


@pytest.fixture(scope="session")
def pictures() -> Callable[[Page, str], None]:
    """`pictures(page, name)` keeps a screenshot when SOCIOGRAM_PICTURES names a folder; else does nothing."""
    folder = os.environ.get("SOCIOGRAM_PICTURES")

    def keep(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.wait_for_timeout(150)
            page.screenshot(path=str(Path(folder) / f"{name}.png"))

    return keep
