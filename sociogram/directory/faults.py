"""The faults of a directory folder: all collected, so that the whole report is one reading."""

from dataclasses import dataclass, field

from sociogram.directory.columns import (
    COLUMNS,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_FAULTS,
    MAX_FILE_BYTES,
    MAX_ID,
    MAX_ROWS,
    OPTIONAL_COLUMNS,
)
from sociogram.errors import BadInput, Problem, TooLarge
from sociogram.language import Bilingual

# code: (what is wrong fr, en, remedy fr, en). No message repeats the input: the place says where to look.
_CATALOGUE: dict[str, tuple[str, str, str, str]] = {
    "not_a_folder": (
        "ce n'est pas un dossier d'annuaire.",
        "this is not a directory folder.",
        "Donner un dossier qui contient {files}.",
        "Give a folder that holds {files}.",
    ),
    "file_missing": (
        "ce fichier manque dans le dossier.",
        "this file is missing from the folder.",
        "Un annuaire a cinq fichiers : {files}.",
        "A directory has five files: {files}.",
    ),
    "file_unreadable": (
        "ce fichier ne peut pas être lu.",
        "this file cannot be read.",
        "Vérifier que c'est un fichier et que vous avez le droit de le lire.",
        "Check that it is a file and that you may read it.",
    ),
    "file_too_large": (
        "ce fichier est trop grand.",
        "this file is too large.",
        "Un fichier compte au plus {bytes} Mio et {rows} lignes.",
        "A file holds at most {bytes} MiB and {rows} rows.",
    ),
    "too_many_columns": (
        "ce fichier a trop de colonnes.",
        "this file has too many columns.",
        "Au plus {max_columns} colonnes ; attendues : {columns}.",
        "At most {max_columns} columns; expected: {columns}.",
    ),
    "bad_encoding": (
        "cette ligne n'est pas écrite en UTF-8.",
        "this line is not written in UTF-8.",
        "Enregistrer le fichier en UTF-8 (« CSV UTF-8 » dans un tableur).",
        "Save the file as UTF-8 (“CSV UTF-8” in a spreadsheet).",
    ),
    "nul": (
        "cette ligne contient un octet nul.",
        "this line holds a NUL byte.",
        "Enregistrer le fichier en texte CSV, encodé en UTF-8.",
        "Save the file as CSV text, encoded in UTF-8.",
    ),
    "bad_csv": (
        "cette ligne n'est pas du CSV lisible (guillemet seul ou mal fermé ?).",
        "this line is not readable CSV (a lone or unclosed quote?).",
        "Mettre entre guillemets les cellules qui ont une virgule, et doubler les guillemets à l'intérieur.",
        "Quote cells that hold a comma, and double the quotes inside.",
    ),
    "empty_file": (
        "ce fichier est vide.",
        "this file is empty.",
        "La première ligne nomme les colonnes : {columns}.",
        "The first line names the columns: {columns}.",
    ),
    "wrong_separator": (
        "les colonnes sont séparées par autre chose qu'une virgule.",
        "the columns are not separated by commas.",
        "Enregistrer en CSV avec la virgule ; le point-virgule sépare les valeurs d'une même cellule.",
        "Save as CSV with commas; the semicolon separates the values inside one cell.",
    ),
    "missing_column": (
        "cette colonne manque.",
        "this column is missing.",
        "Colonnes attendues : {columns}.",
        "Expected columns: {columns}.",
    ),
    "unknown_column": (
        "la colonne {number} n'est pas connue.",
        "column {number} is not known.",
        "Colonnes attendues : {columns}{optional_fr}.",
        "Expected columns: {columns}{optional_en}.",
    ),
    "duplicate_column": (
        "cette colonne est écrite deux fois.",
        "this column is written twice.",
        "N'en garder qu'une.",
        "Keep one of them.",
    ),
    "wrong_cell_count": (
        "cette ligne a {found} cellules au lieu de {expected}.",
        "this line has {found} cells instead of {expected}.",
        "Vérifier les virgules et les guillemets de la ligne.",
        "Check the commas and quotes of the line.",
    ),
    "cell_too_long": (
        "ce texte est trop long.",
        "this text is too long.",
        "Au plus {max_cell} caractères par cellule.",
        "At most {max_cell} characters a cell.",
    ),
    "bad_character": (
        "ce texte contient un caractère invisible ou de contrôle.",
        "this text holds an invisible or control character.",
        "Retaper le texte sans copier-coller.",
        "Type the text again rather than paste it.",
    ),
    "empty_cell": (
        "cette cellule est vide.",
        "this cell is empty.",
        "La remplir : elle est obligatoire.",
        "Fill it in: it is required.",
    ),
    "bad_id": (
        "cet identifiant ne convient pas.",
        "this id cannot be used.",
        "Au plus {max_id} lettres, chiffres, « . », « : », « _ » ou « - », sans espace.",
        "At most {max_id} letters, digits, “.”, “:”, “_” or “-”, no space.",
    ),
    "duplicate_id": (
        "cet identifiant est déjà celui de {other}.",
        "this id is already that of {other}.",
        "Donner un autre identifiant, ou supprimer une des deux lignes.",
        "Give another id, or remove one of the two lines.",
    ),
    "unknown_code": (
        "ce code n'existe pas dans le vocabulaire.",
        "this code is not in the vocabulary.",
        "Codes possibles : {choices}.",
        "Possible codes: {choices}.",
    ),
    "repeated_value": (
        "une valeur de cette liste y figure deux fois ou est vide.",
        "a value of this list stands there twice or is empty.",
        "Séparer les valeurs par un seul point-virgule, chacune une fois.",
        "Separate the values with one semicolon, each of them once.",
    ),
    "bad_number": (
        "ce nombre ne convient pas.",
        "this number cannot be used.",
        "Écrire un nombre entier de 0 à {highest}, ou laisser la cellule vide.",
        "Write a whole number from 0 to {highest}, or leave the cell empty.",
    ),
    "bad_day": (
        "ce jour n'existe pas ou n'est pas écrit AAAA-MM-JJ.",
        "this day does not exist or is not written YYYY-MM-DD.",
        "Écrire par exemple 2026-11-22, ou laisser la cellule vide.",
        "Write for example 2026-11-22, or leave the cell empty.",
    ),
    "bad_window": (
        "cette période d'inscription ne peut pas être lue.",
        "this intake window cannot be read.",
        "Écrire MM-JJ/MM-JJ (chaque année), AAAA-MM-JJ/AAAA-MM-JJ, ou annuel.",
        "Write MM-DD/MM-DD (every year), YYYY-MM-DD/YYYY-MM-DD, or annuel (once a year, not known when).",
    ),
    "bad_language": (
        "ce code de langue n'est pas valable.",
        "this language code is not valid.",
        "Écrire des codes ISO 639 de deux ou trois lettres, par exemple fr;bm.",
        "Write ISO 639 codes of two or three letters, such as fr;bm.",
    ),
    "ages_crossed": (
        "l'âge le plus bas est au-dessus de l'âge le plus haut.",
        "the lowest age is above the highest.",
        "Corriger l'un des deux âges.",
        "Correct one of the two ages.",
    ),
    "unknown_organisation": (
        "cette organisation n'est pas dans organisations.csv.",
        "this organisation is not in organisations.csv.",
        "Ajouter l'organisation, ou corriger l'identifiant.",
        "Add the organisation, or correct the id.",
    ),
    "self_tie": (
        "un lien ne va pas d'une organisation à elle-même.",
        "a tie does not go from an organisation to itself.",
        "Corriger l'une des deux extrémités.",
        "Correct one of the two ends.",
    ),
    "unknown_place": (
        "ce lieu n'est pas dans places.csv.",
        "this place is not in places.csv.",
        "Ajouter le lieu, ou laisser la cellule vide.",
        "Add the place, or leave the cell empty.",
    ),
    "too_many_faults": (
        "il y a d'autres fautes : ce rapport s'arrête ici.",
        "there are more faults: this report stops here.",
        "Corriger celles-ci d'abord, puis recommencer.",
        "Correct these first, then start again.",
    ),
    "place_circle": (
        "ce lieu est contenu dans lui-même.",
        "this place contains itself.",
        "Corriger la colonne parent.",
        "Correct the parent column.",
    ),
}

