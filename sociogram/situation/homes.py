"""Where each person stands at a date: one home at most, and thin dated lines to their other ones."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from sociogram.dates import PartialDate
from sociogram.situation.links import Membership
from sociogram.situation.situation import Situation
from sociogram.situation.staging import FormerHome


@dataclass(frozen=True, slots=True)
class Homes:
    """`home_of` gives the household of each person who has one; `hidden` are households not yet begun."""

    home_of: Mapping[str, str]
    former: tuple[FormerHome, ...]
    hidden: frozenset[str]


def homes_at(situation: Situation, date: PartialDate | None, until: PartialDate | None) -> Homes:
    """Return where all live at `date` (None: none known). Homes that begin after `until` are hidden."""
    stays = [one for one in situation.memberships.values() if not _begins_after(one, until)]
    of_person: dict[str, list[Membership]] = {}
    for stay in stays:
        of_person.setdefault(stay.person, []).append(stay)
    chosen = {person: _standing(theirs, date).household for person, theirs in of_person.items()}
    former: list[FormerHome] = []
    for person, theirs in of_person.items():
        begun = [one for one in theirs if not _begins_after(one, date)]
        former += _former(person, chosen[person], begun, date)
    known = {stay.household for stay in stays}
    later = {one.household for one in situation.memberships.values()} - known
    return Homes(chosen, tuple(former), frozenset(later))


def span(since: PartialDate | None, until: PartialDate | None) -> str:
    """Return "2020-01 → 2022-09", "→ 2022-09", "2020-01 →", or nothing."""
    if since is None and until is None:
        return ""
    return " ".join(part for part in (str(since or ""), "→", str(until or "")) if part)


def _begins_after(stay: Membership, date: PartialDate | None) -> bool:
    return date is not None and stay.since is not None and not stay.since.on_or_before(date)


def _lasts(stay: Membership, date: PartialDate | None) -> bool:
    return stay.until is None or (date is not None and date.on_or_before(stay.until))


def _standing(stays: list[Membership], date: PartialDate | None) -> Membership:
    """The latest home that lists the person at the date, else the last one that did, else the next one."""

    def rank(at: int) -> tuple[int, datetime.date, datetime.date, int]:
        stay = stays[at]
        begins = stay.since.first_day if stay.since else datetime.date.min
        ends = stay.until.last_day if stay.until else datetime.date.max
        if _begins_after(stay, date):
            return (0, datetime.date.min, datetime.date.min, -at)
        if date is not None and stay.until is not None and not date.on_or_before(stay.until):
            return (1, ends, begins, at)
        return (2, begins, ends, at)

    return stays[max(range(len(stays)), key=rank)]


def _former(person: str, home: str, stays: list[Membership], date: PartialDate | None) -> list[FormerHome]:
    by_household: dict[str, list[Membership]] = {}
    for stay in stays:
        if stay.household != home:
            by_household.setdefault(stay.household, []).append(stay)
    return [
        FormerHome(
            id=theirs[0].id,
            person=person,
            household=household,
            when=", ".join(words for one in theirs if (words := span(one.since, one.until))),
            still=any(_lasts(one, date) for one in theirs),
        )
        for household, theirs in by_household.items()
    ]
