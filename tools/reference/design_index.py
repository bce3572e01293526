"""The index of the design notes, from their own headings."""

from pathlib import Path

from tools.reference.markdown import paragraphs, table

NOTES = Path(__file__).parent.parent.parent / "docs" / "design"


def design_index() -> str:
    """Return docs/design/README.md. ValueError for a note without its heading."""
    rows = [(f"[{path.name[:4]}]({path.name})", _heading(path)) for path in sorted(NOTES.glob("[0-9]*.md"))]
    return paragraphs(
        (
            "# Design notes",
            "One note a decision: what was decided, why, what was refused. A note is corrected when it stops "
            "being true; a decision that replaces another says so in both.",
            table(("note", "what it is about"), rows),
            "The contract with the outside (commands, addresses, files) is in the reference: "
            "[commands](../en/reference/commands.md), [routes](../en/reference/routes.md), "
            "[formats](../en/formats.md).",
        )
    )


def _heading(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    if not first.startswith("# "):
        raise ValueError(f"{path.name}: the first line is no heading")
    return first.removeprefix("# ").removeprefix(path.name[:4]).lstrip(" .:-–—")
