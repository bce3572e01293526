"""The studio's live sheet beside Cytoscape.js: one graph, one chromium, one run.

1,000 people and 3,000 arrows on an A0. Opening counts from the document in memory to the second frame after
it, all of it in sight, in the order of the page itself; a frame while dragging or panning is the time between
two frames, each with one move, the browser's limit of frames lifted. Cytoscape.js draws the same places,
names, colours and heads, without badges, which it does not have.

    python -m benchmarks studio
"""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from math import hypot
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from colour_codes.pens_document import pens_document

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "api" / "web"
FONT = ROOT / "layouts" / "fonts" / "sociogram-sans.ttf"
NODES, ARROWS = 1_000, 3_000
COLUMNS, PITCH = 37, (30.6, 29.0)
NEIGHBOURS = 24
"""Arrows go to one of so many nearest, one in ten to anybody."""
RUNS, FRAMES, DRAGGED = 3, 25, 3
VIEWPORT = (1366, 768)
LIFTED = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
Times = dict[str, float]
Point = tuple[float, float]
Json = dict[str, Any]


def graph(nodes: int = NODES, arrows: int = ARROWS, seed: int = 7) -> Json:
    """Return the document of a situation with so many people, half of them at work, each in its place."""
    rng = random.Random(seed)
    ids = [f"n{number:04d}" for number in range(nodes)]
    places = {id_: _place(number, rng) for number, id_ in enumerate(ids)}
    label = {"fr": "", "en": ""}
    half = nodes // 2
    person: Json = {
        "age_band": None,
        "status": [],
        "gender": None,
        "birth": None,
        "death": None,
        "home_mark": None,
    }
    worker = {"organisation": None, "organisation_text": None}
    return {
        "id": "bench",
        "about": {"fictional": True, "sensitivity": "prudence", "title": None, "notice": None, "place": None},
        "persons": [{"id": i, "label": {**label, "fr": f"Personne {i[1:]}"}, **person} for i in ids[:half]],
        "households": [],
        "memberships": [],
        "professionals": [{"id": i, "role": {**label, "fr": f"agent {i[1:]}"}, **worker} for i in ids[half:]],
        "institutions": [],
        "undecided": [],
        "kinships": [],
        "activations": list(_arrows(ids, places, arrows, rng)),
        "positions": [[i, round(x * 100), round(y * 100)] for i, (x, y) in places.items()],
        "agreed": [],
    }


def _place(number: int, rng: random.Random) -> tuple[float, float]:
    column, row = number % COLUMNS, number // COLUMNS
    return 22 + PITCH[0] * column + rng.uniform(-5, 5), 18 + PITCH[1] * row + rng.uniform(-2, 2)


def _arrows(ids: list[str], places: Mapping[str, Point], count: int, rng: random.Random) -> Iterator[Json]:
    near = {one: _nearest(one, ids, places) for one in ids}
    for order in range(count):
        tail = rng.choice(ids)
        head = rng.choice(near[tail] if rng.random() < 0.9 else [one for one in ids if one != tail])
        yield {"id": f"a{order:04d}", "activator": tail, "activated": head, "order": order + 1, "when": None,
               "label": None, "status": "active", "said_by": None, "agreed": False, "referral": False,
               "source": None}  # fmt: skip


def _nearest(one: str, ids: list[str], places: Mapping[str, Point]) -> list[str]:
    x, y = places[one]
    return sorted(ids, key=lambda other: hypot(places[other][0] - x, places[other][1] - y))[1:][:NEIGHBOURS]


def bundle(folder: Path) -> Path:
    """Build the page of this measurement and return it."""
    vite = WEB / "node_modules" / "vite" / "bin" / "vite.js"
    command = ["node", str(vite), "build", "--config", str(ROOT / "benchmarks" / "bench_studio_build.mjs")]
    subprocess.run(command, check=True, cwd=WEB, env={**os.environ, "BENCH_OUT": str(folder / "built")})
    shutil.copy(FONT, folder / "built" / FONT.name)
    page = folder / "built" / "index.html"
    page.write_text(
        '<!doctype html><meta charset="utf-8"><style>@font-face { font-family: "Sociogram Sans"; '
        f"src: url({FONT.name}) }} body {{ margin: 0 }} "
        "#room { position: relative; overflow: hidden; width: 100vw; height: 100vh; background: #fff } "
        "#room > svg { width: 100%; height: 100% }</style>"
        '<div id="room"></div><script src="bench.js"></script>',
        encoding="utf-8",
    )
    return page


def measured(browser: Any, page: Path, who: str, document: dict[str, Any]) -> Times:
    """Return milliseconds: of opening, and the median frame of each movement."""
    tab = browser.new_page(viewport={"width": VIEWPORT[0], "height": VIEWPORT[1]})
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(page.as_uri())
    tab.evaluate("document.fonts.load('4px \"Sociogram Sans\"')")
    given = [who, document, pens_document("fr")]
    times: Times = {"opening": tab.evaluate("([w, d, p]) => bench.open(w, d, p)", given)}
    assert tab.evaluate("bench.drawn()") == len(document["positions"]) + len(document["activations"])
    tab.wait_for_timeout(500)
    dragged = [f"n{number:04d}" for number in range(37, NODES, NODES // DRAGGED)][:DRAGGED]

    def frames(what: str, ids: list[str]) -> float:
        asked = "([w, n, i]) => bench.frames(w, n, i)"
        found: list[float] = []
        for id_ in ids:
            found += tab.evaluate(asked, [what, FRAMES, id_])[5:]
        return median(found)

    times["a frame of dragging, all in sight"] = frames("drag", dragged)
    times["a frame of panning, all in sight"] = frames("pan", dragged[:2])
    tab.evaluate("bench.closer(4)")
    times["a frame of dragging, four times closer"] = frames("drag", dragged[2:3])
    times["a frame of panning, four times closer"] = frames("pan", dragged[:2])
    tab.close()
    assert not faults, faults
    return times


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None or not (WEB / "node_modules" / "cytoscape").is_dir():
        print("NO CHROMIUM or no node modules: the studio was NOT measured; see `make web`", file=sys.stderr)
        print("Not measured: chromium or the page's packages are not installed.")
        return
    from playwright.sync_api import sync_playwright

    document = json.loads(json.dumps(graph()))
    found: dict[str, list[Times]] = {"studio": [], "cytoscape": []}
    with TemporaryDirectory() as name, sync_playwright() as play:
        page = bundle(Path(name))
        browser = play.chromium.launch(executable_path=chromium, args=list(LIFTED))
        for run in range(RUNS):
            for who in sorted(found, reverse=bool(run % 2)):
                found[who].append(measured(browser, page, who, document))
        version = browser.version
        browser.close()
    size = f"{NODES} nodes, {ARROWS} arrows, {VIEWPORT[0]} x {VIEWPORT[1]} pixels"
    print(f"{size}, chromium {version}; medians of {RUNS} runs.\n")
    print("| | studio | Cytoscape.js | ratio |")
    print("|---|---|---|---|")
    for what in found["studio"][0]:
        ours, theirs = (median(times[what] for times in found[who]) for who in ("studio", "cytoscape"))
        print(f"| {what} | {ours:.1f} ms | {theirs:.1f} ms | {ours / theirs:.2f} |")


if __name__ == "__main__":
    main()
