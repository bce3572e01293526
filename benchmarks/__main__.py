"""`make bench`: every measurement of this folder in turn; each `bench_NOUN.py` has a `main()`.

What each prints is also written into `benchmarks/results.md`, one section a measurement; those that were not
run keep theirs. `python -m benchmarks layouts newcomer` runs only these.
"""

import contextlib
import importlib
import io
import os
import platform
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results.md"
HEAD = """# What was measured

Written by `make bench`: every figure is a count, or a ratio against a peer in the same run on the same input.
Seconds depend on the machine and on what else it was doing.
"""


class Both(io.TextIOBase):
    """Prints, and keeps what was printed."""

    def __init__(self) -> None:
        self.kept = io.StringIO()

    def write(self, text: str) -> int:
        sys.__stdout__.write(text)  # type: ignore[union-attr]
        return self.kept.write(text)

    def flush(self) -> None:
        sys.__stdout__.flush()  # type: ignore[union-attr]


def sections(text: str) -> dict[str, str]:
    """Return the sections of a results file by name."""
    found = {}
    for part in text.split("\n## ")[1:]:
        name, _, body = part.partition("\n")
        found[name.strip()] = body.strip()
    return found


def joined(parts: dict[str, str]) -> str:
    """Return a results file, the sections in the order of their names."""
    return HEAD + "".join(f"\n## {name}\n\n{parts[name]}\n" for name in sorted(parts))


def machine() -> str:
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"


def main(wanted: list[str]) -> int:
    names = sorted(path.stem for path in FOLDER.glob("bench_*.py"))
    unknown = [word for word in wanted if f"bench_{word}" not in names]
    if unknown or not names:
        known = ", ".join(name.removeprefix("bench_") for name in names)
        print(f"benchmarks: unknown: {' '.join(unknown)}. There are: {known}", file=sys.stderr)
        return 2
    for name in names:
        if wanted and name.removeprefix("bench_") not in wanted:
            continue
        print(f"== {name}", flush=True)
        out = Both()
        with contextlib.redirect_stdout(out):
            importlib.import_module(f"benchmarks.{name}").main()
        kept = sections(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
        kept[name] = f"{machine()}\n\n{out.kept.getvalue().strip()}"
        RESULTS.write_text(joined(kept), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
