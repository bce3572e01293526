"""What is drawn again and again: figures, homes, buildings, arrow heads, badges."""

from layouts.symbols.badges import badge, badge_width
from layouts.symbols.containers import building, home, roof_height
from layouts.symbols.figures import figure, figure_outline, figure_width
from layouts.symbols.heads import HeadStatus, head, head_reach
from layouts.symbols.strokes import stroked

__all__ = [
    "HeadStatus",
    "badge",
    "badge_width",
    "building",
    "figure",
    "figure_outline",
    "figure_width",
    "head",
    "head_reach",
    "home",
    "roof_height",
    "stroked",
]
