"""The pages as a whole: both languages, every field named, every picture there, every note listed."""

import re
from pathlib import Path

import pytest

from sociogram.directory.columns import COLUMNS, SENSITIVITIES, STATUSES, TIE_KINDS
from sociogram.situation.plain_keys import KEYS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
TWINS = {
    "atelier.md": "workshop.md",
    "compter.md": "counting.md",
    "studio.md": "studio.md",
    "demarrer.md": "start.md",
    "dix-questions.md": "ten-questions.md",
    "feutres.md": "pens.md",
    "formats.md": "formats.md",
    "glossaire.md": "glossary.md",
    "limites.md": "limits.md",
    "manques.md": "gaps.md",
    "neo4j.md": "neo4j.md",
    "questions-formateur.md": "trainer-questions.md",
    "suivre.md": "following.md",
    "telephone.md": "phone.md",
    "qui-peut-aider.md": "who-can-help.md",
    "reference/charte.md": "reference/charter.md",
    "reference/commandes.md": "reference/commands.md",
    "reference/exemples.md": "reference/examples.md",
    "reference/reglages.md": "reference/settings.md",
    "reference/regles.md": "reference/rules.md",
    "reference/routes.md": "reference/routes.md",
}
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
#: What the SVG of a sheet promises to scripts (docs, "formats").
SVG_ATTRIBUTES = [
    "data-sociogram",
    "data-palette",
    "data-lang",
    "data-date",
    "data-kind",
    "data-id",
    "data-parent",
    "data-side",
    "data-pen",
    "data-box",
    "data-activator",
    "data-activated",
    "data-order",
    "data-link",
]


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_every_page_has_its_twin() -> None:
    for lang, names in (("fr", set(TWINS)), ("en", set(TWINS.values()))):
        assert {str(path.relative_to(DOCS / lang)) for path in (DOCS / lang).rglob("*.md")} == names


@pytest.mark.parametrize(("french", "english"), TWINS.items())
def test_twins_have_the_same_parts(french: str, english: str) -> None:
    """Same headings at the same depth, same number of commands: nothing is said in one language only."""
    first, second = read(f"fr/{french}"), read(f"en/{english}")
    assert HEADING.findall(first) == HEADING.findall(second)
    assert first.count("```") == second.count("```")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_field_of_a_plain_situation_is_explained(lang: str) -> None:
    text = read(f"{lang}/formats.md")
    for part, keys in KEYS.items():
        if part == "pattern_source":
            continue
        for key in keys:
            assert f"`{key}`" in text, (part, key)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_column_of_a_directory_is_listed(lang: str) -> None:
    text = read(f"{lang}/formats.md")
    for file, columns in COLUMNS.items():
        (line,) = [line for line in text.splitlines() if line.startswith(f"| `{file}`")]
        assert re.findall(r"`(\w+)`", line.split("|")[3]) == list(columns)
    for code in (*SENSITIVITIES, *STATUSES, *TIE_KINDS):
        assert f"`{code}`" in text


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_promised_attribute_is_listed(lang: str) -> None:
    text = read(f"{lang}/formats.md")
    assert not [name for name in SVG_ATTRIBUTES if name not in text]


def pictures() -> list[tuple[Path, Path]]:
    pages = [ROOT / "README.md", *DOCS.rglob("*.md")]
    found = []
    for page in pages:
        for target in PICTURE.findall(page.read_text(encoding="utf-8")):
            found.append((page, (page.parent / target).resolve()))
    return found


def test_every_picture_is_there_and_light() -> None:
    shown = pictures()
    assert shown
    for page, picture in shown:
        assert picture.is_file(), f"{page.name}: {picture.name}"
        assert picture.stat().st_size <= 300_000, picture.name


def test_every_picture_is_shown_somewhere() -> None:
    shown = {picture for _, picture in pictures()}
    assert not [path.name for path in (DOCS / "images").iterdir() if path.resolve() not in shown]


def test_the_index_lists_every_design_note() -> None:
    notes = {path.name for path in (DOCS / "design").glob("[0-9]*.md")}
    assert notes
    assert set(re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", read("design/README.md"))) == notes


def test_every_folder_of_the_house_is_explained() -> None:
    text = read("design/0001-the-house.md")
    folders = [
        path for floor in ("colour_codes", "sociogram", "layouts", "api") for path in (ROOT / floor).iterdir()
    ]
    named = [f"`{path.parent.name}/{path.name}/`" for path in folders if any(path.glob("*.py"))]
    assert len(named) > 10
    assert not [name for name in named if name not in text]


def test_the_index_lists_every_page() -> None:
    listed = set(re.findall(r"\]\(((?:fr|en)/[^)]+)\)", read("README.md")))
    assert listed == {
        str(path.relative_to(DOCS)) for lang in ("fr", "en") for path in (DOCS / lang).rglob("*.md")
    }


@pytest.mark.parametrize(
    "page", ["README.md", "docs/fr/demarrer.md", "docs/fr/limites.md", "docs/fr/qui-peut-aider.md"]
)
def test_the_trial_is_said(page: str) -> None:
    assert "situations fictives seulement" in (ROOT / page).read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors that a reader of Markdown makes of the headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_into_a_page_find_their_heading() -> None:
    found = []
    for page in [ROOT / "README.md", *DOCS.rglob("*.md")]:
        for target, anchor in re.findall(r"\]\(([^)#:\s]*)#([^)\s]+)\)", page.read_text(encoding="utf-8")):
            there = (page.parent / target).resolve() if target else page
            found.append(anchor)
            assert anchor in anchors(there), f"{page.name}: {target}#{anchor}"
    assert found
