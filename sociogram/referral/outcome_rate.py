"""How one's own referrals to a service ended, read with care: a lower quantile of what they make likely.

Each outcome weighs 0.5^(days / half-life): people and services change. Good and bad weights are added to a
prior; the quantile of that Beta distribution is then set so that the prior alone is worth what the unknown is
worth: few or old outcomes say little (KhudaBukhsh and Carbonell, Learning in referral networks, 2018).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sociogram.referral.known import Outcome

_STEPS = 60
_TERMS = 300


@dataclass(frozen=True, slots=True)
class Record:
    """How many referrals of one's own, how many ended well, and the value in 0..1 that follows."""

    referrals: int
    good: int
    value: float


def record(
    outcomes: Iterable[Outcome], on: date | None, numbers: Mapping[str, float], unknown: float
) -> Record | None:
    """Return the record of a service; None without outcomes. Without a date none is older than another."""
    found = tuple(outcomes)
    if not found:
        return None
    weight = {True: 0.0, False: 0.0}
    for one in found:
        days = max(0, (on - one.on).days) if on else 0
        weight[one.good] += 0.5 ** (days / numbers["half_life_days"])
    before = (numbers["prior_good"], numbers["prior_other"])
    base = beta_quantile(numbers["quantile"], *before)
    here = beta_quantile(numbers["quantile"], before[0] + weight[True], before[1] + weight[False])
    better = unknown + (1 - unknown) * (here - base) / (1 - base)
    value = better if here >= base else unknown * here / base
    return Record(len(found), sum(one.good for one in found), round(value, 6))


def beta_quantile(share: float, a: float, b: float) -> float:
    """Return x such that a Beta(a, b) variable is below x with chance `share` (bisection)."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _beta_below(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_below(1 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """1/(1+ d1/(1+ d2/(1+ ...))) by Lentz's way: each step takes one more term of 1 + the fraction."""
    value, c, d = 1.0, 1.0, 0.0
    for term in range(_TERMS):
        d = 1 / _away(1 + _part(term, x, a, b) * d)
        c = _away(1 + _part(term, x, a, b) / c)
        step = c * d
        value *= step
        if abs(step - 1) < 1e-15:
            break
    return value - 1


def _part(term: int, x: float, a: float, b: float) -> float:
    if term == 0:
        return 1.0
    m = term // 2
    if term % 2 == 0:
        return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))


def _away(value: float) -> float:
    """Never zero: a fraction through zero has no next term."""
    return value if abs(value) > 1e-300 else 1e-300
