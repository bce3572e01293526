"""Sheets that go on living elsewhere: slides of real shapes (PPTX), graphs for other tools (GraphML, DOT)."""

from layouts.editable.dot import write_dot
from layouts.editable.graphml import write_graphml
from layouts.editable.pptx import write_pptx
from layouts.editable.settings import GraphSettings

__all__ = ["GraphSettings", "write_dot", "write_graphml", "write_pptx"]
