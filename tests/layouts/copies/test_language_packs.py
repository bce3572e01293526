"""The words of the copies: the same in every language, typed well, and changed by a file without code."""

import re
import string
import tomllib
from pathlib import Path

import pytest

from colour_codes.palettes import Palette
from layouts.copies import blank_sheet, packaged_text, packaged_words, read_words
from sociogram.errors import BadInput
from sociogram.language import LANGUAGES, Lang

ROOT = Path(__file__).resolve().parents[3]


def holes(text: str) -> list[str]:
    return sorted(part[1] for part in string.Formatter().parse(text) if part[1])


def test_both_languages_have_the_same_keys_and_holes() -> None:
    fr, en = packaged_words("fr").texts, packaged_words("en").texts
    assert list(fr) == list(en)
    for key in fr:
        assert holes(fr[key]) == holes(en[key]), key


def test_french_spaces_before_double_signs() -> None:
    for key, text in packaged_words("fr").texts.items():
        assert not re.search(r"[^\s\u00a0«][:;?!»]|[ ][:;?!»]|« ", text.replace("…:", "")), (key, text)
    for key, text in packaged_words("en").texts.items():
        assert not re.search(r"[\s\u00a0][:;?!]", text), (key, text)


def test_every_word_is_used() -> None:
    """A text that no page prints would be corrected by a trainer in vain."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("copies", "legend_poster", "workshop")
        for path in (ROOT / "layouts" / folder).rglob("*.py")
    )
    for key in packaged_words("fr").texts:
        last = key.rpartition(".")[2]
        assert (
            key in code or re.search(rf'["{{/.]{last}["\'}}]', code) or f'"{last}' in code or last in _BUILT
        ), key


# Keys put together from the names of pens, levels and statuses.
_BUILT = {
    *("black", "green", "blue", "red", "orange", "pencil"),
    *("ended", "wished"),
    *("task_pens", "task_sentence", "task_drawing"),
    *("material_pens", "material_no_orange", "material_sheets", "material_legend"),
    *("pages_column", "what_column", "copies_column"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_packaged_file_reads_as_one_of_ones_own(lang: Lang, tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(packaged_text(lang), encoding="utf-8")
    assert read_words(path, lang) == packaged_words(lang)


def test_a_changed_word_is_printed_and_the_rest_falls_back(tmp_path: Path, said) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "mots.toml"
    path.write_text('[blank]\ntitle = "An ka sɛbɛn : fɔlɔ"\n', encoding="utf-8")
    words = said(blank_sheet(read_words(path, "fr"), palette=Palette.WALL))
    assert "An ka sɛbɛn : fɔlɔ" in words
    assert "Qui est là :" in words
    assert read_words(path, "fr").say("blank.title") == "An ka sɛbɛn\u00a0: fɔlɔ"


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        (b'[blank]\ntitel = "x"\n', "blank.titel", "words_unknown_key"),
        (b'[blank]\ntitle = 3\n', "blank.title", "words_not_text"),
        (b'[blank]\ntitle = " "\n', "blank.title", "words_not_text"),
        (b'[blank]\ntitle = "a\\nb"\n', "blank.title", "words_not_text"),
        (b'[blank]\ntitle = "a\\u202eb"\n', "blank.title", "words_not_text"),
        (b'[blank]\ntitle = "' + b"x" * 401 + b'"\n', "blank.title", "words_not_text"),
        (b'[blank]\ntitle = "{name}"\n', "blank.title", "words_holes"),
        (b'[pages]\nnumber = "page {page}"\n', "pages.number", "words_holes"),
        (b'[pages]\nnumber = "{page.__class__} {pages}"\n', "pages.number", "words_holes"),
        (b'[pages]\nnumber = "{page!r} {pages}"\n', "pages.number", "words_holes"),
        (b'[pages]\nnumber = "{page} {pages"\n', "pages.number", "words_holes"),
        (b'[blank]\ntitle = "a"\ndate = \n', ":3", "words_not_toml"),
        (b'[blank]\ntitle = "a"\n\xff', ":3", "words_not_utf8"),
        (b"[[[[", ":1", "words_not_toml"),
        (b"x = " + b"[" * 20_000, "", "words_not_toml"),
        (b"#" * 200_001, "", "words_too_long"),
        (b"", None, ""),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_with_its_place(
    content: bytes, place: str | None, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "mots.toml"
    path.write_bytes(content)
    if place is None:
        assert read_words(path, "fr") == packaged_words("fr")
        return
    with pytest.raises(BadInput) as caught:
        read_words(path, "fr")
    problem = caught.value.first
    assert problem.code == code
    assert "mots.toml" in problem.place
    assert place in f"{problem.place} {problem.field}"
    assert problem.says.fr
    assert problem.remedy.en


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(BadInput) as caught:
            read_words(path, "en")
        assert caught.value.first.code == "words_unreadable"


def test_the_files_explain_themselves() -> None:
    for lang in LANGUAGES:
        assert packaged_text(lang).startswith("#")
        tomllib.loads(packaged_text(lang))
