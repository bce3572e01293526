"""Facts about services: columns that may be absent, kept as written, published with care."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.folder import read_folder
from sociogram.directory.folder_csv import write_folder
from sociogram.directory.intake import next_opening, taking_in, window
from sociogram.directory.leaving import leaving
from sociogram.directory.publishing import directory_of
from sociogram.directory.rows import SERVICE_FACTS, Organisation, Service
from sociogram.directory.version import directory_version
from sociogram.directory.wire import directory_json
from sociogram.errors import BadInput

HEADER = "sensitivity,source_file,source_line\n"
COLUMNS = ",".join(SERVICE_FACTS)
UNKNOWN: dict[str, Any] = {name: getattr(Service("", "", ""), name) for name in SERVICE_FACTS}
TOLD = "fr;bm,carte_identite;deux photos,01-15/03-31,8 h à 12 h,oui,0,2026-11-20,2026-11-21,15,35"


def told(folder: Any, facts: str = TOLD, *, sensitivity: str = "public") -> dict[str, bytes]:
    """The invented folder with the optional columns: `facts` for s1, nothing for the others."""
    empty = "," * len(SERVICE_FACTS)
    return folder(  # type: ignore[no-any-return]
        ("services.csv", HEADER, f"{HEADER.strip()},{COLUMNS}\n"),
        ("services.csv", "public,f.txt,3\n", f"{sensitivity},f.txt,3,{facts}\n"),
        ("services.csv", "prudence,f.txt,4\n", f"prudence,f.txt,4{empty}\n"),
        ("services.csv", "restreint,,\n", f"restreint,,{empty}\n"),
        ("services.csv", "public,f.txt,5\n", f"public,f.txt,5{empty}\n"),
    )


def test_facts_are_read_kept_and_written_back(folder: Any) -> None:
    read = read_folder(told(folder))
    (service,) = (one for one in read.services if one.id == "s1")
    assert service.facts == {
        "languages": ("fr", "bm"), "papers": ("carte_identite", "deux photos"), "intake": ("01-15/03-31",),
        "hours": "8 h à 12 h", "night": True, "capacity": 0, "capacity_on": "2026-11-20",
        "checked_on": "2026-11-21", "age_min": 15, "age_max": 35,
    }  # fmt: skip
    assert all(one.facts == {} for one in read.services if one.id != "s1")
    assert read_folder(write_folder(read)).services == read.services


def test_a_folder_without_facts_keeps_its_bytes_and_its_version(folder: Any) -> None:
    plain, columns_only = read_folder(folder()), read_folder(told(folder, "," * (len(SERVICE_FACTS) - 1)))
    assert write_folder(plain) == write_folder(columns_only) == write_folder(read_folder(write_folder(plain)))
    assert b"languages" not in write_folder(plain)["services.csv"]
    assert directory_version(directory_of(plain)) == directory_version(directory_of(columns_only))
    assert all("night" not in one for one in directory_json(directory_of(plain))["services"])
    assert repr(Service("s", "o", "c")) == (
        "Service(id='s', organisation_id='o', category='c', description='', target_groups=(), places=(), "
        "conditions='', period='', status='non_date', sensitivity='public', source_file='', source_line='')"
    )


def test_each_fact_changes_the_version(folder: Any) -> None:
    directory = directory_of(read_folder(told(folder)))
    versions = {directory_version(directory)}
    for name in SERVICE_FACTS:
        service = directory.services["s1"]
        without = replace(service, **{name: UNKNOWN[name]})
        versions.add(directory_version(replace(directory, services={**directory.services, "s1": without})))
    assert len(versions) == len(SERVICE_FACTS) + 1


def test_the_facts_of_a_discreet_service_do_not_leave(folder: Any) -> None:
    discreet = directory_of(read_folder(told(folder, sensitivity="prudence")))
    assert discreet.services["s1"].facts
    left = leaving(discreet).services["s1"]
    assert left == replace(discreet.services["s1"], **UNKNOWN)
    assert left.facts == {}
    said = repr(directory_json(discreet)) + repr(write_folder(discreet))
    assert "8 h à 12 h" not in said
    public = directory_of(read_folder(told(folder)))
    assert "8 h à 12 h" in repr(directory_json(public))
    assert "8 h à 12 h" in repr(leaving(public))


def test_the_facts_of_a_hidden_service_leave_no_column(folder: Any) -> None:
    """Told of the hidden one alone: for everybody else the file is that of a folder without facts."""
    hidden = directory_of(
        read_folder(
            folder(
                ("services.csv", HEADER, f"{HEADER.strip()},night\n"),
                ("services.csv", "public,f.txt,3\n", "public,f.txt,3,\n"),
                ("services.csv", "prudence,f.txt,4\n", "prudence,f.txt,4,\n"),
                ("services.csv", "restreint,,\n", "restreint,,,oui\n"),
                ("services.csv", "public,f.txt,5\n", "public,f.txt,5,\n"),
            )
        )
    )
    plain = directory_of(read_folder(folder()))
    assert write_folder(hidden) == write_folder(plain)
    assert (directory_version(hidden), directory_json(hidden)) == (
        directory_version(plain), directory_json(plain),
    )  # fmt: skip


def test_a_fact_that_names_a_hidden_organisation_is_held_apart(folder: Any) -> None:
    for cell, plain in (("lettre de ODX", "papers"), ("avec Ombre Douce", "hours")):
        read = read_folder(
            told(folder, TOLD.replace("carte_identite" if plain == "papers" else "8 h à 12 h", cell))
        )
        public = directory_of(read)
        assert cell not in repr(public)
        assert plain not in public.services["s1"].facts
        assert cell in repr(directory_of(read, granted={"gamma"}).services["s1"])
        assert read_folder(write_folder(read)) == read


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ("fr;bm", "français", "languages", "bad_language"),
        ("01-15/03-31", "janvier", "intake", "bad_window"),
        ("01-15/03-31", "2026-03-31/2026-01-15", "intake", "bad_window"),
        ("01-15/03-31", "13-01/14-01", "intake", "bad_window"),
        (",oui,", ",peut-être,", "night", "unknown_code"),
        (",0,", ",-1,", "capacity", "bad_number"),
        (",0,", ",beaucoup,", "capacity", "bad_number"),
        (",0,", ",٣,", "capacity", "bad_number"),
        ("2026-11-20", "20/11/2026", "capacity_on", "bad_day"),
        ("2026-11-21", "2026-02-30", "checked_on", "bad_day"),
        ("15,35", "35,15", "age_max", "ages_crossed"),
        ("15,35", "15,350", "age_max", "bad_number"),
    ],
)
def test_a_wrong_fact_refuses_the_folder_with_its_place(
    folder: Any, old: str, new: str, field: str, code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_folder(told(folder, TOLD.replace(old, new)))
    assert (refused.value.first.code, refused.value.first.place, refused.value.first.field) == (
        code, "services.csv:2", field,
    )  # fmt: skip
    assert new not in refused.value.first.line("fr")


@pytest.mark.parametrize(
    ("windows", "day", "inside", "opens"),
    [
        (("01-15/03-31",), "2026-01-15", True, "2027-01-15"),
        (("01-15/03-31",), "2026-03-31", True, "2027-01-15"),
        (("01-15/03-31",), "2026-01-14", False, "2026-01-15"),
        (("01-15/03-31",), "2026-11-22", False, "2027-01-15"),
        (("11-15/02-15",), "2026-12-31", True, "2027-11-15"),
        (("11-15/02-15",), "2026-02-16", False, "2026-11-15"),
        (("02-29/03-10",), "2026-03-05", True, "2027-03-01"),
        (("2026-09-01/2026-10-31", "2027-02-01/2027-02-28"), "2026-11-22", False, "2027-02-01"),
        (("2026-09-01/2026-10-31",), "2026-11-22", False, None),
        (("annuel",), "2026-11-22", None, None),
        (("annuel", "2026-11-01/2026-11-30"), "2026-11-22", True, None),
        ((), "2026-11-22", None, None),
    ],
)
def test_windows_say_whether_and_when(
    windows: tuple[str, ...], day: str, inside: bool | None, opens: str | None
) -> None:
    here = date.fromisoformat(day)
    assert taking_in(windows, here) is inside
    assert next_opening(windows, here) == (date.fromisoformat(opens) if opens else None)


def test_what_is_no_window_is_none() -> None:
    for text in (
        "", "annuel", "1-1/2-2", "2026-1-1/2026-2-2", "02-30/03-01", "2026-01-01", "٠١-٠١/٠٢-٠٢",
        "2026-W01-1/2026-W09-1",
    ):  # fmt: skip
        assert window(text) is None


def test_a_directory_with_facts_is_one_like_any_other() -> None:
    one = Service("s", "o", "c", night=False, capacity=0)
    rows = Directory(organisations={"o": Organisation("o", "O")}, services={"s": one})
    assert one.facts == {"night": False, "capacity": 0}
    assert "night=False, capacity=0" in repr(one)
    assert directory_json(rows)["services"][0]["capacity"] == 0
