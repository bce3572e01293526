"""W04 and W05: questions that need the directory beside the sheet."""

import datetime
from collections.abc import Iterator, Mapping
from itertools import combinations

from sociogram.rules.findings import Finding, finding
from sociogram.situation.links import Activation
from sociogram.situation.situation import Situation

CHECK_MONTHS = 6
"""A service not called for longer than this is asked about."""


def possible_duplicates(situation: Situation, fields: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """W04: two professionals of different services, same field, same target, overlapping dates.

    `fields`: the categories of help of each organisation of the directory.
    """
    reaching: dict[str, list[tuple[str, str, Activation]]] = {}
    for arrow in situation.activations.values():
        worker = situation.professionals.get(arrow.activator)
        organisation = worker.organisation if worker else arrow.activator
        if (
            organisation is not None
            and organisation in fields
            and arrow.activated in situation.persons
            and arrow.when
        ):
            reaching.setdefault(arrow.activated, []).append((arrow.activator, organisation, arrow))
    said: set[frozenset[str]] = set()
    for target, arrivals in reaching.items():
        for (one, service, arrow), (other, other_service, later) in combinations(arrivals, 2):
            pair = frozenset((one, other, target))
            if service == other_service or pair in said or not fields[service] & fields[other_service]:
                continue
            if _overlap(arrow, later):
                said.add(pair)
                yield finding("W04", one, other, target)


def unchecked_services(
    situation: Situation, last_checks: Mapping[str, datetime.date | None], today: datetime.date
) -> Iterator[Finding]:
    """W05: services of this sheet not called for six months, or never. One question for all of them.

    `last_checks`: for each organisation of the directory the day somebody last called, None when never.
    """
    named = [one.organisation for one in situation.professionals.values()]
    for arrow in situation.activations.values():
        named += [arrow.activator, arrow.activated]
    stale = [
        name
        for name in dict.fromkeys(named)
        if name is not None and name in last_checks and _stale(last_checks[name], today)
    ]
    if stale:
        yield finding("W05", *stale)


def _overlap(one: Activation, other: Activation) -> bool:
    if one.when is None or other.when is None:
        return False
    return one.when.on_or_before(other.when) and other.when.on_or_before(one.when)


def _stale(last: datetime.date | None, today: datetime.date) -> bool:
    if last is None:
        return True
    months = (today.year - last.year) * 12 + today.month - last.month
    return months > CHECK_MONTHS or (months == CHECK_MONTHS and today.day > last.day)
