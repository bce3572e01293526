"""The blank sheet: the frame and its legend, lines for date, place and people, the rest to be drawn on."""

from collections.abc import Iterator

from colour_codes.legend import ENDED_COUPLE
from colour_codes.palettes import Palette
from layouts.copies.language_pack import LanguagePack
from layouts.copies.writing import written_line
from layouts.frame import Frame, FrameInput, build_frame
from layouts.sheet import Group, Item, Sheet

KIN = ("couple", ENDED_COUPLE, "filiation", "foster", "siblings", "other")
"""The thin lines its legend explains: any of them may be drawn."""


def blank_sheet(pack: LanguagePack, *, palette: Palette, paper: str = "A4", plain: bool = False) -> Sheet:
    """Return the blank sheet. BadInput for an unknown paper."""
    title = pack.say("blank.title")
    frame = build_frame(
        FrameInput(
            pack.lang,
            palette,
            "A4" if paper == "auto" else paper,
            title=title,
            below="",
            kin_kinds=KIN,
            undecided_used=True,
            plain=plain,
        )
    )
    lines = Group(tuple(_lines(frame, pack)), (("kind", "to-fill"),))
    data = (("copy", "blank"), ("palette", palette.value), ("lang", pack.lang))
    items = (*frame.groups_before, lines, *frame.groups_after)
    size = frame.paper
    return Sheet(size.width, size.height, pack.lang, palette, title, title, items, data)


def _lines(frame: Frame, pack: LanguagePack) -> Iterator[Item]:
    """Yield the lines to write on, side by side under the title."""
    size, area = frame.paper.text * 1.15, frame.area
    gap = 3 * size
    room = area.width - 2 * gap
    x = area.x
    for key, share in (("blank.date", 0.24), ("blank.place", 0.3), ("blank.present", 0.46)):
        yield from written_line(pack.say(key), x, area.y + 0.4 * size, room * share, size)
        x += room * share + gap
