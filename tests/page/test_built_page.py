"""What the page weighs, and that it holds nothing the server's policy would block or that calls elsewhere."""

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "api" / "web"
STATIC = WEB / "static"
FIRST_LOAD = 80_000
"""Bytes, compressed, without the font (what it is made of: docs/design/0010-page.md)."""


@pytest.fixture(scope="module")
def built() -> Path:
    if not (STATIC / "index.html").is_file():
        pytest.fail("the page is not built: run `make web` first")
    return STATIC


def test_first_load_is_light(built: Path) -> None:
    # What the page names, and what that names by `import ... from`: all else comes when it is asked for.
    files = first_load(built)
    assert {path.suffix for path in files} == {".html", ".js", ".css", ".svg"}
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) <= FIRST_LOAD


def test_the_other_language_comes_when_it_is_asked_for(built: Path) -> None:
    english = [path for path in built.rglob("*.js") if "Who can help?" in path.read_text(encoding="utf-8")]
    assert len(english) == 1
    assert english[0] not in first_load(built)


@pytest.mark.parametrize(
    "sign", ["studio-stage", "suggestion-actions", "referral overdue", "figure-field", "pen-table"]
)
def test_a_part_comes_when_it_is_asked_for(built: Path, sign: str) -> None:
    holding = [path for path in built.rglob("*.js") if sign in path.read_text(encoding="utf-8")]
    assert holding
    assert not set(holding) & set(first_load(built))


def test_the_studio_s_own_file_asks_for_nothing(built: Path) -> None:
    page = (built / "studio-file.html").read_text(encoding="utf-8")
    assert "__VITE_" not in page, "what the bundler meant to fill in later"
    assert not re.findall(r'\bimport\(|\bfrom\s?"\./|<script[^>]+src=|<link[^>]+href="(?!data:)', page)


def first_load(built: Path) -> list[Path]:
    """The page, and every file a browser fetches before it shows, but for the font."""
    page = built / "index.html"
    found = [page]
    for path in found:
        if path.suffix not in {".html", ".js"}:
            continue
        named = r'(?:src|href)="\./([^"]+)"' if path == page else r'from"\./([^"]+)"|import"\./([^"]+)"'
        for names in re.finditer(named, path.read_text(encoding="utf-8")):
            one = path.parent / next(filter(None, names.groups()))
            if one not in found:
                found.append(one)
    return found


def test_nothing_is_written_inline(built: Path) -> None:
    class Inline(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            names = {name for name, _ in attrs}
            if tag == "style" or "style" in names or any(name.startswith("on") for name in names):
                self.found.append(tag)
            if tag == "script" and "src" not in names:
                self.found.append(tag)

    reader = Inline()
    reader.feed((built / "index.html").read_text(encoding="utf-8"))
    assert reader.found == []


def test_no_address_elsewhere(built: Path) -> None:
    names = {"www.w3.org"}  # names of vocabularies, never fetched
    for path in built.rglob("*"):
        if path.suffix in {".html", ".js", ".css", ".svg"}:
            hosts = set(
                re.findall(r"(?:https?:)?//([a-z0-9.-]+\.[a-z]{2,})", path.read_text(encoding="utf-8"))
            )
            assert hosts <= names, path.name


def test_lock_file_records_no_address() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert len(packages) > 20
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []


def test_versions_are_pinned() -> None:
    package = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert [name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
