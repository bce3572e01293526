"""A Sheet as a presentation of one slide, of the paper's size, whose every shape can be moved and changed.

The package is written here, part by part: what is fixed lies in `parts/`, what is drawn comes from
`drawing_xml.py`.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from colour_codes.palettes import ink
from colour_codes.pens import Pen
from layouts.editable.drawing_xml import FONT, SlideWriter, emu
from layouts.editable.slide import slide_shapes
from layouts.editable.words import legal
from layouts.sheet import Sheet

PARTS = Path(__file__).resolve().parent / "parts"
_RENAMED = {"content_types.xml": "[Content_Types].xml", "_rels/package.rels": "_rels/.rels"}
_PLACE = re.compile("@([A-Z]+)@")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_pptx(sheet: Sheet) -> bytes:
    """Return the presentation of `sheet`: the same bytes for the same sheet. It names no author, no time."""
    words = _words(sheet)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts():
            text = _PLACE.sub(lambda found: words[found.group(1)], text)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode())
    return held.getvalue()


def _parts() -> Iterator[tuple[str, str]]:
    """Yield the fixed parts by their name in the package, the list of types first, as readers expect."""
    names = sorted(str(path.relative_to(PARTS).as_posix()) for path in PARTS.rglob("*.*") if path.is_file())
    for name in sorted(names, key=lambda name: (name != "content_types.xml", name)):
        yield _RENAMED.get(name, name), (PARTS / name).read_text(encoding="utf-8")


def _words(sheet: Sheet) -> dict[str, str]:
    """Return what stands for each @WORD@ of the parts."""
    words = {
        "WIDTH": str(emu(sheet.width)),
        "HEIGHT": str(emu(sheet.height)),
        "LANG": "fr-FR" if sheet.lang == "fr" else "en-GB",
        "FONT": FONT,
        **{pen.name: ink(pen, sheet.palette).lstrip("#").upper() for pen in Pen},
    }
    texts = {"TITLE": sheet.title or "Sociogram", "SAYS": sheet.desc}
    words |= {word: escape(legal(text)) for word, text in texts.items()}
    return words | {"SHAPES": SlideWriter(slide_shapes(sheet), sheet.lang).xml()}
