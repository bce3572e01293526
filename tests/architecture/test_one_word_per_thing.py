"""One word for one thing, wherever people read: a second word would look like a second thing."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("colour_codes", "sociogram", "layouts", "api")
READ = {".py", ".ts", ".tsx", ".toml"}
BUILT = {"static", "node_modules", "__pycache__"}
# What is not said, and the word of the glossary that is (docs/fr/glossaire.md).
OTHER_WORDS = {"répertoire": "annuaire"}


def texts() -> list[Path]:
    found = [path for name in PACKAGES for path in (ROOT / name).rglob("*") if path.suffix in READ]
    found += (ROOT / "docs" / "fr").glob("*.md")
    return [path for path in found if not BUILT & set(path.parts)]


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_the_word_of_the_glossary_is_the_only_one(word: str) -> None:
    glossary = (ROOT / "docs" / "fr" / "glossaire.md").read_text(encoding="utf-8")
    assert f"**{OTHER_WORDS[word]}**" in glossary
    told = [
        str(path.relative_to(ROOT)) for path in texts() if word in path.read_text(encoding="utf-8").lower()
    ]
    assert told == []
