"""Draw the picture of the pens that stands in the documentation: every line of the three sets, in one SVG.

python examples/draw_pens.py fr > docs/fr/feutres.svg
python examples/draw_pens.py en > docs/en/pens.svg
"""

import sys
from html import escape

from colour_codes.charter import load_charter
from colour_codes.contrast import PAPER
from colour_codes.palettes import Palette, Stroke, node_stroke, stroke_of, text_colour
from colour_codes.pens import ARROW_PENS, Pen, letter
from colour_codes.sides import Side

COLUMN, ROW, TOP = 64.0, 11.0, 24.0


def line(path: str, stroke: Stroke) -> str:
    """Return the path drawn with a stroke; a double line is the whole width, then its paper on top."""
    dash = f' stroke-dasharray="{" ".join(f"{mm:g}" for mm in stroke.dash)}"' if stroke.dash else ""
    drawn = (
        f'<path d="{path}" fill="none" stroke="{stroke.colour}" stroke-width="{stroke.width:g}"'
        f' stroke-linecap="round" stroke-linejoin="round"{dash}/>'
    )
    if stroke.double:
        drawn += f'<path d="{path}" fill="none" stroke="{PAPER}" stroke-width="{stroke.gap:g}"/>'
    return drawn


def text(x: float, y: float, size: float, words: str, colour: str = "#000000") -> str:
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}">{escape(words)}</text>'


def figure(x: float, y: float, stroke: Stroke) -> str:
    head = f"M{x - 2:g} {y - 3:g} a2 2 0 1 1 4 0 a2 2 0 1 1 -4 0 z"
    body = f"M{x - 3.2:g} {y + 5:g} v-1.5 a3.2 3.6 0 0 1 6.4 0 v1.5 z"
    return line(head, stroke) + line(body, stroke)


def arrow(x: float, y: float, pen: Pen, palette: Palette) -> str:
    stroke = stroke_of(pen, palette)
    head = f'<path d="M{x + 26:g} {y:g} l-5 -2.3 v4.6 z" fill="{stroke.colour}"/>'
    return line(f"M{x:g} {y:g} h20.5", stroke) + head


def column(x: float, palette: Palette, lang: str) -> str:
    charter = load_charter()
    title, _, subtitle = charter.palettes[palette].said(lang).replace("\u00a0", " ").partition(":")
    parts = [text(x, 10, 5, title.strip()), text(x, 15.5, 2.7, subtitle.strip())]
    for side, pen, at in ((Side.LIVING_TOGETHER, Pen.BLACK, 0), (Side.WORKING_TOGETHER, Pen.GREEN, 1)):
        y = TOP + at * 14
        parts.append(figure(x + 10, y + 1, node_stroke(side, palette)))
        parts.append(text(x + 20, y + 2, 3, charter.pen_word(pen, palette, lang, figure=True)))
    for at, pen in enumerate(ARROW_PENS):
        y = TOP + 30 + at * ROW
        parts.append(arrow(x, y, pen, palette))
        parts.append(text(x, y + 5, 3, letter(pen, lang), text_colour(pen, palette)))
        parts.append(text(x + 5, y + 5, 3, charter.pen_word(pen, palette, lang)))
    return "".join(parts)


def picture(lang: str) -> str:
    """Return the whole SVG, in millimetres, in one language."""
    width, height = 3 * COLUMN + 6, TOP + 32 + 4 * ROW
    columns = "".join(column(6 + at * COLUMN, palette, lang) for at, palette in enumerate(Palette))
    title = {"fr": "Les feutres, dans les trois jeux", "en": "The pens, in the three sets"}[lang]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm"'
        f' viewBox="0 0 {width:g} {height:g}" role="img" font-family="Noto Sans, sans-serif">'
        f'<title>{title}</title><rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>{columns}</svg>\n'
    )


if __name__ == "__main__":
    sys.stdout.write(picture(sys.argv[1] if len(sys.argv) > 1 else "fr"))
