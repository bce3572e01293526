"""No number under five leaves, and none that is hidden comes out: every table is tried by brute force.

The reader of these tests knows all that is shown, that sums are sums, and that a hidden number is at least 1.
They try, hidden number by hidden number, whether one more or one less of it fits with everything that is
shown, by going through all changes of -1, 0 and +1 of all hidden numbers at once.
"""

import random
from collections.abc import Callable, Iterator, Sequence

from sociogram.counts.hiding import LEAST, hidden_in_line
from sociogram.counts.leaving_table import Kept, leaving

Table = list[list[int]]


def changes(kept: Kept, numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every change of a row and of its sum (last) that its shown numbers allow."""
    cells = kept.cells or (None,) * len(numbers)
    free = [at for at, cell in enumerate(cells) if cell is None and numbers[at] > 0]
    stack: list[tuple[int, dict[int, int]]] = [(0, {})]
    while stack:
        depth, made = stack.pop()
        if depth == len(free):
            total = sum(made.values())
            if total and (kept.total is not None or abs(total) > 1 or sum(numbers) + total < 1):
                continue
            yield (*(made.get(at, 0) for at in range(len(numbers))), total)
            continue
        at = free[depth]
        low = -1 if numbers[at] >= 2 else 0
        stack += [(depth + 1, {**made, at: step}) for step in range(low, 2)]


def reachable(rows: Sequence[Kept], table: Table, goal: tuple[int, ...]) -> list[list[tuple[int, ...]]]:
    """Return every way to change the rows so that their columns (and sums, last) change by `goal`."""
    ways: dict[tuple[int, ...], list[list[tuple[int, ...]]]] = {(0,) * len(goal): [[]]}
    for kept, numbers in zip(rows, table, strict=True):
        after: dict[tuple[int, ...], list[list[tuple[int, ...]]]] = {}
        for sums, lists in ways.items():
            for change in changes(kept, numbers):
                key = tuple(a + b for a, b in zip(sums, change, strict=True))
                after.setdefault(key, []).extend([*one, change] for one in lists)
        ways = after
    return ways.get(goal, [])


def check_safe(totals: Sequence[int], tables: dict[str, Table]) -> int:
    """Hide, then try to find out every hidden number; return how many were hidden."""
    found = leaving(totals, tables)
    if found.totals.total is None:
        return 0  # nothing is shown at all
    shown = [found.totals.total, *found.totals.cells]
    goals = [goal for goal in changes(found.totals, totals) if goal[-1] == 0]
    possible: dict[tuple[int, ...], dict[str, list[list[tuple[int, ...]]]]] = {}
    for goal in goals:
        by_table = {
            name: reachable(rows, tables[name], goal)
            for name, rows in found.tables.items()
            if rows is not None and all(row.cells for row in rows)
        }
        if all(by_table.values()):
            possible[goal] = by_table
    hidden = 0
    for at, cell in enumerate(found.totals.cells):
        if cell is None:
            hidden += 1
            assert any(goal[at] for goal in possible), ("a total comes out", totals, tables, found)
    for name, rows in found.tables.items():
        if rows is None:
            continue
        for row, kept in enumerate(rows):
            shown += [kept.total, *kept.cells]
            places = [at for at, cell in enumerate((*kept.cells, kept.total)) if cell is None]
            hidden += len(places)
            if not kept.cells:
                unknown = [
                    sum(line) for line, one in zip(tables[name], rows, strict=True) if one.total is None
                ]
                assert not unknown or (len(unknown) >= 2 and max(unknown) >= 2)
                continue
            for at in places:
                assert any(way[row][at] for one in possible.values() for way in one[name]), (
                    "a number comes out", name, row, at, totals, tables, found,
                )  # fmt: skip
    assert not any(number is not None and 0 < number < LEAST for number in shown)
    return hidden


def random_tables(random_: random.Random) -> tuple[list[int], dict[str, Table]]:
    """Return two tables of the same columns, with the same totals, and these."""
    columns = random_.choice((2, 3))
    first = [[_number(random_) for _ in range(columns)] for _ in range(random_.choice((1, 2, 3)))]
    totals = [sum(row[at] for row in first) for at in range(columns)]
    second = [[0] * columns for _ in range(random_.choice((1, 2, 3)))]
    for at, total in enumerate(totals):
        for _ in range(total):
            second[random_.randrange(len(second))][at] += 1
    tables = {"a": [row for row in first if any(row)], "b": [row for row in second if any(row)]}
    return totals, tables


def _number(random_: random.Random) -> int:
    return random_.choice((0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 20))


def test_no_hidden_number_comes_out(sized: Callable[[int, int], int], seed: int) -> None:
    """Random pairs of tables that share their totals."""
    random_ = random.Random(seed)
    hidden = sum(check_safe(*random_tables(random_)) for _ in range(sized(300, 5_000)))
    assert hidden > 300


def test_the_smallest_case_of_all() -> None:
    """One small number in a row of large ones takes a second one with it: the smallest."""
    assert hidden_in_line([3, 20, 8, 0]) == {0, 2}
    assert hidden_in_line([20, 8, 0]) == frozenset()
    assert hidden_in_line([1, 1, 9]) == {0, 1, 2}
    assert hidden_in_line([1, 1, 1]) is None


def test_so_few_that_nothing_leaves() -> None:
    found = leaving([2, 2], {"a": [[2, 2]]})
    assert found.totals == Kept(None, (None, None))
    assert found.tables == {"a": None}


def test_large_numbers_all_leave() -> None:
    """Nothing is hidden for nothing."""
    table = [[5, 9, 0], [40, 7, 6]]
    found = leaving([45, 16, 6], {"a": table})
    assert found.totals == Kept(67, (45, 16, 6))
    assert found.tables["a"] == (Kept(14, (5, 9, 0)), Kept(53, (40, 7, 6)))


def test_one_small_number_hides_three_more_and_no_row_more() -> None:
    """In a table a small number goes with a square of four, the cheapest."""
    found = leaving([33, 49, 60], {"a": [[3, 20, 20], [10, 9, 20], [20, 20, 20]]})
    assert found.tables["a"] is not None
    assert [row.cells for row in found.tables["a"]] == [(None, None, 20), (None, None, 20), (20, 20, 20)]


def test_a_table_of_one_row_keeps_its_sum() -> None:
    """Its columns are the totals: where these are hidden, it shows no column."""
    found = leaving([3, 30], {"a": [[3, 30]]})
    assert found.totals == Kept(33, (None, None))
    assert found.tables["a"] == (Kept(33, ()),)
