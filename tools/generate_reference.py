"""Write the reference pages of docs/ from the code, and the index of the design notes from their headings.

Run: python -m tools.generate_reference          (add --check to compare only, exit 1 when a page differs)
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from sociogram.language import LANGUAGES, Bilingual, Lang
from tools.reference.charter_page import charter_page
from tools.reference.commands_page import commands_page
from tools.reference.design_index import design_index
from tools.reference.examples_page import examples_page
from tools.reference.routes_page import routes_page
from tools.reference.rules_page import rules_page
from tools.reference.settings_page import settings_page
from tools.reference.words import said

DOCS = Path(__file__).parent.parent / "docs"
PAGES: Mapping[Bilingual, Callable[[Lang], str]] = {
    Bilingual("commandes.md", "commands.md"): commands_page,
    Bilingual("routes.md", "routes.md"): routes_page,
    Bilingual("regles.md", "rules.md"): rules_page,
    Bilingual("reglages.md", "settings.md"): settings_page,
    Bilingual("charte.md", "charter.md"): charter_page,
    Bilingual("exemples.md", "examples.md"): examples_page,
}


def pages() -> dict[Path, str]:
    """Return every page by the file it belongs in."""
    written = {
        DOCS / lang / "reference" / names.in_(lang): f"{said('note', lang)}\n\n{write(lang).strip()}\n"
        for names, write in PAGES.items()
        for lang in LANGUAGES
    }
    written[DOCS / "design" / "README.md"] = f"{said('note', 'en')}\n\n{design_index()}\n"
    return written


def stale(written: Mapping[Path, str]) -> list[Path]:
    """Return the pages whose file is missing or differs."""
    return [
        path
        for path, text in written.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def main(arguments: list[str]) -> int:
    """Write the pages that differ, or only name them with --check."""
    written = pages()
    different = stale(written)
    for path in different:
        print(path.relative_to(DOCS.parent))
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written[path], encoding="utf-8")
    return 1 if different and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
