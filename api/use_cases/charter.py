"""A trainer's own charter, read at a door: what it may change today, and a refusal that says where."""

from dataclasses import fields
from pathlib import Path

from colour_codes.charter import Charter, CharterError, Marks, load_charter
from layouts.symbols import SYMBOL_SETS
from sociogram.errors import BadInput, Problem
from sociogram.language import Bilingual

_REMEDY = Bilingual(
    "Corriger cette ligne, ou repartir de la charte livrée : sociogram charter -o ma-charte.toml",
    "Correct this line, or begin again from the packaged charter: sociogram charter -o my-charter.toml",
)
_NO_SET = Bilingual("ce jeu de signes manque.", "this set of signs is missing.")
_NOT_YET = Bilingual(
    "les feuilles ne suivent pas encore un autre choix que celui de la charte livrée.",
    "sheets do not follow any choice yet but that of the packaged charter.",
)
_KEEP = Bilingual(
    "Garder ici la valeur livrée ; pour enlever lettres et chiffres, employer --plain.",
    "Keep the packaged value here; to drop letters and numbers, use --plain.",
)


def read_charter(path: str, field: str) -> Charter:
    """Return the charter at `path`. BadInput names the file, the line, the key, the fault and the remedy.

    `field` names the option or the variable that gave the path, for a file that cannot be read at all.
    """
    try:
        charter = load_charter(path)
    except CharterError as error:
        place = f"{Path(path).name}:{error.line}" if error.line else Path(path).name
        says = Bilingual(f"{error.fault.fr}.", f"{error.fault.en}.")
        key = "" if error.place == f"line {error.line}" else error.place
        raise BadInput((Problem("bad_charter", says, _REMEDY, place, key or field),)) from None
    _refuse_what_is_not_drawn(charter, Path(path).name)
    _require_both_sets(charter, Path(path).name)
    return charter


def _require_both_sets(charter: Charter, file: str) -> None:
    """A sheet may ask for either set by its name: other shapes may stand in them, but both are there."""
    for name in SYMBOL_SETS:
        if name not in charter.symbols.sets:
            raise BadInput((Problem("bad_charter", _NO_SET, _REMEDY, file, f"symbols.sets.{name}"),))


def _refuse_what_is_not_drawn(charter: Charter, file: str) -> None:
    """The legend would say one thing and the sheet draw another: refused until the sheet follows."""
    packaged = load_charter()
    for key, asked, drawn in (
        ("reading.head_at", charter.head_at, packaged.head_at),
        *(
            (f"marks.{mark.name}", getattr(charter.marks, mark.name), getattr(packaged.marks, mark.name))
            for mark in fields(Marks)
        ),
        *(
            (f"symbols.{part}", getattr(charter.symbols, part), getattr(packaged.symbols, part))
            for part in ("default", "home", "institution", "professional")
        ),
    ):
        if asked != drawn:
            raise BadInput((Problem("charter_not_drawn", _NOT_YET, _KEEP, file, key),))
