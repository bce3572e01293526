"""What every test may ask for: its size and its seed; and the rule that CI skips no browser and no Neo4j."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.profiles import chromium_program
from tests.crash.real_browser import Server
from tests.layouts_kept import Forget, keep_layouts

pytest_plugins = ["tests.neo4j.fixtures"]
T = TypeVar("T")
CHROMIUM_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
FULL = os.environ.get("SOCIOGRAM_TEST_SIZE", "small") == "full"
SEED = int(os.environ.get("SOCIOGRAM_TEST_SEED", "1"))
ABOVE_THE_CORE = {Path(__file__).parent / name for name in ("layouts", "benchmarks", "browser")}
"""Tests of what stands on the core: its branches are counted where they are what is tested, and a drawing in
which nobody counts takes a fifth less time."""


def pytest_report_header() -> str:
    return f"SOCIOGRAM_TEST_SIZE={'full' if FULL else 'small'} SOCIOGRAM_TEST_SEED={SEED}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for `sized` is one that `make soak` runs again at full size."""
    for item in items:
        if ABOVE_THE_CORE.intersection(item.path.parents):
            item.add_marker(pytest.mark.no_cover)
        if "sized" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.sized)
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def sized() -> Callable[[T, T], T]:
    """`sized(small, full)`: the first in `make test`, the second in `make soak`."""
    return lambda small, full: full if FULL else small


@pytest.fixture(scope="session")
def seed() -> int:
    """The seed of this run; print nothing, the header of the run names it."""
    return SEED


@pytest.fixture
def kept_layouts(monkeypatch: pytest.MonkeyPatch) -> Forget:
    """Layouts are reckoned once a run (see `layouts_kept`); call what this returns to have them anew."""
    return keep_layouts(monkeypatch)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]
    """Under CI a test of the browser or of Neo4j that would be skipped fails instead: a skip nobody reads is
    no test."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        for needed in ("browser", "neo4j"):
            if item.get_closest_marker(needed):
                report.outcome = "failed"
                report.longrepr = f"{item.nodeid}: a {needed} test may not be skipped when CI is set"
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One real chromium a worker: two drivers at once cannot live in one process."""
    chromium = chromium_program()
    if chromium is None:
        pytest.skip("NO CHROMIUM: the browser tests were NOT run; install the package `chromium`")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def disk() -> Iterator[Path]:
    """A folder with a short name: chromium's sockets must fit into 108 letters."""
    with tempfile.TemporaryDirectory(prefix="disk", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def server(disk: Path) -> Iterator[Server]:
    """A `sociogram serve` of one test, with its home on this disk."""
    home = disk / "server"
    home.mkdir()
    one = Server(home)
    yield one
    one.kill()
