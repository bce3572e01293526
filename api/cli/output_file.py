"""Writing one file whole or not at all."""

import os
import tempfile
from pathlib import Path

import typer

from sociogram.errors import BadInput, bad_input
from sociogram.language import Lang

OUTPUT = "-o"


def write_whole(path: Path, data: bytes, option: str = OUTPUT) -> None:
    """Write `data` beside `path`, then rename: a cut leaves the old file, never half of a new one.

    BadInput names the `option` that `path` was given by.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".sociogram-", dir=path.parent)
    except OSError:
        raise _unwritable(path, option) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise _unwritable(path, option) from None


def write_printed(path: Path, made: bytes, lang: Lang) -> None:
    """Write `made`, and say on one line what it measures on paper, if it is a printed sheet."""
    from api.use_cases.printing import Printed  # Loads the layouts, which most commands do not need.

    write_whole(path, made)
    if isinstance(made, Printed):
        colon = "\u00a0: " if lang == "fr" else ": "
        typer.echo(f"{path.name}{colon}{made.said(lang)}")


def check_writable(path: Path, option: str = OUTPUT) -> None:
    """Refuse early a place that cannot be written, before long work, and before anything is kept."""
    if path.is_dir():
        raise _unwritable(path, option)
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError:
        raise _unwritable(path, option) from None


def _unwritable(path: Path, option: str) -> BadInput:
    return bad_input(
        "unwritable_file",
        fr="ce fichier ne peut pas être écrit.",
        en="this file cannot be written.",
        remedy_fr="Choisir un nom de fichier dans un dossier qui existe et où vous pouvez écrire.",
        remedy_en="Choose a file name in a folder that exists and that you may write to.",
        place=str(path),
        field=option,
    )
