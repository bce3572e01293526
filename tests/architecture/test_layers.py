"""The direction colour_codes <- sociogram <- layouts <- api is a test, not a wish."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("colour_codes", "sociogram", "layouts", "api")
#: What a distribution calls its package, where the two names differ.
IMPORT_NAMES = {
    "apsw-sqlite3mc": {"apsw"},
    "argon2-cffi": {"argon2"},
    "fastapi": {"fastapi", "starlette"},
    "resvg-py": {"resvg_py"},
    "typer": {"typer", "click"},
}


def imports(package: str) -> dict[str, set[str]]:
    """Top-level names imported anywhere in `package`, with the files that import them."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path.relative_to(ROOT)}:{node.lineno}: imports are absolute"
                names = [node.module or ""]
            for name in names:
                found.setdefault(name.split(".")[0], set()).add(f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names: set[str] = set()
    for requirement in project["dependencies"]:
        name = requirement.split(">")[0].split("=")[0].split("[")[0].strip()
        names |= IMPORT_NAMES.get(name, {name.replace("-", "_")})
    return names


def test_every_contract_holds() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 5 kept, 0 broken." in done.stdout


def test_the_colour_code_needs_only_the_standard_library() -> None:
    strangers = set(imports("colour_codes")) - set(sys.stdlib_module_names) - {"colour_codes"}
    assert not strangers, {name: imports("colour_codes")[name] for name in strangers}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_library_is_declared(package: str) -> None:
    """An import that only works because a tool of the workshop brought it along breaks the wheel."""
    allowed = set(sys.stdlib_module_names) | set(PACKAGES) | declared()
    strangers = {name: files for name, files in imports(package).items() if name not in allowed}
    assert not strangers, strangers
