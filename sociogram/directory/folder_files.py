"""The bytes of the five files, from a folder on disk or from a mapping of names to bytes."""

from collections.abc import Mapping
from pathlib import Path

from sociogram.directory.columns import COLUMNS, MAX_FILE_BYTES
from sociogram.directory.faults import Faults


def folder_bytes(source: Path | Mapping[str, bytes], faults: Faults) -> dict[str, bytes]:
    """Return what is there of the five files; what is missing or unreadable goes to `faults`.

    Other files of the folder (a README, situations) are left alone.
    """
    if isinstance(source, Mapping):
        found = {name: source[name] for name in COLUMNS if name in source}
    elif not source.is_dir():
        faults.add("not_a_folder", source.name or str(source))
        return {}
    else:
        found = {name: data for name in COLUMNS if (data := _read(source / name, faults)) is not None}
    if not found and not faults:
        faults.add("not_a_folder", "" if isinstance(source, Mapping) else source.name)
        return {}
    for name in COLUMNS:
        if name not in found and not (isinstance(source, Path) and (source / name).exists()):
            faults.add("file_missing", name)
    return found


def _read(path: Path, faults: Faults) -> bytes | None:
    try:
        if not path.exists():
            return None
        if not path.is_file():
            faults.add("file_unreadable", path.name)
            return None
        with path.open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)
    except OSError:
        faults.add("file_unreadable", path.name)
        return None
