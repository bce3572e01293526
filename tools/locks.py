"""Write the locked, hashed requirements from pyproject.toml.

``make lock`` keeps the versions already named where they still fit, ``make lock UPGRADE=1`` takes newer ones.
The locks hold names, versions and hashes only: no registry, no folder of a machine, no download address.
"""

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import page

ROOT = page.ROOT
FLAGS = [
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-annotate",
    "--no-emit-options",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--resolver=backtracking",
]
#: Sets that end in one environment agree on every version.
CONSTRAINED_BY = {"dev": ("runtime",), "build": ("dev",)}
HEADER = "# {what}\n# Written by `make lock` from pyproject.toml; do not edit.\n"


def wanted() -> dict[str, tuple[str, list[str]]]:
    """Lock name -> (what it is for, the requirements to resolve)."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = project["project"]["dependencies"]
    return {
        "runtime": ("What Sociogram needs to run.", runtime),
        "dev": (
            "What Sociogram needs to be tested: the runtime set and the workshop.",
            [*runtime, *project["dependency-groups"]["dev"]],
        ),
        "build": ("What builds the wheel.", project["build-system"]["requires"]),
        "node": ("Node for the page, only where the machine has none.", [page.NODE_REQUIREMENT]),
    }


def lock(name: str, what: str, requirements: list[str], *, upgrade: bool) -> None:
    """Resolve one set and write its lock file, keeping the versions it already names unless ``upgrade``."""
    folder = ROOT / "requirements"
    target = folder / f"{name}.txt"
    command = [
        sys.executable,
        "-m",
        "piptools",
        "compile",
        *FLAGS,
        *(["--upgrade"] if upgrade else []),
        *(f"--constraint={other}.txt" for other in CONSTRAINED_BY.get(name, ())),
        "--output-file",
        target.name,
        "-",
    ]
    subprocess.run(command, input="\n".join(requirements) + "\n", text=True, cwd=folder, check=True)
    body = target.read_text(encoding="utf-8")
    lines = [line for line in body.splitlines() if not line.startswith("#")]
    target.write_text(HEADER.format(what=what) + "\n".join(lines).strip("\n") + "\n", encoding="utf-8")


def main() -> int:
    """Write the locks named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description="Write the locked, hashed requirements.")
    parser.add_argument("--upgrade", action="store_true")
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    for name, (what, requirements) in wanted().items():
        if not asked.names or name in asked.names:
            lock(name, what, requirements, upgrade=asked.upgrade)
            print(f"requirements/{name}.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
