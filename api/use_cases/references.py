"""Finding a situation by its reference: an id in the store, or a path to a JSON file."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.rules.findings import Finding
from sociogram.situation.fold import fold
from sociogram.situation.own import OwnSituation, read_situation_file
from sociogram.situation.plain_findings import plain_findings, require_sound
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.plain_shape import PlainSituation
from sociogram.situation.situation import Situation
from sociogram.stores.protocol import Store
from sociogram.strict_json import read_file


@dataclass(frozen=True, slots=True)
class Referred:
    """A situation, the directory its viewer sees, and the findings of its file (none from a store)."""

    situation: Situation
    directory: Directory
    file_findings: tuple[Finding, ...] = ()


def is_path(reference: str) -> bool:
    """Whether `reference` names a file rather than an id of the store."""
    return "/" in reference or "\\" in reference or reference.endswith(".json") or Path(reference).exists()


def directory_for_files(store: Store, viewer: Viewer) -> Directory:
    """The viewer's directory, or the packaged public one when the store has none."""
    directory = store.directory(viewer)
    return directory if directory.organisations else packaged_public_directory()


def find(reference: str, store: Store, viewer: Viewer) -> Referred:
    """Return the situation named by an id or a path, with what `check` needs; broken rules are findings."""
    directory = directory_for_files(store, viewer)
    if not is_path(reference):
        return Referred(store.situation(viewer, reference), directory)
    file = read_path(Path(reference), strict=False)
    if isinstance(file, OwnSituation):
        return Referred(fold(file.id, file.gestures, file.texts), directory)
    return Referred(situation_of_plain(file), directory, plain_findings(file, directory.organisations))


def find_sound(reference: str, store: Store, viewer: Viewer) -> Referred:
    """As `find`, and refuse with RuleBroken a file that breaks E01-E08 or E10."""
    if not is_path(reference):
        return find(reference, store, viewer)
    directory = directory_for_files(store, viewer)
    file = sound(read_path(Path(reference)), directory.organisations)
    if isinstance(file, OwnSituation):
        return Referred(fold(file.id, file.gestures, file.texts), directory)
    return Referred(situation_of_plain(file), directory)


def read_path(path: Path, *, strict: bool = True) -> PlainSituation | OwnSituation:
    """Read a situation file, plain or lossless."""
    return read_situation_file(read_file(path), place=str(path), strict=strict)


def sound(file: PlainSituation | OwnSituation, known: Collection[str]) -> PlainSituation | OwnSituation:
    """Return `file`, or raise RuleBroken when a plain one breaks a rule; ends may be in `known`."""
    if isinstance(file, PlainSituation):
        require_sound(file, known)
    return file
