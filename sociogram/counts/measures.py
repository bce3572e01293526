"""What is counted of some referrals. Persons stand apart from referrals and never add up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sociogram.counts.spells import Spell, to_answer, to_service
from sociogram.counts.standing import Standing, standing_of, standings
from sociogram.loop.kinds import DECLINE_REASONS
from sociogram.loop.referral import Referral


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons apart from contacts, within one organisation only.

    `known`: different persons among the referrals that say which person of this organisation they are for.
    `unmarked`: referrals that do not say. The true number is between `known` and `known + unmarked`.
    """

    known: int
    unmarked: int


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts of referrals. `made` is the sum of `standing`, `declined` that of `reasons`.

    `sent` and `acknowledged` count those that were, in their present round, whatever came after.
    `persons` is None where more than one organisation sent: a person is not followed from one to another.
    """

    made: int
    sent: int
    acknowledged: int
    standing: Mapping[Standing, int]
    reasons: Mapping[str, int]
    persons: Persons | None
    answer: Spell
    service: Spell

    @property
    def accepted(self) -> int:
        """Those that were accepted and still are: under way, or the service given."""
        return self.standing["in_hand"] + self.standing["completed"]

    @property
    def declined(self) -> int:
        """Those that were declined."""
        return self.standing["declined"]


def measures_of(referrals: Sequence[Referral]) -> Measures:
    """Return the counts of `referrals`."""
    given = Counter(one.declined_reason for one in referrals if standing_of(one) == "declined")
    return Measures(
        made=len(referrals),
        sent=sum(one.sent_on is not None for one in referrals),
        acknowledged=sum(one.acknowledged_on is not None for one in referrals),
        standing=standings(referrals),
        reasons={reason: given[reason] for reason in DECLINE_REASONS},
        persons=_persons(referrals),
        answer=to_answer(referrals),
        service=to_service(referrals),
    )


def _persons(referrals: Sequence[Referral]) -> Persons | None:
    if len({one.sender for one in referrals}) > 1:
        return None
    known = {one.person for one in referrals if one.person}
    return Persons(len(known), sum(not one.person for one in referrals))
