"""Where a row comes from, said in words: titles and lines, never the name of a file of ours."""

from dataclasses import replace

import pytest

from sociogram.directory.packaged import packaged_directory, packaged_public_directory
from sociogram.directory.provenance import provenance
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.language import Lang

MALI = packaged_public_directory()
ROW = Organisation(id="a", name="A", source_file="004_03bce735b9a4bcb8.txt", source_line="388")


@pytest.mark.parametrize(
    ("lines", "other", "fr", "en"),
    [
        ("388", "", ", ligne 388", ", line 388"),
        ("310-311", "", ", lignes 310 à 311", ", lines 310 to 311"),
        ("5-5", "", ", ligne 5", ", line 5"),
        (
            "388",
            "004_03bce735b9a4bcb8.txt:12;004_03bce735b9a4bcb8.txt:388",
            ", lignes 12 et 388",
            ", lines 12 and 388",
        ),
        (
            "9",
            "004_03bce735b9a4bcb8.txt:2-4 ; 004_03bce735b9a4bcb8.txt:1",
            ", lignes 1, 2 à 4 et 9",
            ", lines 1, 2 to 4 and 9",
        ),
        ("page 3", "", ", page 3", ", page 3"),
        ("", "", "", ""),
        ("7", "autre.txt", ", ligne 7 ; « autre.txt »", ", line 7; “autre.txt”"),
    ],
)
def test_titles_and_lines(lines: str, other: str, fr: str, en: str) -> None:
    row = replace(ROW, source_line=lines, other_sources=other)
    title = "Cartographie nationale des organisations de la société civile sur la migration"
    assert provenance(row, "fr") == title + fr
    assert provenance(row, "en").endswith("on migration" + en)


def test_a_row_that_names_nothing_says_nothing() -> None:
    assert provenance(Organisation(id="a", name="A"), "fr") == ""
    assert provenance(Relation("t", "", "a", "b", "works_with"), "en") == ""


def test_a_file_of_somebody_else_is_shown_by_its_name() -> None:
    row = Service(id="s", organisation_id="a", category="ecoute", source_file="terrain.txt", source_line="3")
    assert provenance(row, "fr") == "« terrain.txt », ligne 3"
    assert provenance(row, "en") == "“terrain.txt”, line 3"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_packaged_row_has_its_document_in_words(lang: Lang) -> None:
    rows = [*MALI.organisations.values(), *MALI.services.values(), *MALI.relations.values()]
    for row in rows:
        said = provenance(row, lang)
        assert said
        assert ".txt" not in said
    hidden = [one for one in packaged_directory().organisations if one.sensitivity == "restreint"]
    assert [provenance(one, lang) for one in hidden] == [""]
