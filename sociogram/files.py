"""Read one file from disk, with a plain sentence for all that can go wrong."""

from pathlib import Path

from sociogram.errors import BadInput, NotFound, Problem, TooLarge, bad_input
from sociogram.language import Bilingual

MAX_BYTES = 2_000_000


def read_file(path: Path | str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file of at most `limit` bytes.

    NotFound when there is none; BadInput for a folder, a device or what cannot be read; TooLarge beyond it.
    """
    path, place = Path(path), str(path)
    try:
        if path.is_dir():
            raise _is_folder(place)
        if not path.exists():
            raise _missing(place)
        if not path.is_file():
            raise _unreadable(place)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise _unreadable(place) from None
    if len(data) > limit:
        raise too_large(limit, place)
    return data


def too_large(limit: int, place: str) -> TooLarge:
    """Return the refusal of something larger than `limit` bytes."""
    return TooLarge(
        (
            Problem(
                "too_large",
                Bilingual(f"plus de {limit} octets.", f"more than {limit} bytes."),
                Bilingual("Envoyer un document plus petit.", "Send a smaller document."),
                place,
            ),
        )
    )


def _is_folder(place: str) -> BadInput:
    return bad_input(
        "is_folder",
        fr="ceci est un dossier, un fichier est attendu.",
        en="this is a folder, a file is expected.",
        remedy_fr="Nommer le fichier lui-même.",
        remedy_en="Name the file itself.",
        place=place,
    )


def _missing(place: str) -> NotFound:
    says = Bilingual("ce fichier n'existe pas.", "this file does not exist.")
    remedy = Bilingual("Vérifier le nom et le dossier.", "Check the name and the folder.")
    return NotFound((Problem("no_such_file", says, remedy, place),))


def _unreadable(place: str) -> BadInput:
    return bad_input(
        "unreadable",
        fr="ce fichier ne peut pas être lu.",
        en="this file cannot be read.",
        remedy_fr="Vérifier ses droits de lecture, ou en faire une copie.",
        remedy_en="Check its read permissions, or make a copy of it.",
        place=place,
    )
