"""A situation as GraphML, for yEd, Gephi, igraph, networkx: http://graphml.graphdrawing.org/specification.html

One flat graph. A home or a building is a node, and `inside` names the one a figure stands in: nested graphs,
which the format allows too, are silently dropped by most readers. Every edge is directed, because some refuse
mixed graphs; `kind` says which lines have no head.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from colour_codes.activation_code import pen_of_side
from colour_codes.pens import Pen, letter
from colour_codes.sides import Side
from layouts.editable.opaque_ids import opaque_ids
from layouts.editable.settings import GraphSettings
from layouts.editable.words import heading, legal, notices
from layouts.individual.lines import home_line
from sociogram.situation.staging import Arrow, Staging

Facts = dict[str, str]
_KEYS = {
    "graph": ("title", "date", "language", "notice"),
    "node": ("kind", "side", "pen", "label", "inside"),
    "edge": ("kind", "pen", "letter", "order", "status", "ended", "when", "sentence", "note"),
}
_TYPES = {"order": "int", "ended": "boolean"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write_graphml(staging: Staging, settings: GraphSettings | None = None) -> str:
    """Return the GraphML document of `staging`: the same string for the same staging, always.

    Node ids are opaque. Lines whose two ends do not stand on the sheet are left out, as on the sheet.
    """
    return "".join(_document(staging, settings or GraphSettings()))


def _document(staging: Staging, settings: GraphSettings) -> Iterator[str]:
    yield _HEAD
    for domain, names in _KEYS.items():
        for name in names:
            kind = _TYPES.get(name, "string")
            yield f'  <key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph id="sociogram" edgedefault="directed">\n'
    yield from _data("graph", _about(staging, settings), "    ")
    for id_, facts in _nodes(staging):
        yield f'    <node id="{id_}">\n'
        yield from _data("node", facts, "      ")
        yield "    </node>\n"
    for rank, (source, target, facts) in enumerate(_edges(staging, settings), start=1):
        yield f'    <edge id="e{rank}" source="{source}" target="{target}">\n'
        yield from _data("edge", facts, "      ")
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(domain: str, facts: Facts, indent: str) -> Iterator[str]:
    for name, value in facts.items():
        if value:
            # xml:space keeps the line breaks and blanks of a label through tidy readers.
            yield f"{indent}<data key={quoteattr(f'{domain}-{name}')}>{_text(value)}</data>\n"


def _text(value: str) -> str:
    """Return `value` as XML text; a carriage return must be written out, or readers make it a line feed."""
    return escape(legal(value), {"\r": "&#13;"})


def _about(staging: Staging, settings: GraphSettings) -> Facts:
    return {
        "title": heading(staging, settings),
        "date": str(staging.date or ""),
        "language": staging.lang,
        "notice": ". ".join(notices(staging)),
    }


def _nodes(staging: Staging) -> Iterator[tuple[str, Facts]]:
    ids = opaque_ids(staging)
    holders = {member: place.id for place in staging.containers for member in place.members}
    for figure in staging.figures:
        inside = figure.inside or holders.get(figure.id)
        yield ids[figure.id], _node(figure.kind, figure.side, figure.label, ids.get(inside or "", ""))
    for place in staging.containers:
        yield ids[place.id], _node(place.kind, place.side, place.label, ids.get(place.inside or "", ""))


def _node(kind: str, side: Side, label: str, inside: str) -> Facts:
    pen = Pen.PENCIL if side is Side.UNDECIDED else pen_of_side(side)
    return {"kind": kind, "side": side.value, "pen": pen.value, "label": label, "inside": inside}


def _edges(staging: Staging, settings: GraphSettings) -> Iterator[tuple[str, str, Facts]]:
    ids = opaque_ids(staging)
    told = {line.arrow: line for line in staging.story} if settings.told else {}
    for arrow in staging.arrows:
        if arrow.activator in ids and arrow.activated in ids:
            facts = _arrow(arrow, staging, settings)
            if arrow.id in told:
                line = told[arrow.id]
                facts |= {"when": line.when, "sentence": line.sentence, "note": line.label}
            yield ids[arrow.activator], ids[arrow.activated], facts
    for kin in staging.kin:
        if kin.a in ids and kin.b in ids:
            yield ids[kin.a], ids[kin.b], {"kind": kin.kind, "ended": "true" if kin.ended else "false"}
    for former in staging.former_homes:
        if former.person in ids and former.household in ids:
            when = "" if settings.plain else former.when
            yield ids[former.person], ids[former.household], {"kind": home_line(former), "when": when}


def _arrow(arrow: Arrow, staging: Staging, settings: GraphSettings) -> Facts:
    facts = {"kind": "activation", "pen": arrow.pen.value}
    if settings.plain:
        return facts
    marks = {"letter": letter(arrow.pen, staging.lang), "order": str(arrow.number), "status": arrow.status}
    return facts | marks
