"""Sums of numbers some of which are hidden: they say "at least"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sociogram.counts.aggregate import Line, Number
from sociogram.counts.standing import STANDINGS, Standing


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum. Where it is not `exact`, a hidden number is missing from it: the true one is larger."""

    number: int
    exact: bool = True

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.number + other.number, self.exact and other.exact)


@dataclass(frozen=True, slots=True)
class Figures:
    """Referrals and where they stand, as sums."""

    made: Figure
    standing: Mapping[Standing, Figure]

    def __add__(self, other: "Figures") -> "Figures":
        standing = {name: self.standing[name] + other.standing[name] for name in STANDINGS}
        return Figures(self.made + other.made, standing)

    @property
    def exact(self) -> bool:
        """Whether nothing is missing."""
        return self.made.exact and all(one.exact for one in self.standing.values())

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of `standing`, in its order."""
        return tuple(self.standing[name].number for name in STANDINGS)


ZERO = Figure(0)
NONE = Figures(ZERO, dict.fromkeys(STANDINGS, ZERO))


def figure(number: Number) -> Figure:
    """Return a number of a file."""
    return Figure(0, exact=False) if number is None else Figure(number)


def figures(line: Line) -> Figures:
    """Return a line of a file."""
    return Figures(figure(line.total), {name: figure(line.standing[name]) for name in STANDINGS})


def exactly(numbers: Iterable[int]) -> Figures:
    """Return exact numbers, in the order of the classes."""
    row = tuple(numbers)
    return Figures(Figure(sum(row)), {name: Figure(n) for name, n in zip(STANDINGS, row, strict=True)})


def added(many: Iterable[Figures]) -> Figures:
    """Return the sum."""
    total = NONE
    for one in many:
        total = total + one
    return total
