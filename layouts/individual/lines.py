"""The lines of a staging in the shape the router likes: arrows in fans, kinship and former homes as light lines."""

from collections import Counter

from layouts.individual.routing import Line
from sociogram.situation.staging import KinLine, Staging


def lines_of(staging: Staging) -> tuple[Line, ...]:
    """Return all lines whose two ends stand on the sheet: kinship first, then arrows, then former homes."""
    known = {f.id for f in staging.figures} | {c.id for c in staging.containers}
    pairs = Counter(frozenset((a.activator, a.activated)) for a in staging.arrows)
    ranks: Counter[tuple[str, str]] = Counter()
    lines = [
        Line(k.id, k.a, k.b, light=k.kind, joint=_other_parent(staging, k))
        for k in staging.kin
        if k.a in known and k.b in known and k.a != k.b
    ]
    for arrow in sorted(staging.arrows, key=lambda a: a.number):
        ends = (arrow.activator, arrow.activated)
        if ends[0] in known and ends[1] in known:
            ranks[ends] += 1
            lines.append(Line(arrow.id, *ends, rank=ranks[ends], paired=pairs[frozenset(ends)] > 1))
    lines += [
        Line(f.id, f.person, f.household, light="former_home")
        for f in staging.former_homes
        if f.person in known and f.household in known
    ]
    return tuple(lines)


def _other_parent(staging: Staging, line: KinLine) -> str | None:
    if line.kind != "filiation":
        return None
    parents = [k.a for k in staging.kin if k.kind == "filiation" and k.b == line.b and k.a != line.a]
    partners = [
        k.a if k.b == line.a else k.b for k in staging.kin if k.kind == "couple" and line.a in (k.a, k.b)
    ]
    return next((p for p in parents if p in partners), parents[0] if parents else None)
