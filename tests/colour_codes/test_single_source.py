"""Nothing else in the repository knows a pen's colour or meaning: not the core, not the sheet, not a door."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from colour_codes.contrast import PAPER
from colour_codes.palettes import Palette, ink, text_colour
from colour_codes.pens import ARROW_PENS, Pen

ROOT = Path(__file__).resolve().parents[2]
OTHER_PACKAGES = ("sociogram", "layouts", "api")
READ = {".py", ".ts", ".tsx", ".js", ".css", ".html"}
BUILT_OR_TESTS = {"static", "node_modules", "dist", "__pycache__", "tests", "test", "vectors"}

# Black and white belong to everyone; every other ink is the palettes' own.
INKS = {
    colour
    for palette in Palette
    for pen in Pen
    for colour in (ink(pen, palette), text_colour(pen, palette))
    if colour not in ("#000000", PAPER)
}
PEN_NAMES = {pen.value for pen in ARROW_PENS}
CHANNEL = r"""["'](?:VV|VT|TV|TT|living[-_ ,/>]+living|living[-_ ,/>]+working|working[-_ ,/>]+living)["']"""
CHANNEL_WITH_PEN = re.compile(rf"""{CHANNEL}.*["'](?:{"|".join(sorted(PEN_NAMES))})["']""")
# A table of pens in the page or a style sheet: `orange: "#..."`, `--orange: #...`, `[data-pen=red]{stroke:`
PEN_WITH_COLOUR = re.compile(
    rf"""\b(?:{"|".join(sorted(PEN_NAMES))})\b["'\])]*\s*[:={{][^;]*?(?:\#[0-9a-f]{{3,8}}\b|rgb\(|oklch\(|hsl\()""",
    re.IGNORECASE,
)


def sources() -> Iterator[Path]:
    for package in OTHER_PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            inside = path.relative_to(ROOT)
            if path.suffix in READ and not BUILT_OR_TESTS.intersection(inside.parts[:-1]):
                yield path


def faults_of(text: str, suffix: str) -> list[str]:
    """Return what in this source knows too much of the pens."""
    found = [f"a pen's ink: {colour}" for colour in sorted(INKS) if colour in text.lower()]
    found += [f"a table of the code: {line.strip()[:80]}" for line in text.splitlines() if knows(line)]
    if suffix == ".py":
        found += [f"line {line}: a table of pen names" for line in python_tables(text)]
    return found


def knows(line: str) -> bool:
    return bool(CHANNEL_WITH_PEN.search(line) or PEN_WITH_COLOUR.search(line))


def python_tables(text: str) -> Iterator[int]:
    """Yield the lines of dictionaries that give two pens or more a meaning."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Dict):
            keys = [key for key in node.keys if key is not None]
            named = [one for one in (*keys, *node.values) if is_pen(one)]
            if len(named) >= 2:
                yield node.lineno


def is_pen(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return node.value in PEN_NAMES
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id == "Pen" and node.attr.lower() in PEN_NAMES
    return False


def test_there_is_something_to_look_at():
    assert len(list(sources())) >= 3
    assert len(INKS) >= 10


def test_no_other_source_knows_a_pen():
    found = {
        str(path.relative_to(ROOT)): faults
        for path in sources()
        if (faults := faults_of(path.read_text(encoding="utf-8"), path.suffix))
    }
    assert found == {}


CAUGHT = [
    ("stroke = '#2355B5'", ".ts"),
    (".arrow { stroke: #dc6400 }", ".css"),
    ("INKS = {'blue': a, 'red': b}", ".py"),
    ("CODE = {('living', 'working'): Pen.RED, ('working', 'living'): Pen.ORANGE}", ".py"),
    ('const code = { "VT": "red" };', ".ts"),
    ("if (key === 'living-working') return 'red';", ".ts"),
    ("const inks = { orange: '#ff8800' };", ".ts"),
    ("--orange: #f80;", ".css"),
    ("[data-pen=red] { stroke: #b00; }", ".css"),
]


@pytest.mark.parametrize(("text", "suffix"), CAUGHT)
def test_the_search_finds_what_it_looks_for(text, suffix):
    assert faults_of(text, suffix)


LEFT_ALONE = [
    ('Pen = Literal["blue", "red", "orange", "green"]', ".py"),
    ('type Pen = "blue" | "red" | "orange" | "green";', ".ts"),
    ("stroke = stroke_of(Pen.RED, palette)", ".py"),
    ("a { color: #123456 }", ".css"),
    ('channel = "VT"', ".py"),
]


@pytest.mark.parametrize(("text", "suffix"), LEFT_ALONE)
def test_the_search_leaves_the_rest_alone(text, suffix):
    assert faults_of(text, suffix) == []
