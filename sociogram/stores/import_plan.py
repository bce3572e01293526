"""What an import changes: a pure comparison of a checked folder with what its viewer brought and sees.

The report never depends on a hidden row: open rows are compared with the viewer's own open rows and with what
they see, restricted rows with what the same viewer brought before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sociogram.access.decide import decide
from sociogram.access.resources import RowResource
from sociogram.access.viewer import Viewer
from sociogram.access.visibility import is_confidential
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.stores.held_row import HeldRow, RowPlace
from sociogram.stores.protocol import Change, ImportedRow, ImportReport
from sociogram.stores.row_values import Row, row_id, written


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The facts to write, in order, and what to tell the viewer."""

    changes: tuple[HeldRow, ...]
    report: ImportReport


def plan_import(
    viewer: Viewer, folder: DirectoryFolder, own: Mapping[RowPlace, str], visible: Directory
) -> ImportPlan:
    """Compare `folder` with the viewer's `own` rows and their `visible` directory. Nothing is taken away,
    but a row that the viewer closes (from public to restricted) leaves the open layer at once."""
    changes: list[HeldRow] = []
    report: list[ImportedRow] = []
    for kind, row in _rows(folder):
        facts = tuple(_facts(viewer, kind, row, own, visible))
        changes.extend(facts)
        place = folder.places_of_rows.get((kind, row_id(row)), "")
        report.append(ImportedRow(kind, row_id(row), _change(facts, kind, row, own, visible), place))
    changes.extend(_texts(viewer, folder, own))
    allowed = tuple(fact for fact in changes if decide(viewer, "write", _resource(fact)))
    return ImportPlan(allowed, ImportReport(tuple(report)))


def _rows(folder: DirectoryFolder) -> Iterator[tuple[str, Row]]:
    yield from (("organisation", row) for row in folder.organisations)
    yield from (("service", row) for row in folder.services)
    yield from (("relation", row) for row in folder.relations)
    yield from (("place", row) for row in folder.places)
    yield from (("term", row) for row in folder.terms)


def _resource(fact: HeldRow) -> RowResource:
    return RowResource(fact.owner, "confidential" if fact.closed else "public")


def _facts(
    viewer: Viewer, kind: str, row: Row, own: Mapping[RowPlace, str], visible: Directory
) -> Iterator[HeldRow]:
    closed = is_confidential(row)
    fact = HeldRow(kind, row_id(row), viewer.id, closed, written(row))
    held = own.get(fact.place)
    if held != fact.value and not (held is None and _seen(kind, row, visible) == row):
        yield fact
    opened = (kind, fact.id, viewer.id, False)
    if closed and opened in own:
        yield HeldRow(kind, fact.id, viewer.id, closed=False, value=None)


def _change(
    facts: tuple[HeldRow, ...], kind: str, row: Row, own: Mapping[RowPlace, str], visible: Directory
) -> Change:
    if not facts:
        return "unchanged"
    known = any(fact.place in own for fact in facts) or _seen(kind, row, visible) is not None
    return "changed" if known else "added"


def _seen(kind: str, row: Row, visible: Directory) -> Row | None:
    """Return the row of this id that the viewer sees today."""
    if kind == "term":
        code = row_id(row).partition(":")
        return visible.terms.get((code[0], code[2]))
    rows: Mapping[str, Row] = getattr(visible, f"{kind}s")
    return rows.get(row_id(row))


def _texts(viewer: Viewer, folder: DirectoryFolder, own: Mapping[RowPlace, str]) -> Iterator[HeldRow]:
    """Texts held apart because they name a hidden organisation; those no longer so are taken away."""
    held = {row_id(text): written(text) for text in folder.hidden_texts}
    for text_id, value in held.items():
        fact = HeldRow("hidden_text", text_id, viewer.id, closed=True, value=value)
        if own.get(fact.place) != value:
            yield fact
    brought = {f"{kind}:{row_id(row)}" for kind, row in _rows(folder)}
    for kind, text_id, owner, closed in sorted(own):
        if kind == "hidden_text" and text_id not in held and text_id.rpartition(":")[0] in brought:
            yield HeldRow(kind, text_id, owner, closed, None)


def own_rows(viewer: Viewer, rows: Iterable[HeldRow]) -> dict[RowPlace, str]:
    """Return the viewer's own rows by place, among `rows`."""
    return {row.place: row.value for row in rows if row.owner == viewer.id and row.value is not None}
