"""A situation in the DOT language, for Graphviz and whatever reads it: homes and buildings are clusters.

Names are opaque (n1, n2...): only labels say who is who. An arrow to a whole home or building ends at a point
inside it and is cut at its border (`lhead`, `ltail`), as the language asks.
"""

from collections.abc import Iterator

from colour_codes.activation_code import pen_of_side
from colour_codes.legend import LegendLine, Sample, legend_lines
from colour_codes.palettes import Palette, Stroke, link_stroke, node_stroke, stroke_of, text_colour
from colour_codes.pens import Pen, letter
from colour_codes.sides import Side
from layouts.editable.opaque_ids import opaque_ids
from layouts.editable.quoting import attributes, plain_text
from layouts.editable.settings import GraphSettings
from layouts.editable.words import badge_words, heading, notices
from layouts.individual.lines import home_line
from layouts.printers.svg import number
from sociogram.situation.staging import Arrow, Container, Figure, KinLine, Staging

POINTS = 72 / 25.4
"""Points in a millimetre: Graphviz counts lines and letters in points."""
_FONTS = "Sociogram Sans,Andika,Arial"
_LAYOUT = "compound=true, newrank=true, rankdir=TB"
"""`newrank`: without it, dot 2.43 gives up one crowded sheet in five ("trouble in init_rank")."""
_HEADS = {"active": "normal", "ended": "normaltee", "wished": "onormal"}


def write_dot(staging: Staging, settings: GraphSettings | None = None) -> str:
    """Return the DOT document of `staging`: the same string for the same staging, always."""
    writer = _Writer(staging, settings or GraphSettings())
    return "".join(f"{line}\n" for line in writer.document())


class _Writer:
    def __init__(self, staging: Staging, settings: GraphSettings) -> None:
        self.staging, self.settings = staging, settings
        self.palette: Palette = settings.palette
        self.ids = opaque_ids(staging)
        self.places = {place.id: place for place in staging.containers}
        self.held = {member: place.id for place in staging.containers for member in place.members}
        self.held |= {f.id: f.inside for f in staging.figures if f.inside in self.places}
        self.held |= {p.id: p.inside for p in staging.containers if p.inside in self.places}

    def document(self) -> Iterator[str]:
        yield "digraph sociogram {"
        yield f'  graph [label={plain_text(self.words())}, labelloc=t, charset="UTF-8"];'
        yield f"  graph [{_LAYOUT}];"
        for thing in ("graph", "node", "edge"):
            yield f'  {thing} [fontname="{_FONTS}"];'
        yield from self.inside(None, "  ")
        for arrow in self.staging.arrows:
            yield from self.arrow(arrow)
        for line in self.staging.kin:
            yield from self.kin(line)
        for former in self.staging.former_homes:
            stroke = link_stroke(home_line(former), self.palette)
            when = "" if self.settings.plain or not former.when else plain_text(former.when)
            yield from self.edge(former.person, former.household, stroke, label=when, dir="none")
        yield "}"

    def words(self) -> str:
        """Return what stands above the picture: date, notices, and which pen says what."""
        lines = legend_lines(
            self.staging.lang, self.palette, self.settings.plain, numbers=not self.settings.plain
        )
        pens = [
            _legend(line, self.staging.lang, self.settings.plain)
            for line in lines
            if line.sample is Sample.ARROW
        ]
        credit = [line.text for line in lines if line.key == "credit"]
        return "\n".join((heading(self.staging, self.settings), *notices(self.staging), *pens, *credit))

    def inside(self, holder: str | None, indent: str) -> Iterator[str]:
        """Yield what stands directly inside `holder` (None: inside nothing)."""
        for figure in self.staging.figures:
            if self.held.get(figure.id) == holder:
                yield f"{indent}{self.figure(figure)}"
        for place in self.staging.containers:
            if self.held.get(place.id) == holder:
                yield from self.place(place, indent)

    def figure(self, figure: Figure) -> str:
        drawn = self.outline(figure.side, rounded=figure.side is not Side.WORKING_TOGETHER)
        return f"{self.ids[figure.id]}{attributes(label=plain_text(figure.label), shape='box', **drawn)};"

    def outline(self, side: Side, *, rounded: bool) -> dict[str, str]:
        """Return how a figure, home or building of this side is drawn: a double outline is two of them."""
        stroke = node_stroke(side, self.palette)
        corners = "rounded" if rounded else "solid"
        width = stroke.width / 4 if stroke.double else stroke.width
        return {
            "style": f'"{corners},dashed"' if stroke.dash else corners,
            "peripheries": "2" if stroke.double else "",
            "color": _colour(stroke.colour),
            "penwidth": number(width * POINTS),
            "fontcolor": _colour(text_colour(_pen(side), self.palette)),
        }

    def place(self, place: Container, indent: str) -> Iterator[str]:
        name = self.ids[place.id]
        drawn = self.outline(place.side, rounded=place.kind == "household")
        yield f"{indent}subgraph cluster_{name} {{"
        yield f"{indent}  graph{attributes(label=plain_text(place.label), **drawn)};"
        yield f'{indent}  {name} [shape=point, style=invis, width=0.01, height=0.01, label=""];'
        yield from self.inside(place.id, indent + "  ")
        yield f"{indent}}}"

    def arrow(self, arrow: Arrow) -> Iterator[str]:
        plain = self.settings.plain
        yield from self.edge(
            arrow.activator,
            arrow.activated,
            stroke_of(arrow.pen, self.palette),
            label="" if plain else plain_text(badge_words(arrow, self.staging.lang)),
            fontcolor=_colour(text_colour(arrow.pen, self.palette)),
            arrowhead="normal" if plain else _HEADS[arrow.status],
        )

    def kin(self, line: KinLine) -> Iterator[str]:
        slash = plain_text("/") if line.ended else ""
        stroke = link_stroke(line.kind, self.palette)
        yield from self.edge(line.a, line.b, stroke, label=slash, dir="none")

    def edge(self, tail: str, head: str, stroke: Stroke, **values: str) -> Iterator[str]:
        if tail not in self.ids or head not in self.ids:
            return
        borders = {
            side: f"cluster_{self.ids[end]}"
            for side, end, other in (("ltail", tail, head), ("lhead", head, tail))
            if end in self.places and not self.stands_in(other, end)
        }
        yield f"  {self.ids[tail]} -> {self.ids[head]}{attributes(**_line(stroke), **values, **borders)};"

    def stands_in(self, id_: str, place: str) -> bool:
        seen: set[str] = set()
        above = self.held.get(id_)
        while above is not None and above not in seen:
            if above == place:
                return True
            seen.add(above)
            above = self.held.get(above)
        return False


def _pen(side: Side) -> Pen:
    return Pen.PENCIL if side is Side.UNDECIDED else pen_of_side(side)


def _legend(line: LegendLine, lang: str, plain: bool) -> str:
    assert line.pen is not None
    return line.text if plain else f"{letter(line.pen, lang)} · {line.text}"


def _line(stroke: Stroke) -> dict[str, str]:
    """Return the attributes of a line: a double one is two lines with nothing between."""
    if stroke.double:
        return {
            "color": f'"{stroke.colour}:invis:{stroke.colour}"',
            "penwidth": number(stroke.width / 3 * POINTS),
        }
    dashed = {"style": "dotted" if stroke.dash[0] < stroke.width else "dashed"} if stroke.dash else {}
    return {"color": _colour(stroke.colour), "penwidth": number(stroke.width * POINTS)} | dashed


def _colour(colour: str) -> str:
    return f'"{colour}"'
