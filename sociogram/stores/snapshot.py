"""The directory of one viewer: the open rows, and those opened to them. Hidden rows are never among the
first."""

from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from sociogram.access.decide import decide
from sociogram.access.resources import RowResource
from sociogram.access.viewer import Viewer
from sociogram.access.visibility import RowKey, covering_keys, stands
from sociogram.directory.directory import Directory
from sociogram.directory.name_guard import HiddenText, revealed
from sociogram.directory.rows import Organisation, Place, Relation, Service, Term
from sociogram.stores.held_row import HeldRow
from sociogram.stores.row_values import Row, read

Found = dict[tuple[str, str], HeldRow]
Rows = Mapping[tuple[str, str], Row]
AnyRow = TypeVar("AnyRow")


def snapshot(
    viewer: Viewer, open_rows: Iterable[HeldRow], closed_rows: Iterable[HeldRow], granted: frozenset[RowKey]
) -> Directory:
    """Return what `viewer` may see. Rows come in order of arrival: of several open rows with one id, the
    viewer's own comes first, then the first brought. `granted` holds the keys opened to this viewer."""
    return _directory(rows_seen(viewer, open_rows, closed_rows, granted))


def rows_seen(
    viewer: Viewer, open_rows: Iterable[HeldRow], closed_rows: Iterable[HeldRow], granted: frozenset[RowKey]
) -> dict[tuple[str, str], Row]:
    """As `snapshot`, before rows whose organisations are not seen fall away: for a part of the rows."""
    found = _chosen(
        viewer, (row for row in open_rows if decide(viewer, "read", RowResource(row.owner, "public")))
    )
    rows = {key: read(key[0], cast(str, held.value)) for key, held in found.items()}
    if granted:
        closed = tuple(closed_rows)
        opened = _chosen(
            viewer, (row for row in closed if row.kind != "hidden_text" and _opened(viewer, row, granted))
        )
        texts = [row for row in closed if row.kind == "hidden_text"]
        rows |= _with_texts(viewer, found, rows, texts, granted)
        rows |= {key: read(key[0], cast(str, held.value)) for key, held in opened.items()}
    return rows


def _chosen(viewer: Viewer, rows: Iterable[HeldRow]) -> Found:
    found: Found = {}
    for row in rows:
        key = (row.kind, row.id)
        if key not in found or (row.owner == viewer.id and found[key].owner != viewer.id):
            found[key] = row
    return found


def _opened(viewer: Viewer, held: HeldRow, granted: frozenset[RowKey]) -> bool:
    row = read(held.kind, cast(str, held.value))
    if not isinstance(row, Organisation | Service | Relation):
        return False
    return _may_read(viewer, held, bool(covering_keys(row) & granted))


def _may_read(viewer: Viewer, held: HeldRow, opened: bool) -> bool:
    opened_to = frozenset({viewer.id}) if opened else frozenset[str]()
    return decide(viewer, "read", RowResource(held.owner, "confidential", opened_to))


def _with_texts(
    viewer: Viewer, found: Found, rows: Rows, texts: Iterable[HeldRow], granted: frozenset[RowKey]
) -> dict[tuple[str, str], Row]:
    """Put back texts whose every named organisation is open to the viewer, on rows of the same bringer."""
    opened: dict[tuple[str, str], list[HiddenText]] = {}
    for held in texts:
        text = cast(HiddenText, read(held.kind, cast(str, held.value)))
        key = (str(text.kind), text.row_id)
        open_all = {("organisation", one) for one in text.organisations} <= granted
        mine = key in found and found[key].owner == held.owner
        if mine and _may_read(viewer, held, open_all):
            opened.setdefault(key, []).append(text)
    # Only rows with texts have held texts: the cast names one of the four.
    return {key: revealed(cast(Organisation, rows[key]), some) for key, some in opened.items()}


def _directory(rows: Rows) -> Directory:
    organisations = _of_type(rows, "organisation", Organisation)
    services = _of_type(rows, "service", Service)
    relations = _of_type(rows, "relation", Relation)
    return Directory(
        organisations=organisations,
        services={key: row for key, row in services.items() if stands(row, organisations)},
        relations={key: row for key, row in relations.items() if stands(row, organisations)},
        places=_of_type(rows, "place", Place),
        terms={(term.kind, term.code): term for term in _of_type(rows, "term", Term).values()},
    )


def _of_type(rows: Rows, kind: str, row_type: type[AnyRow]) -> dict[str, AnyRow]:
    return {
        key[1]: row
        for key, row in sorted(rows.items(), key=lambda item: item[0])
        if isinstance(row, row_type)
    }
