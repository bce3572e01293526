"""One CSV file of the folder: bytes in, checked rows of named cells out, or faults with their line."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sociogram.directory.columns import (
    COLUMNS,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_ROWS,
    OPTIONAL_COLUMNS,
)
from sociogram.directory.faults import Faults
from sociogram.directory.formula_guard import unguarded

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column, and the line where the row begins."""

    file: str
    line: int
    cells: dict[str, str]

    @property
    def place(self) -> str:
        """`file:line`, for reports."""
        return f"{self.file}:{self.line}"


def read_table(file: str, data: bytes, faults: Faults) -> tuple[Row, ...]:
    """Return the rows of `file`; every fault goes to `faults` (a row with a fault is left out)."""
    text = _decoded(file, data, faults)
    if text is None:
        return ()
    lines = _parsed(file, text, faults)
    first = next(lines, None)
    if first is None:
        if not faults:
            faults.add("empty_file", file, line=1)
        return ()
    header = _header(file, first[1], faults)
    if header is None:
        return ()
    rows: list[Row] = []
    for line, cells in lines:
        if len(rows) >= MAX_ROWS:
            faults.add("file_too_large", file, line=line)
            break
        row = _row(file, line, header, cells, faults)
        if row is not None:
            rows.append(row)
    return tuple(rows)


def _decoded(file: str, data: bytes, faults: Faults) -> str | None:
    if len(data) > MAX_FILE_BYTES:
        faults.add("file_too_large", file)
        return None
    if data.startswith(_UTF16_MARKS):
        faults.add("bad_encoding", file, line=1)
        return None
    if b"\0" in data:
        faults.add("nul", file, line=_line_at(data, data.index(b"\0")))
        return None
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        faults.add("bad_encoding", file, line=_line_at(data.removeprefix(_BOM), error.start))
        return None


def _line_at(data: bytes, offset: int) -> int:
    before = data[:offset]
    return before.count(b"\n") + before.replace(b"\r\n", b"").count(b"\r") + 1


def _parsed(file: str, text: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Yield (line where the row begins, cells); blank lines are skipped."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # "field larger than field limit" comes this way too; both end the reading of this file.
            faults.add("bad_csv", file, line=line)
            return
        if cells:
            yield line, cells
        line = reader.line_num + 1


def _header(file: str, cells: list[str], faults: Faults) -> tuple[str, ...] | None:
    wanted = COLUMNS[file]
    known = wanted + OPTIONAL_COLUMNS.get(file, ())
    names = tuple(cell.strip() for cell in cells)
    if len(names) > MAX_COLUMNS:
        faults.add("too_many_columns", file, line=1)
        return None
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]):
        faults.add("wrong_separator", file, line=1)
        return None
    wrong = False
    for number, name in enumerate(names, start=1):
        if name not in known:
            faults.add("unknown_column", file, line=1, number=number)
            wrong = True
        elif name in names[: number - 1]:
            faults.add("duplicate_column", file, line=1, field=name)
            wrong = True
    for name in wanted:
        if name not in names:
            faults.add("missing_column", file, line=1, field=name)
            wrong = True
    return None if wrong else names


def _row(file: str, line: int, header: tuple[str, ...], cells: list[str], faults: Faults) -> Row | None:
    if len(cells) > MAX_COLUMNS:
        faults.add("too_many_columns", file, line=line)
        return None
    if len(cells) != len(header):
        faults.add("wrong_cell_count", file, line=line, found=len(cells), expected=len(header))
        return None
    clean: dict[str, str] = {}
    for name, raw in zip(header, cells, strict=True):
        if len(raw) > MAX_CELL:
            faults.add("cell_too_long", file, line=line, field=name)
        elif any(map(_forbidden, raw)):
            faults.add("bad_character", file, line=line, field=name)
        else:
            clean[name] = unicodedata.normalize("NFC", unguarded(raw))
    return Row(file, line, clean) if len(clean) == len(header) else None


def _forbidden(character: str) -> bool:
    """Whether the character hides or disguises: controls, bidirectional overrides, noncharacters."""
    if character in "\n\r\t":
        return False
    return character in _BIDI_CONTROLS or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn")
