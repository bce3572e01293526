"""The lines of a staging as the router likes them: arrows in fans, kinship and former homes as thin lines."""

from collections import Counter

from colour_codes.legend import ENDED_COUPLE
from layouts.individual.routing import Line
from sociogram.situation.staging import Arrow, FormerHome, KinLine, Staging

FAN_STEP = 7.0
"""Between two neighbours of a fan, in mm, on average."""


def lines_of(staging: Staging) -> tuple[Line, ...]:
    """Return all lines whose two ends stand on the sheet: kinship first, then arrows, then former homes."""
    known = {f.id for f in staging.figures} | {c.id for c in staging.containers}
    fans = _fans(staging)
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
            lines.append(Line(arrow.id, *ends, rank=ranks[ends], fan=fans.get(arrow.id)))
    lines += [
        Line(f.id, f.person, f.household, light=home_line(f))
        for f in staging.former_homes
        if f.person in known and f.household in known
    ]
    return tuple(lines)


def kinds_shown(staging: Staging) -> frozenset[str]:
    """Return the kinds of headless lines on the sheet, as the legend names them."""
    kinds = {str(line.kind) for line in staging.kin}
    kinds |= {ENDED_COUPLE for line in staging.kin if line.kind == "couple" and line.ended}
    return frozenset(kinds | {home_line(home) for home in staging.former_homes})


def home_line(home: FormerHome) -> str:
    """Return the kind of line that leads to a home besides the one a person stands in."""
    return "shared_home" if home.still else "former_home"


def _other_parent(staging: Staging, line: KinLine) -> str | None:
    """Return the other parent of the child (the partner, if there are several), or the other who takes in."""
    if line.kind not in ("filiation", "foster"):
        return None
    parents = [k.a for k in staging.kin if k.kind == line.kind and k.b == line.b and k.a != line.a]
    partners = [
        k.a if k.b == line.a else k.b for k in staging.kin if k.kind == "couple" and line.a in (k.a, k.b)
    ]
    return next((p for p in parents if p in partners), parents[0] if parents else None)


def _fans(staging: Staging) -> dict[str, float]:
    """Return how far each arrow that shares its two ends with others should bow to its own left, in mm.

    Seen from one end, those that come lie on one side and those that go on the other, in the order of the
    story from the middle outwards.
    """
    groups: dict[frozenset[str], list[Arrow]] = {}
    for arrow in sorted(staging.arrows, key=lambda a: a.number):
        groups.setdefault(frozenset((arrow.activator, arrow.activated)), []).append(arrow)
    fans: dict[str, float] = {}
    for group in groups.values():
        first = group[0].activator
        going = [a for a in group if a.activator == first]
        coming = [a for a in group if a.activator != first]
        row = [*reversed(coming), *going]
        for place, arrow in enumerate(row if len(row) > 1 else ()):
            bow = (place - (len(row) - 1) / 2) * (FAN_STEP if len(row) < 5 else 0.8 * FAN_STEP)
            fans[arrow.id] = bow if arrow.activator == first else -bow
    return fans
