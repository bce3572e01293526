"""The copy that coordinators question: only what is open to everybody, column by named column."""

import csv
import io
from dataclasses import fields, replace

from sociogram.circulation.coordination_copy import COLUMNS, SCRIPT, coordination_copy
from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_directory, packaged_public_directory
from sociogram.directory.publishing import directory_of
from sociogram.directory.rows import SERVICE_FACTS, Organisation, Relation, Service

CANARY = "canary-5fd1"
STAYING = {
    Organisation: {
        "typology_basis", "legal_status", "legal_detail", "address", "contact_note", "source_file",
        "source_line", "other_sources", "notes", "sensitivity", "places",
    },
    Service: {"sensitivity", "source_file", "source_line", "places", *SERVICE_FACTS},
    Relation: {
        "source_id", "evidence_quote", "strength", "sensitivity", "source_file", "source_line", "notes",
    },
}  # fmt: skip


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8"), newline="")))


def test_every_field_either_leaves_by_name_or_stays_at_home() -> None:
    for row_type, name in ((Organisation, "organisations"), (Service, "services"), (Relation, "ties")):
        every = {one.name for one in fields(row_type)}
        assert every - set(COLUMNS[name]) == STAYING[row_type], "a new field stays until somebody lets it out"


def test_what_stays_at_home_is_in_no_file() -> None:
    mali = packaged_public_directory()

    def marked(row_type: type) -> dict[str, str]:
        texts = {one.name for one in fields(row_type) if one.type == "str" or one.type is str}
        return dict.fromkeys(texts & STAYING[row_type], CANARY)

    sown = replace(
        mali,
        organisations={k: replace(v, **marked(Organisation)) for k, v in mali.organisations.items()},
        services={k: replace(v, **marked(Service)) for k, v in mali.services.items()},
        relations={k: replace(v, **marked(Relation)) for k, v in mali.relations.items()},
    )
    files = coordination_copy(sown, "coordination")
    assert sum(CANARY in repr(row) for row in sown.organisations.values()) == len(sown.organisations)
    assert not [name for name, data in files.items() if CANARY.encode() in data]


def test_each_table_has_its_columns_and_is_loaded_by_the_script() -> None:
    files = coordination_copy(packaged_public_directory(), "coordination")
    script = files[SCRIPT].decode("utf-8")
    assert set(files) == {SCRIPT, *(f"{name}.csv" for name in COLUMNS)}
    for name, columns in COLUMNS.items():
        assert files[f"{name}.csv"].split(b"\n")[0].decode() == ",".join(columns)
        assert f"'file:///{name}.csv'" in script
    assert [row["receiver"] for row in table(files, "copy")] == ["coordination"]


def test_the_same_bytes_with_and_without_hidden_rows() -> None:
    whole, without = packaged_directory(), packaged_public_directory()
    assert any(one.sensitivity == "restreint" for one in whole.organisations)
    files = coordination_copy(directory_of(whole), "coordination")
    assert files == coordination_copy(without, "coordination")
    opened = coordination_copy(directory_of(whole, granted={"refuge-demo"}), "coordination")
    assert opened != files, "the comparison can see a hidden row"


def test_a_discreet_service_tells_neither_group_nor_description() -> None:
    mali = packaged_public_directory()
    quiet = {
        one.id
        for one in mali.services.values()
        if one.discreet or mali.organisations[one.organisation_id].discreet
    }
    told = {row["id"]: row for row in table(coordination_copy(mali, "coordination"), "services")}
    assert quiet
    for name, row in told.items():
        assert (row["discreet"] == "true") == (name in quiet)
        if name in quiet:
            assert (row["description"], row["conditions"], row["target_groups"]) == ("", "", "")
    loud = [one for one in mali.services.values() if one.id not in quiet and one.target_groups]
    assert all(told[one.id]["target_groups"] == ";".join(one.target_groups) for one in loud)


def test_a_formula_and_a_backslash_are_written_for_their_readers() -> None:
    name = '=cmd("\\x")'
    one = Directory({"a": Organisation("a", name)}, {}, {}, {}, {})
    (row,) = table(coordination_copy(one, "-receiver"), "organisations")
    assert row["name"] == '\'=cmd("\\\\x")', "guarded for a spreadsheet, doubled for LOAD CSV"
