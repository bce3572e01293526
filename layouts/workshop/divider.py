"""The page that keeps the answers apart."""

from colour_codes.palettes import Palette
from layouts.copies.flow import lines_height, set_lines
from layouts.copies.language_pack import LanguagePack
from layouts.copies.pages import PageStyle, page_frame, page_sheet
from layouts.copies.writing import BLACK
from layouts.sheet import Group, Item, Path, Sheet
from layouts.symbols.geometry import rounded
from layouts.text import wrap

LETTERS = (26.0, 20.0, 15.0, 11.0, 8.0)
"""Letter sizes tried, in mm: the largest that leaves one line wins."""


def divider_sheet(pack: LanguagePack, palette: Palette) -> Sheet:
    """Return one page that says in large letters what follows, and for whom."""
    style = PageStyle("divider", pack.say("pack.divider"), palette)
    frame = page_frame(style, pack)
    area, size = frame.area, 6.0
    large, words = _largest(pack.say("pack.divider"), area.width * 0.75)
    below = wrap(pack.say("pack.divider_task"), size, area.width * 0.75)
    x = area.x + area.width / 2
    tall = lines_height(words, large)
    top = area.y + (area.height - tall - lines_height(below, size)) / 2
    high = tall + lines_height(below, size) + 24
    items: tuple[Item, ...] = (
        Path(rounded(area.x + area.width * 0.08, top - 12, area.width * 0.84, high, 6.0), BLACK, 0.6),
        *set_lines(words, x, top - 2, large, BLACK, "middle"),
        *set_lines(below, x, top + tall + 2, size, BLACK, "middle"),
    )
    group = Group(items, (("kind", "words"),))
    return page_sheet(style, pack, frame, (group,))


def _largest(text: str, width: float) -> tuple[float, list[str]]:
    """Return the letter size and the lines; very long words take several lines at the smallest size."""
    for size in LETTERS:
        lines = wrap(text, size, width)
        if len(lines) == 1:
            break
    return size, lines
