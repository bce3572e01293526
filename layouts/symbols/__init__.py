"""What is drawn again and again: figures, homes, buildings, arrow heads, badges."""

from layouts.symbols.badges import badge, badge_width
from layouts.symbols.containers import building, home, roof_height
from layouts.symbols.figures import Shape, figure, figure_outline, figure_width, outline_sides
from layouts.symbols.heads import HeadStatus, head, head_reach
from layouts.symbols.signs import SYMBOL_SETS, Signs, SymbolSet, genders_of, person_shape, signs_of
from layouts.symbols.strokes import stroked

__all__ = [
    "SYMBOL_SETS",
    "HeadStatus",
    "Shape",
    "Signs",
    "SymbolSet",
    "badge",
    "badge_width",
    "building",
    "figure",
    "figure_outline",
    "figure_width",
    "genders_of",
    "head",
    "head_reach",
    "home",
    "outline_sides",
    "person_shape",
    "roof_height",
    "signs_of",
    "stroked",
]
