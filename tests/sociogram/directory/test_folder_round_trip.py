"""A folder written and read again is the same folder, and opens harmlessly in a spreadsheet."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sociogram
from sociogram.directory.folder import read_folder
from sociogram.directory.folder_csv import write_folder
from sociogram.directory.formula_guard import guarded, unguarded
from sociogram.directory.packaged import packaged_directory, packaged_situations
from sociogram.directory.publishing import directory_of
from sociogram.directory.tie_id import tie_id


def test_the_packaged_folder_comes_back_byte_for_byte() -> None:
    home = Path(sociogram.__file__).parent / "data" / "mali"
    for name, data in write_folder(packaged_directory()).items():
        assert data == (home / name).read_bytes(), name
    assert len(packaged_directory().organisations) == 138
    assert len(packaged_directory().services) == 159
    assert len(packaged_directory().relations) == 107
    assert len(packaged_situations()) == 4


def test_an_invented_folder_comes_back_whole(folder: Any) -> None:
    read = read_folder(folder(("relations.csv", "envoie vers le centre", "envoie vers Ombre Douce")))
    assert read.hidden_texts
    assert read_folder(write_folder(read)) == read


@given(st.text(alphabet=st.sampled_from("'=+-@\t\n\r 0aé,\"")))
def test_the_guard_goes_both_ways(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "+", "+223 x"]
)
def test_a_formula_is_never_written_bare(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["+223 20803040", "+22320803040", "2021-12", "l'eau", "'abc", ""])
def test_a_telephone_number_and_plain_text_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


def test_formulas_in_a_folder_come_back_exactly_and_stay_harmless_in_the_file(folder: Any) -> None:
    read = read_folder(
        folder(("services.csv", "gratuit", "=HYPERLINK(1)"), ("services.csv", "Lettres", "'=x"))
    )
    written = write_folder(read)
    cells = [cell for line in csv.reader(io.StringIO(written["services.csv"].decode())) for cell in line]
    assert not any(cell[:1] in ("=", "@", "-") for cell in cells)
    again = read_folder(written)
    assert again == read
    assert again.services[0].conditions == "=HYPERLINK(1)"


def test_a_published_tie_id_depends_on_its_own_row_alone(folder: Any) -> None:
    first = {tie.source_id: tie.id for tie in read_folder(folder()).relations}
    without = folder(("relations.csv", "r2,beta,gamma,works_with,non,,,non_date,,,,lien inventé\n", ""))
    assert {tie.source_id: tie.id for tie in read_folder(without).relations} == {
        key: name for key, name in first.items() if key != "r2"
    }
    assert len(set(first.values())) == 3
    assert tie_id("r1", "a", "b", "funds") != tie_id("r1", "b", "a", "funds")
    assert tie_id("r", "1a", "b", "funds") != tie_id("r1", "a", "b", "funds")


def test_a_directory_leaves_without_numbered_ties_or_sheltered_addresses(folder: Any) -> None:
    shown = directory_of(read_folder(folder()))
    written = write_folder(shown)
    ids = [line.split(",")[0] for line in written["relations.csv"].decode().splitlines()[1:]]
    assert ids == sorted(shown.relations)
    assert b"rue 1" in written["organisations.csv"]
    assert b"rue 2" not in written["organisations.csv"]
    again = directory_of(read_folder(written))
    assert set(again.relations) == set(shown.relations)
    assert write_folder(again) == written
