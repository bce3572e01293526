"""Who stands above whom: the rows of a home, from its kinship lines, and who stands beside whom in a row."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sociogram.situation.staging import Figure, KinLine

Births = Mapping[str, int]


def generations(
    members: Sequence[str], kin: Collection[KinLine], births: Births | None = None
) -> list[list[str]]:
    """Return the members in rows: parents right above their children, couples and siblings level.

    Filiations, couples and siblings decide; foster links are secondary and take no part, except that a child
    with no parent in the home stands below those who take it in (so that the line is not read as a couple).
    Contradictory lines still give rows. In a row couples stand side by side, children under their own
    parents, brothers and sisters from the eldest to the youngest (`births`: years; else in their own order).
    """
    inside = set(members)
    lines = [line for line in kin if line.a in inside and line.b in inside]
    level = levels(members, lines)
    rows: list[list[str]] = []
    for depth in sorted(set(level.values())):
        row = [member for member in members if level[member] == depth]
        rows.append(_ordered(row, rows[-1] if rows else [], lines, births or {}))
    return rows


def levels(members: Sequence[str], lines: Collection[KinLine]) -> dict[str, int]:
    """Return the generation of each member, 0 the eldest; each family counts from its own eldest."""
    parented = {line.b for line in lines if line.kind == "filiation"}
    kept = [line for line in lines if line.kind in ("filiation", "couple", "siblings")]
    kept += [line for line in lines if line.kind == "foster" and line.b not in parented]
    level = _from_neighbours(members, kept)
    if all(_holds(line, level) for line in kept):
        return level
    return _longest_paths(members, kept)


def _holds(line: KinLine, level: Mapping[str, int]) -> bool:
    return level[line.b] - level[line.a] == _step(line)


def _step(line: KinLine) -> int:
    return 1 if line.kind in ("filiation", "foster") else 0


def _from_neighbours(members: Sequence[str], lines: Collection[KinLine]) -> dict[str, int]:
    """Walk each family from its first member: a row down to a child, one up to a parent, else level."""
    near: dict[str, list[tuple[str, int]]] = {member: [] for member in members}
    for line in lines:
        near[line.a].append((line.b, _step(line)))
        near[line.b].append((line.a, -_step(line)))
    level: dict[str, int] = {}
    for first in members:
        if first in level:
            continue
        family, level[first] = [first], 0
        for one in family:
            for other, step in near[one]:
                if other not in level:
                    level[other] = level[one] + step
                    family.append(other)
        top = min(level[one] for one in family)
        level |= {one: level[one] - top for one in family}
    return level


def _longest_paths(members: Sequence[str], lines: Collection[KinLine]) -> dict[str, int]:
    """Children below all their parents, however far; bounded rounds, so that a circle still ends."""
    level = dict.fromkeys(members, 0)
    for _ in range(len(members)):
        before = dict(level)
        for line in lines:
            if _step(line):
                level[line.b] = max(level[line.b], level[line.a] + 1)
            else:
                level[line.a] = level[line.b] = max(level[line.a], level[line.b])
        if level == before or max(level.values(), default=0) > len(members):
            break
    return level


def _ordered(row: list[str], above: list[str], lines: Sequence[KinLine], births: Births) -> list[str]:
    """Return a row: by the place of the parents in the row above, then by birth, couples side by side."""
    at = {member: index for index, member in enumerate(above)}
    parents: dict[str, list[int]] = {member: [] for member in row}
    for line in lines:
        if _step(line) and line.b in parents and line.a in at:
            parents[line.b].append(at[line.a])
    own = {member: index for index, member in enumerate(_by_birth(row, births))}

    def place(member: str) -> tuple[float, int]:
        above_it = parents[member]
        return (sum(above_it) / len(above_it) if above_it else -1.0, own[member])

    children = sorted((member for member in row if parents[member]), key=place)
    rest = sorted((member for member in row if not parents[member]), key=place)
    return [member for unit in _units([*children, *rest], lines) for member in unit]


def _by_birth(members: Sequence[str], births: Births) -> list[str]:
    """Return members in their own order, those with a year of birth from oldest to youngest."""
    dated = iter(sorted((m for m in members if m in births), key=lambda m: births[m]))
    return [next(dated) if member in births else member for member in members]


def _units(row: Sequence[str], lines: Collection[KinLine]) -> Iterator[list[str]]:
    """Yield what stands together: somebody between former and present partner, or somebody alone."""
    partners: dict[str, list[str]] = {member: [] for member in row}
    for line in sorted(lines, key=lambda line: not line.ended):
        if line.kind == "couple" and line.a in partners and line.b in partners and line.a != line.b:
            partners[line.a].append(line.b)
            partners[line.b].append(line.a)
    done: set[str] = set()
    for member in row:
        if member in done:
            continue
        chain = _chain(_end_of(member, partners), partners)
        done.update(chain)
        yield chain


def _end_of(member: str, partners: Mapping[str, Sequence[str]]) -> str:
    """Return the first of a chain of couples: the member itself unless it stands between two partners."""
    seen = [member]
    while len(partners[seen[-1]]) > 1:
        further = [one for one in partners[seen[-1]] if one not in seen]
        if not further:
            break
        seen.append(further[0])
    return seen[-1]


def _chain(first: str, partners: Mapping[str, Sequence[str]]) -> list[str]:
    chain, waiting = [first], list(partners[first])
    while waiting:
        one = waiting.pop(0)
        if one not in chain:
            chain.append(one)
            waiting = [other for other in partners[one] if other not in chain] + waiting
    return chain


def births_of(figures: Mapping[str, Figure]) -> dict[str, int]:
    """Return the years of birth that are known."""
    return {id_: figure.birth for id_, figure in figures.items() if figure.birth is not None}
