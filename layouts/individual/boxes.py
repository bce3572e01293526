"""Rectangles in millimetres: what stands on the sheet, seen from far."""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: top left corner, width and height, in mm."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The middle."""
        return (self.x + self.w / 2, self.y + self.h / 2)

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the box shifted by (dx, dy)."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, margin: float) -> "Box":
        """Return the box with `margin` mm more on each side."""
        return Box(self.x - margin, self.y - margin, self.w + 2 * margin, self.h + 2 * margin)

    def with_(self, other: "Box") -> "Box":
        """Return the smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right, bottom = self.x + self.w, self.y + self.h
        other_right, other_bottom = other.x + other.w, other.y + other.h
        return Box(x, y, max(right, other_right) - x, max(bottom, other_bottom) - y)

    def overlaps(self, other: "Box", margin: float = 0.0) -> bool:
        """Whether the two boxes share more than an edge, or come nearer than `margin`."""
        return (
            self.x < other.right + margin
            and other.x < self.right + margin
            and self.y < other.bottom + margin
            and other.y < self.bottom + margin
        )

    def holds(self, other: "Box") -> bool:
        """Whether `other` lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around `boxes` (at least one)."""
    found = list(boxes)
    x, y = min([box.x for box in found]), min([box.y for box in found])
    return Box(x, y, max([box.x + box.w for box in found]) - x, max([box.y + box.h for box in found]) - y)
