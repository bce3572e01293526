"""One wheel, four roots, everything they need and nothing else; and it runs alone."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("colour_codes", "sociogram", "layouts", "api")


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def make(target: str, folder: Path, *, root: Path = ROOT, env: dict[str, str] | None = None) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=root, env=env)
    (built,) = folder.iterdir()
    return built


def without_node(tmp_path: Path) -> dict[str, str]:
    """An environment whose PATH holds nothing: whoever needs a program fails."""
    return {**os.environ, "PATH": str(tmp_path / "nothing")}


@pytest.fixture(scope="module")
def page_is_built() -> None:
    current = [sys.executable, str(ROOT / "tools" / "page.py"), "current"]
    if subprocess.run(current, check=False, capture_output=True).returncode:
        if os.environ.get("CI"):
            pytest.fail("the page is not built: `make web`")
        pytest.skip("the page is not built: `make web`")


@pytest.fixture(scope="module")
def wheel(page_is_built: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_has_exactly_four_roots(names: set[str]) -> None:
    roots = {name.split("/")[0] for name in names}
    assert {root for root in roots if not root.endswith(".dist-info")} == set(PACKAGES)
    assert len(roots) == 5


def test_each_root_is_typed(names: set[str]) -> None:
    assert {f"{package}/py.typed" for package in PACKAGES} <= names


def test_the_wheel_holds_no_test_and_no_source_of_the_page(names: set[str]) -> None:
    for part in ("/tests/", "node_modules/", "/__pycache__/"):
        assert not [name for name in names if part in name]
    assert not [name for name in names if name.endswith((".ts", ".tsx"))]
    page = {name for name in names if name.startswith("api/web/") and not name.endswith(".py")}
    assert all(name.startswith("api/web/static/") for name in page)


def test_the_wheel_holds_the_built_page(names: set[str]) -> None:
    assert "api/web/static/index.html" in names
    assert "api/web/static/sources.sha256" in names


def test_the_wheel_holds_every_data_file(names: set[str]) -> None:
    """Fonts, palettes, the charter, schemas, the directory: whatever git knows inside the four folders."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", *PACKAGES]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout.decode().split("\0")
    ours = [name for name in listed if name and not name.startswith("api/web/")]
    expected = {name for name in ours if (ROOT / name).exists()}
    assert {"sociogram/data/mali/organisations.csv", "api/py.typed"} <= expected
    assert not expected - names


