"""Disks that fail on demand, below the encryption: written as SQLite file systems (apsw VFS).

`FailingDisk` refuses its n-th change. `CutDisk` remembers what was flushed, and can say what a power cut
would leave: each 512-byte sector written since the last flush is old or new, at random.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


class _File(apsw.VFSFile):
    """A file whose changes are announced before they are made, and flushes after."""

    def __init__(self, base: str, name: Any, flags: list[int], disk: "_Disk") -> None:
        super().__init__(base, name, flags)
        self._disk = disk
        self._path = Path(name.filename() if isinstance(name, apsw.URIFilename) else name)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.before_change(self._path)
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._disk.before_change(self._path)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self._disk.before_change(self._path)
        super().xSync(flags)
        self._disk.after_flush(self._path)


class _Disk(apsw.VFS):
    """`vfs` is the name under which the encrypted store opens it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "unix", maxpathname=0)
        self.vfs = f"multipleciphers-{name}"

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _File("unix", name, flags, self)

    def before_change(self, path: Path) -> None:
        """Called before anything is written, cut short or flushed."""

    def after_flush(self, path: Path) -> None:
        """Called when a file was flushed."""


class FailingDisk(_Disk):
    """Raises `fault` at the n-th change from `arm` on (1 = the next), once or, when `stuck`, ever after."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.fault: Callable[[], Exception] = apsw.IOError
        self.stuck = False
        self.left: int | None = None
        self.struck = False

    def arm(self, number: int, fault: Callable[[], Exception], *, stuck: bool) -> None:
        self.left, self.fault, self.stuck, self.struck = number, fault, stuck, False

    def disarm(self) -> None:
        self.left = None

    def before_change(self, path: Path) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left == 0 or (self.stuck and self.left < 0):
            self.struck = True
            raise self.fault()


class PowerCut(apsw.IOError):
    """The lights went out in the middle of a change."""


class CutDisk(_Disk):
    """Goes dark at the n-th change from `arm` on; then nothing is written any more."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.flushed: dict[Path, bytes] = {}
        self.left: int | None = None

    def begin(self, *paths: Path) -> None:
        """Everything in these files is on the disk."""
        self.flushed = {path: path.read_bytes() for path in paths}
        self.left = None

    def arm(self, number: int) -> None:
        self.left = number

    def before_change(self, path: Path) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left <= 0:
                raise PowerCut

    def after_flush(self, path: Path) -> None:
        self.flushed[path] = path.read_bytes()

    def left_behind(self, path: Path, chance: random.Random) -> bytes:
        """Return what the disk may hold of a file after the cut."""
        old, new = self.flushed.get(path, b""), path.read_bytes() if path.exists() else b""
        if old == new:
            return new
        size = chance.choice((len(old), len(new)))
        kept = bytearray()
        for at in range(0, max(len(old), len(new)), SECTOR):
            source = old if chance.random() < 0.5 else new
            kept += source[at : at + SECTOR].ljust(SECTOR, b"\0")
        return bytes(kept[:size])
