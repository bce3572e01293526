"""What one organisation sends to the others: counts of a semester, with no id of a person or a referral."""

from collections.abc import Mapping
from dataclasses import dataclass

from sociogram.counts.period import Period
from sociogram.counts.standing import Standing

Number = int | None
"""None is hidden: from 1 to 4, or hidden so that another number stays hidden."""


@dataclass(frozen=True, slots=True)
class Line:
    """A number of referrals and where they stand."""

    total: Number
    standing: Mapping[Standing, Number]


Lines = Mapping[str, Line]
"""Lines by partner, family or region."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The referrals that the organisation made. A table is None when it cannot leave."""

    all: Line
    partners: Lines | None
    families: Lines | None
    regions: Lines | None
    reasons: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class Received:
    """The referrals that others made towards it, by who made them."""

    all: Line
    partners: Lines | None


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One file. `organisation` is its id, or the word that stands for a discreet one.

    `id` is random, and the same for every count of this period out of this store: a newer count replaces an
    older one. `month`: the month of the count. `known` and `unmarked`: persons, see `measures.Persons`.
    """

    id: str
    organisation: str
    period: Period
    month: str
    sent: Sent
    received: Received
    known: Number
    unmarked: Number
    answer: Mapping[str, Number]
    service: Mapping[str, Number]
