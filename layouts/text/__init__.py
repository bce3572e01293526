"""How wide a text is on paper, and where its lines break."""

from layouts.text.metrics import ASCENT, CAP_HEIGHT, DESCENT, LINE_HEIGHT, text_width
from layouts.text.wrapping import tied, wrap

__all__ = ["ASCENT", "CAP_HEIGHT", "DESCENT", "LINE_HEIGHT", "text_width", "tied", "wrap"]
