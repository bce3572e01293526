"""Makes one glyph of a letter and its tone mark (ɔ̀, ɛ́), placed by the font's own anchors.

Drawn as two glyphs they look right, but text taken out of a PDF comes back in the wrong order.
"""

from itertools import product
from typing import Any

from fontTools.otlLib.builder import buildLigatureSubstSubtable, buildLookup
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent


def compose(font: TTFont, letters: str, marks: str) -> None:
    """Add a glyph for each letter with each mark that the font can place, and the rule that uses it."""
    best = font.getBestCmap()
    ligatures: dict[tuple[str, str], str] = {}
    for letter, mark in product(letters, marks):
        base, accent = best.get(ord(letter)), best.get(ord(mark))
        offset = _offset(font, base, accent) if base and accent else None
        if base and accent and offset:
            ligatures[base, accent] = _composite(font, base, accent, offset)
    _add_rule(font, ligatures)


def _offset(font: TTFont, base: str, accent: str) -> tuple[int, int] | None:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            found = _anchors(inner, base, accent) if inner.LookupType == 4 else None
            if found:
                return found
    return None


def _anchors(table: Any, base: str, accent: str) -> tuple[int, int] | None:
    if accent not in table.MarkCoverage.glyphs or base not in table.BaseCoverage.glyphs:
        return None
    mark = table.MarkArray.MarkRecord[table.MarkCoverage.glyphs.index(accent)]
    row = table.BaseArray.BaseRecord[table.BaseCoverage.glyphs.index(base)]
    anchor = row.BaseAnchor[mark.Class]
    if anchor is None:
        return None
    return (
        anchor.XCoordinate - mark.MarkAnchor.XCoordinate,
        anchor.YCoordinate - mark.MarkAnchor.YCoordinate,
    )


def _composite(font: TTFont, base: str, accent: str, offset: tuple[int, int]) -> str:
    name = f"{base}_{accent}"
    made = Glyph()
    made.numberOfContours = -1
    made.components = []
    for part, (x, y) in ((base, (0, 0)), (accent, offset)):
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = part, x, y, 0x0004
        made.components.append(component)
    font["glyf"][name] = made
    made.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"][base][0], made.xMin)
    return name


def _add_rule(font: TTFont, ligatures: dict[tuple[str, str], str]) -> None:
    table = font["GSUB"].table
    lookup = buildLookup([buildLigatureSubstSubtable(ligatures)])
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(len(table.LookupList.Lookup) - 1)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)
