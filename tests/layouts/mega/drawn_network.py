"""What is drawn on a sheet of the network, for its tests: groups, boxes, texts, the ways of lines."""

from collections.abc import Iterator, Sequence

from layouts.sheet import Group, Item, Path, Sheet, Text
from layouts.text import ASCENT, DESCENT, text_width

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def groups(sheet: Sheet, *kinds: str) -> list[Group]:
    return [one for one in sheet.items if isinstance(one, Group) and dict(one.data)["kind"] in kinds]


def data(group: Group, name: str) -> str:
    return dict(group.data)[name]


def box(group: Group) -> Box:
    x, y, width, height = (float(part) for part in data(group, "box").split())
    return x, y, x + width, y + height


def texts(items: Sequence[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group):
            yield from texts(item.items)
        elif isinstance(item, Text):
            yield item


def text_box(text: Text) -> Box:
    width = text_width(text.text, text.size)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - ASCENT * text.size, left + width, text.y + DESCENT * text.size


def overlap(one: Box, other: Box, slack: float = 0.02) -> bool:
    across = one[0] < other[2] - slack and other[0] < one[2] - slack
    return across and one[1] < other[3] - slack and other[1] < one[3] - slack


def within(one: Box, other: Box, slack: float = 0.02) -> bool:
    starts = other[0] - slack <= one[0] and other[1] - slack <= one[1]
    return starts and one[2] <= other[2] + slack and one[3] <= other[3] + slack


def crosses(walked: Sequence[tuple[float, float]], one: Box) -> bool:
    return any(one[0] < x < one[2] and one[1] < y < one[3] for x, y in walked)


def walk(path: Path) -> list[tuple[float, float]]:
    """Flatten the one cubic of a tie."""
    numbers = [float(word) for word in path.d.replace("M", "").replace("C", "").split()]
    ends = list(zip(numbers[::2], numbers[1::2], strict=True))
    assert len(ends) == 4
    found = []
    for step in range(121):
        t, u = step / 120, 1 - step / 120
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        x, y = (sum(w * p[axis] for w, p in zip(weights, ends, strict=True)) for axis in (0, 1))
        found.append((x, y))
    return found
