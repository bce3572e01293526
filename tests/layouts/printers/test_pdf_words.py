"""The words under the drawing: pdftotext and PDFium tell the whole story, and nobody sees a letter of it."""

import io
import shutil
import subprocess

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from colour_codes.palettes import Palette
from layouts.printers.pdf import write_pdf
from layouts.sheet import Group, Path, Sheet, Text

BAMBARA = ("Ŋɔmɛ", "ɲɛnajɛ", "ŋɔ̀nkɔlɔ́", "ɲɛ̌", "Ɛjɛ Ɔjɔ Ɲaɲa Ŋaŋa", "sɔ́rɔ̀")
SENTENCES = tuple(
    f"{BAMBARA[at % len(BAMBARA)]} n° {at} est activé(e) par une personne au nom assez long pour la ligne."
    for at in range(80)
)


def arrow(at: int) -> Group:
    data = (("kind", "activation"), ("id", f"a{at}"), ("pen", "red"), ("order", str(at + 1)))
    return Group((Path(f"M 20 {at + 20} L 120 {at + 20}", "#000000", 0.3),), data, SENTENCES[at])


def sheet(*groups: Group, title: str = "Feuille") -> Sheet:
    items = (Text(20, 12, 4, "Feuille visible", "#000000"), *groups)
    return Sheet(210, 148, "fr", Palette.WALL, title, "Des flèches.", items, (("date", "2024-03"),))


@pytest.fixture(scope="module")
def full() -> bytes:
    return write_pdf(sheet(*(arrow(at) for at in reversed(range(80)))))


def in_order(words: str) -> bool:
    flat = " ".join(words.split())
    at = 0
    for number, sentence in enumerate(SENTENCES, start=1):
        at = flat.find(f"{number}. Rouge : {sentence}", at)
        if at < 0:
            return False
    return True


def test_pdfium_tells_every_arrow_in_order(full: bytes) -> None:
    with pypdfium2.PdfDocument(full) as document:
        assert len(document) == 1
        assert in_order(document[0].get_textpage().get_text_range())


def test_pdftotext_tells_every_arrow_in_order(full: bytes) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("NO PDFTOTEXT: install the package `poppler-utils`")
    done = subprocess.run(["pdftotext", "-", "-"], input=full, capture_output=True, check=True)
    assert in_order(done.stdout.decode())


def test_nobody_sees_the_words(full: bytes) -> None:
    silent = [Group(group.items, (("kind", "line"),)) for group in (arrow(at) for at in range(80))]
    pictures = []
    for made in (full, write_pdf(sheet(*silent))):
        with pypdfium2.PdfDocument(made) as document:
            pictures.append(document[0].render(scale=3).to_pil().convert("RGB"))
    assert ImageChops.difference(*pictures).getbbox() is None


def test_the_story_is_a_numbered_list_with_headings(full: bytes) -> None:
    with pikepdf.open(io.BytesIO(full)) as document:
        tags = [
            str(thing.S)
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
        ]
    assert tags.count("/LI") == 80
    assert {"/H1", "/H2", "/L", "/Lbl", "/LBody", "/Figure"} <= set(tags)


def test_a_sheet_without_named_groups_has_no_hidden_words() -> None:
    with pypdfium2.PdfDocument(write_pdf(sheet())) as document:
        assert document[0].get_textpage().get_text_range().split() == ["Feuille", "visible"]
