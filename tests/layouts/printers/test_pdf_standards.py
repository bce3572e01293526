"""PDF/A-2b and PDF/UA-1: what the file says of itself, and the PDF world's own validator on it."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from colour_codes.palettes import Palette
from layouts.printers.pdf import write_pdf
from layouts.sheet import Group, Sheet, Text

TOOL = Path(__file__).parent / "verapdf"
ROOT = Path(__file__).resolve().parents[3]


def sheet(date: str = "2021-02", title: str = "Feuille de février 2021") -> Sheet:
    figure = Group((Text(20, 30, 4, "Awa ŋɔ̀nkɔlɔ́", "#000000"),), (("kind", "person"), ("id", "p1")), "Awa")
    arrow = Group((), (("kind", "activation"), ("pen", "green"), ("order", "1")), "B est activée par A.")
    arabic = Text(20, 50, 4, "مرحبا", "#000000")
    return Sheet(297, 210, "fr", Palette.WALL, title, "1 figure.", (figure, arrow, arabic), (("date", date),))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write_pdf(sheet())


def test_the_file_says_both_standards_and_brings_its_colours(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        said = document.Root.Metadata.read_bytes().decode()
        for words in ("<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<"):
            assert words in said
        (intent,) = document.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert len(intent.DestOutputProfile.read_bytes()) > 100
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        for font in (one for one in document.objects if _is(one, "/FontDescriptor")):
            assert "/FontFile2" in font or "/FontFile3" in font


def _is(thing: object, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2021-02", "D:20210201"),
        ("2021-02-15", "D:20210215"),
        ("2021", "D:20210101"),
        ("undated", "D:20000101"),
    ],
)
def test_the_date_is_the_sheets_own(date: str, written: str) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(sheet(date)))) as document:
        assert str(document.docinfo["/CreationDate"]).startswith(written)


def test_every_figure_has_an_alternative_text(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        figures = [one for one in document.objects if _is(one, "/StructElem") and one.S == "/Figure"]
        assert [str(one.Alt) for one in figures] == ["1 figure."]


@pytest.mark.soak
def test_the_validator_agrees(tmp_path: Path) -> None:
    """veraPDF itself, on a sheet with its story, an undated one and an English one."""
    names = []
    story = Sheet(210, 297, "fr", Palette.MONO, "Récit", "Le récit.", (Text(20, 30, 4, "1.", "#000000"),))
    english = Sheet(420, 297, "en", Palette.NOTEBOOK, "Sheet", "Nothing.", sheet().items)
    for name, made in (
        ("story", write_pdf(sheet(), story=[story])),
        ("undated", write_pdf(sheet("undated", title=""))),
        ("english", write_pdf(english)),
    ):
        (tmp_path / f"{name}.pdf").write_bytes(made)
        names.append(str(tmp_path / f"{name}.pdf"))
    said = validated(names)
    assert [line for line in said if not line.startswith("PASS ")] == []
    assert len(said) == 2 * len(names)


def validated(names: list[str]) -> list[str]:
    """Return the lines veraPDF says of the files: two a file, and one for each rule broken."""
    if shutil.which("java") is None or shutil.which("mvn") is None:
        pytest.skip("NO JAVA OR MAVEN: the PDF files were NOT validated; install `maven`")
    jars = ROOT / "out" / "verapdf"
    if not any(jars.glob("validation-model-*.jar")):
        fetch = ["mvn", "-q", "-B", "-f", str(TOOL / "pom.xml"), "dependency:copy-dependencies"]
        done = subprocess.run([*fetch, f"-DoutputDirectory={jars}"], capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"NO VERAPDF: Maven could not fetch it, nothing was validated: {done.stdout[-300:]}")
    command = ["java", "-cp", f"{jars}/*", str(TOOL / "Validate.java"), *names]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
