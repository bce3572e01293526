"""`draw --as-sheet` and `words`: copies of a sheet, in words a trainer may change."""

from pathlib import Path

import pypdfium2
import pytest

from api.cli.main import run
from layouts.copies import packaged_text

GAO = str(Path(__file__).resolve().parents[2] / "sociogram/data/mali/situations/sit-01-gao-transit.json")
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has its own store file and nothing to ask."""
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'house' / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")
    (tmp_path / "house").mkdir()


def draw(path: Path, *more: str, situation: str = GAO) -> bytes:
    assert run(["draw", situation, "-o", str(path), "--paper", "A4", *more]) == 0
    return path.read_bytes()


def refused(capsys: Capsys, *arguments: str) -> str:
    assert run(list(arguments)) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said
    return said


def pdf_text(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


class TestCopies:
    @pytest.mark.parametrize(
        ("copy", "pages"), [("redraw", 2), ("exercise", 2), ("answers", 2), ("outline", 1)]
    )
    def test_every_copy_is_a_pdf(self, copy: str, pages: int, tmp_path: Path) -> None:
        path = tmp_path / "copie.pdf"
        first = draw(path, "--as-sheet", copy, "--until", "2020-11")
        found = pdf_text(path)
        assert len(found) == pages
        assert all("situations fictives seulement" in words for words in found)
        if pages > 1:  # readers of PDF are not sure of spaces
            assert all(f"page{at + 1}sur{pages}" in found[at].replace(" ", "") for at in range(pages))
        assert draw(path, "--as-sheet", copy, "--until", "2020-11") == first

    def test_one_page_may_be_a_picture(self, tmp_path: Path) -> None:
        outline = draw(tmp_path / "a.svg", "--as-sheet", "outline", "--until", "2020-11").decode()
        assert 'data-copy="outline"' in outline
        assert 'data-pen="red"' not in outline
        assert 'data-copy="blank"' in draw(tmp_path / "b.svg", "--as-sheet", "blank").decode()

    def test_the_legend_keeps_the_signs_and_drops_the_additions(self, tmp_path: Path) -> None:
        asked = ("--as-sheet", "outline", "--until", "2020-11")
        signs = draw(tmp_path / "a.svg", *asked, "--symbols", "genogram").decode()
        assert "Losange" in signs
        assert "Losange" not in draw(tmp_path / "b.svg", *asked).decode()
        assert "Le chiffre est" not in draw(tmp_path / "c.svg", *asked, "--plain").decode()

    def test_the_sheet_itself_is_as_before(self, tmp_path: Path) -> None:
        plain = draw(tmp_path / "a.svg", "--until", "2020-11")
        assert draw(tmp_path / "b.svg", "--until", "2020-11", "--as-sheet", "sheet") == plain

    def test_what_cannot_be(self, capsys: Capsys, tmp_path: Path) -> None:
        out = tmp_path / "a.svg"
        for more, words in (
            (["--as-sheet", "poster"], "outline"),
            (["--as-sheet", "exercise", "--until", "2020-11"], ".pdf"),
            (["--as-sheet", "exercise", "--plain"], "--plain"),
            (["--as-sheet", "outline", "--words", str(tmp_path / "none.toml")], "none.toml"),
        ):
            assert words in refused(capsys, "draw", GAO, "-o", str(out), *more)
        assert ".pdf" in refused(capsys, "draw", GAO, "-o", str(tmp_path / "a.dot"), "--as-sheet", "outline")
        pdf = str(tmp_path / "a.pdf")
        assert "--story" in refused(capsys, "draw", GAO, "-o", pdf, "--as-sheet", "redraw", "--story")
        assert not list(tmp_path.glob("a.*"))


class TestWords:
    @pytest.mark.parametrize("lang", ["fr", "en"])
    def test_the_words_are_written_and_given_back(self, lang: str, tmp_path: Path) -> None:
        path = tmp_path / "mots.toml"
        assert run(["words", "-o", str(path), "--lang", lang]) == 0
        assert path.read_text(encoding="utf-8") == packaged_text("fr" if lang == "fr" else "en")
        same = draw(tmp_path / "a.svg", "--as-sheet", "blank", "--lang", lang)
        assert draw(tmp_path / "b.svg", "--as-sheet", "blank", "--lang", lang, "--words", str(path)) == same

    def test_a_changed_word_is_on_the_sheet(self, tmp_path: Path) -> None:
        path = tmp_path / "mots.toml"
        path.write_text('[blank]\ntitle = "La feuille du groupe"\n', encoding="utf-8")
        assert (
            "La feuille du groupe"
            in draw(tmp_path / "a.svg", "--as-sheet", "blank", "--words", str(path)).decode()
        )

    def test_a_bad_word_is_told_with_its_key(self, capsys: Capsys, tmp_path: Path) -> None:
        path = tmp_path / "mots.toml"
        path.write_text('[blank]\ntitre = "La feuille du groupe"\n', encoding="utf-8")
        said = refused(
            capsys, "draw", GAO, "-o", str(tmp_path / "a.svg"), "--as-sheet", "blank", "--words", str(path)
        )
        assert "mots.toml" in said
        assert "blank.titre" in said
