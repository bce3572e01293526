"""The whole code as one JSON-able document: the browser's only source of it (GET /pens)."""

from typing import Any

from colour_codes.activation_code import pen_of_activation, pen_of_side
from colour_codes.charter import Charter, load_charter
from colour_codes.legend import LegendLine, legend_lines
from colour_codes.palettes import (
    LINK_KINDS,
    Palette,
    Stroke,
    link_stroke,
    node_stroke,
    stroke_of,
    text_colour,
)
from colour_codes.pens import ARROW_PENS, Pen, letter, name
from colour_codes.sides import Side
from colour_codes.words import Words, checked_language

_DECIDED = (Side.LIVING_TOGETHER, Side.WORKING_TOGETHER)


def pens_document(lang: str, charter: Charter | None = None) -> dict[str, Any]:
    """Return sides, pens, table, palettes, legend, sentences, marks, symbol sets and session, in ``lang``.

    The shapes themselves are drawn by ``layouts``, whose doors add them to this document as "symbols".
    Lengths are mm, colours "#rrggbb". The channel codes of plain files are left out: people see pen names.
    ValueError for an unknown language.
    """
    checked_language(lang)
    said = charter or load_charter()
    return {
        "lang": lang,
        "charter": {"version": said.version, "footer": said.footer(lang), "credit": said.credit.said(lang)},
        "sides": [
            {"id": side.value, "name": said.sides[side.value].said(lang), "pen": pen_of_side(side).value}
            for side in Side
        ],
        "collective": said.sides["collective"].said(lang),
        "pens": [
            {
                "id": pen.value,
                "name": name(pen, lang),
                "letter": letter(pen, lang),
                "arrow": pen in ARROW_PENS,
            }
            for pen in Pen
        ],
        "table": [
            {"activator": tail.value, "activated": head.value, "pen": pen.value}
            for tail in _DECIDED
            for head in _DECIDED
            for pen in [pen_of_activation(activator=tail, activated=head)]
        ],
        "palettes": {palette.value: _palette(palette, lang, said) for palette in Palette},
        "reading": _reading(lang, said),
        "marks": {
            mark: getattr(said.marks, mark) for mark in ("tail_letters", "order_numbers", "dates", "status")
        },
        "symbol_sets": _symbol_sets(lang, said),
        "session": [{"key": step.key, "text": step.words.said(lang)} for step in said.session],
    }


def _palette(palette: Palette, lang: str, charter: Charter) -> dict[str, Any]:
    return {
        "name": charter.palettes[palette.value].said(lang),
        "arrows": {pen.value: _stroke(stroke_of(pen, palette)) for pen in ARROW_PENS},
        "nodes": {side.value: _stroke(node_stroke(side, palette)) for side in Side},
        "links": {kind: _stroke(link_stroke(kind, palette)) for kind in LINK_KINDS},
        "text": {pen.value: text_colour(pen, palette) for pen in Pen},
        "legend": [_line(line) for line in legend_lines(lang, palette, charter=charter)],
        "plain_legend": [_line(line) for line in legend_lines(lang, palette, plain=True, charter=charter)],
    }


def _stroke(stroke: Stroke) -> dict[str, Any]:
    return {
        "colour": stroke.colour,
        "width": stroke.width,
        "dash": list(stroke.dash),
        "double": stroke.double,
        "gap": stroke.gap,
    }


def _line(line: LegendLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "sample": line.sample.value,
        "pen": line.pen.value if line.pen else None,
        "text": line.text,
    }


def _reading(lang: str, charter: Charter) -> dict[str, Any]:
    def said(texts: dict[str, Words]) -> dict[str, str]:
        return {key: words.said(lang) for key, words in texts.items()}

    return {
        "head_at": charter.head_at,
        "sentences": said(dict(charter.sentences)),
        "read_back": said(dict(charter.read_back)),
    }


def _symbol_sets(lang: str, charter: Charter) -> dict[str, Any]:
    symbols = charter.symbols
    return {
        "default": symbols.default,
        "home": symbols.home,
        "institution": symbols.institution,
        "professional": symbols.professional,
        "sets": {
            key: {"name": one.words.said(lang), "shapes": dict(one.shapes)}
            for key, one in symbols.sets.items()
        },
    }
