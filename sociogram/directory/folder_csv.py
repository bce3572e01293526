"""A directory folder written back: five CSV files, the same bytes for the same rows."""

import csv
import io
from collections.abc import Iterable, Sequence

from sociogram.directory.columns import (
    COLUMNS,
    OPTIONAL_COLUMNS,
    ORGANISATIONS,
    PLACES,
    RELATIONS,
    SERVICES,
    VOCABULARY,
)
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.formula_guard import guarded
from sociogram.directory.leaving import leaving
from sociogram.directory.name_guard import HiddenText, revealed
from sociogram.directory.rows import Organisation, Place, Relation, Service, Term

_ATTRIBUTES = {
    (RELATIONS, "id"): "source_id",
    (RELATIONS, "from"): "from_id",
    (RELATIONS, "to"): "to_id",
}

_Rows = Iterable[Term | Place | Organisation | Service | Relation]


def write_folder(source: Directory | DirectoryFolder) -> dict[str, bytes]:
    """Return the five files by name: UTF-8, comma, `\\n`, the same bytes for the same rows.

    A DirectoryFolder is written whole and in its own order: it reads back equal. A viewer's Directory is
    written as it may leave (`leaving`), in id order.
    """
    rows: tuple[_Rows, _Rows, _Rows, _Rows, _Rows]
    if isinstance(source, Directory):
        out = leaving(source)
        rows = (
            out.terms.values(), out.places.values(), out.organisations.values(), out.services.values(),
            out.relations.values(),
        )  # fmt: skip
    else:
        rows = _whole(source)
    terms, places, organisations, services, relations = rows
    return {
        VOCABULARY: _written(VOCABULARY, terms),
        PLACES: _written(PLACES, places),
        ORGANISATIONS: _written(ORGANISATIONS, organisations),
        SERVICES: _written(SERVICES, services),
        RELATIONS: _written(RELATIONS, relations),
    }


def _whole(folder: DirectoryFolder) -> tuple[_Rows, _Rows, _Rows, _Rows, _Rows]:
    texts: dict[tuple[str, str], list[HiddenText]] = {}
    for text in folder.hidden_texts:
        texts.setdefault((text.kind, text.row_id), []).append(text)
    return (
        [revealed(term, texts.get(("term", f"{term.kind}:{term.code}"), ())) for term in folder.terms],
        folder.places,
        [revealed(one, texts.get(("organisation", one.id), ())) for one in folder.organisations],
        [revealed(one, texts.get(("service", one.id), ())) for one in folder.services],
        [revealed(tie, texts.get(("relation", tie.id), ())) for tie in folder.relations],
    )


def _written(file: str, rows: _Rows) -> bytes:
    listed = tuple(rows)
    told = {name for row in listed if isinstance(row, Service) for name in row.facts}
    columns = COLUMNS[file] + tuple(name for name in OPTIONAL_COLUMNS.get(file, ()) if name in told)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in listed:
        writer.writerow([guarded(_cell(file, row, column)) for column in columns])
    return stream.getvalue().encode("utf-8")


def _cell(file: str, row: object, column: str) -> str:
    if column in ("label_fr", "label_en"):
        label = row.label  # type: ignore[attr-defined]
        return str(label.fr if column == "label_fr" else label.en)
    value = getattr(row, _ATTRIBUTES.get((file, column), column))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ";".join(value)
    return str(value)
