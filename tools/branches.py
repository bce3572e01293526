"""Hold the core to its measure: tests take at least 90 % of the branches of colour_codes and sociogram.

Reads the JSON report of coverage (``python tools/branches.py REPORT``), which counts lines and branches
together; the rule is about branches alone.
"""

import json
import sys
from pathlib import Path

CORE = ("colour_codes", "sociogram")
AT_LEAST = 90.0


def taken(report: Path) -> dict[str, tuple[int, int]]:
    """File -> (branches taken, branches there are), for the files of the core that have any."""
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    found = {}
    for name, entry in files.items():
        summary = entry["summary"]
        if name.split("/")[0] in CORE and summary["num_branches"]:
            found[name] = (summary["covered_branches"], summary["num_branches"])
    return found


def main() -> int:
    """Print the share, and the files that hold it down; 1 when it is too small."""
    counts = taken(Path(sys.argv[1]))
    covered, total = (sum(count[place] for count in counts.values()) for place in (0, 1))
    share = 100.0 * covered / total if total else 0.0
    worst = sorted(counts.items(), key=lambda item: item[1][0] - item[1][1])[:10]
    if share < AT_LEAST:
        for name, (some, every) in worst:
            print(f"  {name}: {every - some} of {every} branches never taken")
    print(f"branches of the core taken: {covered} of {total}, {share:.1f} % (at least {AT_LEAST:.0f} %)")
    return 0 if share >= AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
