"""A directory folder read and checked: organisations, services, relations, vocabulary, places.

One bad row refuses the whole folder, and every fault is told with its file and line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from sociogram.directory.cells import Cells
from sociogram.directory.columns import (
    COLUMNS,
    FIXED_CODES,
    ORGANISATIONS,
    PLACES,
    RELATIONS,
    SERVICES,
    TERM_KINDS,
    VOCABULARY,
)
from sociogram.directory.faults import Faults
from sociogram.directory.folder_files import folder_bytes
from sociogram.directory.name_guard import HiddenNames, HiddenText, RowKind, TextRow, held_apart
from sociogram.directory.row_readers import (
    read_organisation,
    read_place,
    read_relation,
    read_service,
    read_term,
    strictest,
)  # fmt: skip
from sociogram.directory.rows import Organisation, Place, Relation, Service, Term
from sociogram.directory.table import Row, read_table

Read = TypeVar("Read", Organisation, Service, Relation, Place, Term)


@dataclass(frozen=True, slots=True)
class DirectoryFolder:
    """The rows of a checked folder, in the order of its files.

    Public rows hold no text that names a hidden organisation: such texts are in `hidden_texts`, to be put
    back (`name_guard.revealed`) for viewers to whom every organisation named is open. A relation's
    sensitivity is the strictest of its ends; a service's, of itself and its organisation.
    `places_of_rows` tells `file.csv:line` by (kind, id), kind being organisation, service, relation (by its
    published id), place or term (id `kind:code`).
    """

    organisations: tuple[Organisation, ...] = ()
    services: tuple[Service, ...] = ()
    relations: tuple[Relation, ...] = ()
    places: tuple[Place, ...] = ()
    terms: tuple[Term, ...] = ()
    hidden_texts: tuple[HiddenText, ...] = ()
    places_of_rows: Mapping[tuple[str, str], str] = field(default_factory=dict)


def read_folder(source: str | Path | Mapping[str, bytes]) -> DirectoryFolder:
    """Read a folder (a path, or file names and bytes). Raises BadInput with every fault, the first first."""
    return _Reader().read(Path(source) if isinstance(source, str) else source)


class _Reader:
    """One reading: tables, then rows against the vocabulary, then what rows say of one another."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.codes: dict[str, tuple[str, ...]] = {}
        self.places_of_rows: dict[tuple[str, str], str] = {}

    def read(self, source: Path | Mapping[str, bytes]) -> DirectoryFolder:
        data = folder_bytes(source, self.faults)
        tables = {file: read_table(file, data[file], self.faults) for file in COLUMNS if file in data}
        if len(tables) < len(COLUMNS):
            self.faults.raise_if_any()
        broken = self.faults.files()
        terms = self._rows(tables[VOCABULARY], read_term, "term", _term_id, "code")
        if VOCABULARY not in broken:
            self.codes = {kind: tuple(one.code for one in terms if one.kind == kind) for kind in TERM_KINDS}
        self.codes |= FIXED_CODES
        places = self._rows(tables[PLACES], read_place, "place", lambda place: place.id)
        organisations = self._rows(tables[ORGANISATIONS], read_organisation, "organisation", _own_id)
        services = self._rows(tables[SERVICES], read_service, "service", _own_id)
        relations = self._rows(tables[RELATIONS], read_relation, "relation", lambda tie: tie.source_id)
        self._check_places(places)
        if ORGANISATIONS not in broken:
            self._check_owners({one.id for one in organisations}, tables)
        self.faults.raise_if_any()
        return self._folder(organisations, services, relations, places, terms)

    def _rows(
        self, table: tuple[Row, ...], read: Callable[[Cells], Read], kind: str,
        key: Callable[[Read], str], column: str = "id",
    ) -> tuple[Read, ...]:  # fmt: skip
        rows = []
        seen: dict[str, str] = {}
        for row in table:
            found = read(Cells(row, self.faults, self.codes))
            name = key(found)
            if name in seen:
                self.faults.add("duplicate_id", row.file, line=row.line, field=column, other=seen[name])
                continue
            seen[name] = row.place
            self.places_of_rows[(kind, getattr(found, "id", name))] = row.place
            rows.append(found)
        return tuple(rows)

    def _check_places(self, places: tuple[Place, ...]) -> None:
        parents = {place.id: place.parent for place in places}
        for place in places:
            line = int(self.places_of_rows[("place", place.id)].rpartition(":")[2])
            if place.parent and place.parent not in parents:
                self.faults.add("unknown_place", PLACES, line=line, field="parent")
            elif _in_circle(place.id, parents):
                self.faults.add("place_circle", PLACES, line=line, field="parent")

    def _check_owners(self, known: set[str], tables: Mapping[str, tuple[Row, ...]]) -> None:
        """Every organisation named by a service or a tie is a row of the folder."""
        for file, columns in ((SERVICES, ("organisation_id",)), (RELATIONS, ("from", "to"))):
            for row in tables[file]:
                for column in columns:
                    if row.cells[column].strip() and row.cells[column] not in known:
                        self.faults.add("unknown_organisation", file, line=row.line, field=column)

    def _folder(
        self, organisations: tuple[Organisation, ...], services: tuple[Service, ...],
        relations: tuple[Relation, ...], places: tuple[Place, ...], terms: tuple[Term, ...],
    ) -> DirectoryFolder:  # fmt: skip
        level = {one.id: one.sensitivity for one in organisations}
        services = tuple(
            replace(one, sensitivity=strictest(one.sensitivity, level[one.organisation_id]))
            for one in services
        )
        relations = tuple(
            replace(tie, sensitivity=strictest(level[tie.from_id], level[tie.to_id])) for tie in relations
        )
        names = HiddenNames(organisations)
        texts: list[HiddenText] = []
        return DirectoryFolder(
            organisations=tuple(_apart("organisation", one.id, one, names, texts) for one in organisations),
            services=tuple(_apart("service", one.id, one, names, texts) for one in services),
            relations=tuple(_apart("relation", tie.id, tie, names, texts) for tie in relations),
            places=places,
            terms=tuple(_apart("term", _term_id(term), term, names, texts) for term in terms),
            hidden_texts=tuple(texts),
            places_of_rows=dict(self.places_of_rows),
        )


def _own_id(row: Organisation | Service) -> str:
    return row.id


def _term_id(term: Term) -> str:
    return f"{term.kind}:{term.code}"


def _in_circle(place: str, parents: Mapping[str, str]) -> bool:
    seen = {place}
    at = parents[place]
    while at and at not in seen:
        seen.add(at)
        at = parents.get(at, "")
    return at == place


def _apart(kind: RowKind, row_id: str, row: TextRow, names: HiddenNames, texts: list[HiddenText]) -> TextRow:
    public, taken = held_apart(kind, row_id, row, names)
    texts.extend(taken)
    return public
