"""Figures and outlines in their places: the figure, its label, the walls around those who stand inside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import floor

from layouts.individual.boxes import Box, Point
from layouts.individual.labels import LABEL_GAP, Label, figure_label, wrapped
from layouts.individual.sizes import Sizes
from layouts.symbols import roof_height
from layouts.symbols.containers import EAVES
from sociogram.situation.staging import Container, Figure

LABEL_STEP = 4
"""A container's label is broken for a width in steps of so many mm."""
INK = 0.6
"""Room kept for the width of an outline inside its box, in mm."""
OVERHANG = 0.15
"""How far a letter may lean out of its advance (the tail of a j), in font sizes."""
LEANING = frozenset("jĵĴǰȷɟɉɲƝƑƒìíîĩĭĥĺǐȉȋɗɖƁɓ")
"""The letters of our font that do so by a twentieth of their size or more."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A figure in its place: `shape` is the figure alone, `words` its label, `box` both as they are seen: a
    letter may lean out of its advance.
    """

    id: str
    shape: Box
    words: Box
    label: Label
    box: Box


@dataclass(frozen=True, slots=True)
class Walls:
    """A home or building in its place: `box` is the whole of it, `words` its label inside."""

    id: str
    box: Box
    words: Box
    label: Label
    building: bool

    @property
    def roof(self) -> Box:
        """The box of a building's roof."""
        return Box(self.box.x, self.box.y, self.box.w, roof_height(self.box.w))

    def moved(self, dx: float, dy: float) -> "Walls":
        """Return the container shifted by (dx, dy)."""
        return Walls(self.id, self.box.moved(dx, dy), self.words.moved(dx, dy), self.label, self.building)


def stand_at(id_: str, text: str, centre: Point, sizes: Sizes) -> Stand:
    """Return a figure whose shape is centred on `centre`."""
    label = figure_label(text, sizes)
    return _stand(id_, label, centre, sizes.figure_width, sizes.figure_height, lean(label, sizes))


def stands_at(figures: Iterable[Figure], centres: Mapping[str, Point], sizes: Sizes) -> dict[str, Stand]:
    """Return all figures, each centred on its place."""
    w, h = sizes.figure_width, sizes.figure_height
    labels = {f.id: figure_label(f.label, sizes) for f in figures}
    return {id_: _stand(id_, one, centres[id_], w, h, lean(one, sizes)) for id_, one in labels.items()}


def lean(label: Label, sizes: Sizes) -> float:
    """Return how far the letters of a label may reach beyond its sides, in mm."""
    return OVERHANG * sizes.font if _leans(label.lines) else 0.0


@lru_cache(maxsize=4096)
def _leans(lines: tuple[str, ...]) -> bool:
    return any(LEANING.intersection((line[0], line[-1])) for line in lines if line)


def _stand(id_: str, label: Label, centre: Point, w: float, h: float, out: float) -> Stand:
    shape = Box(centre[0] - w / 2, centre[1] - h / 2, w, h)
    gap = LABEL_GAP if label.lines else 0.0
    words = Box(centre[0] - label.width / 2, shape.bottom + gap, label.width, label.height)
    ink = shape.grown(INK / 2)
    seen = Box(words.x - out, words.y, words.w + 2 * out, words.h) if out else words
    return Stand(id_, shape, words, label, ink.with_(seen) if label.lines else ink)


def whole_steps(width: float) -> int:
    """Return `width` in whole steps of LABEL_STEP mm, the search knowing labels by them."""
    return floor((width + 1e-6) / LABEL_STEP) * LABEL_STEP


def narrowest(sizes: Sizes) -> tuple[float, float]:
    """Return how wide a container's label may always be, and the least width inside its outline, in mm."""
    return 9.5 * sizes.font, 5 * sizes.font


def walls_around(container: Container, content: Box, sizes: Sizes) -> Walls:
    """Return the outline and label of a container whose members fill `content` (no height: it is empty)."""
    building = container.kind == "institution"
    side = sizes.padding + (EAVES if building else 0.0)
    widest, least = narrowest(sizes)
    label = wrapped(container.label, sizes, float(whole_steps(max(content.w, widest))))
    width = max(content.w, label.width, least) + 2 * side
    top = roof_height(width) + 1.2 if building else 2.2
    # A home's label stands left, so that arrows find their way in from above to whoever stands in the middle.
    left = (width - label.width) / 2 if building else min(side + 1.0, (width - label.width) / 2)
    down = top + label.height + (0.62 * sizes.padding if content.h else 0.0)
    height = down + content.h + (sizes.padding * 0.8 if content.h else 2.4)
    x, y = content.x + content.w / 2 - width / 2, content.y - down
    words = Box(x + left, y + top, label.width, label.height)
    return Walls(container.id, Box(x, y, width, height), words, label, building)
