"""`make bench`: every measurement of this folder in turn; each `bench_NOUN.py` has a `main()`."""

import importlib
import sys
from pathlib import Path


def main() -> int:
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    if not names:
        print("benchmarks: there is no bench_*.py to run", file=sys.stderr)
        return 1
    for name in names:
        print(f"== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
