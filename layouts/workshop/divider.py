"""The page that keeps the answers apart."""

from colour_codes.palettes import Palette
from layouts.copies.flow import lines_height, set_lines
from layouts.copies.language_pack import LanguagePack
from layouts.copies.pages import PageStyle, page_frame, page_sheet
from layouts.copies.writing import BLACK
from layouts.sheet import Group, Item, Path, Sheet
from layouts.symbols.geometry import rounded
from layouts.text import wrap


def divider_sheet(pack: LanguagePack, palette: Palette) -> Sheet:
    """Return one page that says in large letters what follows, and for whom."""
    style = PageStyle("divider", pack.say("pack.divider"), palette)
    frame = page_frame(style, pack)
    area, large, size = frame.area, 26.0, 6.0
    words = pack.say("pack.divider")
    below = wrap(pack.say("pack.divider_task"), size, area.width * 0.75)
    x = area.x + area.width / 2
    top = area.y + (area.height - large * 1.25 - lines_height(below, size)) / 2
    high = large * 1.25 + lines_height(below, size) + 24
    items: tuple[Item, ...] = (
        Path(rounded(area.x + area.width * 0.08, top - 12, area.width * 0.84, high, 6.0), BLACK, 0.6),
        *set_lines([words], x, top - 2, large, BLACK, "middle"),
        *set_lines(below, x, top + large * 1.25 + 2, size, BLACK, "middle"),
    )
    group = Group(items, (("kind", "words"),))
    return page_sheet(style, pack, frame, (group,))
