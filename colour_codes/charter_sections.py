"""The sections of a charter file, each read whole or refused with its place."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from colour_codes.charter_table import Table
from colour_codes.palettes import Palette
from colour_codes.pens import Pen
from colour_codes.sides import Side
from colour_codes.words import Words

STATUSES = ("active", "ended", "wished")
READ_BACK = ("question", "yes", "otherwise", "remove")
SIDE_NAMES = (Side.LIVING_TOGETHER.value, "collective", Side.WORKING_TOGETHER.value, Side.UNDECIDED.value)
PALETTES = tuple(palette.value for palette in Palette)
PEN_WORDS = (*(pen.value for pen in Pen), "green_figure")
KINSHIP = ("couple", "filiation", "siblings", "other")
GENDERS = ("unspecified", "woman", "man", "nonbinary")
SHAPES = ("figure", "circle", "square", "diamond", "dome", "triangle")
OUTLINES = ("rounded outline", "house", "building")

_PEN_LINES = ("living", "collective", "working", "blue", "red", "orange", "green", "undecided")
LEGEND_HOLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(_PEN_LINES, ("pen",)),
        "kinship": ("links",),
        "kinship_dashed": ("links",),
        "letters": ("letters",),
        **{f"status_{status}": () for status in STATUSES},
        **{f"symbol_{gender}": () for gender in GENDERS},
        **dict.fromkeys(("foster", "ended_couple", "same_person", "former_home", "shared_home"), ()),
        **dict.fromkeys(("reading", "order", "dates"), ()),
    }
)
"""The lines of the legend, each with the words in braces its text must hold."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Which additions of ours the arrows carry unless asked otherwise."""

    tail_letters: bool
    order_numbers: bool
    dates: bool
    status: bool


@dataclass(frozen=True, slots=True)
class LegendWording:
    """One line of the legend. ``extension``: an addition of ours. ``plain``: the confirmed wording."""

    words: Words
    extension: bool
    plain: Words


@dataclass(frozen=True, slots=True)
class SymbolSet:
    """A named set of shapes for persons: one shape name (SHAPES) for each of GENDERS."""

    words: Words
    shapes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Symbols:
    """The symbol sets, the default one, and the outlines of homes and institutions (OUTLINES)."""

    default: str
    sets: Mapping[str, SymbolSet]
    home: str
    institution: str
    professional: str


@dataclass(frozen=True, slots=True)
class SessionStep:
    """One step of a session."""

    key: str
    words: Words


def texts(table: Table, holes: Collection[str] = ()) -> Words:
    """Read a table of ``fr`` and ``en`` alone."""
    words = table.words(holes)
    table.close()
    return words


def named_texts(table: Table, names: Collection[str], holes: Collection[str] = ()) -> Mapping[str, Words]:
    """Read one table of texts for each of ``names``, all of them and no other."""
    read = {name: texts(table.table(name), holes) for name in names}
    table.close()
    return MappingProxyType(read)


def marks(table: Table) -> Marks:
    """Read ``[marks]``."""
    read = Marks(**{name: table.flag(name) for name in ("tail_letters", "order_numbers", "dates", "status")})
    table.close()
    return read


def head_at(table: Table) -> str:
    """Read ``[reading]``: which end carries the point."""
    read = table.choice("head_at", ("activated", "activator"))
    table.close()
    return read


def sentences(table: Table) -> Mapping[str, Words]:
    """Read ``[sentences]``: one passive sentence for each status, both labels in it."""
    return named_texts(table, STATUSES, ("activated", "activator"))


def pen_words(table: Table) -> Mapping[str, Mapping[str, Words]]:
    """Read ``[pen_words]``: what the legend calls each pen, palette by palette."""
    read = {palette: named_texts(table.table(palette), PEN_WORDS) for palette in PALETTES}
    table.close()
    return MappingProxyType(read)


def legend(table: Table) -> Mapping[str, LegendWording]:
    """Read ``[legend]``: every line of LEGEND_HOLES and no other."""
    read = {key: _legend_line(table.table(key), holes) for key, holes in LEGEND_HOLES.items()}
    table.close()
    return MappingProxyType(read)


def _legend_line(table: Table, holes: Collection[str]) -> LegendWording:
    words = table.words(holes)
    plain = texts(table.table("plain"), holes) if table.asked("plain") else words
    line = LegendWording(words, table.flag("extension"), plain)
    table.close()
    return line


def symbols(table: Table) -> Symbols:
    """Read ``[symbols]``; the default must be one of the sets written."""
    written = table.table("sets")
    sets = {name: _symbol_set(written.table(name)) for name in written.keys()}  # noqa: SIM118
    read = Symbols(
        default=table.choice("default", sets),
        sets=MappingProxyType(sets),
        home=table.choice("home", OUTLINES),
        institution=table.choice("institution", OUTLINES),
        professional=table.choice("professional", SHAPES),
    )
    table.close()
    return read


def _symbol_set(table: Table) -> SymbolSet:
    words = table.words()
    shapes = {gender: table.choice(gender, SHAPES) for gender in GENDERS}
    table.close()
    return SymbolSet(words, MappingProxyType(shapes))


def session(table: Table) -> tuple[SessionStep, ...]:
    """Read ``[session]``: the steps in order; none when the charter hides them."""
    shown = table.flag("shown")
    steps = []
    for step in table.tables("steps"):
        steps.append(SessionStep(step.text("key"), step.words()))
        step.close()
    table.close()
    return tuple(steps) if shown else ()