def test_the_wheel_is_private(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(path).decode()
        (path,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        scripts = archive.read(path).decode()
    assert "Classifier: Private :: Do Not Upload" in metadata
    assert "sociogram = api.cli:main" in scripts


def test_the_sdist_builds_the_same_wheel_without_node(wheel: Path, names: set[str], tmp_path: Path) -> None:
    """The sdist carries the built page, with the digest that says it is current."""
    sdist = make("sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (root,) = (tmp_path / "unpacked").iterdir()
    again = make("wheel", tmp_path / "wheel", root=root, env=without_node(tmp_path))
    with zipfile.ZipFile(again) as archive:
        assert set(archive.namelist()) == names


def test_the_four_folders_stand_side_by_side() -> None:
    """Another distribution's `api` would shadow ours without a word."""
    files = ", ".join(f"{name}.__file__" for name in PACKAGES)
    script = f"import {', '.join(PACKAGES)}; print({files}, sep='\\n')"
    places = run(sys.executable, "-c", script, cwd=Path(sys.prefix)).split()
    assert len({Path(place).parent.parent for place in places}) == 1


# What a fresh laptop lacks: compilers, what builds with them, Node, the programs of Graphviz.
LACKING = (
    "cc",
    "gcc",
    "c++",
    "g++",
    "clang",
    "tcc",
    "ld",
    "as",
    "make",
    "cmake",
    "node",
    "npm",
    "npx",
    "dot",
    "neato",
)
LEAST = ("env", "sh", "uname", "cat", "ls", "mkdir", "rm")


@pytest.fixture(scope="module")
def alone(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment with the locked runtime set, the wheel, and nothing else."""
    home = tmp_path_factory.mktemp("alone")
    run(sys.executable, "-m", "venv", home / "alone")
    python = home / "alone" / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", ROOT / "requirements" / "runtime.txt")
    run(*pip, "--no-deps", "--no-index", wheel)
    return home / "alone" / "bin"


@pytest.fixture
def bare(alone: Path, tmp_path: Path) -> dict[str, str]:
    """A machine with that `bin`, a few plain programs and an empty home: nothing to build with."""
    few = tmp_path / "few"
    few.mkdir()
    for name in LEAST:
        found = shutil.which(name)
        assert found, name
        (few / name).symlink_to(found)
    path = f"{alone}:{few}"
    assert [name for name in LACKING if shutil.which(name, path=path)] == []
    assert shutil.which("sociogram", path=path) == str(alone / "sociogram")
    home = tmp_path / "home"
    home.mkdir()
    return {"PATH": path, "HOME": str(home), "SOCIOGRAM_TOKEN": "essai", "LANG": "C.UTF-8"}


@pytest.mark.soak
def test_the_wheel_draws_alone(alone: Path, bare: dict[str, str], tmp_path: Path) -> None:
    """No compiler, no Node, no Graphviz program: a sheet in each format, the network, a suggestion."""
    situation = ROOT / "sociogram" / "data" / "mali" / "situations" / "sit-01-gao-transit.json"
    shutil.copy(situation, tmp_path / "situation.json")
    for name, start in (("f.svg", b"<svg"), ("f.pdf", b"%PDF"), ("f.png", b"\x89PNG")):
        run(alone / "sociogram", "draw", "situation.json", "-o", name, cwd=tmp_path, env=bare)
        assert (tmp_path / name).read_bytes().startswith(start)
    run(alone / "sociogram", "mega", "-o", "m.svg", cwd=tmp_path, env=bare)
    assert b'data-sociogram="1"' in (tmp_path / "m.svg").read_bytes()
    asked = ("suggest", "--from", "aracem", "--need", "sante_mentale", "--json")
    assert '"suggestions"' in run(alone / "sociogram", *asked, cwd=tmp_path, env=bare)


@pytest.mark.soak
def test_the_wheel_serves_alone(alone: Path, bare: dict[str, str], tmp_path: Path) -> None:
    """The demo answers, its page is there, and it draws the four situations and the network."""
    command = [str(alone / "sociogram"), "demo", "--no-open", "--port", "8731"]
    with subprocess.Popen(command, cwd=tmp_path, env=bare, stdout=subprocess.PIPE, text=True) as demo:
        try:
            assert demo.stdout is not None
            said = demo.stdout.readline() + demo.stdout.readline()
            # Another free port is taken when this one is not free.
            address = next(word for word in said.split() if word.startswith("http://")).partition("/#")[0]
            _wait_for_health(f"{address}/api/v1/health", demo)
            assert b"<html" in _got(f"{address}/")
            listed = json.loads(_got(f"{address}/api/v1/situations"))
            names = sorted(one["id"] for one in listed["situations"])
            assert len(names) == 4
            for name in names:
                assert b'data-sociogram="1"' in _got(f"{address}/api/v1/situations/{name}/sheet.svg")
            assert b'data-sociogram="1"' in _got(f"{address}/api/v1/mega.svg")
        finally:
            demo.send_signal(signal.SIGTERM)


def _got(address: str) -> bytes:
    asked = urllib.request.Request(address, headers={"Authorization": "Bearer essai"})
    with urllib.request.urlopen(asked, timeout=300) as answer:
        return bytes(answer.read())


def _wait_for_health(address: str, process: subprocess.Popen[str]) -> None:
    for _ in range(150):
        assert process.poll() is None, "the demo ended by itself"
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the demo did not answer within 30 seconds")
