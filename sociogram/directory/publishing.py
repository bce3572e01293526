"""From a checked folder to the directory that one viewer may see."""

from collections.abc import Collection, Iterable
from typing import TypeVar

from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.name_guard import HiddenText, TextRow, revealed
from sociogram.directory.rows import Organisation, Place, Relation, Service

WithId = TypeVar("WithId", Organisation, Service, Relation, Place)


def directory_of(folder: DirectoryFolder, *, granted: Collection[str] = ()) -> Directory:
    """Return the public rows, and those of the hidden organisations whose ids are in `granted`.

    A service is there when its organisation is; a tie when both ends are. A restricted service of a public
    organisation is not. Every mapping is in id order: the order of arrival would tell of hidden rows.
    """
    open_ids = {one.id for one in folder.organisations if one.sensitivity != "restreint" or one.id in granted}
    hidden_owners = {one.id for one in folder.organisations if one.sensitivity == "restreint"}
    texts: dict[tuple[str, str], list[HiddenText]] = {}
    for text in folder.hidden_texts:
        if set(text.organisations) <= open_ids:
            texts.setdefault((text.kind, text.row_id), []).append(text)

    def shown(kind: str, row_id: str, row: TextRow) -> TextRow:
        return revealed(row, texts.get((kind, row_id), ()))

    return Directory(
        organisations=_by_id(
            shown("organisation", one.id, one) for one in folder.organisations if one.id in open_ids
        ),
        services=_by_id(
            shown("service", one.id, one)
            for one in folder.services
            if one.organisation_id in open_ids
            and (one.sensitivity != "restreint" or one.organisation_id in hidden_owners)
        ),
        relations=_by_id(
            shown("relation", tie.id, tie)
            for tie in folder.relations
            if tie.from_id in open_ids and tie.to_id in open_ids
        ),
        places=_by_id(folder.places),
        terms={
            (term.kind, term.code): shown("term", f"{term.kind}:{term.code}", term)
            for term in sorted(folder.terms, key=lambda term: (term.kind, term.code))
        },
    )


def _by_id(rows: Iterable[WithId]) -> dict[str, WithId]:
    return {row.id: row for row in sorted(rows, key=lambda row: row.id)}
