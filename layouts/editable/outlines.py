"""Paths and texts of a Sheet as shapes of a slide: alike as they look, whatever they are."""

from collections.abc import Iterable, Iterator, Sequence

from layouts.editable.slide_shapes import Align, Command, Ink, Outline, Shape, Words
from layouts.individual.boxes import Box
from layouts.sheet import Group, Item, Path, Text
from layouts.symbols.strokes import PAPER
from layouts.text.metrics import ASCENT, LINE_HEIGHT, text_width

_ARITY = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}


def commands(d: str) -> tuple[Command, ...]:
    """Return path data (absolute M L Q C Z) as commands."""
    words, found, at = d.split(), [], 0
    while at < len(words):
        letter = words[at]
        count = _ARITY[letter]
        numbers = [float(word) for word in words[at + 1 : at + 1 + 2 * count]]
        found.append((letter, tuple(zip(numbers[::2], numbers[1::2], strict=True))))
        at += 1 + 2 * count
    return tuple(found)


def closed(path: Path) -> bool:
    """Whether a path comes back to where it began."""
    return path.d.rstrip().endswith("Z")


def extent(parts: Iterable[Sequence[Command]]) -> Box:
    """Return the box around all points of the commands, handles included."""
    points = [point for part in parts for _, found in part for point in found]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def flat(items: Iterable[Item]) -> Iterator[Path | Text]:
    """Yield paths and texts in paint order, groups opened."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


def shapes_of(items: Iterable[Item], name: str, *, rings: bool = True) -> Iterator[Shape]:
    """Yield the shapes of items: outlines of one ink as one, lines of one text as one, words in `rings`."""
    waiting = list(flat(items))
    while waiting:
        ringed = _ring(waiting, name) if rings else None
        taken, shape = ringed or _words(waiting, name) or _outline(waiting, name)
        del waiting[:taken]
        yield shape


def ink_of(path: Path, after: Path | Text | None = None) -> Ink | None:
    """Return the ink of a path; `after` tells a double line: the same way again, thinner, in paper."""
    if path.stroke is None:
        return None
    return Ink(path.stroke, path.width, path.dash, _is_gap(after, path))


def _is_gap(item: Path | Text | None, path: Path) -> bool:
    return isinstance(item, Path) and item.d == path.d and item.stroke == PAPER and item.width < path.width


def _ring(waiting: list[Path | Text], name: str) -> tuple[int, Shape] | None:
    """A small closed path around the middle of one line of text: a badge, or a mark."""
    if len(waiting) < 2 or not isinstance(waiting[0], Path) or not isinstance(waiting[1], Text):
        return None
    path, text = waiting[0], waiting[1]
    if not closed(path) or text.anchor != "middle":
        return None
    box = extent([commands(path.d)])
    inside = abs(box.centre[0] - text.x) < 0.2 and box.y < text.y < box.bottom and box.h < 3 * text.size
    if not inside:
        return None
    ink = ink_of(path)
    return 2, Words(name or text.text, box, (text.text,), text.size, text.colour, "ctr", ink, path.fill)


def _words(waiting: list[Path | Text], name: str) -> tuple[int, Shape] | None:
    """Lines of one size and colour, one under the other, as one text."""
    first = waiting[0]
    if not isinstance(first, Text):
        return None
    lines = [first]
    for item in waiting[1:]:
        last = lines[-1]
        if not isinstance(item, Text) or (item.x, item.size, item.colour, item.anchor) != (
            last.x, last.size, last.colour, last.anchor,
        ):  # fmt: skip
            break
        if abs(item.y - last.y - LINE_HEIGHT * first.size) > 0.05 * first.size:
            break
        lines.append(item)
    width = max(text_width(line.text, line.size) for line in lines)
    left = first.x - {"start": 0.0, "middle": width / 2, "end": width}[first.anchor]
    box = Box(left, first.y - ASCENT * first.size, width, len(lines) * LINE_HEIGHT * first.size)
    texts = tuple(line.text for line in lines)
    align: Align = "l" if first.anchor == "start" else "r" if first.anchor == "end" else "ctr"
    return len(lines), Words(name or texts[0], box, texts, first.size, first.colour, align)


def _outline(waiting: list[Path | Text], name: str) -> tuple[int, Shape]:
    """Paths of one ink one after the other. A double outline stays two: not every program draws it as one."""
    found: list[Path] = []
    taken, ink = 0, None
    for index, item in enumerate(waiting):
        if not isinstance(item, Path):
            break
        if found and (ink_of(item) != ink or not _same_fill(found, item)):
            break
        if found and _ring(waiting[index:], name):
            break
        if not found:
            ink = ink_of(item)
        found.append(item)
        taken = index + 1
    parts = tuple((commands(path.d), path.fill is not None) for path in found)
    fill = next((path.fill for path in found if path.fill is not None), None)
    return taken, Outline(name, extent(part for part, _ in parts), parts, ink, fill)


def _same_fill(found: Sequence[Path], path: Path) -> bool:
    return path.fill is None or all(other.fill in (None, path.fill) for other in found)
