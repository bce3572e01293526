"""Ports: where arrows may touch the outline of a figure or of a container, and which way they leave."""

from dataclasses import dataclass
from math import hypot

import numpy as np

from colour_codes.palettes import Stroke
from colour_codes.sides import Side
from layouts.individual.boxes import Point
from layouts.individual.curves import flattened
from layouts.individual.model import Floats, Ints
from layouts.individual.scene import Scene
from layouts.symbols import figure, figure_outline, roof_height
from layouts.symbols.containers import eaves

FIGURE_STEP = 1.7
WALL_STEP = 5.0
PORTS_KEPT = 16
"""So many ports of each end are tried for round arrows."""
_ANY = Stroke("", 0.0)


@dataclass(frozen=True, slots=True)
class Ports:
    """`points` (n, 2) on the outline, `away` (n, 2) unit vectors pointing outwards."""

    points: Floats
    away: Floats

    def facing(self, target: Point) -> Ints:
        """Return the numbers of the ports that look towards `target` best."""
        toward = np.array(target) - self.points
        far = np.hypot(*toward.T) + 1e-9
        score = (self.away * toward).sum(axis=1) / far - far / (far.mean() + 1e-9) * 0.5
        return np.sort(np.argsort(-score, kind="stable")[:PORTS_KEPT])


def ports_of(scene: Scene, id_: str) -> Ports:
    """Return the ports of a figure (its feet left out: the label stands there) or of a container."""
    if id_ in scene.stands:
        stand = scene.stands[id_]
        shape = stand.shape
        outline = figure_outline(shape.x + shape.w / 2, shape.y, shape.h, scene.sizes.signs.of(id_))
        feet = shape.bottom - 0.06 * shape.h
        points = _on_ink([p for p in _walked(outline, FIGURE_STEP) if p[1] < feet], scene, id_)
        return _ports(points, (shape.x + shape.w / 2, shape.y + shape.h * 0.5), 0.75)
    box = scene.walls[id_].box
    if scene.walls[id_].building:
        rise, out = roof_height(box.w), eaves(box.w)
        middle = box.x + box.w / 2
        outline = (
            (middle, box.y), (box.right, box.y + rise), (box.right - out, box.y + rise),
            (box.right - out, box.bottom), (box.x + out, box.bottom), (box.x + out, box.y + rise),
            (box.x, box.y + rise),
        )  # fmt: skip
    else:
        outline = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    corner = 0.0 if scene.walls[id_].building else min(7.0, 0.25 * min(box.w, box.h))
    return _wall_ports(outline, box.centre, corner)


def _on_ink(points: list[Point], scene: Scene, id_: str) -> list[Point]:
    """Return the points moved onto the drawn line; those in the gap of the neck are left out."""
    shape = scene.stands[id_].shape
    ink = np.concatenate(
        [
            flattened(path.d, 0.2)
            for path in figure(
                shape.x + shape.w / 2,
                shape.y,
                shape.h,
                _ANY,
                side=Side.LIVING_TOGETHER,
                shape=scene.sizes.signs.of(id_),
            )
        ]
    )
    kept: list[Point] = []
    for point in points:
        far = np.hypot(*(ink - point).T)
        nearest = int(far.argmin())
        if far[nearest] < 0.07 * shape.h:
            kept.append((float(ink[nearest][0]), float(ink[nearest][1])))
    return kept


def _walked(outline: tuple[Point, ...], step: float) -> list[Point]:
    """Return points along the closed outline, about `step` mm apart."""
    points: list[Point] = []
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        count = max(1, round(hypot(bx - ax, by - ay) / step))
        points += [(ax + (bx - ax) * i / count, ay + (by - ay) * i / count) for i in range(count)]
    return points


def _ports(points: list[Point], centre: Point, flatten: float) -> Ports:
    at = np.array(points)
    away = at - np.array(centre)
    away[:, 1] *= flatten
    away /= np.hypot(away[:, 0], away[:, 1])[:, None]
    return Ports(at, away)


def _wall_ports(outline: tuple[Point, ...], centre: Point, corner: float) -> Ports:
    """Return ports along straight walls, square to them, away from round corners and from eaves."""
    points: list[Point] = []
    away: list[Point] = []
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        length = hypot(bx - ax, by - ay)
        free = length - 2 * max(corner, 2.5)
        if free < 0:
            continue
        nx, ny = (by - ay) / length, -(bx - ax) / length
        count = max(1, round(free / WALL_STEP))
        for i in range(count + 1):
            t = 0.5 + (i / count - 0.5) * free / length
            points.append((ax + (bx - ax) * t, ay + (by - ay) * t))
            away.append((nx, ny))
    if not points:
        return _ports(list(outline), centre, 1.0)
    return Ports(np.array(points), np.array(away))
