"""Where an engine puts what stands on a sheet, so that members stay inside and no two boxes overlap.

dot and fdp know clusters: they are given the whole sheet. neato and sfdp do not: each home and building is
laid out by itself and then stands as one box among the others; Graphviz removes overlaps (`overlap=false`).
"""

from collections.abc import Iterator, Mapping

from layouts.graphviz.engines import Engine
from layouts.graphviz.graph import Cluster, Graph, placed
from layouts.graphviz.measures import Measures
from layouts.individual.boxes import Box, Point

Places = dict[str, Point]
APART = 3.0
"""Boxes an engine left nearer than this, in mm, are moved apart."""
_CLUSTERED: frozenset[Engine] = frozenset(("dot", "fdp"))


def engine_places(measures: Measures, engine: Engine, seed: int) -> Places:
    """Return the place of every figure and empty container, in mm, origin anywhere."""
    found = _clustered(measures, engine, seed) if engine in _CLUSTERED else _nested(measures, engine, seed)
    return _apart(measures, found)


def _clustered(measures: Measures, engine: Engine, seed: int) -> Places:
    sizes = {id_: (box.w, box.h) for id_, box in measures.boxes.items()}
    ends = {id_: _stand_in(measures, id_) for id_ in measures.above}
    edges = tuple((ends[a], ends[b]) for a, b in measures.edges())
    clusters = tuple(_clusters(measures, None))
    centres = placed(Graph(sizes, edges, clusters, measures.sizes.block_gap, seed), engine)
    return {id_: _moved(centres[id_], measures.boxes[id_]) for id_ in sizes}


def _clusters(measures: Measures, holder: str | None) -> Iterator[Cluster]:
    for id_ in measures.inside(holder):
        if id_ not in measures.boxes:
            content = Box(0.0, 0.0, 100.0, 50.0)
            wall = measures.wall(measures.places[id_], content)
            margin = max(-wall.x, wall.bottom - content.bottom)
            nodes = tuple(one for one in measures.inside(id_) if one in measures.boxes)
            yield Cluster(nodes, tuple(_clusters(measures, id_)), margin, (10.0, max(0.0, -wall.y - margin)))


def _stand_in(measures: Measures, id_: str) -> str:
    """Return the box an arrow to `id_` is drawn to: for a home or building, its middle member."""
    while id_ not in measures.boxes:
        members = measures.inside(id_)
        id_ = members[len(members) // 2]
    return id_


def _nested(measures: Measures, engine: Engine, seed: int, holder: str | None = None) -> Places:
    """Return the places of all that stands inside `holder`: inner containers first, each then one box."""
    inner: dict[str, Places] = {
        id_: {id_: (0.0, 0.0)} if id_ in measures.boxes else _nested(measures, engine, seed, id_)
        for id_ in measures.inside(holder)
    }
    boxes = {id_: measures.box(id_, at) for id_, at in inner.items()}
    item = {one: id_ for id_ in inner for one in measures.above if one == id_ or id_ in measures.above[one]}
    edges = tuple((item[a], item[b]) for a, b in measures.edges() if a in item and b in item)
    gap = measures.sizes.cell_gap if holder else 1.3 * measures.sizes.block_gap
    sizes = {id_: (box.w, box.h) for id_, box in boxes.items()}
    centres = placed(Graph(sizes, edges, gap=gap, seed=seed), engine)
    found: Places = {}
    for id_, places in inner.items():
        dx, dy = _moved(centres[id_], boxes[id_])
        found |= {one: (x + dx, y + dy) for one, (x, y) in places.items()}
    return found


def _moved(centre: Point, box: Box) -> Point:
    """Return how far `box` must be moved for its middle to come to `centre`."""
    return centre[0] - box.centre[0], centre[1] - box.centre[1]


def _apart(measures: Measures, places: Places) -> Places:
    """Return the places, what stands on the bare sheet drawn apart by one factor until none overlap."""
    top = measures.inside(None)
    boxes = {id_: measures.box(id_, places) for id_ in top}
    factor, moves = 1.0, dict.fromkeys(top, (0.0, 0.0))
    while factor < 40 and _overlap({id_: box.moved(*moves[id_]) for id_, box in boxes.items()}):
        factor *= 1.05
        moves = {id_: _stretched(box, rank, factor) for rank, (id_, box) in enumerate(boxes.items())}
    holder = {id_: (measures.above[id_] or (id_,))[-1] for id_ in places}
    return {id_: (x + moves[holder[id_]][0], y + moves[holder[id_]][1]) for id_, (x, y) in places.items()}


def _stretched(box: Box, rank: int, factor: float) -> Point:
    """Return how far a box moves when the sheet is stretched; boxes on one spot part by their rank."""
    x, y = box.centre
    return (x + 3.0 * rank) * (factor - 1.0), (y + 2.0 * rank) * (factor - 1.0)


def _overlap(boxes: Mapping[str, Box]) -> bool:
    listed = list(boxes.values())
    return any(
        box.overlaps(other, APART) for index, box in enumerate(listed) for other in listed[index + 1 :]
    )
