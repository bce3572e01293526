"""Prints a Sheet as SVG, in a profile that browsers, LibreOffice, Inkscape, typst and resvg draw alike.

No style block, script, transform, marker, clip, filter or reference: only groups, paths and text, sizes in mm
with the viewBox in the same unit. A halo is a second text under the first. Rule: docs/design/0008.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from layouts.fonts import FAMILY
from layouts.sheet import Item, Path, Sheet, Text
from layouts.text.direction import runs_right_to_left
from layouts.text.metrics import exactly_measured, text_width

HALO = "#ffffff"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile("[&<>]")
_CARE = re.compile("[^\x20-%'-;=?-~\xa0-\u058f]")
"""What may be markup, illegal, or run from the right: any other text is written as it is."""


def write_svg(sheet: Sheet, *, fitted: bool = True, ground: bool = True) -> str:
    """Return the SVG document of `sheet`: the same string for the same sheet, always.

    `fitted` writes each line's width (`textLength`), so that a reader without the font still sees it fit.
    `ground` paints the paper white first.
    """
    out: list[str] = []
    _open(sheet, ground, out)
    _write(sheet.items, fitted, out)
    out.append("</svg>\n")
    return "".join(out)


def _open(sheet: Sheet, ground: bool, out: list[str]) -> None:
    width, height = number(sheet.width), number(sheet.height)
    out.append(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}" role="img" lang="{sheet.lang}" xml:lang="{sheet.lang}" '
        f'aria-labelledby="sheet-title sheet-desc" font-family="{FAMILY}, sans-serif" fill="none" '
        f'stroke-linecap="round" stroke-linejoin="round"{_data(sheet.data)}>\n'
        f'<title id="sheet-title">{_clean(sheet.title)}</title>\n'
        f'<desc id="sheet-desc">{_clean(sheet.desc)}</desc>\n'
    )
    if ground:
        out.append(f'<path d="M 0 0 L {width} 0 L {width} {height} L 0 {height} Z" fill="#ffffff"/>\n')


def _write(items: Sequence[Item], fitted: bool, out: list[str]) -> None:
    """Append every item; lists and early ways out, as a large network has a hundred thousand of them."""
    for item in items:
        if isinstance(item, Text):
            if fitted or item.halo or _CARE.search(item.text):
                _text(item, fitted, out)
            else:
                letters = _letters(item.size, "", item.anchor)
                out.append(
                    f'<text x="{number(item.x)}" y="{number(item.y)}"{letters} '
                    f'fill="{item.colour}">{item.text}</text>\n'
                )
        elif isinstance(item, Path):
            out.append(f'<path d="{item.d}"{_stroke(item.fill, item.stroke, item.width, item.dash)}/>\n')
        else:
            label = f' role="group" aria-label={_attribute(item.label)}' if item.label else ""
            out.append(f"<g{_data(item.data)}{label}>\n")
            _write(item.items, fitted, out)
            out.append("</g>\n")


@lru_cache(maxsize=512)
def _stroke(fill: str | None, stroke: str | None, width: float, dash: tuple[float, ...]) -> str:
    """Return what every path drawn with one pen repeats."""
    parts = [f' fill="{fill}"'] if fill is not None else []
    if stroke is not None:
        parts.append(f' stroke="{stroke}" stroke-width="{number(width)}"')
        if dash:
            parts.append(f' stroke-dasharray="{" ".join(number(part) for part in dash)}"')
    return "".join(parts)


def _text(text: Text, fitted: bool, out: list[str]) -> None:
    x, anchor, turn = text.x, text.anchor, ""
    if runs_right_to_left(text.text):
        # "start" is the right end for some readers and the left end for others; the middle is the middle.
        half = text_width(text.text, text.size) / 2
        x += {"start": half, "middle": 0.0, "end": -half}[anchor]
        anchor, turn = "middle", ' direction="rtl" unicode-bidi="embed"'
    place = f'<text x="{number(x)}" y="{number(text.y)}"{_letters(text.size, turn, anchor)}'
    if fitted and len(text.text) > 1 and exactly_measured(text.text):
        width = number(text_width(text.text, text.size))
        place = f'{place} textLength="{width}" lengthAdjust="spacingAndGlyphs"'
    words = _clean(text.text)
    if text.halo:
        out.append(
            f'{place} fill="{HALO}" stroke="{HALO}" stroke-width="{number(text.halo)}" '
            f'aria-hidden="true">{words}</text>\n'
        )
    out.append(f'{place} fill="{text.colour}">{words}</text>\n')


@lru_cache(maxsize=512)
def _letters(size: float, turn: str, anchor: str) -> str:
    """Return what every line set alike repeats."""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f' font-size="{number(size)}"{turn}{where}'


def _data(pairs: tuple[tuple[str, str], ...]) -> str:
    return "".join(f" data-{key}={_attribute(value)}" for key, value in pairs)


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _clean(text: str) -> str:
    legal = _legal(text)
    return escape(legal) if _MARKUP.search(legal) else legal


def _legal(text: str) -> str:
    """Drop what XML cannot hold: control characters, lone surrogates, non-characters."""
    return _ILLEGAL.sub("", text) if _ILLEGAL.search(text) else text


def number(value: float) -> str:
    """Return a length as written on sheets: at most two decimals, no trailing zero, no minus zero."""
    text = f"{value:.2f}"
    if text[-1] != "0":
        return text
    text = text[:-1] if text[-2] != "0" else text[:-3]
    return "0" if text == "-0" else text
