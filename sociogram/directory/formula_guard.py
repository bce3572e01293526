"""A cell that a spreadsheet would run as a formula is written with an apostrophe before it, read without.

The round trip is exact: a cell that itself begins with an apostrophe and a dangerous sign gets one more. A
telephone number such as `+223 20803040` (digits and spaces only) can compute nothing and stays as it is.
"""

import re

_DANGEROUS = "=+-@\t\r\n"
_PHONE = re.compile(r"\+\d[\d ]*", re.ASCII)


def guarded(cell: str) -> str:
    """Return the cell as it is written to a CSV file."""
    if _PHONE.fullmatch(cell):
        return cell
    return "'" + cell if _begins(cell, _DANGEROUS) or _quoted(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell that `guarded` was given."""
    return cell[1:] if _quoted(cell) else cell


def _begins(cell: str, signs: str) -> bool:
    return bool(cell) and cell[0] in signs


def _quoted(cell: str) -> bool:
    return _begins(cell, "'") and _begins(cell[1:], _DANGEROUS + "'")
