"""Needs that have stayed open for weeks, with whom to ask next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sociogram.loop.referral import Referral, State

OPEN: frozenset[State] = frozenset(
    ("draft", "sent", "acknowledged", "accepted", "declined", "no_answer", "contact_failed")
)
"""States in which nobody serves the person yet, and the person has not said no."""
DEFAULT_WEEKS = 4
MAX_NEXT = 3

WhomToAsk = Callable[[str, str, str], Sequence[str]]
"""Given a sender, a need and a place (or nothing), return organisations worth a call, best first."""


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """A need at a place that referrals of one sender leave open. `waiting`: each referral with its weeks.

    `ask`: organisations not asked yet for any of them.
    """

    need: str
    place: str
    sender: str
    waiting: tuple[tuple[str, int], ...]
    ask: tuple[str, ...]


def open_needs(
    referrals: Mapping[str, Referral], today: date, *, weeks: int, whom_to_ask: WhomToAsk
) -> tuple[OpenNeed, ...]:
    """Return the needs open for `weeks` weeks or more, the longest wait first, then by need and place.

    The wait of a referral that continues another one counts from the first.
    """
    waiting: dict[tuple[str, str, str], list[Referral]] = {}
    for referral in referrals.values():
        if referral.state in OPEN and _weeks(referrals, referral, today) >= weeks:
            waiting.setdefault((referral.need, referral.place, referral.sender), []).append(referral)
    found = [
        OpenNeed(need, place, sender, _waits(referrals, those, today), _next(referrals, those, whom_to_ask))
        for (need, place, sender), those in waiting.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.waiting[0][1], one.need, one.place, one.sender)))


def _waits(
    referrals: Mapping[str, Referral], those: Iterable[Referral], today: date
) -> tuple[tuple[str, int], ...]:
    waits = [(one.id, _weeks(referrals, one, today)) for one in those]
    return tuple(sorted(waits, key=lambda wait: (-wait[1], wait[0])))


def _next(
    referrals: Mapping[str, Referral], those: Sequence[Referral], whom_to_ask: WhomToAsk
) -> tuple[str, ...]:
    asked = {hop.receiver for one in those for hop in _chain(referrals, one)}
    found = whom_to_ask(those[0].sender, those[0].need, those[0].place)
    return tuple(one for one in dict.fromkeys(found) if one not in asked)[:MAX_NEXT]


def _weeks(referrals: Mapping[str, Referral], referral: Referral, today: date) -> int:
    return (today - min(hop.made_on for hop in _chain(referrals, referral))).days // 7


def _chain(referrals: Mapping[str, Referral], referral: Referral) -> list[Referral]:
    """Return a referral and those it continues; the fold has made sure that they form no circle."""
    hops = [referral]
    while hops[-1].rerouted_from in referrals:
        hops.append(referrals[hops[-1].rerouted_from])
    return hops
