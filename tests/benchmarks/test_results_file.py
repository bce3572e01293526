"""The results of measurements are kept by section: what was not run again stays."""

from benchmarks.__main__ import HEAD, joined, sections


def test_sections_come_back_as_they_were_written() -> None:
    parts = {"bench_b": "two\n\n| a | b |", "bench_a": "one"}
    text = joined(parts)
    assert text.startswith(HEAD)
    assert sections(text) == parts
    assert text.index("bench_a") < text.index("bench_b")


def test_an_empty_file_has_no_sections() -> None:
    assert sections("") == {}
    assert sections(HEAD) == {}
