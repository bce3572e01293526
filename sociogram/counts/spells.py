"""Times to an answer and to the service: median and 90th percentile, always with the number behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sociogram.loop.referral import Referral

BANDS = ((1, "day"), (3, "three_days"), (14, "two_weeks"), (None, "later"))
"""The longest time of each band in days, and its code: the deadlines of the loop."""
BAND_CODES = tuple(code for _, code in BANDS)


@dataclass(frozen=True, slots=True)
class Spell:
    """Times in whole days. `median` and `p90` are None when `n` is 0.

    `undated`: those whose dates cannot be (the end before the beginning), left out of the rest.
    """

    n: int
    median: float | None
    p90: int | None
    undated: int
    bands: tuple[int, ...]


def spell(pairs: Iterable[tuple[date | None, date | None]]) -> Spell:
    """Return the times between the days of each pair; pairs that are not complete do not count.

    The median of an even number is the middle of the two in the middle; the 90th percentile is the smallest
    time that at least nine tenths do not exceed (nearest rank).
    """
    days = [(end - start).days for start, end in pairs if start is not None and end is not None]
    good = sorted(day for day in days if day >= 0)
    n = len(good)
    if not n:
        return Spell(0, None, None, len(days), (0,) * len(BANDS))
    median = (good[(n - 1) // 2] + good[n // 2]) / 2
    return Spell(n, median, good[(9 * n + 9) // 10 - 1], len(days) - n, _bands(good))


def to_answer(referrals: Iterable[Referral]) -> Spell:
    """Return the times from sending to the first answer, yes or no."""
    return spell((one.sent_on, one.answered_on) for one in referrals)


def to_service(referrals: Iterable[Referral]) -> Spell:
    """Return the times from sending to the beginning of the service."""
    return spell((one.sent_on, one.in_service_on) for one in referrals)


def _bands(days: list[int]) -> tuple[int, ...]:
    counts = [0] * len(BANDS)
    for day in days:
        counts[next(at for at, (longest, _) in enumerate(BANDS) if longest is None or day <= longest)] += 1
    return tuple(counts)
