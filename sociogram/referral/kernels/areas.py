"""What stands around each node of a graph, reckoned once."""

from sociogram.referral.compiled import compiled
from sociogram.referral.kernels.search import AREA_SHIFT, Ints, Longs


@compiled
def look_around(offsets: Ints, targets: Ints, marks: Longs) -> None:
    """Fill columns 1 to 3 of the marks of a graph: the areas within so many steps."""
    for left in range(1, 4):
        for node in range(len(marks)):
            areas = 0
            for entry in range(offsets[node], offsets[node + 1]):
                target = targets[entry]
                areas |= 1 << ((marks[target, 0] >> AREA_SHIFT) & 63)
                if left > 1:
                    areas |= marks[target, left - 1]
            marks[node, left] = areas
