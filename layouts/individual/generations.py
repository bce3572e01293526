"""Who stands above whom: rows of a home, from its kinship lines."""

from collections.abc import Collection, Sequence

from sociogram.situation.staging import Figure, KinLine


def generations(members: Sequence[str], kin: Collection[KinLine]) -> list[list[str]]:
    """Return the members in rows, parents above their children, couples and siblings level.

    Longest-path layering over the filiations; couples and siblings share the lower of their two rows. Rounds
    are bounded, so that contradictory lines still give rows. Within a row couples stand side by side.
    """
    inside = set(members)
    lines = [line for line in kin if line.a in inside and line.b in inside]
    level = dict.fromkeys(members, 0)
    for _ in range(len(members)):
        before = dict(level)
        for line in lines:
            if line.kind == "filiation":
                level[line.b] = max(level[line.b], level[line.a] + 1)
            elif line.kind in ("couple", "siblings"):
                level[line.a] = level[line.b] = max(level[line.a], level[line.b])
        if level == before or max(level.values(), default=0) > len(members):
            break
    rows = [[m for m in members if level[m] == depth] for depth in sorted(set(level.values()))]
    return [_paired(row, lines) for row in rows]


def _paired(row: list[str], lines: Sequence[KinLine]) -> list[str]:
    """Return the row with each couple side by side, then siblings near each other."""
    ordered = list(row)
    for kind in ("siblings", "couple"):
        for line in lines:
            if line.kind == kind and line.a in ordered and line.b in ordered:
                ordered.remove(line.b)
                ordered.insert(ordered.index(line.a) + 1, line.b)
    return ordered


def by_birth(members: Sequence[str], figures: dict[str, Figure]) -> list[str]:
    """Return members in their own order, those with a year of birth from oldest to youngest."""
    dated = sorted((m for m in members if figures[m].birth is not None), key=lambda m: figures[m].birth or 0)
    rest = iter(dated)
    return [next(rest) if figures[m].birth is not None else m for m in members]
