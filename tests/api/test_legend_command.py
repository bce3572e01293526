"""`sociogram legend`: the poster in every format, in the words of a trainer's files."""

from pathlib import Path

import pypdfium2
import pytest

from api.cli.main import run

Capsys = pytest.CaptureFixture[str]


def poster(path: Path, *more: str) -> bytes:
    assert run(["legend", "-o", str(path), *more]) == 0
    return path.read_bytes()


def test_a_pdf_has_the_size_of_its_paper_and_its_words(tmp_path: Path) -> None:
    for paper, width in (("A5", 210), ("A1", 841)):
        poster(tmp_path / "legende.pdf", "--paper", paper)
        page = pypdfium2.PdfDocument(tmp_path / "legende.pdf")[0]
        assert page.get_width() * 25.4 / 72 == pytest.approx(width, abs=0.1)
        words = " ".join(page.get_textpage().get_text_range().split())
        for part in ("Les cinq feutres", "ceux qui vivent ensemble", "qui active", "Jean-Marie Lemaire"):
            assert part in words


def test_svg_and_png_and_both_languages(tmp_path: Path) -> None:
    svg = poster(tmp_path / "a.svg", "--lang", "en", "--palette", "notebook").decode()
    assert "Which pen for the arrow?" in svg
    assert 'width="420mm"' in svg
    assert poster(tmp_path / "a.png", "--paper", "A5").startswith(b"\x89PNG")
    assert poster(tmp_path / "b.svg", "--lang", "en", "--palette", "notebook").decode() == svg


def test_words_and_charter_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "mots.toml").write_text('[poster]\ntitle = "Nos feutres"\n', encoding="utf-8")
    assert run(["charter", "-o", str(tmp_path / "charte.toml")]) == 0
    text = (tmp_path / "charte.toml").read_text(encoding="utf-8")
    (tmp_path / "charte.toml").write_text(text.replace('fr = "Bleu"', 'fr = "Bleu ciel"'), encoding="utf-8")
    files = ("--words", str(tmp_path / "mots.toml"), "--charter", str(tmp_path / "charte.toml"))
    svg = poster(tmp_path / "a.svg", *files).decode()
    assert "Nos feutres" in svg
    assert ">Bleu ciel<" in svg


def test_what_cannot_be(capsys: Capsys, tmp_path: Path) -> None:
    for arguments in (
        ["-o", str(tmp_path / "a.docx")],
        ["-o", str(tmp_path / "none" / "a.pdf")],
        ["-o", str(tmp_path / "a.pdf"), "--paper", "A9"],
        ["-o", str(tmp_path / "a.pdf"), "--palette", "pastel"],
        ["-o", str(tmp_path / "a.pdf"), "--lang", "bm"],
        ["-o", str(tmp_path / "a.pdf"), "--words", str(tmp_path)],
    ):
        assert run(["legend", *arguments]) == 2
        said = capsys.readouterr().err
        assert len(said.splitlines()) == 1
        assert "Traceback" not in said
    assert not list(tmp_path.iterdir())
