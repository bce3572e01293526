"""Where the number of each bundle stands on its line: on no other number, far from other lines."""

from collections.abc import Mapping, Sequence
from math import hypot

from layouts.mega.block import Run
from layouts.mega.lines import Curve, curve_of

_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_STEPS = 24


def number_places(runs: Sequence[Run], size: float) -> Mapping[str, float]:
    """Return, by id of the tie, how far along its line (0 to 1) the number of a bundle stands."""
    curves = {run.tie.id: curve_of(run) for run in runs if run.tie.kind == "bundle"}
    walked = {
        one: [curve.at(step / _STEPS)[0] for step in range(_STEPS + 1)] for one, curve in curves.items()
    }
    taken: list[tuple[float, float]] = []
    found: dict[str, float] = {}
    for run in sorted(runs, key=lambda run: (-run.tie.count, run.tie.id)):
        one = run.tie.id
        if one not in curves or run.tie.count < 2:
            continue
        found[one] = max(
            _PLACES, key=lambda t: (_room(one, t, curves[one], walked, taken, size), -abs(t - 0.5))
        )
        taken.append(curves[one].at(found[one])[0])
    return found


def _room(
    one: str,
    t: float,
    curve: Curve,
    walked: Mapping[str, Sequence[tuple[float, float]]],
    taken: Sequence[tuple[float, float]],
    size: float,
) -> float:
    """How free a place is, in letter sizes: other numbers weigh more than other lines."""
    x, y = curve.at(t)[0]
    numbers = min((hypot(x - a, y - b) for a, b in taken), default=99 * size) / size
    others = (point for other, points in walked.items() if other != one for point in points)
    lines = min((hypot(x - a, y - b) for a, b in others), default=99 * size) / size
    return round(4 * min(numbers, 2.6) + min(lines, 1.2), 3)
