"""The charter: all that is inferred about the method, read from one versioned text file (charter.toml).

A trainer corrects the file, not the program; each sheet names the charter and its version in its footer.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from colour_codes import charter_sections
from colour_codes.charter_pen_names import checked_pen_words
from colour_codes.charter_sections import LegendWording, Marks, SessionStep, Symbols
from colour_codes.charter_table import CharterError, Table, parse_charter, read_charter_file
from colour_codes.pens import Pen
from colour_codes.words import Words

__all__ = [
    "Charter",
    "CharterError",
    "LegendWording",
    "Marks",
    "SessionStep",
    "Symbols",
    "charter_in_use",
    "choose_charter",
    "load_charter",
    "packaged_charter_text",
]

SCHEMA = 1


# Compared by identity: a charter is a key of what is drawn with it.
@dataclass(frozen=True, slots=True, eq=False)
class Charter:
    """What the method leaves open, as decided for now. Texts are in both languages.

    ``head_at``: which end of an arrow carries the point ("activated" or "activator"). ``sentences``: by arrow
    status ("active", "ended", "wished"). ``read_back``: "question", "yes", "otherwise", "remove". ``sides``:
    "living", "collective", "working", "undecided". ``pen_words``: by palette, then by pen name or
    "green_figure". ``session``: the steps in order, empty when the charter hides them.
    """

    version: str
    notice: Words
    credit: Words
    marks: Marks
    head_at: str
    sentences: Mapping[str, Words]
    read_back: Mapping[str, Words]
    sides: Mapping[str, Words]
    palettes: Mapping[str, Words]
    pen_words: Mapping[str, Mapping[str, Words]]
    legend: Mapping[str, LegendWording]
    links: Mapping[str, Words]
    symbols: Symbols
    session: tuple[SessionStep, ...]

    def footer(self, lang: str) -> str:
        """Return the line every sheet carries: "Charte provisoire, à valider... (version 0.1)"."""
        return f"{self.notice.said(lang)} (version {self.version})"

    def sentence(self, lang: str, *, activated: str, activator: str, status: str = "active") -> str:
        """Return the passive sentence of an arrow: "B est activé(e) par A".

        The labels stand as they are: no gender or article is guessed. ValueError for an unknown status.
        """
        if status not in self.sentences:
            raise ValueError(f"unknown status {status[:20]!r}: use one of {', '.join(self.sentences)}")
        return self.sentences[status].said(lang).format(activated=activated, activator=activator)

    def pen_word(self, pen: Pen, palette: str, lang: str, *, figure: bool = False) -> str:
        """Return what the legend calls a pen, capitalised: "Orange (rouge pointillé)" in the notebook."""
        key = "green_figure" if figure and pen is Pen.GREEN else pen.value
        return self.pen_words[palette][key].said(lang)


def load_charter(path: Path | str | None = None) -> Charter:
    """Return the charter in use (the packaged one, unless a door chose another), or the one at ``path``.

    CharterError (a ValueError) names the file, the place in it and the remedy; nothing is half read.
    """
    if path is not None:
        return _charter_of(read_charter_file(Path(path)))
    return _in_use[-1] if _in_use else _packaged()


@contextmanager
def charter_in_use(charter: Charter | None = None) -> Iterator[None]:
    """Draw with ``charter`` (None: as before) inside; whatever was chosen inside ends with it.

    One choice for the whole process, made at a door before anything is drawn: never by what is drawn.
    """
    before = tuple(_in_use)
    try:
        if charter is not None:
            choose_charter(charter)
        yield
    finally:
        _in_use[:] = before


def choose_charter(charter: Charter) -> None:
    """Draw with ``charter`` from now on, until the ``charter_in_use`` around ends."""
    _in_use.append(charter)


def packaged_charter_text() -> str:
    """Return the packaged charter as text, to be copied and corrected."""
    return (files("colour_codes") / "charter.toml").read_text(encoding="utf-8")


_in_use: list[Charter] = []


@cache
def _packaged() -> Charter:
    with as_file(files("colour_codes") / "charter.toml") as path:
        return _charter_of(parse_charter(path.read_bytes(), path.name))


def _charter_of(table: Table) -> Charter:
    if table.whole_number("schema") != SCHEMA:
        raise table.fail(
            "schema",
            f"ce programme lit les chartes de schéma {SCHEMA}",
            f"this program reads charters of schema {SCHEMA}",
        )
    charter = Charter(
        version=table.text("version"),
        notice=charter_sections.texts(table.table("notice")),
        credit=charter_sections.texts(table.table("credit")),
        marks=charter_sections.marks(table.table("marks")),
        head_at=charter_sections.head_at(table.table("reading")),
        sentences=charter_sections.sentences(table.table("sentences")),
        read_back=charter_sections.named_texts(table.table("read_back"), charter_sections.READ_BACK),
        sides=charter_sections.named_texts(table.table("sides"), charter_sections.SIDE_NAMES),
        palettes=charter_sections.named_texts(table.table("palettes"), charter_sections.PALETTES),
        pen_words=checked_pen_words(table.table("pen_words")),
        legend=charter_sections.legend(table.table("legend")),
        links=charter_sections.named_texts(table.table("links"), charter_sections.KINSHIP),
        symbols=charter_sections.symbols(table.table("symbols")),
        session=charter_sections.session(table.table("session")),
    )
    table.close()
    return charter
