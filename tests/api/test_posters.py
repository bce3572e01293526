"""The poster in pages at both doors, what a printed sheet says of itself, and letters too small."""

from importlib.resources import files
from pathlib import Path

import pypdfium2
import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from api.use_cases.printing import printed, printed_slide
from colour_codes.palettes import Palette
from layouts.sheet import Sheet, Text
from sociogram.errors import BadInput

MALI = Path(str(files("sociogram"))) / "data" / "mali"
GAO = str(MALI / "situations" / "sit-01-gao-transit.json")
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", "memory:")


def drawn(tmp_path: Path, *options: str, name: str = "affiche.pdf") -> Path:
    path = tmp_path / name
    assert run(["draw", GAO, "-o", str(path), *options]) == 0
    return path


def test_a_drawn_file_says_what_it_measures(tmp_path: Path, capsys: Capsys) -> None:
    for name in ("f.svg", "f.pdf", "f.png", "f.pptx"):
        drawn(tmp_path, "--paper", "A3", name=name)
        said = "A3, 420 × 297\u00a0mm, plus petite lettre\u00a0: 3\u00a0mm"
        assert capsys.readouterr().out == f"{name}\u00a0: {said}\n"
    drawn(tmp_path, "--paper", "A3", "--lang", "en", name="f.svg")
    assert capsys.readouterr().out == "f.svg: A3, 420 × 297\u00a0mm, smallest letter: 3\u00a0mm\n"


def test_a_plain_sheet_says_what_a_copier_does_to_its_pens(tmp_path: Path, capsys: Capsys) -> None:
    drawn(tmp_path, "--plain", name="f.svg")
    assert "bleu et rouge" in capsys.readouterr().err
    for options in (("--plain", "--palette", "mono"), ()):
        drawn(tmp_path, *options, name="f.svg")
        assert capsys.readouterr().err == ""


def test_a_poster_in_pages(tmp_path: Path, capsys: Capsys) -> None:
    path = drawn(tmp_path, "--paper", "A2", "--tiles", "A4", "--story")
    assert "8 pages A4 à coller et un plan" in capsys.readouterr().out
    with pypdfium2.PdfDocument(path) as document:
        first = "".join(document[0].get_textpage().get_text_range().splitlines())
        assert len(document) == 1 + 8 + 1
        assert "Plan de l’affiche" in first
        assert "est activé(e) par" in first
    assert path.read_bytes() == drawn(tmp_path, "--paper", "A2", "--tiles", "A4", "--story").read_bytes()


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--tiles", "A0"), "f.pdf"),
        (("--tiles", "nonsense"), "f.pdf"),
        (("--tiles", "A4", "--paper", "A4"), "f.pdf"),
        (("--tiles", "A4", "--paper", "A2"), "f.svg"),
        (("--tiles", "A4", "--paper", "A2"), "f.png"),
        (("--tiles", "A4"), "f.graphml"),
    ],
)
def test_tiles_that_make_no_sense(
    tmp_path: Path, capsys: Capsys, options: tuple[str, ...], name: str
) -> None:
    assert run(["draw", GAO, "-o", str(tmp_path / name), *options]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "tiles" in line
    assert not (tmp_path / name).exists()


def test_the_network_and_the_legend_too(tmp_path: Path, capsys: Capsys) -> None:
    for command in ("mega", "legend"):
        path = tmp_path / f"{command}.pdf"
        assert run([command, "-o", str(path), "--paper", "A1", "--tiles", "A3"]) == 0
        assert "pages A3 à coller et un plan" in capsys.readouterr().out
        with pypdfium2.PdfDocument(path) as document:
            assert len(document) > 4


def test_over_http(client: TestClient) -> None:
    address = "/api/v1/situations/sit-01-gao-transit/sheet"
    data = client.get(f"{address}.json", params={"paper": "A3"}).json()
    assert data["smallest_letter"] == 3
    poster = client.get(f"{address}.pdf", params={"paper": "A3", "tiles": "A4"})
    assert poster.headers["content-type"] == "application/pdf"
    with pypdfium2.PdfDocument(poster.content) as document:
        assert "plan de l" in document[0].get_textpage().get_text_range().casefold()
    for tiles, form in (("A3", "pdf"), ("B7", "pdf"), ("A5", "svg")):
        refused = client.get(f"{address}.{form}", params={"paper": "A3", "tiles": tiles})
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["remedy"]


def test_letters_too_small_are_not_printed() -> None:
    sheet = Sheet(148, 105, "fr", Palette.WALL, "", "", (Text(10, 20, 2.2, "petit", "#000000"),))
    for form in ("svg", "pdf", "png"):
        with pytest.raises(BadInput, match=r"2\.2 mm"):
            printed(sheet, form)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match=r"2\.2 mm"):
        printed_slide(sheet)
    assert b'"smallest_letter":2.2' in printed(sheet, "json")
