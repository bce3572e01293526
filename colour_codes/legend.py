"""The legend: what a sheet must say about itself to be read, and redrawn by hand with real pens.

The lines follow from the table; their wording stands in the charter.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from colour_codes.charter import Charter, load_charter
from colour_codes.charter_sections import KINSHIP, STATUSES
from colour_codes.palettes import LINK_KINDS, Palette, link_stroke
from colour_codes.pens import ARROW_PENS, Pen, letter, name

ENDED_COUPLE = "ended_couple"
"""What ``legend_lines`` calls a struck couple line, beside LINK_KINDS."""
_OWN_LINES = {
    "foster": Pen.BLACK,
    ENDED_COUPLE: Pen.BLACK,
    "same_person": Pen.PENCIL,
    "former_home": Pen.PENCIL,
    "shared_home": Pen.PENCIL,
}


class Sample(StrEnum):
    """What is drawn before the words of a legend line."""

    LIVING_FIGURE = "living figure"
    COLLECTIVE_FIGURE = "collective figure"
    WORKING_FIGURE = "working figure"
    UNDECIDED_FIGURE = "undecided figure"
    ARROW = "arrow"
    KINSHIP = "kinship"
    ARROW_HEAD = "arrow head"
    SYMBOL = "symbol"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class LegendLine:
    """One line: ``key`` names it, ``sample`` is drawn with ``pen`` (None for words alone), ``text`` is said.

    The key of a KINSHIP sample is a kind for ``link_stroke``, or ENDED_COUPLE; of an ARROW_HEAD sample, the
    arrow's status; of a SYMBOL sample, the gender whose shape is drawn; of an ARROW sample, the pen.
    """

    key: str
    sample: Sample
    pen: Pen | None
    text: str


def legend_lines(
    lang: str,
    palette: Palette,
    plain: bool = False,
    *,
    kinship: Collection[str] = (),
    statuses: Collection[str] = (),
    undecided: bool = False,
    letters: bool = True,
    numbers: bool = True,
    dates: bool = False,
    symbol_set: str | None = None,
    genders: Collection[str] | None = None,
    charter: Charter | None = None,
) -> tuple[LegendLine, ...]:
    """Return the legend of a sheet, line by line, in ``lang``.

    ``kinship``: the kinds of headless lines on the sheet (LINK_KINDS, ENDED_COUPLE). ``statuses``: the arrow
    statuses on it; heads are explained only when another than "active" appears. ``letters``, ``numbers``,
    ``dates``: the marks on its arrows (shown only if the charter allows letters and numbers).
    ``symbol_set``: explained when it tells genders apart; ``genders``: those on the sheet (all when None).
    ``plain`` keeps only the confirmed legend and the
    credit: none of our additions.
    ValueError for an unknown language, kind, status or symbol set.
    """
    writer = _Writer(lang, Palette(palette), plain, charter or load_charter())
    marks = writer.charter.marks
    lines = [*writer.sides(undecided), *writer.arrows(), *writer.links(kinship), *writer.statuses(statuses)]
    lines += [*writer.symbols(symbol_set, genders), *writer.line("reading", Sample.TEXT)]
    if letters and marks.tail_letters:
        lines += writer.line("letters", Sample.TEXT, letters=writer.letters())
    if numbers and marks.order_numbers:
        lines += writer.line("order", Sample.TEXT)
    if dates:
        lines += writer.line("dates", Sample.TEXT)
    return (*lines, LegendLine("credit", Sample.TEXT, None, writer.charter.credit.said(lang)))


@dataclass(frozen=True, slots=True)
class _Writer:
    lang: str
    palette: Palette
    plain: bool
    charter: Charter

    def line(
        self, wording: str, sample: Sample, pen: Pen | None = None, *, key: str = "", **filled: str
    ) -> Iterator[LegendLine]:
        """Yield the line, or nothing if it is an addition of ours and the sheet wants none."""
        found = self.charter.legend[wording]
        if self.plain and found.extension:
            return
        words = found.plain if self.plain else found.words
        if pen is not None:
            filled["pen"] = self.charter.pen_word(pen, self.palette, self.lang, figure=sample != Sample.ARROW)
        yield LegendLine(key or wording, sample, pen, words.said(self.lang).format(**filled))

    def sides(self, undecided: bool) -> Iterator[LegendLine]:
        yield from self.line("living", Sample.LIVING_FIGURE, Pen.BLACK)
        yield from self.line("collective", Sample.COLLECTIVE_FIGURE, Pen.BLACK)
        yield from self.line("working", Sample.WORKING_FIGURE, Pen.GREEN)
        if undecided:
            yield from self.line("undecided", Sample.UNDECIDED_FIGURE, Pen.PENCIL)

    def arrows(self) -> Iterator[LegendLine]:
        for pen in ARROW_PENS:
            yield from self.line(pen.value, Sample.ARROW, pen)

    def links(self, kinds: Collection[str]) -> Iterator[LegendLine]:
        """Kinds drawn with the same line share one legend line."""
        _refuse_unknown("link", kinds, (*LINK_KINDS, ENDED_COUPLE))
        for wording, dashed in (("kinship", False), ("kinship_dashed", True)):
            alike = [
                kind
                for kind in KINSHIP
                if kind in kinds and bool(link_stroke(kind, self.palette).dash) == dashed
            ]
            if alike:
                named = ", ".join(self.charter.links[kind].said(self.lang) for kind in alike)
                yield from self.line(wording, Sample.KINSHIP, Pen.BLACK, key=alike[0], links=named)
        for kind, pen in _OWN_LINES.items():
            if kind in kinds:
                yield from self.line(kind, Sample.KINSHIP, pen)

    def statuses(self, statuses: Collection[str]) -> Iterator[LegendLine]:
        _refuse_unknown("status", statuses, STATUSES)
        if set(statuses) - {"active"}:
            for status in STATUSES:
                if status in statuses:
                    yield from self.line(f"status_{status}", Sample.ARROW_HEAD, key=status)

    def symbols(self, symbol_set: str | None, genders: Collection[str] | None) -> Iterator[LegendLine]:
        if symbol_set is None:
            return
        sets = self.charter.symbols.sets
        _refuse_unknown("symbol set", [symbol_set], sets)
        if len(set(sets[symbol_set].shapes.values())) > 1:
            for gender in sets[symbol_set].shapes:
                if genders is not None and gender not in genders:
                    continue
                yield from self.line(f"symbol_{gender}", Sample.SYMBOL, Pen.BLACK, key=gender)

    def letters(self) -> str:
        return ", ".join(f"{letter(pen, self.lang)} {name(pen, self.lang)}" for pen in ARROW_PENS)


def _refuse_unknown(what: str, given: Collection[str], known: Collection[str]) -> None:
    for one in given:
        if one not in known:
            raise ValueError(f"unknown {what} {one[:30]!r}: use one of {', '.join(known)}")
