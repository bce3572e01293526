"""A graph of boxes for Graphviz, and the places it gives back. Lengths are mm, y downwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite

from layouts.graphviz.engines import Engine
from layouts.graphviz.program import gave_up, plain_layout
from layouts.printers.svg import number

Point = tuple[float, float]
Size = tuple[float, float]
_INCH, _POINT = 25.4, 25.4 / 72
_REMOVALS = ("false", "scalexy", "true")
"""How overlaps are removed. The best way (PRISM, "false") of some builds loses small graphs: their places are
no numbers. Then the next is asked; after "true" (not at all) boxes are drawn apart here."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A home or building around its nodes and inner clusters, `margin` mm from them, below its `label`."""

    nodes: tuple[str, ...]
    inner: tuple["Cluster", ...]
    margin: float
    label: Size


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes by name, edges between names, and clusters (for engines that keep them: dot and fdp)."""

    sizes: Mapping[str, Size]
    edges: tuple[tuple[str, str], ...]
    clusters: tuple[Cluster, ...] = ()
    gap: float = 8.0
    seed: int = 0


def placed(graph: Graph, engine: Engine) -> dict[str, Point]:
    """Return the centre of each box, by name."""
    names = {name: f"n{rank}" for rank, name in enumerate(graph.sizes)}
    if len(names) < 2:
        return dict.fromkeys(graph.sizes, (0.0, 0.0))
    for removal in _REMOVALS:
        found = _read(plain_layout(_source(graph, engine, names, removal), engine))
        if all(short in found and isfinite(sum(found[short])) for short in names.values()):
            return {name: found[short] for name, short in names.items()}
    raise gave_up(engine)


def _source(graph: Graph, engine: Engine, names: Mapping[str, str], removal: str) -> str:
    lines = ["digraph {", f"graph [{_settings(graph, engine, removal)}];"]
    lines.append('node [shape=box, fixedsize=true, label=""];')
    for name, (width, height) in graph.sizes.items():
        lines.append(f"{names[name]} [width={_inches(width)}, height={_inches(height)}];")
    for rank, cluster in enumerate(graph.clusters):
        lines += _cluster(cluster, f"cluster_{rank}", names)
    lines += [f"{names[tail]} -> {names[head]};" for tail, head in graph.edges if tail != head]
    return "\n".join((*lines, "}"))


def _settings(graph: Graph, engine: Engine, removal: str) -> str:
    points = number(graph.gap / _POINT)
    if engine == "dot":
        # Edges keep room for their badges: half a gap more between layers. `newrank`: see editable/dot.py.
        return f"newrank=true, nodesep={_inches(graph.gap)}, ranksep={_inches(1.6 * graph.gap)}"
    apart = f'overlap={removal}, sep="+{points}", splines=false, start={graph.seed + 1}'
    return apart if engine != "fdp" else f"{apart}, K={_inches(2.2 * graph.gap)}"


def _cluster(cluster: Cluster, name: str, names: Mapping[str, str]) -> Iterable[str]:
    width, height = (number(max(1.0, side / _POINT)) for side in cluster.label)
    yield f"subgraph {name} {{ margin={number(cluster.margin / _POINT)};"
    yield f'label=<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{width.split(".")[0]}"'
    yield f' HEIGHT="{height.split(".")[0]}"><TR><TD></TD></TR></TABLE>>;'
    yield from (f"{names[node]};" for node in cluster.nodes)
    for rank, inner in enumerate(cluster.inner):
        yield from _cluster(inner, f"{name}_{rank}", names)
    yield "}"


def _read(plain: str) -> dict[str, Point]:
    """Return the centres a `plain` layout names: `node name x y width height ...`."""
    rows = (line.split() for line in plain.splitlines() if line.startswith("node "))
    return {row[1]: (float(row[2]) * _INCH, -float(row[3]) * _INCH) for row in rows}


def _inches(length: float) -> str:
    return f"{length / _INCH:.4f}"
