"""The tables of one file, hidden together: a line of totals, and tables whose columns add up to it.

The line of totals is made safe first. Then each table as if the totals were all known: what is hidden in it
stays safe whatever else a reader learns of them. Last, a hidden total must not come out of a table's own
columns: in every table one unit can go from the column of one hidden total to that of another. A table that
cannot be made safe keeps only the sums of its rows, or nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sociogram.counts.hiding import SUM, Grid, close_circles, hidden_in_line, small

Cells = tuple[int | None, ...]
"""None is hidden."""
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """A row as it leaves: its sum and its numbers. `cells` is empty where only sums leave."""

    total: int | None
    cells: Cells


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves. A table that cannot be made safe is None; so are totals of fewer than five referrals."""

    totals: Kept
    tables: Mapping[str, tuple[Kept, ...] | None]


def leaving(totals: Sequence[int], tables: Mapping[str, Sequence[Sequence[int]]]) -> Leaving:
    """Return the totals and the tables as they may leave. The columns of each table add up to `totals`."""
    in_line = hidden_in_line(totals)
    if in_line is None or small(sum(totals)):
        return Leaving(Kept(None, (None,) * len(totals)), dict.fromkeys(tables, None))
    grids = {name: Grid(rows, set()) for name, rows in tables.items()}
    whole = {name: grid for name, grid in grids.items() if close_circles(grid)}
    in_line = _covered(totals, in_line, whole)
    kept = {name: _kept(grids[name], with_cells=name in whole) for name in grids}
    return Leaving(_row(sum(totals), totals, in_line), kept)


def _covered(totals: Sequence[int], hidden: frozenset[int], whole: dict[str, Grid]) -> frozenset[int]:
    """Hide more, in the tables of `whole`, until no hidden total comes out; drop those that refuse."""
    for at in sorted(hidden):
        while whole and not any(_open(whole, pair) for pair in _pairs(totals, hidden, at)):
            _open_one(totals, hidden, at, whole)
    return hidden


def _pairs(totals: Sequence[int], hidden: frozenset[int], at: int) -> list[Pair]:
    """Return (total that grows, total that shrinks) with `at` among them; a total never falls under 1."""
    others = sorted(hidden - {at}, key=lambda other: (totals[other], other))
    grows = [(at, other) for other in others if totals[other] >= 2]
    return grows + [(other, at) for other in others if totals[at] >= 2]


def _open(whole: Mapping[str, Grid], pair: Pair) -> bool:
    """Whether in every table, hidden numbers only, the two totals may change together."""
    return all(_price(grid, pair) == 0 for grid in whole.values())


def _price(grid: Grid, pair: Pair) -> int | None:
    way = grid.way(("column", pair[1]), ("column", pair[0]))
    if way is None:
        return None
    return sum(grid.number(arc) for arc in way if arc not in grid.hidden)


def _open_one(totals: Sequence[int], hidden: frozenset[int], at: int, whole: dict[str, Grid]) -> None:
    """Hide what opens the cheapest pair in every table; where no pair can be opened, drop a table."""
    possible: list[tuple[int, Pair]] = []
    refusing: set[str] = set()
    for pair in _pairs(totals, hidden, at):
        prices = {name: _price(grid, pair) for name, grid in whole.items()}
        if refused := {name for name, price in prices.items() if price is None}:
            refusing |= refused
        else:
            possible.append((sum(price or 0 for price in prices.values()), pair))
    if not possible:
        del whole[min(refusing)]
        return
    growing, shrinking = min(possible)[1]
    for name, grid in list(whole.items()):
        grid.hidden.update(grid.way(("column", shrinking), ("column", growing)) or ())
        if not close_circles(grid):
            del whole[name]


def _kept(grid: Grid, *, with_cells: bool) -> tuple[Kept, ...] | None:
    if with_cells:
        return tuple(
            Kept(
                None if (at, SUM) in grid.hidden else sum(row),
                tuple(None if (at, column) in grid.hidden else n for column, n in enumerate(row)),
            )
            for at, row in enumerate(grid.rows)
        )
    sums = [sum(row) for row in grid.rows]
    hidden = hidden_in_line(sums)
    return (
        None
        if hidden is None
        else tuple(Kept(None if at in hidden else total, ()) for at, total in enumerate(sums))
    )


def _row(total: int, numbers: Sequence[int], hidden: frozenset[int]) -> Kept:
    return Kept(total, tuple(None if at in hidden else number for at, number in enumerate(numbers)))
