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

    @property
    def told(self) -> bool:
        """Whether anything of it is known."""
        return self.exact or self.number != 0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.number + other.number, self.exact and other.exact)


@dataclass(frozen=True, slots=True)
class Figures:
    """Referrals and where they stand, as sums. `accepted` may be known where its two parts are hidden."""

    made: Figure
    standing: Mapping[Standing, Figure]
    accepted: Figure

    def __add__(self, other: "Figures") -> "Figures":
        standing = {name: self.standing[name] + other.standing[name] for name in STANDINGS}
        return Figures(self.made + other.made, standing, self.accepted + other.accepted)

    @property
    def exact(self) -> bool:
        """Whether nothing is missing."""
        return self.made.exact and all(one.exact for one in self.standing.values())

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of `standing`, in its order."""
        return tuple(self.standing[name].number for name in STANDINGS)


ZERO = Figure(0)
NONE = Figures(ZERO, dict.fromkeys(STANDINGS, ZERO), ZERO)
_ACCEPTED: tuple[Standing, ...] = ("in_hand", "completed")


def figure(number: Number) -> Figure:
    """Return a number of a file."""
    return Figure(0, exact=False) if number is None else Figure(number)


def figures(line: Line) -> Figures:
    """Return a line of a file."""
    standing = {name: figure(line.standing[name]) for name in STANDINGS}
    return Figures(figure(line.total), standing, _accepted(figure(line.total), standing))


def exactly(numbers: Iterable[int]) -> Figures:
    """Return exact numbers, in the order of the classes."""
    row = tuple(numbers)
    standing = {name: Figure(n) for name, n in zip(STANDINGS, row, strict=True)}
    return Figures(Figure(sum(row)), standing, _accepted(Figure(sum(row)), standing))


def added(many: Iterable[Figures]) -> Figures:
    """Return the sum."""
    total = NONE
    for one in many:
        total = total + one
    return total


def _accepted(made: Figure, standing: Mapping[Standing, Figure]) -> Figure:
    """Return what was accepted: the sum of its parts, or what the other classes leave of the whole."""
    rest = [standing[name] for name in STANDINGS if name not in _ACCEPTED]
    if made.exact and all(one.exact for one in rest):
        return Figure(made.number - sum(one.number for one in rest))
    return standing["in_hand"] + standing["completed"]
