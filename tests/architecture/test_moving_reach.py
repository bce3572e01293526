"""What reads everybody's things without asking anybody's rights is reached by one command, never by HTTP."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
ONLY = ROOT / "api" / "cli" / "migrate.py"


def reaches(path: Path) -> bool:
    """Whether a file imports the moving of stores or asks something for its `contents()`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and "stores.moving" in (node.module or ""):
            return True
        if isinstance(node, ast.Attribute) and node.attr == "contents":
            return True
    return False


def test_only_the_command_moves() -> None:
    found = [
        path
        for folder in ("api", "layouts")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if reaches(path)
    ]
    assert found == [ONLY]
