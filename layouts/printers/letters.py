"""What a sheet measures on paper: its size, and the smallest letters somebody will have to read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from layouts.frame.paper import PAPERS
from layouts.sheet import Group, Item, Sheet, Text
from sociogram.errors import bad_input
from sociogram.language import Bilingual, Lang

SMALLEST = 2.5
"""Letters smaller than this, in mm of font size, are not printed."""
_SAID = Bilingual(
    fr="{paper}{width} × {height}\u00a0mm, plus petite lettre\u00a0: {letter}\u00a0mm",
    en="{paper}{width} × {height}\u00a0mm, smallest letter: {letter}\u00a0mm",
)
_NO_LETTER = Bilingual(fr="{paper}{width} × {height}\u00a0mm", en="{paper}{width} × {height}\u00a0mm")


@dataclass(frozen=True, slots=True)
class PrintedSize:
    """Sizes in mm. `letter` is the smallest font size, None on a sheet without text; `paper` may be empty."""

    paper: str
    width: float
    height: float
    letter: float | None

    def said(self, lang: Lang) -> str:
        """Return it in words: "A4, 297 × 210 mm, plus petite lettre : 2,5 mm"."""
        words = _SAID if self.letter is not None else _NO_LETTER
        return words.filled(
            paper=f"{self.paper}, " if self.paper else "",
            width=_written(self.width, lang),
            height=_written(self.height, lang),
            letter=_written(self.letter or 0.0, lang),
        ).in_(lang)


def printed_size(sheet: Sheet) -> PrintedSize:
    """Return what `sheet` measures."""
    sides = {round(sheet.width), round(sheet.height)}
    paper = next((p.name for p in PAPERS.values() if {p.width, p.height} == sides), "")
    return PrintedSize(paper, sheet.width, sheet.height, smallest_letter(sheet))


def smallest_letter(sheet: Sheet) -> float | None:
    """Return the smallest font size on `sheet`, in mm, or None where there is no text."""
    return min(_sizes(sheet.items), default=None)


def check_letters(sheets: Iterable[Sheet]) -> None:
    """Refuse, before anything is printed, a sheet with letters under 2.5 mm (BadInput)."""
    for sheet in sheets:
        letter = smallest_letter(sheet)
        if letter is not None and letter < SMALLEST - 0.005:
            fr, en = _written(letter, "fr"), _written(letter, "en")
            raise bad_input(
                "letters_too_small",
                fr=f"cette feuille a des lettres de {fr} mm\u00a0; il en faut 2,5 pour être lue.",
                en=f"this sheet has letters of {en} mm; it takes 2.5 to be read.",
                remedy_fr="Prendre un papier plus grand, ou montrer moins de choses.",
                remedy_en="Take a larger paper, or show less.",
                field="paper",
            )


def _sizes(items: Sequence[Item]) -> Iterable[float]:
    for item in items:
        if isinstance(item, Text):
            if item.text.strip():
                yield item.size
        elif isinstance(item, Group):
            yield from _sizes(item.items)


def _written(value: float, lang: Lang) -> str:
    words = f"{value:.2f}".rstrip("0").rstrip(".")
    return words.replace(".", ",") if lang == "fr" else words
