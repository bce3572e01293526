"""The directory and the situations that come with the package: Mali, from five public documents."""

from functools import cache
from importlib.resources import files

from sociogram.directory.columns import COLUMNS
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder, read_folder
from sociogram.directory.publishing import directory_of

_MALI = "data/mali"


@cache
def packaged_directory() -> DirectoryFolder:
    """Return the packaged folder, read and checked. Its one hidden provider is invented."""
    folder = files("sociogram").joinpath(_MALI)
    return read_folder({name: folder.joinpath(name).read_bytes() for name in COLUMNS})


@cache
def packaged_public_directory() -> Directory:
    """Return the packaged rows that everybody may see."""
    return directory_of(packaged_directory())


def packaged_situations() -> dict[str, bytes]:
    """Return the four fictional situations by file name, in name order, as the bytes of their JSON."""
    folder = files("sociogram").joinpath(_MALI, "situations")
    found = {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(".json")}
    return {name: found[name].read_bytes() for name in sorted(found)}
