"""What may be chosen about a sheet."""

from dataclasses import dataclass

from colour_codes.palettes import Palette
from layouts.symbols import SymbolSet


@dataclass(frozen=True, slots=True)
class SheetSettings:
    """`paper` is "auto" or A5 to A0. `plain` ("sans ajout") prints only what the confirmed legend has.

    `seed` chooses among layouts that are equally good; the same seed always gives the same sheet.
    `titled` writes the situation's own title, a working note that is left out unless asked for.
    `symbols`: "figures" as on wall charts, or the signs of a "genogram".
    """

    palette: Palette = Palette.WALL
    paper: str = "auto"
    plain: bool = False
    seed: int = 0
    titled: bool = False
    symbols: SymbolSet = "figures"
