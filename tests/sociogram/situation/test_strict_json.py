import time
from pathlib import Path

import pytest

from sociogram.errors import BadInput, NotFound, SociogramError, TooLarge
from sociogram.strict_json import read_file, read_json


def refused(data: bytes) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_json(data, place="f.json")
    return caught.value


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b'{"a": NaN}', "not_finite", "f.json, $.a"),
        (b'{"a": [1, -Infinity]}', "not_finite", "f.json, $.a[1]"),
        (b"[1e999]", "not_finite", "f.json, $[0]"),
        (b"[-1e999]", "not_finite", "f.json, $[0]"),
        (b'{"a": {"b": 1, "b": 1}}', "duplicate_key", "f.json, $.a.b"),
        (b'{"a": "\\ud800"}', "lone_surrogate", "f.json, $.a"),
        (b'{"\\udc00": 1}', "lone_surrogate", "f.json, $"),
        (b'{"n": ' + b"9" * 5000 + b"}", "number_too_large", "f.json, $.n"),
        (b'{"n": 9007199254740992}', "number_too_large", "f.json, $.n"),
        (b'{"a" 1}', "bad_json", "f.json:1:6"),
        (b'{"a": 1\n "b": 2}', "bad_json", "f.json:2:2"),
        (b"", "bad_json", "f.json:1:1"),
        (b"{} {}", "bad_json", "f.json:1:4"),
        (b"{'a': 1}", "bad_json", "f.json:1:2"),
        (b'{"a": "x\ny"}', "bad_json", "f.json:1:9"),
        ('{"a": 1}'.encode("utf-16"), "bad_encoding", "f.json"),
        ('{"a": 1}'.encode("utf-16-be"), "bad_encoding", "f.json"),
        ('{"a": 1,\n"b": "é"}'.encode("cp1252"), "bad_encoding", "f.json:2"),
        (b"\n" * 3 + b"[" * 100_000, "too_deep", "f.json:4"),
        (b'{"a":' * 100_000, "too_deep", "f.json:1"),
        (b"[" * 65 + b"]" * 65, "too_deep", "f.json:1"),
    ],
)
def test_refused_with_place_and_remedy(data: bytes, code: str, place: str) -> None:
    problem = refused(data).first
    assert (problem.code, problem.place) == (code, place)
    assert problem.remedy.fr
    assert problem.remedy.en
    assert "\n" not in problem.line("fr")


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 1_999_999,
        b'"' + b'\\"' * 999_000,
        b'{"a":' + b"9" * 1_900_000 + b"}",
        b"[" + b'"x",' * 490_000 + b"1e999]",
    ],
)
def test_refused_fast(data: bytes) -> None:
    start = time.process_time()
    refused(data)
    assert time.process_time() - start < 10  # a quadratic scan takes an hour, this a second at worst


def test_brackets_in_texts_are_no_depth() -> None:
    text = "[" * 100
    assert read_json(b'["' + text.encode() + b'", "\\"["]', place="f") == [text, '"[']


def test_depth_of_sixty_four_is_read() -> None:
    assert read_json(b"[" * 64 + b"]" * 64, place="f")


def test_a_mark_of_utf8_is_dropped_and_numbers_keep_their_kind() -> None:
    assert read_json(b"\xef\xbb\xbf[1, -2, 0.5, 1e2, true, null]", place="f") == [
        1,
        -2,
        0.5,
        100.0,
        True,
        None,
    ]


def test_too_large_is_said_before_reading() -> None:
    with pytest.raises(TooLarge):
        read_json(b" " * 101, place="f", limit=100)


def test_read_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"[1]")
    assert read_file(path) == b"[1]"


@pytest.mark.parametrize(("name", "kind"), [(".", BadInput), ("absent.json", NotFound), ("a\0b", NotFound)])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, kind: type[SociogramError]) -> None:
    with pytest.raises(kind) as caught:
        read_file(f"{tmp_path}/{name}")
    assert str(tmp_path) in caught.value.first.place


def test_a_fault_is_one_printable_line_whatever_the_file_is_called() -> None:
    with pytest.raises(BadInput) as caught:
        read_json(b"{", place="a\x1b[31m\n\udcff.json")
    line = caught.value.first.line("en")
    assert line.encode("utf-8").isascii()
    assert line.startswith("a?[31m ?.json:1:2: ")


def test_a_device_and_a_large_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read_file("/dev/zero")
    large = tmp_path / "large"
    large.write_bytes(b" " * 20)
    with pytest.raises(TooLarge):
        read_file(large, limit=10)
