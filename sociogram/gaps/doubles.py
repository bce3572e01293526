"""The same person followed twice, looked for inside one organisation only.

No two organisations ever compare their people here: between them only the card that the person carries
speaks (four_words.py).
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sociogram.gaps.open_needs import OPEN
from sociogram.loop.referral import Referral

_GOING_ON = OPEN | {"in_service"}
Kind = Literal["same_person", "to_compare"]


@dataclass(frozen=True, slots=True)
class Double:
    """Referrals of one organisation that go on for one need, by id: two of them or more.

    `same_person`: all carry its key of one person. `to_compare`: same place and month, and at least one
    carries no key; only whoever knows the people can say.
    """

    sender: str
    need: str
    referrals: tuple[str, ...]
    kind: Kind


def doubles(referrals: Mapping[str, Referral]) -> tuple[Double, ...]:
    """Return the groups to look at, the sure ones first. What another continues goes on no more."""
    going_on = [one for one in referrals.values() if one.state in _GOING_ON]
    keyed = [one for one in going_on if one.person]
    sure = [_double(those, "same_person") for those in _groups(keyed, lambda one: one.person)]
    alike = [
        _double(those, "to_compare")
        for those in _groups(going_on, lambda one: (one.place, one.made_on.year, one.made_on.month))
        if not all(one.person for one in those)
    ]
    return tuple(sorted([*sure, *alike], key=lambda one: (one.kind, one.sender, one.need, one.referrals)))


def _groups(referrals: Iterable[Referral], key: Callable[[Referral], Hashable]) -> Iterable[list[Referral]]:
    """Yield the referrals of one sender and need that share a key, where there are several."""
    groups: dict[Hashable, list[Referral]] = {}
    for one in referrals:
        groups.setdefault((one.sender, one.need, key(one)), []).append(one)
    return (those for those in groups.values() if len(those) > 1)


def _double(those: list[Referral], kind: Kind) -> Double:
    return Double(those[0].sender, those[0].need, tuple(sorted(one.id for one in those)), kind)
