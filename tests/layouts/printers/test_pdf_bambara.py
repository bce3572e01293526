"""Every Bambara letter with every tone comes out of the paper as it went in, by two separate readers."""

import io
import shutil
import subprocess
import unicodedata

import pikepdf
import pypdfium2
import pytest

from colour_codes.palettes import Palette
from layouts.printers.pdf import write_pdf
from layouts.sheet import Item, Sheet, Text

VOWELS = "aeɛioɔuAEƐIOƆU"
CONSONANTS = "bcdfghjklmnɲŋprstwyzBCDFGHJKLMNƝŊPRSTWYZ"
TONES = ("", "\u0300", "\u0301", "\u0302", "\u030c")
SENTENCES = (
    "I ni sɔgɔma, i ka kɛnɛ wa?",
    "Ŋɔmɛ bɛ ɲɛnajɛ kɛ dugu kɔnɔ.",
    "À nà tága lɔ́gɔ́ fɛ̀ sísàn.",
    "ŋɔ̀nkɔ́lɔ́n, ɲɛ̌, Ɛ́jɛ̀, Ɔ̀jɔ́, ŋàná, Ɲàɲá",
)


def words() -> list[str]:
    """Each vowel with each tone between consonants, a line for each consonant; then real sentences."""
    toned = [vowel + tone for vowel in VOWELS for tone in TONES]
    lines = [
        " ".join(first + toned[(7 * at + step) % len(toned)] + "l" for step in range(10))
        for at, first in enumerate(CONSONANTS)
    ]
    return [unicodedata.normalize("NFC", line) for line in (*lines, *SENTENCES)]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    items: list[Item] = [
        Text(15, round(12 + 4.2 * at, 2), 3, line, "#000000") for at, line in enumerate(words())
    ]
    return write_pdf(Sheet(210, 297, "fr", Palette.WALL, "Bamanankan", "", tuple(items)))


def assert_all_there(taken: str) -> None:
    lines = {" ".join(line.split()) for line in unicodedata.normalize("NFC", taken).splitlines()}
    missing = [line for line in words() if line not in lines]
    assert missing == []


def test_by_pdfium(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        assert_all_there(document[0].get_textpage().get_text_range())


def test_by_pdftotext(pdf: bytes) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("NO PDFTOTEXT: install the package `poppler-utils`")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    assert_all_there(done.stdout.decode())


def test_in_our_font_and_no_other(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        kinds = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = {str(one.BaseFont).split("+")[-1] for one in kinds if one.get("/Type") == "/Font"}
        assert fonts == {"SociogramSans"}
        assert b"pdfuaid" in document.Root.Metadata.read_bytes()
