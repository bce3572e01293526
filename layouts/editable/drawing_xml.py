"""Shapes of a slide as DrawingML (ECMA-376, parts 1 and 19-20): one element each, in order.

Everything is native: outlines are freeforms with connection sites, lines are connectors glued to them, heads
and dashes are the program's own. Nothing is a picture.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from layouts.editable.preset_curves import STRAIGHT
from layouts.editable.slide_shapes import Command, Connector, Head, Ink, Outline, Shape, ShapeGroup, Words
from layouts.editable.words import legal
from layouts.individual.boxes import Box, around
from layouts.text.direction import runs_right_to_left
from layouts.text.metrics import LINE_HEIGHT

FONT = "Arial"
"""The house's font cannot be counted on where a slide is opened; this one, or its twin, is everywhere, and is
narrower than ours: no label grows."""
EMU = 36000
"""English metric units in a millimetre."""
_DEGREE = 60000
_POINTS = 72 / 25.4
_DRAW = {"M": "moveTo", "L": "lnTo", "Q": "quadBezTo", "C": "cubicBezTo"}
_HEADS: dict[Head, str] = {"full": "triangle", "open": "arrow"}
_THIN = 0.6
"""Lines thinner than this, in mm, get larger heads: heads are measured in widths of their line."""


class SlideWriter:
    """Writes shapes with numbers of their own; connectors name the numbers of what they are glued to."""

    def __init__(self, shapes: Iterable[Shape], lang: str) -> None:
        self.shapes = tuple(shapes)
        self.lang = "fr-FR" if lang == "fr" else "en-GB"
        self.numbers: dict[int, int] = {}
        self.keys: dict[str, int] = {}
        for number, shape in enumerate(_opened(self.shapes), start=2):
            self.numbers[id(shape)] = number
            if isinstance(shape, Outline) and shape.key:
                self.keys[shape.key] = number

    def xml(self) -> str:
        """Return all shapes, the lowest first."""
        return "".join(self._shape(shape) for shape in self.shapes)

    def _shape(self, shape: Shape) -> str:
        if isinstance(shape, ShapeGroup):
            return self._group(shape)
        if isinstance(shape, Connector):
            return self._connector(shape)
        return self._words(shape) if isinstance(shape, Words) else self._outline(shape)

    def _named(self, shape: Shape, name: str, says: str = "") -> str:
        described = f" descr={_quoted(says)}" if says else ""
        return f'<p:cNvPr id="{self.numbers[id(shape)]}" name={_quoted(name)}{described}/>'

    def _group(self, group: ShapeGroup) -> str:
        box = around(box_of_shape(shape) for shape in _opened(group.items))
        place = _place(box)
        child = place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        inside = "".join(self._shape(shape) for shape in group.items)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{self._named(group, group.name, group.says)}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{place}{child}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
        )

    def _outline(self, outline: Outline) -> str:
        fill = f"<a:solidFill>{_colour(outline.fill)}</a:solidFill>" if outline.fill else "<a:noFill/>"
        return (
            f"<p:sp><p:nvSpPr>{self._named(outline, outline.name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"<a:xfrm>{_place(outline.box)}</a:xfrm>{_geometry(outline)}{fill}{_line(outline.ink)}</p:spPr>"
            f"</p:sp>"
        )

    def _words(self, words: Words) -> str:
        shape = "rect"
        adjust = "<a:avLst/>"
        if words.ink is not None:
            shape, adjust = "roundRect", '<a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst>'
        fill = f"<a:solidFill>{_colour(words.fill)}</a:solidFill>" if words.fill else "<a:noFill/>"
        holder = '<p:nvPr><p:ph type="title"/></p:nvPr>' if words.title else "<p:nvPr/>"
        box = '<p:cNvSpPr txBox="1"/>' if words.ink is None and not words.title else "<p:cNvSpPr/>"
        return (
            f"<p:sp><p:nvSpPr>{self._named(words, words.name)}{box}{holder}</p:nvSpPr><p:spPr>"
            f'<a:xfrm>{_place(words.box)}</a:xfrm><a:prstGeom prst="{shape}">{adjust}</a:prstGeom>'
            f"{fill}{_line(words.ink)}</p:spPr><p:txBody>"
            f'<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/>'
            f"</a:bodyPr>"
            f"<a:lstStyle/>{self._paragraph(words)}</p:txBody></p:sp>"
        )

    def _paragraph(self, words: Words) -> str:
        run = (
            f'<a:rPr lang="{self.lang}" sz="{round(words.size * _POINTS * 100)}" b="0"><a:solidFill>'
            f'{_colour(words.colour)}</a:solidFill><a:latin typeface="{FONT}"/>'
            f'<a:cs typeface="{FONT}"/></a:rPr>'
        )
        pitch = round(words.size * LINE_HEIGHT * _POINTS * 100)
        turn = ' rtl="1"' if runs_right_to_left(" ".join(words.lines)) else ""
        lines = (f"<a:r>{run}<a:t>{escape(legal(line))}</a:t></a:r>" for line in words.lines)
        return (
            f'<a:p><a:pPr algn="{words.align}"{turn}><a:lnSpc><a:spcPts val="{pitch}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>'
            f"{f'<a:br>{run}</a:br>'.join(lines)}</a:p>"
        )

    def _connector(self, one: Connector) -> str:
        glue = "".join(
            f'<a:{tag} id="{self.keys[key]}" idx="{site}"/>'
            for tag, (key, site) in (("stCxn", one.tail_glue), ("endCxn", one.head_glue))
            if key in self.keys
        )
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{self._named(one, one.name, one.says)}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>"
            f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{_turned(one)}{_preset(one)}{_line(one.ink, one.head)}</p:spPr>"
            f"</p:cxnSp>"
        )


def box_of_shape(shape: Shape) -> Box:
    """Return the box a shape fills; of a connector, the box between its ends."""
    if isinstance(shape, Connector):
        (x1, y1), (x2, y2) = shape.curve.start, shape.curve.end
        return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    return around(map(box_of_shape, shape.items)) if isinstance(shape, ShapeGroup) else shape.box


def emu(length: float) -> int:
    """Return a length in mm as English metric units."""
    return round(length * EMU)


def _opened(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, ShapeGroup):
            yield from _opened(shape.items)


def _place(box: Box) -> str:
    corner = f'<a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
    return f'{corner}<a:ext cx="{max(1, emu(box.w))}" cy="{max(1, emu(box.h))}"/>'


def _turned(one: Connector) -> str:
    """Return the frame of a connector: its box before it is mirrored, then turned about its middle."""
    curve = one.curve
    along, across = curve.span()
    width, height = curve.size
    marks = ' rot="5400000"' if curve.turned else ""
    marks += ' flipH="1"' if along < 0 else ""
    marks += ' flipV="1"' if across < 0 else ""
    x, y = (a + b for a, b in zip(curve.start, curve.end, strict=True))
    frame = Box(x / 2 - width / 2, y / 2 - height / 2, width, height)
    corner = f'<a:off x="{emu(frame.x)}" y="{emu(frame.y)}"/>'
    return f'<a:xfrm{marks}>{corner}<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'


def _preset(one: Connector) -> str:
    curve = one.curve
    adjust = "<a:avLst/>"
    if curve.preset != STRAIGHT and curve.middle is not None:
        share = round(curve.middle / curve.size[0] * 100_000)
        adjust = f'<a:avLst><a:gd name="adj1" fmla="val {share}"/></a:avLst>'
    return f'<a:prstGeom prst="{curve.preset}">{adjust}</a:prstGeom>'


def _geometry(outline: Outline) -> str:
    """Return a freeform: its sites as guides, so that they stay in place when it is stretched."""
    width, height = max(1, emu(outline.box.w)), max(1, emu(outline.box.h))
    guides, sites = [], []
    for rank, site in enumerate(outline.sites):
        x, y = emu(site.at[0] - outline.box.x), emu(site.at[1] - outline.box.y)
        guides.append(f'<a:gd name="x{rank}" fmla="*/ {x} w {width}"/>')
        guides.append(f'<a:gd name="y{rank}" fmla="*/ {y} h {height}"/>')
        sites.append(f'<a:cxn ang="{site.angle * _DEGREE}"><a:pos x="x{rank}" y="y{rank}"/></a:cxn>')
    drawn = "".join(_path(part, filled, outline.box, width, height) for part, filled in outline.parts)
    return (
        f"<a:custGeom><a:avLst/><a:gdLst>{''.join(guides)}</a:gdLst><a:ahLst/><a:cxnLst>{''.join(sites)}"
        f'</a:cxnLst><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{drawn}</a:pathLst></a:custGeom>'
    )


def _path(part: Iterable[Command], filled: bool, box: Box, width: int, height: int) -> str:
    steps = []
    for letter, points in part:
        if letter == "Z":
            steps.append("<a:close/>")
            continue
        listed = "".join(f'<a:pt x="{emu(x - box.x)}" y="{emu(y - box.y)}"/>' for x, y in points)
        steps.append(f"<a:{_DRAW[letter]}>{listed}</a:{_DRAW[letter]}>")
    blank = "" if filled else ' fill="none"'
    return f'<a:path w="{width}" h="{height}"{blank}>{"".join(steps)}</a:path>'


def _line(ink: Ink | None, head: Head = "none") -> str:
    if ink is None:
        return "<a:ln><a:noFill/></a:ln>"
    double = ' cmpd="dbl"' if ink.double else ""
    dash = '<a:prstDash val="solid"/>'
    if ink.dash:
        drawn, gap = (max(1000, round(part / ink.width * 100_000)) for part in ink.dash[:2])
        dash = f'<a:custDash><a:ds d="{drawn}" sp="{gap}"/></a:custDash>'
    size = "lg" if ink.width < _THIN else "med"
    tip = f'<a:tailEnd type="{_HEADS[head]}" w="{size}" len="{size}"/>' if head != "none" else ""
    return (
        f'<a:ln w="{emu(ink.width)}" cap="rnd"{double}><a:solidFill>{_colour(ink.colour)}</a:solidFill>{dash}'
        f"<a:round/>{tip}</a:ln>"
    )


def _colour(colour: str) -> str:
    return f'<a:srgbClr val="{colour.lstrip("#").upper()}"/>'


def _quoted(text: str) -> str:
    return quoteattr(" ".join(legal(text).split()))