TOO_LARGE = frozenset({"file_too_large", "too_many_columns", "cell_too_long"})
_ORDER = {name: rank for rank, name in enumerate(COLUMNS)}


def _optional(file: str, before: str) -> str:
    columns = OPTIONAL_COLUMNS.get(file, ())
    return before + ", ".join(columns) if columns else ""


@dataclass(slots=True)
class Faults:
    """Faults by file and line; `raise_if_any` raises one BadInput with all of them, in that order."""

    _found: list[tuple[int, int, int, Problem]] = field(default_factory=list)

    def add(self, code: str, file: str, *, line: int = 0, field: str = "", **values: object) -> None:
        """Note a fault of the catalogue in `file`, at `line` (0 = the file as a whole), in column `field`."""
        filled = {
            "files": ", ".join(sorted(COLUMNS)),
            "columns": ", ".join(COLUMNS.get(file, ())),
            "optional_fr": _optional(file, " ; au choix : "),
            "optional_en": _optional(file, "; optional: "),
            "bytes": MAX_FILE_BYTES // (1024 * 1024),
            "rows": MAX_ROWS,
            "max_columns": MAX_COLUMNS,
            "max_cell": MAX_CELL,
            "max_id": MAX_ID,
            **values,
        }
        if len(self._found) > MAX_FAULTS:
            return
        if len(self._found) == MAX_FAULTS:
            code, field = "too_many_faults", ""
        says_fr, says_en, remedy_fr, remedy_en = _CATALOGUE[code]
        problem = Problem(
            code=code,
            says=Bilingual(says_fr, says_en).filled(**filled),
            remedy=Bilingual(remedy_fr, remedy_en).filled(**filled),
            place=f"{file}:{line}" if line else file,
            field=field,
        )
        self._found.append((_ORDER.get(file, -1), line, len(self._found), problem))

    def files(self) -> frozenset[str]:
        """Return the files that have a fault so far."""
        return frozenset(found[-1].place.partition(":")[0] for found in self._found)

    def __bool__(self) -> bool:
        return bool(self._found)

    def raise_if_any(self) -> None:
        """Raise BadInput (TooLarge when the first fault is a limit) with every fault, the first first."""
        if not self._found:
            return
        problems = tuple(found[-1] for found in sorted(self._found, key=lambda found: found[:3]))
        kind = TooLarge if problems[0].code in TOO_LARGE else BadInput
        raise kind(problems)
