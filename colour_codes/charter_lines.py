"""Finding the line of a charter file that a place such as ``legend.blue.fr`` or ``session.steps[2]`` means.

The TOML reader of the standard library keeps no lines. This one looks at headers and at keys at the beginning
of a line: enough for a file laid out like the packaged one, and a guess that is never wrong about the table.
"""

import re
from collections.abc import Iterator

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


def line_of(text: str, place: str) -> int:
    """Return the line (from 1) of the key, else of the nearest table around it, else 0."""
    best, longest = 0, -1
    for number, written in _places(text):
        inside = place == written or place.startswith((f"{written}.", f"{written}["))
        if inside and len(written) > longest:
            best, longest = number, len(written)
    return best


def _places(text: str) -> Iterator[tuple[int, str]]:
    table, counts = "", dict[str, int]()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _bare(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}[{counts[table]}]"
            yield number, table
        elif key := _KEY.match(line):
            yield number, f"{table}.{_bare(key[1])}".lstrip(".")


def _bare(written: str) -> str:
    """Return a key without the spaces and quotation marks around its parts."""
    return ".".join(part.strip().strip("\"'") for part in written.split("."))
