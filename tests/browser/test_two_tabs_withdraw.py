"""What is truly taken back in one tab is nowhere afterwards: other tab, memory, exports, files, profile."""

import json
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.opening import open_store
from tests.crash.real_browser import (
    PASSPHRASE,
    PATIENCE,
    Chromium,
    Server,
    enter,
    holding,
    new_sheet,
    open_sheet,
    undo_all,
    write_name,
)

CANARY = "Zinzolin"
OTHER = "Amarante"


def put_person(page: Page, x: float, name: str) -> None:
    box = page.locator(".studio-stage").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * 0.4)
    page.locator(".ring").get_by_role("button", name="Personne").click()
    write_name(page, name)


def figure(page: Page, name: str) -> Any:
    return page.locator(f".studio svg.sheet g[aria-label^='{name}']")


def take_back(page: Page, name: str) -> None:
    figure(page, name).click()
    page.locator(".ring").get_by_role("button", name="Plus").click()
    page.locator(".element-menu").get_by_role("button", name="Enlever vraiment").click()
    page.get_by_role("dialog", name=re.compile("Enlever vraiment")).get_by_role(
        "button", name="Enlever vraiment", exact=True
    ).click()


def until(said: Callable[[], bool]) -> None:
    """Wait here, not in the page: what the page is asked for would be held by the page."""
    end = time.monotonic() + PATIENCE / 1000
    while not said():
        assert time.monotonic() < end
        time.sleep(0.2)


def nowhere(page: Page) -> None:
    """What was taken back does not stand in the page."""
    assert CANARY not in page.content()


def heap(page: Page) -> str:
    """Everything the page's scripts still hold, after the rubbish was taken out."""
    session = page.context.new_cdp_session(page)
    chunks: list[str] = []
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda event: chunks.append(event["chunk"]))
    session.send("HeapProfiler.collectGarbage")
    session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    session.detach()
    return "".join(chunks)


def test_taken_back_in_one_tab_is_nowhere(browser: Browser, server: Server, disk: Path) -> None:
    chromium = Chromium(browser, disk / "home")
    one = chromium.page
    one.set_viewport_size({"width": 1366, "height": 768})
    enter(server, one)
    new_sheet(one, "Jusqu.à ce soir")
    put_person(one, 0.4, CANARY)
    put_person(one, 0.6, OTHER)
    two = one.context.new_page()
    two.set_default_timeout(PATIENCE)
    two.set_viewport_size({"width": 1366, "height": 768})
    two.goto(f"{server.address}/#/situations")
    open_sheet(two, "feuille")
    for page in (one, two):
        expect(figure(page, CANARY)).to_be_visible()
    reader = one.context.new_page()
    reader.set_default_timeout(PATIENCE)
    reader.goto(f"{server.address}/#/situations")
    reader.locator("[data-situation='feuille']").click()
    printed = reader.locator(".desk-drawing svg.sheet")
    until(lambda: CANARY in (printed.text_content() or ""))
    assert CANARY in heap(two)

    take_back(one, CANARY)
    until(lambda: OTHER in (text := printed.text_content() or "") and CANARY not in text)
    for page in (one, two):
        expect(figure(page, CANARY)).to_have_count(0)
        expect(figure(page, OTHER)).to_be_visible()
    expect(two.locator(".notice")).to_contain_text("enlevé vraiment")
    two.locator(".notice button").click()
    for page in (one, two):
        redo = page.locator("[data-tool=redo]")
        undo_all(page, partial(nowhere, page))
        while redo.is_enabled():
            redo.click()
            nowhere(page)
        expect(figure(page, OTHER)).to_be_visible()
    held = {name: CANARY in heap(page) for name, page in (("one", one), ("two", two), ("reader", reader))}
    assert held == {"one": False, "two": False, "reader": False}
    for page in (one, two, reader):
        assert CANARY not in page.content()
    for path in ("gestures", "own.json", "story", "findings", "sheet.json"):
        assert CANARY not in json.dumps(server.ask(f"/situations/feuille/{path}"))
    two.wait_for_timeout(3_000)
    chromium.kill()
    server.kill()
    assert holding(CANARY, disk, Path("/dev/shm")) == []
    store = open_store(f"sqlite:///{disk}/server/s.db", passphrase=lambda: PASSPHRASE)
    log = store.log(LOCAL_OWNER, "feuille")
    store.close()
    assert OTHER in repr(log)
    assert CANARY not in repr(log)
