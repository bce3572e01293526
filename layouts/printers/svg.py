"""Prints a Sheet as SVG, in a profile that browsers, LibreOffice, Inkscape, typst and resvg draw alike.

No style block, script, transform, marker, clip, filter or reference: only groups, paths and text, sizes in mm
with the viewBox in the same unit. A halo is a second text under the first. Rule: docs/design/0008.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from layouts.fonts import FAMILY
from layouts.sheet import Group, Item, Path, Sheet, Text
from layouts.text.direction import runs_right_to_left
from layouts.text.metrics import exactly_measured, text_width

HALO = "#ffffff"


def write_svg(sheet: Sheet, *, fitted: bool = True, ground: bool = True) -> str:
    """Return the SVG document of `sheet`: the same string for the same sheet, always.

    `fitted` writes each line's width (`textLength`), so that a reader without the font still sees it fit.
    `ground` paints the paper white first.
    """
    return "".join(_document(sheet, fitted, ground)) + "\n"


def _document(sheet: Sheet, fitted: bool, ground: bool) -> Iterator[str]:
    width, height = number(sheet.width), number(sheet.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}" role="img" lang="{sheet.lang}" xml:lang="{sheet.lang}" '
        f'aria-labelledby="sheet-title sheet-desc" font-family="{FAMILY}, sans-serif" fill="none" '
        f'stroke-linecap="round" stroke-linejoin="round"{_data(sheet.data)}>\n'
    )
    yield f'<title id="sheet-title">{_clean(sheet.title)}</title>\n'
    yield f'<desc id="sheet-desc">{_clean(sheet.desc)}</desc>\n'
    if ground:
        yield f'<path d="M 0 0 L {width} 0 L {width} {height} L 0 {height} Z" fill="#ffffff"/>\n'
    for item in sheet.items:
        yield from _item(item, fitted)
    yield "</svg>"


def _item(item: Item, fitted: bool) -> Iterator[str]:
    if isinstance(item, Group):
        label = f' role="group" aria-label={_attribute(item.label)}' if item.label else ""
        yield f"<g{_data(item.data)}{label}>\n"
        for inner in item.items:
            yield from _item(inner, fitted)
        yield "</g>\n"
    elif isinstance(item, Path):
        yield _path(item)
    else:
        yield from _text(item, fitted)


def _path(path: Path) -> str:
    parts = [f'<path d="{path.d}"']
    if path.fill is not None:
        parts.append(f' fill="{path.fill}"')
    if path.stroke is not None:
        parts.append(f' stroke="{path.stroke}" stroke-width="{number(path.width)}"')
        if path.dash:
            parts.append(f' stroke-dasharray="{" ".join(number(part) for part in path.dash)}"')
    return "".join(parts) + "/>\n"


def _text(text: Text, fitted: bool) -> Iterator[str]:
    x, anchor, turn = text.x, text.anchor, ""
    if runs_right_to_left(text.text):
        # "start" is the right end for some readers and the left end for others; the middle is the middle.
        half = text_width(text.text, text.size) / 2
        x += {"start": half, "middle": 0.0, "end": -half}[anchor]
        anchor, turn = "middle", ' direction="rtl" unicode-bidi="embed"'
    place = f'x="{number(x)}" y="{number(text.y)}" font-size="{number(text.size)}"{turn}'
    if anchor != "start":
        place += f' text-anchor="{anchor}"'
    if fitted and len(text.text) > 1 and exactly_measured(text.text):
        width = number(text_width(text.text, text.size))
        place += f' textLength="{width}" lengthAdjust="spacingAndGlyphs"'
    words = _clean(text.text)
    if text.halo:
        yield (
            f'<text {place} fill="{HALO}" stroke="{HALO}" stroke-width="{number(text.halo)}" '
            f'aria-hidden="true">{words}</text>\n'
        )
    yield f'<text {place} fill="{text.colour}">{words}</text>\n'


def _data(pairs: tuple[tuple[str, str], ...]) -> str:
    return "".join(f" data-{key}={_attribute(value)}" for key, value in pairs)


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _clean(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    """Drop what XML cannot hold: control characters, lone surrogates, non-characters."""
    return "".join(char for char in text if _xml_char(ord(char)))


def _xml_char(code: int) -> bool:
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def number(value: float) -> str:
    """Return a length as written on sheets: at most two decimals, no trailing zero, no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
