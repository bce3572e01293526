"""The option that asks for a copy of a sheet rather than the sheet."""

from typing import Annotated, Literal

import typer

from api.cli.help_language import say
from api.cli.options import chosen
from api.use_cases.copies import COPIES, Copy
from sociogram.errors import bad_input

_SHEETS: tuple[Literal["sheet"] | Copy, ...] = ("sheet", *COPIES)
AsSheetOption = Annotated[
    str,
    typer.Option(
        "--as-sheet",
        metavar="|".join(_SHEETS),
        help=say(
            "Feuille, ou copie : outline (à colorier), redraw (à redessiner dans un cahier), blank (vierge), "
            "exercise (quel feutre ?), answers (réponses).",
            "Sheet, or copy: outline (to colour), redraw (in a notebook), blank, exercise (which pen?), "
            "answers.",
        ),
    ),
]


def copy_asked(as_sheet: str, *, story: bool) -> Copy | None:
    """Return the copy asked for, or None for the sheet itself. BadInput: it is unknown, or has a story."""
    known = chosen("--as-sheet", as_sheet, _SHEETS)
    if known == "sheet":
        return None
    if story:
        raise bad_input(
            "story_of_a_copy",
            fr="le récit accompagne la feuille, pas une copie.",
            en="the story goes with the sheet, not with a copy.",
            remedy_fr="Retirer --story, ou retirer --as-sheet.",
            remedy_en="Take out --story, or take out --as-sheet.",
            field="--story",
        )
    return known
