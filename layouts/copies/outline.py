"""The sheet to colour by hand: black outlines, hollow arrows with their number, a legend left to fill in."""

from layouts.copies.framing import AS_USUAL, Shown, copied, copy_input, drawing_of, framed_rows
from layouts.copies.hollow_drawing import hollowed
from layouts.copies.language_pack import LanguagePack
from layouts.copies.untold_legend import blank_rows, words_row
from layouts.sheet import Sheet
from sociogram.situation.staging import Staging


def outline_sheet(staging: Staging, sheet: Sheet, pack: LanguagePack, shown: Shown = AS_USUAL) -> Sheet:
    """Return the sheet to colour. `sheet` is the one drawn in black (`mono`) from `staging`."""
    wanted = copy_input(staging, sheet, pack.say("outline.title"), shown)
    rows = blank_rows(wanted, pack.say("outline.pen"))
    frame = framed_rows(wanted, rows, (words_row(pack.say("outline.task")),))
    return copied(sheet, frame, hollowed(drawing_of(sheet), staging), "outline")
