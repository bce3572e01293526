"""One question, one answer: the referrals made in a period, as they were known on a day.

A referral belongs to the period in which it was made, whatever becomes of it later. Only events that the
store had taken by the day of the question are looked at (`noted_on`): the same question with the same day
gives the same numbers tomorrow, unless somebody takes back what they had agreed to.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sociogram.counts.groupings import By, key_of
from sociogram.counts.measures import Measures, measures_of
from sociogram.counts.period import Period
from sociogram.counts.tally import Slip, slips_of
from sociogram.directory.directory import Directory
from sociogram.loop.event import StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.forms.names import receiver_id
from sociogram.loop.referral import Referral


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted. Without `organisation`: all referrals of the log; with it: those that it made."""

    period: Period
    as_of: date
    by: tuple[By, ...] = ()
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of one need, place, pair..."""

    key: str
    measures: Measures


@dataclass(frozen=True, slots=True)
class Table:
    """The counts by one thing. The rows of a table add up to the total, persons excepted."""

    by: By
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The exact numbers, for the organisation itself. `received`: made by others, towards it."""

    question: Question
    total: Measures
    received: Measures | None
    tables: tuple[Table, ...]
    slips: tuple[Slip, ...]


def count(events: Iterable[StoredEvent], question: Question, public: Directory) -> Counts:
    """Return the counts; `public` is the directory that everybody may see."""
    known = known_by(events, question.as_of)
    made = made_in(known, question.period)
    own = sent_by(made, question.organisation)
    return Counts(
        question,
        measures_of(own),
        measures_of(received_by(made, question.organisation, public)) if question.organisation else None,
        tuple(_table(by, own, public) for by in dict.fromkeys(question.by)),
        slips_of(known, question.period, question.organisation),
    )


def known_by(events: Iterable[StoredEvent], as_of: date) -> tuple[StoredEvent, ...]:
    """Return the events that the store had taken by that day."""
    return tuple(stored for stored in events if stored.noted_on <= as_of)


def made_in(events: Iterable[StoredEvent], period: Period) -> tuple[Referral, ...]:
    """Return the referrals made in the period."""
    return tuple(one for one in fold(events).values() if period.holds(one.made_on))


def sent_by(referrals: Iterable[Referral], organisation: str) -> tuple[Referral, ...]:
    """Return the referrals of one sender, or all of them when none is named."""
    return tuple(one for one in referrals if not organisation or one.sender == organisation)


def received_by(referrals: Iterable[Referral], organisation: str, public: Directory) -> tuple[Referral, ...]:
    """Return the referrals that others made towards an organisation."""
    return tuple(
        one for one in referrals if one.sender != organisation and receiver_id(one, public) == organisation
    )


def grouped(referrals: Iterable[Referral], key: Callable[[Referral], str]) -> dict[str, list[Referral]]:
    """Return the referrals of each key, in the order of the keys."""
    groups: dict[str, list[Referral]] = {}
    for one in referrals:
        groups.setdefault(key(one), []).append(one)
    return dict(sorted(groups.items()))


def _table(by: By, referrals: Iterable[Referral], public: Directory) -> Table:
    groups = grouped(referrals, lambda one: key_of(by, one, public))
    return Table(by, tuple(Row(key, measures_of(those)) for key, those in groups.items()))
