"""The programs of Graphviz a sheet may be laid out with."""

from typing import Literal

Engine = Literal["dot", "neato", "fdp", "sfdp"]
ENGINES: tuple[Engine, ...] = ("dot", "neato", "fdp", "sfdp")
"""dot: layers from top to bottom; neato: springs of ideal length; fdp, sfdp: forces."""
