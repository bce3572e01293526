"""Every fault of a folder is told with file, line, column and remedy; one refuses the whole folder."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sociogram.directory.columns import MAX_CELL, MAX_FAULTS, MAX_FILE_BYTES
from sociogram.directory.folder import read_folder
from sociogram.errors import BadInput, Problem, TooLarge


def faults(source: Any) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        read_folder(source)
    return caught.value.problems


def places(source: Any) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.place, problem.field) for problem in faults(source)]


def test_the_invented_folder_reads(folder: Any) -> None:
    found = read_folder(folder())
    assert [one.id for one in found.organisations] == ["alpha", "beta", "gamma"]
    assert found.organisations[0].aliases == ("La Maison", "Alpha Bamako")
    assert found.services[0].target_groups == ("mineurs", "femmes")
    assert found.places_of_rows[("organisation", "beta")] == "organisations.csv:3"
    assert [tie.sensitivity for tie in found.relations] == ["prudence", "restreint", "prudence"]
    assert found.relations[0].directed


ORG, S, R = "organisations.csv", "services.csv", "relations.csv"
P, V = "places.csv", "vocab.csv"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (S, ",ecoute,Entretiens", ",cuisine,Entretiens", ("unknown_code", S + ":2", "category")),
        (S, "mineurs;femmes", "mineurs;martiens", ("unknown_code", S + ":2", "target_groups")),
        (S, "mineurs;femmes", "mineurs;mineurs", ("repeated_value", S + ":2", "target_groups")),
        (S, "mineurs;femmes", "mineurs;;femmes", ("repeated_value", S + ":2", "target_groups")),
        (S, "s2,beta", "s1,beta", ("duplicate_id", S + ":3", "id")),
        (S, "s2,beta", "s2,delta", ("unknown_organisation", S + ":3", "organisation_id")),
        (S, "s2,beta", ",beta", ("empty_cell", S + ":3", "id")),
        (S, "s2,beta", "a;b,beta", ("bad_id", S + ":3", "id")),
        (S, "s2,beta", " s2,beta", ("bad_id", S + ":3", "id")),
        (S, "projet_termine,prudence", "fini,prudence", ("unknown_code", S + ":3", "status")),
        (S, "non_date,public,f.txt,3", "non_date,secret,f.txt,3",
         ("unknown_code", S + ":2", "sensitivity")),
        (S, "gratuit,,", "gratuit,", ("wrong_cell_count", S + ":2", "")),
        (S, "gratuit", "x" * (MAX_CELL + 1), ("cell_too_long", S + ":2", "conditions")),
        (S, "gratuit", "gra\u202etuit", ("bad_character", S + ":2", "conditions")),
        (S, "gratuit", "gra\x07tuit", ("bad_character", S + ":2", "conditions")),
        (S, "gratuit", '"gra"tuit', ("bad_csv", S + ":2", "")),
        (S, "conditions,period", "period", ("missing_column", S + ":1", "conditions")),
        (S, "conditions,period", "conditions,couleur,period", ("unknown_column", S + ":1", "")),
        (S, "conditions,period", "conditions,period,period",
         ("duplicate_column", S + ":1", "period")),
        (ORG, "Maison Alpha,", ",", ("empty_cell", ORG + ":2", "name")),
        (ORG, "autre,seed", "cirque,seed", ("unknown_code", ORG + ":2", "typology")),
        (R, "r1,alpha,beta", "r1,alpha,alpha", ("self_tie", R + ":2", "to")),
        (R, "r1,alpha,beta", "r1,delta,beta", ("unknown_organisation", R + ":2", "from")),
        (R, "refers_to,oui", "refers_to,peut-être", ("unknown_code", R + ":2", "directed")),
        (R, "refers_to,oui", "loves,oui", ("unknown_code", R + ":2", "kind")),
        (R, "r3,", "r1,", ("duplicate_id", R + ":4", "id")),
        (P, "district,mali", "district,mars", ("unknown_place", P + ":3", "parent")),
        (P, "Mali,Mali,country,", "Mali,Mali,country,mali", ("place_circle", P + ":2", "parent")),
        (P, "district", "planet", ("unknown_code", P + ":3", "kind")),
        (V, "typology,autre", "colour,autre", ("unknown_code", V + ":7", "kind")),
        (V, "service_category,sante", "service_category,ecoute", ("duplicate_id", V + ":3", "code")),
        (V, "typology,autre", "sensitivity,secret", ("unknown_code", V + ":7", "code")),
    ],
)  # fmt: skip
def test_a_fault_is_told_where_it_is(
    folder: Any, file: str, old: str, new: str, expected: tuple[str, ...]
) -> None:
    assert expected in places(folder((file, old, new)))


def test_all_faults_are_told_in_file_and_line_order_and_the_first_fits_one_line(folder: Any) -> None:
    found = faults(
        folder(
            ("relations.csv", "refers_to,oui", "loves,oui"),
            ("services.csv", ",sante,", ",cuisine,"),
            ("services.csv", "s1,alpha", "s1,delta"),
            ("vocab.csv", "Écoute,Listening", ",Listening"),
        )
    )
    assert [problem.place for problem in found] == [
        "vocab.csv:2",
        "services.csv:2",
        "services.csv:3",
        "relations.csv:2",
    ]
    line = found[2].line("fr")
    assert line.startswith("services.csv:3, category : ce code n'existe pas")
    assert "ecoute, sante, plaidoyer" in line
    assert "\n" not in line
    assert all("cuisine" not in problem.line(lang) for problem in found for lang in ("fr", "en"))


def test_a_duplicate_id_names_both_lines(folder: Any) -> None:
    (problem,) = faults(folder(("services.csv", "s2,beta", "s1,beta")))
    assert problem.place == "services.csv:3"
    assert "services.csv:2" in problem.says.fr


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("kind,code\n".encode("utf-16"), "bad_encoding", 1),
        ("kind,code\n".encode("utf-16-be"), "nul", 1),
        ("kind,code,label_fr,label_en,note\nx,y,é,z,\n".encode("cp1252"), "bad_encoding", 2),
        (b"kind,code,label_fr,label_en,note\nx,y,z,z,\nx,\xc3,z,z,\n", "bad_encoding", 3),
        (b"kind,code,label_fr,label_en,note\nx,y\0,z,z,\n", "nul", 2),
        (b"", "empty_file", 1),
        (b"\n\n\n", "empty_file", 1),
        (b"kind;code;label_fr;label_en;note\n", "wrong_separator", 1),
        (b"a," * 300, "too_many_columns", 1),
        (b'kind,code,label_fr,label_en,note\n"open,y,z,z,\n', "bad_csv", 2),
        (b"x" * 200_000, "bad_csv", 1),
    ],
)
def test_bytes_that_are_no_csv_are_refused_with_their_line(
    folder: Any, data: bytes, code: str, line: int
) -> None:
    found = faults({**folder(), "vocab.csv": data})
    assert (found[0].code, found[0].place) == (code, f"vocab.csv:{line}")
    # One broken file is told once, not again for every code that was in it.
    assert {problem.place.partition(":")[0] for problem in found} == {"vocab.csv"}


def test_a_row_that_cannot_be_read_is_not_told_again_by_those_that_name_it(folder: Any) -> None:
    found = faults(folder((ORG, "alpha,Maison Alpha", "alpha,Mai\x07son Alpha")))
    assert [problem.place for problem in found] == [ORG + ":2"]


def test_a_byte_order_mark_and_windows_line_ends_are_tolerated(folder: Any) -> None:
    files = folder()
    marked = {name: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") for name, data in files.items()}
    assert read_folder(marked) == read_folder(files)


def test_lines_are_counted_through_cells_of_several_lines(folder: Any) -> None:
    (problem,) = faults(
        folder(("services.csv", "gratuit", '"un\ndeux\ntrois"'), ("services.csv", "s2,beta", "s2,delta"))
    )
    assert problem.place == "services.csv:5"


def test_sizes_have_limits(folder: Any) -> None:
    with pytest.raises(TooLarge) as caught:
        read_folder({**folder(), "vocab.csv": b"a" * (MAX_FILE_BYTES + 1)})
    assert caught.value.first.code == "file_too_large"
    with pytest.raises(TooLarge):
        read_folder({**folder(), "vocab.csv": b"," * 1_000_000})
    header = "id,label_fr,label_en,kind,parent\n"
    many = header + "".join(f"p{number},a,b,region,\n" for number in range(50_001))
    with pytest.raises(TooLarge):
        read_folder({**folder(), "places.csv": many.encode()})


def test_a_file_a_missing_folder_and_a_missing_file_are_told(folder: Any, tmp_path: Path) -> None:
    lone = tmp_path / "lone.csv"
    lone.write_text("x")
    assert faults(lone)[0].code == "not_a_folder"
    assert faults(tmp_path / "nothing")[0].code == "not_a_folder"
    assert faults(tmp_path)[0].code == "not_a_folder"
    for name, data in folder().items():
        (tmp_path / name).write_bytes(data)
    assert read_folder(tmp_path) == read_folder(str(tmp_path)) == read_folder(folder())
    (tmp_path / "places.csv").unlink()
    (tmp_path / "relations.csv").unlink()
    assert [(one.code, one.place) for one in faults(tmp_path)] == [
        ("file_missing", "places.csv"), ("file_missing", "relations.csv"),
    ]  # fmt: skip
    (tmp_path / "places.csv").mkdir()
    assert ("file_unreadable", "places.csv", "") in places(tmp_path)


def test_a_report_has_an_end(folder: Any) -> None:
    files = folder()
    row = b",alpha,cuisine,,martiens,,,,fini,secret,,\n"
    found = faults({**files, S: files[S] + row * 3_000})
    assert len(found) == MAX_FAULTS + 1
    assert found[-1].code == "too_many_faults"


def test_bent_bytes_are_read_or_refused_never_more(
    folder: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    """Bytes changed, cut, doubled, inserted at random give a folder or a report with places, nothing else."""
    chance = random.Random(f"bytes-{seed}")
    noise = [
        b"\xff",
        b"\0",
        b'"',
        b",",
        b";",
        b"\r",
        b"\n",
        b"\xe2\x80\xae",
        b"=",
        b"\xed\xa0\x80",
        b"\xc3\xa9",
    ]
    refused = 0
    for _ in range(sized(300, 20_000)):
        files = folder()
        name = chance.choice(sorted(files))
        data = files[name]
        for _ in range(chance.randrange(1, 4)):
            at, upto = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
            upto = min(upto, at + chance.choice((0, 1, 3, 40)))
            data = data[:at] + chance.choice((b"", data[at:upto] * 2, chance.choice(noise))) + data[upto:]
        try:
            read_folder({**files, name: data})
        except BadInput as error:
            refused += 1
            for problem in error.problems:
                assert problem.place.partition(":")[0] in files
                assert "\n" not in problem.line("fr")
    assert refused


def test_other_files_of_the_folder_are_left_alone(folder: Any) -> None:
    assert read_folder({**folder(), "README.md": b"\xff\xfe", "../../x": b""}) == read_folder(folder())


def test_every_fault_has_words_in_both_languages(folder: Any) -> None:
    found = faults({**folder(("services.csv", "s1,alpha", ",alpha")), "places.csv": b"id;x\n"})
    for problem in found:
        for text in (problem.says, problem.remedy):
            assert text.fr
            assert text.en
            assert text.fr != text.en
            assert "{" not in text.fr + text.en
