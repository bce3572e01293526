"""The pack: guide, legend, exercises, sheets to colour and to fill, tally slips; the answers last, apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from colour_codes.palettes import Palette
from layouts.copies import answer_sheets, blank_sheet, exercise_sheets, outline_sheet
from layouts.copies.exercise import TASKS, Level
from layouts.copies.language_pack import LanguagePack
from layouts.copies.pages import numbered
from layouts.legend_poster import poster_sheet
from layouts.sheet import Sheet
from layouts.workshop.divider import divider_sheet
from layouts.workshop.guide import guide_sheet
from layouts.workshop.parts import Part
from layouts.workshop.tally import tally_page
from sociogram.errors import bad_input
from sociogram.situation.staging import Staging

LEVELS: tuple[Level, ...] = (1, 2, 3)
MOST = 500


@dataclass(frozen=True, slots=True)
class PackSituation:
    """A situation of the pack: its staging, and its sheet."""

    staging: Staging
    sheet: Sheet


def pack_sheets(
    exercises: Sequence[PackSituation],
    colouring: PackSituation,
    pack: LanguagePack,
    *,
    participants: int,
    palette: Palette = Palette.MONO,
) -> tuple[Sheet, ...]:
    """Return every page, numbered. `exercises`: one situation for each of the three levels.

    `colouring` is drawn in black (`mono`), the others in `palette`. BadInput when there are no participants,
    or too many for one pack.
    """
    check_participants(participants)
    parts = (
        Part(pack.say("pack.legend"), (poster_sheet(pack, palette=palette, paper="A4"),), "each"),
        *(_exercise(one, level, pack) for level, one in zip(LEVELS, exercises, strict=True)),
        Part(pack.say("pack.outline"), (outline_sheet(colouring.staging, colouring.sheet, pack),), "pair"),
        Part(pack.say("pack.blank"), (blank_sheet(pack, palette=palette),), "each"),
        Part(pack.say("pack.tally"), (tally_page(pack, palette),), "slips"),
        Part(pack.say("pack.answers"), tuple(_answers(exercises, pack, palette)), "trainer"),
    )
    guide = guide_sheet(pack, palette, participants, parts)
    return numbered((guide, *(sheet for part in parts for sheet in part.sheets)), pack)


def _exercise(one: PackSituation, level: Level, pack: LanguagePack) -> Part:
    sheets = exercise_sheets(one.staging, one.sheet, pack, level=level, number=level)
    name = pack.say("pack.exercise", number=level, name=pack.say(f"exercise.{TASKS[level]}"))
    return Part(name, sheets, "each")


def _answers(exercises: Sequence[PackSituation], pack: LanguagePack, palette: Palette) -> Sequence[Sheet]:
    sheets = [divider_sheet(pack, palette)]
    for number, one in zip(LEVELS, exercises, strict=True):
        sheets += answer_sheets(one.staging, one.sheet, pack, number=number)
    return sheets


def check_participants(participants: int) -> None:
    """Refuse, before anything is drawn, a workshop of nobody or of more than one pack can serve."""
    if not 1 <= participants <= MOST:
        raise bad_input(
            "participants",
            fr="ce nombre de participants n'est pas possible.",
            en="this number of participants is not possible.",
            remedy_fr=f"Donner un nombre de 1 à {MOST}.",
            remedy_en=f"Give a number from 1 to {MOST}.",
            field="--participants",
        )
