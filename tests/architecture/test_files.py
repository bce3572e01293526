"""Manners of files: their length, where tests live, and what no tracked file may say."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("colour_codes", "sociogram", "layouts", "api")
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
TEXT = frozenset(
    ".py .md .toml .json .csv .ts .tsx .css .html .svg .sql .txt .yml .yaml .sh .typ".split()  # noqa: SIM905
) | {""}
#: Written in pieces, so that this file does not hold what it looks for.
HOSTS = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.np" + "mjs.org",
    "np" + "mjs.com",
    "deb.debian" + ".org",
    "artifact" + "ory",
)
#: The start of a path on somebody's machine; a path in the middle of an address is none.
FOLDERS = ("wo" + "rk/", "tm" + "p/[a-z]", "ro" + "ot/", "home" + "/[a-z]")
MACHINE = re.compile("(?<![\\w./~-])/(" + "|".join(FOLDERS) + ")")
#: `given.family@`: an address that carries a person's name. The packaged directory holds what organisations
#: publish of themselves; its README says which addresses were left out.
PUBLISHED = "sociogram/data/mali/organisations.csv"
PERSONAL = re.compile(r"\b[a-z]+[._][a-z]+@(?!ex[ae]mple\.)[a-z0-9-]+(\.[a-z0-9-]+)+\b", re.IGNORECASE)
KEY = re.compile("-----BEGIN [A-Z ]*PRIVATE " + "KEY-----")


def tracked() -> list[Path]:
    """The files git knows, or, outside a checkout, every file but those that are made."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        names = [name for name in done.stdout.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        made = {".git", ".venv", ".make", "node_modules", "static", "__pycache__", "dist", "build", "out"}
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if not made & set(path.parts)]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    found = {}
    for path in tracked():
        if path.suffix in TEXT:
            found[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8", errors="replace")
    return found


def found_by(pattern: re.Pattern[str]) -> list[str]:
    """`file: what was found`, for every tracked text."""
    return [f"{name}: {match.group(0)}" for name, text in texts().items() for match in pattern.finditer(text)]


def is_generated(path: Path) -> bool:
    """Made from another file by one of tools/, and says so in its first line: nobody reads it whole."""
    return bool(re.match(r".*\bmade from \S+ by (api/web/)?tools/\S+", path.read_text(encoding="utf-8")))


def sources() -> list[Path]:
    python = [path for path in tracked() if path.suffix == ".py" and not is_generated(path)]
    return [path for path in python if path.relative_to(ROOT).parts[0] in PACKAGES]


def test_no_source_file_is_too_long() -> None:
    scripts = [path for path in tracked() if path.suffix in {".ts", ".tsx"} and "src" in path.parts]
    page = [path for path in scripts if not is_generated(path)]
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources() + page
    }
    assert lengths, "no source file was found"
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_half_of_the_source_files_are_short() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in sources())
    assert lengths[len(lengths) // 2] < 100


def test_no_function_is_too_long() -> None:
    """Counted without its docstring."""
    long: dict[str, int] = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                words = first.end_lineno - first.lineno + 1 if _is_docstring(first) else 0  # type: ignore[operator]
                length = (node.end_lineno or 0) - node.lineno + 1 - words
                if length > LONGEST_FUNCTION:
                    long[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = length
    assert not long, long


def _is_docstring(node: ast.stmt) -> bool:
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Constant):
        return False
    return isinstance(node.value.value, str)


def test_tests_are_no_packages() -> None:
    """`tests/api/__init__.py` would be imported in place of `api`."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_test_files_have_their_own_names() -> None:
    seen: dict[str, list[str]] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        seen.setdefault(path.name, []).append(str(path.relative_to(ROOT)))
    assert not [paths for paths in seen.values() if len(paths) > 1]


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_registry(host: str) -> None:
    assert not [name for name, text in texts().items() if host in text]


def test_no_file_names_a_machine() -> None:
    assert not found_by(MACHINE)


def test_no_file_holds_a_personal_address_or_a_key() -> None:
    """But those that an organisation of the packaged directory publishes as its own."""
    published = PERSONAL.finditer((ROOT / PUBLISHED).read_text(encoding="utf-8"))
    known = {match.group(0) for match in published}
    assert not [found for found in found_by(PERSONAL) if found.rpartition(" ")[2] not in known]
    assert not found_by(KEY)


def test_the_page_lock_names_no_address() -> None:
    lock = ROOT / "api" / "web" / "package-lock.json"
    assert '"resolved"' not in lock.read_text(encoding="utf-8")


def test_every_test_with_sizes_is_found_by_the_soak() -> None:
    """`make soak` selects by mark; a test that reads the size by itself must carry one."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        if "SOCIOGRAM_TEST" + "_SIZE" in text:
            assert re.search(r"mark\.(soak|sized)\b", text), path.relative_to(ROOT)


def test_no_wait_takes_a_promise_for_a_yes() -> None:
    """An async question is asked by tests/browser/promises.py."""
    asked = re.compile(r"wait_for_function\(\s*f?[\"']{1,3}\s*async\b")
    assert [
        path.name for path in (ROOT / "tests").rglob("*.py") if asked.search(path.read_text("utf-8"))
    ] == []
