import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.texts import clean_bilingual, clean_text, graphemes


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("a\u202eb", "text_bidi"),
        ("\u2067أ\u2069", "text_bidi"),
        ("a\u200fb", "text_bidi"),
        ("\u200b\ufeff", "text_blank"),
        ("   ", "text_blank"),
        ("x" * 121, "text_too_long"),
        ("x" * 10_000_000, "text_too_long"),
        ("e" + "\u0301" * 5, "text_marks"),
        ("\u0300" * 4, "text_marks"),
        ("a\x00b", "text_control"),
        ("a\x1b[31mb", "text_control"),
        ("a\nb", "text_control"),
        ("a\u2028b", "text_control"),
        ("a\ufffeb", "text_control"),
        ("a\U000e0041b", "text_control"),
    ],
)
def test_refused(raw: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        clean_text(raw, place="f.json", field="label_fr")
    assert caught.value.first.code == code
    assert caught.value.first.place == "f.json"
    assert raw not in caught.value.first.line("fr")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("", ""),
        ("Adolescente A", "Adolescente A"),
        ("e\u0301te\u0301", "été"),
        ("a\u200bb\ufeff", "ab"),
        ("a\u200db", "ab"),
        ("نام\u200cه", "نام\u200cه"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u200dab\u200c", "ab"),
        ("kɔnɔ ŋ ߒߞߏ", "kɔnɔ ŋ ߒߞߏ"),
        ("« où ? » …", "« où ? » …"),
        ("<script>&amp;", "<script>&amp;"),
    ],
)
def test_kept(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_a_note_may_have_lines() -> None:
    assert clean_text("a\nb", multiline=True) == "a\nb"


def test_length_is_counted_as_people_count() -> None:
    assert graphemes("e\u0302\u0323t") == 2
    assert graphemes("👩\u200d👧") == 1
    assert clean_text("é" * 120) == "é" * 120


def test_both_halves_are_cleaned_and_named() -> None:
    assert clean_bilingual("a\u200b", "b") == Bilingual("a", "b")
    with pytest.raises(BadInput) as caught:
        clean_bilingual("a", "\x07", field="label")
    assert caught.value.first.field == "label_en"


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    try:
        clean = clean_text(raw)
    except BadInput:
        return
    assert clean_text(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
