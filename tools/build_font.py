"""Builds `layouts/fonts/sociogram-sans.ttf` and `advances.json` from Andika and Noto Sans Arabic.

Run by hand, rarely: `python -m tools.build_font ANDIKA.ttf NOTO_SANS_ARABIC.ttf`. Both sources are under the
SIL Open Font License; the result has another name because "Andika" and "SIL" are reserved (OFL, section 3).
Kerning, ligatures and hinting are left out on purpose: a line is then exactly the sum of its advances, in
every renderer, and screen and paper measure alike.
"""

import json
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from tools.toned_letters import compose

FAMILY = "Sociogram Sans"
UNITS = 2048
ASCENT, DESCENT = 1980, -580
TARGET = Path(__file__).resolve().parent.parent / "layouts" / "fonts"
COPYRIGHT = (
    "Sociogram Sans is made from Andika, Copyright (c) 2004-2022 SIL International (http://www.sil.org/), "
    'with Reserved Font Names "Andika" and "SIL", and from Noto Sans Arabic, Copyright 2015-2020 Google LLC.'
)
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
LATIN = (
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0250, 0x02FF), (0x0300, 0x036F), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x20BF), (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),
    (0x25A0, 0x27BF),
)  # fmt: skip
ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F))
TONE_LETTERS = "ɛɔƐƆɲŋƝŊəɓɗɣ"
TONE_MARKS = "\u0300\u0301\u0302\u0303\u0304\u030c"
"""Letters that Unicode has no accented form of, and the marks they take: each pair becomes one glyph."""
LATIN_FEATURES = ["ccmp", "locl", "mark", "mkmk"]
ARABIC_FEATURES = ["ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "mark", "mkmk"]


def main(latin: str, arabic: str) -> None:
    """Write the font and its advance widths beside it."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder, "latin.ttf"), Path(folder, "arabic.ttf")]
        letters = _subset(latin, LATIN, LATIN_FEATURES)
        compose(letters, TONE_LETTERS, TONE_MARKS)
        letters.save(parts[0])
        taken = set(TTFont(parts[0]).getBestCmap())
        script = _subset(arabic, ARABIC, ARABIC_FEATURES, without=taken)
        scale_upem(script, UNITS)
        script.save(parts[1])
        font = Merger().merge([str(part) for part in parts])
    _name(font)
    _measure(font)
    TARGET.mkdir(parents=True, exist_ok=True)
    font.save(TARGET / "sociogram-sans.ttf")
    _write_advances(TTFont(TARGET / "sociogram-sans.ttf"))


def _subset(
    path: str, ranges: tuple[tuple[int, int], ...], features: list[str], without: set[int] | None = None
) -> TTFont:
    font = TTFont(path, recalcTimestamp=False)
    options = Options(
        layout_features=features, hinting=False, glyph_names=False, legacy_kern=False, notdef_outline=True,
        drop_tables=["DSIG", "Silt", "Silf", "Glat", "Gloc", "Feat", "kern", "gasp"],
    )  # fmt: skip
    subsetter = Subsetter(options)
    wanted = {code for first, last in ranges for code in range(first, last + 1)} - (without or set())
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


def _name(font: TTFont) -> None:
    table = font["name"]
    table.names = []
    texts = {
        0: COPYRIGHT, 1: FAMILY, 2: "Regular", 3: "Sociogram Sans 1.0", 4: FAMILY, 5: "Version 1.000",
        6: "SociogramSans", 13: LICENCE, 14: "https://scripts.sil.org/OFL",
    }  # fmt: skip
    for number, text in texts.items():
        table.setName(text, number, 3, 1, 0x409)
        table.setName(text, number, 1, 0, 0)


def _measure(font: TTFont) -> None:
    """Give every platform the same, compact line: the source leaves room for stacked African tone marks."""
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    head.created = head.modified = 3_800_000_000
    font.recalcTimestamp = False
    hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, DESCENT, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT
    os2.achVendID = "NONE"
    font["head"].fontRevision = 1.0


def _write_advances(font: TTFont) -> None:
    widths, best = font["hmtx"], font.getBestCmap()
    shaped = _contextual_forms(font)
    advances = {
        chr(code): max(widths[name][0] for name in (glyph, *shaped.get(glyph, ())))
        for code, glyph in sorted(best.items())
    }
    table = {
        "family": FAMILY, "units": UNITS, "ascent": ASCENT, "descent": -DESCENT,
        "cap_height": font["OS/2"].sCapHeight, "x_height": font["OS/2"].sxHeight, "advances": advances,
    }  # fmt: skip
    text = json.dumps(table, ensure_ascii=True, separators=(",", ":"))
    (TARGET / "advances.json").write_text(text + "\n", encoding="utf-8")


def _contextual_forms(font: TTFont) -> dict[str, list[str]]:
    """Return, for each Arabic letter, the shapes it takes beside others: its width is their widest."""
    lookups = font["GSUB"].table.LookupList.Lookup
    forms: dict[str, list[str]] = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag in ("isol", "init", "medi", "fina"):
            for index in record.Feature.LookupListIndex:
                for table in lookups[index].SubTable:
                    inner = getattr(table, "ExtSubTable", table)
                    for source, target in getattr(inner, "mapping", {}).items():
                        forms.setdefault(source, []).append(target)
    return forms


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
