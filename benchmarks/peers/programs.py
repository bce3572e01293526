"""Peers from Graphviz, run as programs: dot and fdp with clusters; neato and sfdp as points."""

import json
import subprocess
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.peers.task import GAP, Centre, Task
from layouts.individual.boxes import Box

POINTS = 72 / 25.4
CLUSTERED = ("dot", "fdp")
SETTINGS = {
    "dot": f"compound=true; nodesep={GAP / 25.4:.3f}; ranksep={2 * GAP / 25.4:.3f};",
    "fdp": f'sep="+{GAP * POINTS / 2:.1f}"; start=1;',
    "neato": "overlap=true; start=1;",
    "sfdp": "overlap=true; start=1;",
}


def version() -> str:
    done = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True)
    return done.stderr.strip().removeprefix("dot - ")


class Source:
    """One case as DOT: boxes of fixed size, clusters for dot and fdp, every line as it is drawn.

    In dot a line to a container ends at an invisible point in it; neato and sfdp see a container as a vertex
    tied to its members.
    """

    def __init__(self, task: Task, engine: str) -> None:
        self.task, self.engine = task, engine
        self.names = {id_: f"n{i}" for i, id_ in enumerate(task.ours.nodes)}
        self.ids = {name: id_ for id_, name in self.names.items()}

    def text(self) -> str:
        head = (
            f'digraph g {{ {SETTINGS[self.engine]} splines=false; node [shape=box fixedsize=true label=""];'
        )
        lines = [head]
        if self.engine in CLUSTERED:
            lines += self._nested(None)
        else:
            lines += [self._node(id_) for id_ in self.names]
            lines += [f"{self.names[a]} -> {self.names[b]};" for a, b in sorted(self.task.parents.items())]
        lines += [f"{self._end(a)} -> {self._end(b)};" for a, b in self.task.lines]
        return "\n".join([*lines, "}"])

    def _nested(self, container: str | None) -> Iterator[str]:
        for id_ in self.names:
            if self.task.parents.get(id_) != container:
                continue
            if id_ not in self.task.outlines:
                yield self._node(id_)
                continue
            outline, name = self.task.outlines[id_], self.names[id_]
            room = f'WIDTH="{outline.width * POINTS:.0f}" HEIGHT="{outline.above * POINTS:.0f}"'
            label = f'<<TABLE FIXEDSIZE="TRUE" BORDER="0" {room}><TR><TD></TD></TR></TABLE>>'
            margin = max(outline.side, outline.below) * POINTS
            yield f"subgraph cluster_{name} {{ margin={margin:.0f}; label={label};"
            if self.engine == "dot":
                yield f"a{name} [shape=point width=0.02 height=0.02 style=invis];"
            yield from self._nested(id_)
            yield "}"

    def _end(self, id_: str) -> str:
        name = self.names[id_]
        if id_ not in self.task.outlines or self.engine not in CLUSTERED:
            return name
        return f"a{name}" if self.engine == "dot" else f"cluster_{name}"

    def _node(self, id_: str) -> str:
        w, h = self.task.sizes.get(id_, (4.0, 4.0))
        return f"{self.names[id_]} [width={w / 25.4:.4f} height={h / 25.4:.4f}];"


def run(text: str, engine: str) -> tuple[float, dict[str, Any]]:
    """Return the seconds it took, program start included, and Graphviz's own JSON of the drawing."""
    start = time.perf_counter()
    done = subprocess.run([engine, "-Tjson"], input=text, capture_output=True, text=True, check=True)
    spent = time.perf_counter() - start
    answer: dict[str, Any] = json.loads(done.stdout)
    return spent, answer


def centres_in(source: Source, answer: dict[str, Any]) -> dict[str, Centre]:
    """Return the middles of figures and containers in mm, y downwards."""
    found: dict[str, Centre] = {}
    for row in answer.get("objects", ()):
        if "pos" in row and row["name"] in source.ids:
            x, y = (float(word) for word in row["pos"].split(","))
            found[source.ids[row["name"]]] = (x / POINTS, -y / POINTS)
    return found | {id_: box.centre for id_, box in clusters_in(source, answer).items()}


def clusters_in(source: Source, answer: dict[str, Any]) -> dict[str, Box]:
    """Return the boxes of clusters in mm."""
    found = {}
    for row in answer.get("objects", ()):
        name = row["name"].removeprefix("cluster_")
        if name != row["name"] and "bb" in row:
            left, low, right, high = (float(word) / POINTS for word in row["bb"].split(","))
            found[source.ids[name]] = Box(left, -high, right - left, high - low)
    return found


def boxes_in(source: Source, answer: dict[str, Any]) -> dict[str, Box]:
    """Return every box as a clustered engine drew it."""
    found = clusters_in(source, answer)
    for id_, (x, y) in centres_in(source, answer).items():
        if id_ not in found:
            w, h = source.task.sizes[id_]
            found[id_] = Box(x - w / 2, y - h / 2, w, h)
    return found
