"""The studio in one HTML file: what the page's second build left, with the pens of the charter put in."""

import json
from typing import Any

from api.page import STUDIO_FILE, page_folder
from colour_codes.charter import load_charter
from colour_codes.legend import LegendLine, legend_lines
from colour_codes.palettes import LINK_KINDS, Palette
from colour_codes.pens_document import pens_document
from sociogram.errors import Problem, StoreUnusable
from sociogram.language import LANGUAGES, Bilingual

DOWNLOAD_NAME = "sociogram.html"
_HOLE = '<script type="application/json" id="pens">{}</script>'
_STATUSES = ("active", "ended", "wished")


def studio_file() -> bytes:
    """Return the file; the same bytes for the same page and charter.

    StoreUnusable when the page is not built.
    """
    path = page_folder() / STUDIO_FILE
    template = path.read_text(encoding="utf-8") if path.is_file() else ""
    if template.count(_HOLE) != 1:
        raise _not_built()
    # No "<" is left in the data, so that nothing in a charter can end the element that holds it.
    data = json.dumps(_data(), ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace(
        "<", "\\u003c"
    )
    return template.replace(_HOLE, _HOLE.replace("{}", data)).encode("utf-8")


def _data() -> dict[str, Any]:
    """Return the pens of both languages, and the legend's lines for what is not on every sheet."""
    charter = load_charter()
    return {
        "pens": {lang: pens_document(lang, charter) for lang in LANGUAGES},
        "legend": {
            lang: {palette.value: _seldom(lang, palette) for palette in Palette} for lang in LANGUAGES
        },
    }


def _seldom(lang: str, palette: Palette) -> list[dict[str, Any]]:
    usual = {line.key for line in legend_lines(lang, palette)}
    found: dict[str, LegendLine] = {}
    for line in legend_lines(lang, palette, statuses=_STATUSES, undecided=True):
        found.setdefault(line.key, line)
    for kind in LINK_KINDS:
        for line in legend_lines(lang, palette, kinship=(kind,)):
            found.setdefault(line.key, line)
    return [
        {"key": line.key, "sample": line.sample.value, "pen": line.pen and line.pen.value, "text": line.text}
        for line in found.values()
        if line.key not in usual
    ]


def _not_built() -> StoreUnusable:
    says = Bilingual("la page n'est pas construite.", "the page is not built.")
    remedy = Bilingual("Lancer « make web », puis recommencer.", "Run “make web”, then try again.")
    return StoreUnusable((Problem("page_not_built", says, remedy),))
