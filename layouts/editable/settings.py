"""What may be chosen when a situation is written as a graph."""

from dataclasses import dataclass

from colour_codes.palettes import Palette


@dataclass(frozen=True, slots=True)
class GraphSettings:
    """`plain`: no letters, numbers, states or dates. `titled`: the working title too, if there is one.

    `told`: each arrow also carries its date, its passive sentence and its working label, as on the pages of
    the numbered story; these are working notes, and stay at home unless they are asked for.
    """

    palette: Palette = Palette.WALL
    plain: bool = False
    titled: bool = False
    told: bool = False
