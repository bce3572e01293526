"""Every peer on one case: its drawing, measured like ours, and the seconds its layout took."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from benchmarks.peers import points, programs
from benchmarks.peers.removal import boxes_of
from benchmarks.peers.task import Task, drawing
from layouts.individual.boxes import Box
from layouts.individual.sheet_reading import Drawn
from layouts.readability.report import Lines, Places, lines_and_places


@dataclass(frozen=True, slots=True)
class Score:
    """What is counted of one drawing. `seconds`: the layout alone, conversion apart."""

    figures: int
    lines: int
    crossings: int
    arrow_crossings: int
    overlaps: int
    through: int
    outsiders: int
    overlaid: int
    stress: float
    seconds: float

    @property
    def faults(self) -> int:
        """Overlaps of any kind, lines through things, strangers in outlines. Lines on lines apart."""
        return self.overlaps + self.through + self.outsiders


def measured(found: Drawn, seconds: float) -> Score:
    lines, places = lines_and_places(found, {})
    return Score(
        places.figures, lines.arrows + lines.links, lines.crossings, lines.arrow_crossings,
        _overlaps(places), _through(lines), places.outsiders, overlaid(found), places.stress or 0.0, seconds,
    )  # fmt: skip


def scores(task: Task, seed: int = 1) -> Iterator[tuple[str, Score, Drawn]]:
    """Yield each peer's name, score and drawing."""
    for name in ("dot", "fdp", "neato", "sfdp"):
        boxes, seconds = from_graphviz(task, name)
        found = drawing(task, boxes)
        yield name, measured(found, seconds), found
    for name in points.ENGINES:
        boxes, seconds = from_points(task, name, seed)
        found = drawing(task, boxes)
        yield name, measured(found, seconds), found


def from_graphviz(task: Task, engine: str) -> tuple[Mapping[str, Box], float]:
    source = programs.Source(task, engine)
    seconds, answer = programs.run(source.text(), engine)
    if engine in programs.CLUSTERED:
        boxes = programs.boxes_in(source, answer)
        places = lines_and_places(drawing(task, boxes), {})[1]
        # What a clustered engine drew without overlap stays as it is; the rest goes through the removal.
        if not _overlaps(places) and not places.outsiders:
            return boxes, seconds
        return boxes_of(task, programs.centres_in(source, answer)), seconds
    centres = programs.centres_in(source, answer)
    ids = list(task.ours.nodes)
    whole = (list(range(len(ids))), np.array([centres[id_] for id_ in ids]))
    return boxes_of(task, points.scaled(task, ids, [whole])), seconds


def from_points(task: Task, engine: str, seed: int) -> tuple[Mapping[str, Box], float]:
    ids, edges = points.vertices_and_edges(task)
    groups, seconds = [], 0.0
    for group in points.components(len(ids), edges):
        own = points.component_edges(group, edges)
        start = time.perf_counter()
        at = (
            points.ENGINES[engine](len(group), own, seed)
            if len(group) > 2
            else np.array([[0.0, 0.0], [1.0, 0.0]])[: len(group)]
        )
        seconds += time.perf_counter() - start
        groups.append((group, at))
    return boxes_of(task, points.scaled(task, ids, groups)), seconds


def overlaid(found: Drawn) -> int:
    """Return how many pairs of lines lie on each other from end to end: nobody can tell them apart."""
    pairs = Counter(
        tuple(map(tuple, sorted(np.round([line.flat[0], line.flat[-1]], 3).tolist())))
        for line in found.lines
        if len(line.flat) == 2
    )
    return sum(count * (count - 1) // 2 for count in pairs.values())


def _overlaps(places: Places) -> int:
    return places.node_node_overlaps + places.node_label_overlaps + places.label_label_overlaps


def _through(lines: Lines) -> int:
    return lines.line_node_overlaps + lines.label_strikes
