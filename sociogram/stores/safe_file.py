"""Small private files written so that a power cut leaves the old one or the new one, never half of one."""

import os
from pathlib import Path

PRIVATE = 0o600


def write_safely(path: Path, data: bytes) -> None:
    """Write beside, flush to the disk, rename over, flush the folder. The file is readable by its owner
    only."""
    beside = _written_beside(path, data)
    beside.replace(path)
    sync_folder(path.parent)


def write_once(path: Path, data: bytes) -> bool:
    """As write_safely, but never over an existing file: return False and change nothing when there is one."""
    beside = _written_beside(path, data)
    try:
        os.link(beside, path)
    except FileExistsError:
        return False
    except OSError:
        # Some disks (FAT) know no links: nearly as safe, as two programs seldom make one store at once.
        if path.exists():
            return False
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)
    return True


def sync_folder(folder: Path) -> None:
    """Flush the names of a folder to the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _written_beside(path: Path, data: bytes) -> Path:
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside
