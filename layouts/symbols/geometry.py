"""Path data: numbers written to 0.01 mm, and shapes of a unit box carried to their place."""

from collections.abc import Iterable

from layouts.printers.svg import number

Point = tuple[float, float]
KAPPA = 0.5523
"""How far a cubic's handle stands, in radii, to draw a quarter of a circle."""


def placed(d: str, x: float, y: float, scale: float) -> str:
    """Return absolute path data `d` (M L C Q Z) scaled, then moved to (x, y)."""
    words, axis = [], 0
    for word in d.split():
        if word.isalpha():
            words.append(word)
            axis = 0
        else:
            words.append(number(float(word) * scale + (y if axis else x)))
            axis = 1 - axis
    return " ".join(words)


def polygon(points: Iterable[Point]) -> str:
    """Return the closed path through `points`."""
    return polyline(points) + " Z"


def polyline(points: Iterable[Point]) -> str:
    """Return the open path through `points`."""
    return "M " + " L ".join(f"{number(x)} {number(y)}" for x, y in points)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return a box with round corners."""
    r = min(radius, width / 2, height / 2)
    right, bottom, k = x + width, y + height, r * (1 - KAPPA)
    corners = (
        ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)),
        ((x + r, bottom), (x + k, bottom), (x, bottom - k), (x, bottom - r)),
        ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
    )
    parts = [f"M {_pair((x + r, y))}"]
    for start, first, second, end in corners:
        parts.append(f"L {_pair(start)} C {_pair(first)} {_pair(second)} {_pair(end)}")
    return " ".join(parts) + " Z"


def circle(x: float, y: float, radius: float) -> str:
    """Return a circle round (x, y)."""
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
