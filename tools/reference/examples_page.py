"""The examples: each script of examples/, whole, with what it is for."""

from pathlib import Path

from sociogram.language import Lang
from tools.reference.markdown import code, paragraphs
from tools.reference.words import part, said

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def examples_page(lang: Lang) -> str:
    """Return the page of the examples. KeyError for a script nobody has explained."""
    explained = part("examples", "for")
    parts = [said("examples.title", lang), said("examples.intro", lang)]
    for script in sorted(EXAMPLES.glob("*.py")):
        source = script.read_text(encoding="utf-8")
        parts += [f"## {script.name}", explained[script.name][lang], code(source, "python")]
    return paragraphs(parts)
