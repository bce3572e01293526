"""Places by Graphviz, drawn as our sheet: for comparison, and for those who want plain layers (dot)."""

from layouts.graphviz.engines import ENGINES, Engine
from layouts.graphviz.sheet import engine_sheet

__all__ = ["ENGINES", "Engine", "engine_sheet"]
