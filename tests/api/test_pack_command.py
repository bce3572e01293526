"""`sociogram pack`: one PDF, complete, the same bytes twice."""

from pathlib import Path

import pypdfium2
import pytest

from api.cli.main import run

Capsys = pytest.CaptureFixture[str]


def pages(path: Path) -> list[str]:
    """Return the words of each page without their spaces, of which readers of PDF are not sure."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        assert (page.get_width() * 25.4 / 72, page.get_height() * 25.4 / 72) == pytest.approx(
            (297, 210), abs=0.1
        )
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ("Dossier d’atelier pour 20 personnes", "Réponses", "Version d’essai", "Relevé du mois")),
        ("en", ("Workshop pack for 20 people", "Answers", "Trial version", "Monthly tally")),
    ],
)
def test_the_pack_of_twenty(lang: str, words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "dossier.pdf"
    assert run(["pack", "--participants", "20", "-o", str(path), "--lang", lang]) == 0
    found = pages(path)
    words = tuple("".join(word.split()) for word in words)
    assert words[0] in found[0]
    divider = next(index for index, text in enumerate(found) if text.startswith(words[1]))
    assert divider == len(found) - 7
    assert all(words[2] in text for text in found)
    assert words[3] in found[divider - 1]
    if lang == "fr":
        first = path.read_bytes()
        assert run(["pack", "--participants", "20", "-o", str(path), "--lang", lang]) == 0
        assert path.read_bytes() == first


def test_what_cannot_be(capsys: Capsys, tmp_path: Path) -> None:
    for arguments in (
        ["-o", str(tmp_path / "a.png")],
        ["-o", str(tmp_path / "a.pdf"), "--participants", "0"],
        ["-o", str(tmp_path / "a.pdf"), "--participants", "vingt"],
        ["-o", str(tmp_path / "a.pdf"), "--words", str(tmp_path / "none.toml")],
        [],
    ):
        assert run(["pack", *arguments]) == 2
        said = capsys.readouterr().err
        assert len(said.splitlines()) == 1
        assert "Traceback" not in said
    assert not list(tmp_path.iterdir())
