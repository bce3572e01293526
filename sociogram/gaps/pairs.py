"""Organisations on the same ground whose services complete each other, without any tie between them.

Neutral on purpose: no number, no order of merit, nobody at fault. A missing tie may be a choice.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

from sociogram.directory.directory import Directory
from sociogram.directory.needs import needs
from sociogram.directory.rows import Organisation, Service
from sociogram.gaps.areas import Grounds, service_places
from sociogram.gaps.service_state import GONE

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class UnusedTie:
    """Two organisations, by name, and the areas in which both serve the same people.

    `first_offers`: what the first one does there and the second does not; and the other way round. A discreet
    service is never told; with a discreet organisation both are empty: nothing tells what it does.
    """

    first: Organisation
    second: Organisation
    areas: tuple[str, ...]
    first_offers: tuple[str, ...]
    second_offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Offer:
    needs: frozenset[str]
    told: frozenset[str]
    groups: frozenset[str]


def unused_ties(directory: Directory, used: Collection[Pair] = ()) -> tuple[UnusedTie, ...]:
    """Return the pairs, by name. `used`: pairs of organisations between which a referral went.

    Two organisations complete each other when both serve one group of people in one area, and each does
    something there that the other does not.
    """
    tied = {frozenset(pair) for pair in used}
    tied |= {frozenset((tie.from_id, tie.to_id)) for tie in directory.relations.values()}
    offers = _offers(directory)
    found: dict[Pair, list[str]] = {}
    for area, there in offers.items():
        for first, second in combinations(sorted(there), 2):
            if frozenset((first, second)) not in tied and _complete(there[first], there[second]):
                found.setdefault((first, second), []).append(area)
    ties = [_tie(directory, offers, pair, areas) for pair, areas in found.items()]
    return tuple(sorted(ties, key=lambda tie: (tie.first.name, tie.first.id, tie.second.name, tie.second.id)))


def _offers(directory: Directory) -> Mapping[str, Mapping[str, _Offer]]:
    """Return, by area and organisation, what is done on the spot for persons, and for whom."""
    personal = frozenset(needs(directory.terms))
    grounds = Grounds(directory)
    gathered: dict[str, dict[str, list[Service]]] = {}
    for service in directory.services.values():
        if service.category not in personal or service.status in GONE:
            continue
        for area, on_the_spot in grounds.of(service_places(directory, service)).items():
            if on_the_spot:
                gathered.setdefault(area, {}).setdefault(service.organisation_id, []).append(service)
    return {
        area: {name: _offer(directory.organisations[name], services) for name, services in there.items()}
        for area, there in gathered.items()
    }


def _offer(organisation: Organisation, services: Collection[Service]) -> _Offer:
    told = () if organisation.discreet else [one.category for one in services if not one.discreet]
    return _Offer(
        needs=frozenset(one.category for one in services),
        told=frozenset(told),
        groups=frozenset(group for one in services for group in one.target_groups),
    )


def _complete(one: _Offer, other: _Offer) -> bool:
    return bool(one.groups & other.groups and one.needs - other.needs and other.needs - one.needs)


def _tie(
    directory: Directory, offers: Mapping[str, Mapping[str, _Offer]], pair: Pair, areas: Collection[str]
) -> UnusedTie:
    first, second = (directory.organisations[name] for name in pair)
    if (second.name, second.id) < (first.name, first.id):
        first, second = second, first
    mine, theirs = ([offers[area][one.id] for area in areas] for one in (first, second))

    def told(these: Collection[_Offer], others: Collection[_Offer]) -> tuple[str, ...]:
        return tuple(sorted(set().union(*(a.told - b.needs for a, b in zip(these, others, strict=True)))))

    first_offers, second_offers = told(mine, theirs), told(theirs, mine)
    if not (first_offers and second_offers):
        first_offers = second_offers = ()
    return UnusedTie(first, second, tuple(sorted(areas)), first_offers, second_offers)
