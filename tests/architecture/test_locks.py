"""The locks hold what pyproject.toml asks for, whole and with hashes, and agree with one another."""

import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("runtime", "dev", "build", "node")


def pins(name: str) -> dict[str, str]:
    """Canonical name -> version, of one lock."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, re.MULTILINE)
    return {canonicalize_name(project): version for project, version in found}


def asked(name: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = project["project"]["dependencies"]
    sets = {
        "runtime": runtime,
        "dev": [*runtime, *project["dependency-groups"]["dev"]],
        "build": project["build-system"]["requires"],
    }
    return [Requirement(text) for text in sets[name]]


@pytest.mark.parametrize("name", ["runtime", "dev", "build"])
def test_a_lock_holds_what_is_asked_for(name: str) -> None:
    locked = pins(name)
    for requirement in asked(name):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in requirements/{name}.txt: make lock"
        assert requirement.specifier.contains(version), f"{requirement} is locked at {version}: make lock"


def test_the_page_builder_asks_for_the_locked_node() -> None:
    spec = importlib.util.spec_from_file_location("page_for_locks", ROOT / "tools" / "page.py")
    assert spec is not None
    assert spec.loader is not None
    page = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page)
    requirement = Requirement(page.NODE_REQUIREMENT)
    assert requirement.specifier.contains(pins("node")[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_its_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(entries) == len(pins(name)) > 0
    for entry in entries:
        hashes = re.findall(r"^    --hash=sha256:[0-9a-f]{64}", entry, re.MULTILINE)
        assert len(hashes) == len(entry.splitlines()) - 1 > 0, entry.splitlines()[0]
    assert "://" not in text


@pytest.mark.parametrize("name", ["dev", "build"])
def test_sets_of_one_environment_agree(name: str) -> None:
    base = pins("runtime") | (pins("dev") if name == "build" else {})
    both = base.keys() & pins(name).keys()
    assert {project: base[project] for project in both} == {project: pins(name)[project] for project in both}


def test_what_runs_here_is_what_is_locked() -> None:
    """Only where the environment was made by `make`: an environment made by hand may differ."""
    if not (ROOT / ".make" / "dev").exists() or Path(sys.prefix) != ROOT / ".venv":
        pytest.skip("this environment was not made by `make setup`")
    from importlib.metadata import PackageNotFoundError, version

    for project, locked in pins("dev").items():
        try:
            assert version(project) == locked, project
        except PackageNotFoundError:
            pytest.fail(f"{project} is locked and not installed")
