"""The single file in a second engine, Debian's Firefox; `make soak` installs it and never passes it over."""

import os
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from sociogram.situation.digest import document
from sociogram.situation.fold import fold
from sociogram.situation.own import read_own
from tests.browser.marionette import Firefox, FirefoxHand, firefox
from tests.browser.own_server import free_port
from tests.browser.reference_drawing import CASE, draw_arrows, draw_people_and_services, expected
from tests.browser.studio_moves import without_ids_and_places
from tests.browser.test_single_file import sociogram

pytestmark = pytest.mark.soak

BUTTON = """words => {
  const one = [...document.querySelectorAll('button')].find(({textContent}) => textContent.trim() === words);
  one?.click();
  return Boolean(one);
}"""

WATCH = """() => {
  window.print = () => undefined;
  window.broken = [];
  addEventListener('error', event => window.broken.push(event.message));
  addEventListener('securitypolicyviolation', event => window.broken.push(event.blockedURI));
}"""


@pytest.fixture
def fox(tmp_path: Path) -> Iterator[Firefox]:
    assert firefox(), "Firefox is needed (firefox-esr)"
    opened = Firefox(tmp_path, free_port(), (1280, 1000))
    yield opened
    opened.close()


def test_the_reference_case_from_the_file_in_firefox(fox: Firefox, tmp_path: Path) -> None:
    file = tmp_path / "studio.html"
    sociogram("studio-file", "-o", str(file))
    fox.goto(file.as_uri())
    fox.run(WATCH)
    assert fox.wait(BUTTON, "Nouvelle feuille")
    fox.wait("() => document.querySelector('.studio-frame svg[data-sociogram]')")
    hand = FirefoxHand(fox)
    draw_people_and_services(hand)
    draw_arrows(hand, CASE["arrows"])
    keep(Image.open(BytesIO(fox.picture())), "second-engine-drawn")
    assert fox.wait(BUTTON, "Enregistrer")
    saved = _downloaded(fox)
    own = read_own(saved, place="feuille.json")
    drawn: dict[str, Any] = document(fold(own.id, own.gestures, own.texts))
    assert without_ids_and_places(drawn) == expected()
    hand.press("[data-tool=print]")
    with pypdfium2.PdfDocument(fox.printed()) as pdf:
        text = pdf[0].get_textpage().get_text_range()
        assert len(pdf) == 1
        sides = [side / 72 * 25.4 for side in pdf[0].get_size()]
        assert sides == pytest.approx([297, 210], abs=1) or sides == pytest.approx([420, 297], abs=1)
        keep(pdf[0].render(scale=2).to_pil(), "second-engine-printed")
    assert "Jean-Marie Lemaire" in text
    assert "Awa" in text
    assert fox.run("() => window.broken") == []


def keep(picture: Image.Image, name: str) -> None:
    """Keep a picture when SOCIOGRAM_PICTURES names a folder."""
    if folder := os.environ.get("SOCIOGRAM_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        picture.save(Path(folder) / f"{name}.png")


def _downloaded(fox: Firefox) -> bytes:

    for _ in range(200):
        whole = [one for one in fox.downloads.iterdir() if one.suffix == ".json" and one.stat().st_size > 0]
        if whole:
            return whole[0].read_bytes()
        time.sleep(0.1)
    raise AssertionError("nothing was saved")
