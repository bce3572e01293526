"""`doctor`: the packages side by side, the page built, the font, the store."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from api.page import page_folder
from api.use_cases.charter import read_charter
from colour_codes.palettes import Palette
from layouts.printers.pdf import write_pdf
from layouts.printers.png import write_png
from layouts.sheet import Sheet, Text
from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.stores.examination import examine

PACKAGES = ("colour_codes", "sociogram", "layouts", "api")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: a stable code, whether it is well, and the sentence."""

    code: str
    ok: bool
    says: Bilingual


def examine_installation(store_url: str, *, passphrase: Callable[[], str]) -> list[Check]:
    """Return every check, in the order of looking. Nothing is changed or made."""
    store = [Check(code, ok, says) for code, ok, says in examine(store_url, passphrase)]
    return [*_installation(), *store]


def examine_charter(path: str) -> list[Check]:
    """Return the check of the charter that the environment names; none when it names none."""
    if not path:
        return []
    try:
        read_charter(path, "$SOCIOGRAM_CHARTER")
    except BadInput as refused:
        told = Bilingual(refused.first.line("fr"), refused.first.line("en"))
        return [Check("charter", False, told)]
    return [Check("charter", True, _CHARTER_READ)]


def _installation() -> Iterator[Check]:
    yield Check(
        "python",
        sys.version_info >= (3, 11),
        Bilingual(f"Python {sys.version.split()[0]}.", f"Python {sys.version.split()[0]}."),
    )
    yield _packages()
    built = (page_folder() / "index.html").is_file()
    yield Check("page", built, _PAGE_BUILT if built else _PAGE_MISSING)
    yield _printing()


def _packages() -> Check:
    """Another distribution that ships a package of the same name would hide one of ours."""
    homes = set()
    for name in PACKAGES:
        found = find_spec(name)
        if found is not None and found.origin is not None:
            homes.add(Path(found.origin).parent.parent)
    ok = len(homes) == 1
    return Check("packages", ok, _TOGETHER if ok else _SCATTERED)


def _printing() -> Check:
    sheet = Sheet(60, 20, "fr", Palette.WALL, "Essai", "Essai", (Text(5, 12, 5, "Essai ɛ ɔ", "#000000"),))
    try:
        well = write_pdf(sheet).startswith(b"%PDF") and write_png(sheet).startswith(b"\x89PNG")
        well = well and files("layouts").joinpath("fonts", "sociogram-sans.ttf").is_file()
    except Exception:
        well = False
    return Check("printing", well, _PRINTS if well else _DOES_NOT_PRINT)


_CHARTER_READ = Bilingual("La charte choisie se lit.", "The charter chosen can be read.")
_PAGE_BUILT = Bilingual("La page est construite.", "The page is built.")
_PAGE_MISSING = Bilingual(
    "La page n'est pas construite : lancer « make web ».", "The page is not built: run “make web”."
)
_TOGETHER = Bilingual("Les quatre paquets sont ensemble.", "The four packages stand together.")
_SCATTERED = Bilingual(
    "Les quatre paquets ne sont pas ensemble : réinstaller dans un environnement à part.",
    "The four packages are not together: install again in an environment of its own.",
)
_PRINTS = Bilingual("Le PDF et l'image se font, avec la police.", "PDF and picture are made, with the font.")
_DOES_NOT_PRINT = Bilingual(
    "Le PDF ou l'image ne se font pas : réinstaller.", "PDF or picture cannot be made: install again."
)
