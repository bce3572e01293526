"""A text that names a hidden organisation takes its level: the row stays, the text does not."""

from typing import Any

import pytest

from sociogram.directory.folder import read_folder
from sociogram.directory.publishing import directory_of

NAMES = [
    "Ombre Douce",
    "OMBRE DOUCE",
    "l'ombre  douce,",
    "gamma",
    "ODX",
    "(odx)",
    "Petite Ombre",
    "ombré doucé",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("file", "old", "kind", "field"),
    [
        ("relations.csv", "envoie vers le centre", "relation", "evidence_quote"),
        ("services.csv", "gratuit", "service", "conditions"),
        ("services.csv", "Entretiens sur rendez-vous", "service", "description"),
        ("organisations.csv", "La Maison;Alpha Bamako", "organisation", "aliases"),
        ("vocab.csv", "prestation à une personne\nservice_category,sante", "term", "note"),
    ],
)
def test_the_text_is_taken_out_and_given_back_with_the_grant(
    folder: Any, name: str, file: str, old: str, kind: str, field: str
) -> None:
    tail = "\nservice_category,sante" if "\n" in old else ""
    read = read_folder(folder((file, old, f'"avec {name} aussi"{tail}')))
    (text,) = read.hidden_texts
    assert (text.kind, text.field, text.organisations) == (kind, field, ("gamma",))
    assert text.text == f"avec {name} aussi"
    public, granted = directory_of(read), directory_of(read, granted={"gamma"})
    assert name not in repr(public)
    assert f"avec {name} aussi" in repr(granted)


@pytest.mark.parametrize("text", ["pénombre douce", "gammas", "ODXY", "ombre très douce", "douce ombre"])
def test_only_whole_words_count(folder: Any, text: str) -> None:
    read = read_folder(folder(("services.csv", "gratuit", text)))
    assert read.hidden_texts == ()


def test_the_row_is_that_of_a_folder_that_never_had_the_text(folder: Any) -> None:
    naming = directory_of(read_folder(folder(("services.csv", "gratuit", "chez ODX"))))
    silent = directory_of(read_folder(folder(("services.csv", "gratuit", ""))))
    assert naming == silent


def test_texts_of_hidden_rows_and_names_of_public_rows_stay(folder: Any) -> None:
    read = read_folder(
        folder(("services.csv", "Abri", "Abri ODX"), ("organisations.csv", "Centre Bêta", "Gamma Photo"))
    )
    assert read.hidden_texts == ()
    assert directory_of(read).organisations["beta"].name == "Gamma Photo"


def test_a_service_is_never_less_guarded_than_its_organisation(folder: Any) -> None:
    read = read_folder(
        folder(("services.csv", "restreint,,", "public,,"), ("services.csv", "prudence", "public"))
    )
    assert [one.sensitivity for one in read.services] == ["public", "prudence", "restreint", "public"]
    assert set(directory_of(read).services) == {"s1", "s2", "s4"}


def test_what_is_shown_never_depends_on_the_order_of_the_files(folder: Any) -> None:
    files = folder()
    turned = {
        name: b"\n".join([lines[0], *reversed(lines[1:])]) + b"\n"
        for name, data in files.items()
        for lines in [data.rstrip(b"\n").split(b"\n")]
    }
    left, right = directory_of(read_folder(files)), directory_of(read_folder(turned))
    assert left == right
    assert list(left.organisations) == list(right.organisations)
    assert list(left.terms) == list(right.terms)
