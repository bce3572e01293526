"""What stands around every drawing: paper, title, date, legend, footer."""

from layouts.frame.frame import Frame, FrameInput, build_frame
from layouts.frame.legend_rows import LegendRow
from layouts.frame.paper import PAPERS, Paper, Rect, paper_named

__all__ = ["PAPERS", "Frame", "FrameInput", "LegendRow", "Paper", "Rect", "build_frame", "paper_named"]
