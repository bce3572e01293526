"""What a family expects of places beyond the rows of a home: the eldest left, parents above children."""

from itertools import pairwise

from sociogram.situation.staging import Staging

Pair = tuple[str, str]


def elder_pairs(staging: Staging) -> tuple[Pair, ...]:
    """Return (elder, younger) of brothers and sisters of the same parents in one home, next by birth.

    Only where both years of birth are known and differ: the elder should stand left of the younger.
    """
    birth = {figure.id: figure.birth for figure in staging.figures}
    home = {figure.id: figure.inside for figure in staging.figures}
    parents: dict[str, set[str]] = {}
    for line in staging.kin:
        if line.kind == "filiation":
            parents.setdefault(line.b, set()).add(line.a)
    groups: dict[tuple[str, frozenset[str]], list[tuple[int, str]]] = {}
    for child, known in parents.items():
        year, inside = birth.get(child), home.get(child)
        if year is not None and inside is not None:
            groups.setdefault((inside, frozenset(known)), []).append((year, child))
    return tuple(
        (one, other)
        for group in groups.values()
        for (first, one), (second, other) in pairwise(sorted(group))
        if first != second
    )


def descents(staging: Staging) -> tuple[Pair, ...]:
    """Return (parent, child) of the filiations between two homes: the parent should stand above the child."""
    home = {figure.id: figure.inside for figure in staging.figures}
    return tuple(
        (line.a, line.b)
        for line in staging.kin
        if line.kind == "filiation" and {line.a, line.b} <= home.keys() and home[line.a] != home[line.b]
    )
