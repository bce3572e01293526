"""The search for better places near the present ones: seeded pushes of a thing, or of all in a container."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from random import Random

import numpy as np

from layouts.individual.model import Floats
from layouts.tidying.desk import Desk

GRID = 0.5
"""Things are pushed by whole steps of this, in mm."""


def pushed(desk: Desk, *, most: float, seed: int, rounds: int) -> Floats:
    """Return centres of the leaves that cost less, none more than `most` mm from where it was."""
    random, units = Random(seed), _units(desk)
    best = desk.start.copy()
    cost = desk.cost(best)
    for step in range(rounds):
        unit = random.choice(units)
        trial = best.copy()
        trial[unit] += _push(desk, best, unit, random, most * (1.0 - 0.7 * step / rounds))
        trial = _within(desk.start, trial, unit, most)
        found = desk.cost(trial)
        if found < cost - 1e-6:
            best, cost = trial, found
    return best


def _units(desk: Desk) -> list[list[int]]:
    """Return what may be pushed as one: each leaf, and all the leaves of each container."""
    units = [[leaf] for leaf in range(desk.leaves)]
    for number in range(desk.leaves, len(desk.ids)):
        units.append(_leaves_in(desk, number))
    return units


def _leaves_in(desk: Desk, number: int) -> list[int]:
    if number < desk.leaves:
        return [number]
    return [leaf for other in desk.held[number] for leaf in _leaves_in(desk, other)]


def _push(desk: Desk, centres: Floats, unit: Sequence[int], random: Random, most: float) -> Floats:
    """Return a step in any direction, or one that brings a thing level with another, or under it."""
    if random.random() < 0.3:
        other, axis = random.randrange(desk.leaves), random.randrange(2)
        step = np.zeros(2)
        step[axis] = centres[other, axis] - centres[unit[0], axis]
        return step
    length, angle = most * random.random(), 2 * pi * random.random()
    return np.array([GRID * round(length * cos(angle) / GRID), GRID * round(length * sin(angle) / GRID)])


def _within(start: Floats, trial: Floats, unit: Sequence[int], most: float) -> Floats:
    """Shorten what would go further than `most` from where it was."""
    for leaf in unit:
        dx, dy = trial[leaf] - start[leaf]
        far = hypot(dx, dy)
        if far > most:
            trial[leaf] = start[leaf] + (trial[leaf] - start[leaf]) * (most / far)
    return trial
