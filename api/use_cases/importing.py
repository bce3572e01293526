"""Taking in directory folders and situations: everything is checked before anything is kept."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from api.use_cases.references import directory_for_files, read_path
from api.use_cases.situations import NewSituation, new_situation
from sociogram.access.viewer import Viewer
from sociogram.directory.folder import DirectoryFolder, read_folder
from sociogram.errors import NotFound
from sociogram.language import Bilingual, Lang
from sociogram.situation.digest import digest
from sociogram.situation.fold import fold
from sociogram.stores.protocol import Store

Source = DirectoryFolder | NewSituation
_CHANGE = {
    "added": Bilingual("ajouté", "added"),
    "changed": Bilingual("changé", "changed"),
    "unchanged": Bilingual("inchangé", "unchanged"),
    "removed": Bilingual("retiré", "removed"),
}
_KIND = {
    "organisation": Bilingual("structure", "organisation"),
    "service": Bilingual("prestation", "service"),
    "relation": Bilingual("lien", "tie"),
    "place": Bilingual("lieu", "place"),
    "term": Bilingual("mot du vocabulaire", "vocabulary term"),
    "situation": Bilingual("situation", "situation"),
}


@dataclass(frozen=True, slots=True)
class ReadSource:
    """One checked path."""

    path: Path
    content: Source


def checked(path: Path, store: Store, viewer: Viewer) -> ReadSource:
    """Read one path whole: a folder is a directory, a file is a situation. Raises BadInput."""
    if path.is_dir():
        return ReadSource(path, read_folder(path))
    known = directory_for_files(store, viewer).organisations
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return ReadSource(path, new_situation(read_path(path), known=known, by=viewer.id, at=at))


def import_one(source: ReadSource, store: Store, viewer: Viewer) -> list[dict[str, Any]]:
    """Keep one checked source; return what became of each of its rows."""
    if isinstance(source.content, DirectoryFolder):
        report = store.import_directory(viewer, source.content, today=datetime.now(UTC).date())
        return [
            {"kind": row.kind, "id": row.id, "change": row.change, "place": row.place} for row in report.rows
        ]
    return [_keep_situation(source.content, str(source.path), store, viewer)]


def _keep_situation(new: NewSituation, place: str, store: Store, viewer: Viewer) -> dict[str, Any]:
    """Keep a situation, unless this viewer already keeps the same one; never change a kept one."""
    wanted = digest(fold(new.id, new.gestures, new.texts))
    try:
        kept = digest(store.situation(viewer, new.id))
    except NotFound:
        kept = ""
    if kept == wanted:
        return {"kind": "situation", "id": new.id, "change": "unchanged", "place": place}
    made = store.create(viewer, new.id, new.gestures, new.texts)
    return {"kind": "situation", "id": made, "change": "added", "place": place}


def report_line(row: dict[str, Any], lang: Lang) -> str:
    """Return one row of the report as a line: place, kind, id, what became of it."""
    colon = " :" if lang == "fr" else ":"
    kind = _KIND.get(row["kind"], Bilingual(row["kind"], row["kind"])).in_(lang)
    return f"{row['place']}{colon} {kind} {row['id']}, {_CHANGE[row['change']].in_(lang)}"
