"""The page of a quarter as PDF: one page where it can be, our font only, told to who listens."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pikepdf
import pypdfium2
import pytest

from layouts.quarter_report import write_report
from sociogram.counts.report import Bar, Bars, Report, ReportTable, Tile
from sociogram.language import LANGUAGES, Lang

DAY = date(2026, 11, 22)


def report(lang: Lang = "fr", rows: int = 8) -> Report:
    """Return a page with so many pairs, long words among them."""
    pairs = tuple(
        (f"Association numéro {at} → un service au nom très long, à Bamako", *"12345") for at in range(rows)
    )
    heads = ("faites", "acceptées", "refusées", "sans réponse", "rendues")
    tiles = tuple(Tile("7 480", words, "au plus 9 000 : on ne sait pas") for words in ("a", "b", "c", "d"))
    return Report(
        "Rapport d'essai", "3e trimestre 2026", "L'organisation", "Compté : hier", lang, tiles,
        Bars("Où elles en sont", (Bar("Service rendu", "3", 1.0), Bar("Refusées", "0", 0.0))),
        Bars("Pourquoi", (), "Aucun refus."),
        ("De l'envoi à la réponse : 3 jours.",),
        (ReportTable("De qui, vers qui", heads, pairs, "Chiffres cachés : aucun."),),
        ("Une note.",),
        ("Chiffres exacts.",),
    )  # fmt: skip


def pages(made: bytes) -> list[str]:
    """Return the words of each page."""
    with pypdfium2.PdfDocument(made) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def fonts(value: Any, seen: set[Any]) -> Iterator[str]:
    """Yield the name of every font in the document."""
    for one in value.objects:
        if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one and str(one["/BaseFont"]) not in seen:
            seen.add(str(one["/BaseFont"]))
            yield str(one["/BaseFont"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_holds_its_words_once_in_our_font(lang: Lang) -> None:
    made = write_report(report(lang), dated=DAY)
    (words,) = pages(made)
    for said in ("Rapport d’essai", "Où elles en sont", "Aucun refus.", "Association numéro 7", "Une note."):
        assert words.count(said) == 1, said
    with pikepdf.open(io.BytesIO(made)) as pdf:
        found = list(fonts(pdf, set()))
        assert found
        assert all("Sociogram" in name for name in found)
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith(lang)
        assert "/Author" not in pdf.docinfo


def test_french_signs_do_not_begin_a_line() -> None:
    (words,) = pages(write_report(report(), dated=DAY))
    assert "au plus 9 000\u00a0: on" in words or "au plus 9 000\u00a0:" in words
    assert " :" not in words


def test_the_same_page_gives_the_same_bytes() -> None:
    assert write_report(report(), dated=DAY) == write_report(report(), dated=DAY)


def test_a_page_that_is_full_goes_on_overleaf_with_its_head() -> None:
    """Nothing is left out and nothing shrinks under what can be read."""
    made = pages(write_report(report(rows=90), dated=DAY))
    assert len(made) > 1
    assert "sans réponse" in made[1]
    assert all(f"numéro {at} " in "".join(made) for at in range(90))
    assert f"1 / {len(made)}" in made[0]
