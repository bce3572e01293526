"""SIGKILL of a real browser's process group while somebody draws.

Kept sheet: every gesture the server answered is there; undo to empty, redo to full gives the same bytes.
Nothing remains: no byte of any label is in the profile, a temporary folder, shared memory or with the server.
"""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.crash.real_browser import (
    PATIENCE,
    Chromium,
    Server,
    draw_person,
    enter,
    holding,
    new_sheet,
    open_sheet,
    undo_all,
)

pytestmark = pytest.mark.browser

CANARY = "Zinzolin"
LAZY = 7_000
"""Milliseconds after which chromium has written to its profile what it puts off (sessions, storage)."""
SHARED_MEMORY = Path("/dev/shm")


def sheet_of(server: Server) -> str:
    [row] = server.ask("/situations")["situations"]
    return str(row["id"])


def test_what_was_acknowledged_is_kept(
    browser: Browser, server: Server, disk: Path, seed: int, sized: Callable[[int, int], int]
) -> None:
    chance = random.Random(seed)
    home = disk / "home"
    acknowledged: set[str] = set()
    rounds = sized(2, 100)
    for round_ in range(rounds):
        chromium = Chromium(browser, home)
        page = chromium.page
        enter(server, page)
        if round_ == 0:
            new_sheet(page, "Jusqu.à ce soir")
        else:
            open_sheet(page, sheet_of(server))
        _draw_until_killed(chromium, chance, round_)
        acknowledged |= chromium.answered
        kept = {one["id"] for one in server.ask(f"/situations/{sheet_of(server)}/gestures")["gestures"]}
        assert acknowledged <= kept
    assert len(acknowledged) >= rounds
    _undo_to_empty_redo_to_full(browser, server, home)
    print(f"{len(acknowledged)} gestures acknowledged over {rounds} kills, seed {seed}")


def _draw_until_killed(chromium: Chromium, chance: random.Random, round_: int) -> None:
    page = chromium.page
    for number in range(chance.randint(1, 3)):
        draw_person(page, chance, f"P{round_}.{number}")
        if chance.random() < 0.3:
            page.locator("[data-tool=undo]").click()
    page.wait_for_timeout(chance.choice((0, 0, 15, 60, 250)))
    chromium.kill()


def _undo_to_empty_redo_to_full(browser: Browser, server: Server, home: Path) -> None:
    sheet = sheet_of(server)
    chromium = Chromium(browser, home)
    page = chromium.page
    enter(server, page)
    open_sheet(page, sheet)
    saved = page.locator(".saved-sign.is-saved")
    redo = page.locator("[data-tool=redo]")
    full = server.ask(f"/situations/{sheet}")["document"]
    assert full["persons"]
    undone_last = redo.is_enabled()  # the last helper was killed right after an undo: that stays undone
    steps = undo_all(page)
    expect(saved).to_be_visible(timeout=PATIENCE)
    empty = server.ask(f"/situations/{sheet}")["document"]
    assert (empty["persons"], empty["positions"]) == ([], [])
    for _ in range(steps):
        redo.click()
    expect(redo).to_be_enabled() if undone_last else expect(redo).to_be_disabled()
    expect(saved).to_be_visible(timeout=PATIENCE)
    again = server.ask(f"/situations/{sheet}")["document"]
    assert json.dumps(again).encode() == json.dumps(full).encode()
    chromium.kill()


def test_nothing_remains(
    browser: Browser, server: Server, disk: Path, seed: int, sized: Callable[[int, int], int]
) -> None:
    chance = random.Random(seed)
    for round_ in range(sized(2, 100)):
        home = disk / f"home{round_}"
        chromium = Chromium(browser, home)
        enter(server, chromium.page)
        new_sheet(chromium.page, "Rien ne reste")
        for number in range(chance.randint(1, 3)):
            draw_person(chromium.page, chance, f"{CANARY} {number}")
        # Seen on the page and known to the server's memory, so that what is looked for was there.
        expect(chromium.page.locator("svg.sheet [aria-label^=Zinzolin]").first).to_be_visible()
        if round_ == 0:
            expect(chromium.page.locator(".studio")).to_have_attribute("data-unsent", "0")
            chromium.page.wait_for_timeout(LAZY)
        elif chance.random() < 0.5:
            chromium.page.wait_for_timeout(chance.uniform(0, 400))
        chromium.kill()
        assert any(path.is_file() for path in (home / "profile").rglob("*"))
        assert holding(CANARY, home, server.home, SHARED_MEMORY) == []
        if round_ > 0:
            shutil.rmtree(home)
    assert CANARY in json.dumps(server.ask("/situations/feuille/gestures"))
    server.kill()
    assert holding(CANARY, disk, SHARED_MEMORY) == []
    assert holding("127.0.0.1", disk / "home0") != []
