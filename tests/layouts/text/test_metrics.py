"""Widths come from the font itself, and every renderer agrees with them."""

import io
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from colour_codes.palettes import Palette
from layouts.fonts import FONT_FILE
from layouts.printers.png import write_png
from layouts.printers.svg import write_svg
from layouts.sheet import Sheet, Text
from layouts.text import ASCENT, DESCENT, text_width
from layouts.text.metrics import exactly_measured

LETTERS = "ɛɔɲŋƐƆƝŊɓɗƴɣƁƊƳƔéèêëàâçîïôùûœæÉÈÀÇŒ«»’“”–—… →←↔×•✓"
SAMPLES = [
    "Maison du Migrant de Gao",
    "Élève d’une école : « Tiè » ?",
    "ŋɔmɛ ɲɛnajɛ, Ɔ Ɛ Ɲ Ŋ ɓɗƴ",
    "ŋɔ̀nkɔlɔ́ ɲɛ̌",
    "AVATAR Tour Yoga 2021-10",
]


def one_line(text: str, size: float = 10.0) -> Sheet:
    return Sheet(300, 30, "fr", Palette.WALL, "Essai", "", (Text(5, 20, size, text, "#000000"),))


def test_the_font_has_every_letter_a_label_may_need() -> None:
    known = TTFont(FONT_FILE).getBestCmap()
    assert [char for char in LETTERS if ord(char) not in known] == []
    assert all(ord(char) in known for char in "مرحبا")
    assert FONT_FILE.stat().st_size < 800 * 1024


def test_the_font_bears_no_reserved_name() -> None:
    names = TTFont(FONT_FILE)["name"]
    shown = {names.getDebugName(number) for number in (1, 3, 4, 6, 16)} - {None}
    assert shown == {"Sociogram Sans", "Sociogram Sans 1.0", "SociogramSans"}
    assert "SIL Open Font License" in (names.getDebugName(13) or "")


def test_width_is_the_sum_of_the_advances() -> None:
    font = TTFont(FONT_FILE)
    best, widths = font.getBestCmap(), font["hmtx"]
    units = sum(widths[best[ord(char)]][0] for char in "Tiè")
    assert text_width("Tiè", 10) == pytest.approx(units / 2048 * 10)
    assert text_width("e\u0301", 10) == text_width("é", 10)
    assert text_width("", 10) == 0


def test_unknown_letters_are_counted_wide_and_not_called_exact() -> None:
    assert text_width("ߒߞߏ", 10) == pytest.approx(3 * 13)
    assert not exactly_measured("ߒߞߏ")
    assert not exactly_measured("مرحبا")
    assert exactly_measured("ŋɔmɛ")


@pytest.mark.parametrize("text", SAMPLES)
def test_resvg_draws_a_line_as_wide_as_measured(text: str) -> None:
    font = TTFont(FONT_FILE)
    bar = font["glyf"][font.getBestCmap()[ord("|")]]
    advance = font["hmtx"][font.getBestCmap()[ord("|")]][0]
    bearings = (bar.xMin + advance - bar.xMax) / 2048 * 10
    picture = Image.open(io.BytesIO(write_png(one_line(f"|{text}|"), dpi=300))).convert("L")
    left, _, right, _ = picture.point(lambda value: 255 if value < 128 else 0).getbbox() or (0, 0, 0, 0)
    drawn = (right - left) / 300 * 25.4 + bearings
    assert drawn == pytest.approx(text_width(f"|{text}|", 10), rel=0.02)


@pytest.mark.browser
@pytest.mark.parametrize("text", SAMPLES)
def test_chromium_measures_the_same_box(text: str, chromium_page: Any) -> None:
    svg = write_svg(one_line(text), fitted=False)
    box = chromium_page.evaluate(
        """svg => { const at = document.getElementById('sheet'); at.innerHTML = svg;
        const box = at.querySelector('text').getBBox(); return [box.x, box.y, box.width, box.height]; }""",
        svg,
    )
    assert box[2] == pytest.approx(text_width(text, 10), rel=0.02)
    assert box[1] == pytest.approx(20 - ASCENT * 10, abs=0.15)
    assert box[3] == pytest.approx((ASCENT + DESCENT) * 10, abs=0.3)
