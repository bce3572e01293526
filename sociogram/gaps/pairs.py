"""Organisations on the same ground whose services complete each other, without any tie between them.

Neutral on purpose: no number, no order of merit, nobody at fault. A missing tie may be a choice.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from sociogram.directory.directory import Directory
from sociogram.directory.needs import needs
from sociogram.directory.plain_words import plain
from sociogram.directory.rows import Organisation, Service
from sociogram.gaps.areas import Grounds, service_places
from sociogram.gaps.service_state import GONE

Pair = tuple[str, str]
MOST = 1_000
"""Pairs told at most: nobody reads more, and a very large network is not walked through to its end."""

Kind = tuple[frozenset[str], frozenset[str]]
"""What is done, and for whom."""


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
    """Return the pairs, by name, the first MOST of them. `used`: pairs between which a referral went.

    Two organisations complete each other when both serve one group of people in one area, and each does
    something there that the other does not.
    """
    tied = {frozenset(pair) for pair in used}
    tied |= {frozenset((tie.from_id, tie.to_id)) for tie in directory.relations.values()}
    return tuple(islice(_untied(directory, tied), MOST))


def _untied(directory: Directory, tied: Collection[frozenset[str]]) -> Iterator[UnusedTie]:
    offers = _offers(directory)
    alike = {area: _alike(there) for area, there in offers.items()}
    named = sorted(directory.organisations.values(), key=lambda one: (plain(one.name), one.id))
    places = {one.id: at for at, one in enumerate(named)}
    for at, first in enumerate(named):
        met: dict[str, list[str]] = {}
        for area, there in offers.items():
            mine = there.get(first.id)
            kinds = [kind for kind in alike[area] if mine and _complete(mine, *kind)]
            for other in (name for kind in kinds for name in alike[area][kind]):
                if places[other] > at and frozenset((first.id, other)) not in tied:
                    met.setdefault(other, []).append(area)
        for second in sorted(met, key=places.__getitem__):
            yield _tie(first, directory.organisations[second], offers, met[second])


def _alike(there: Mapping[str, _Offer]) -> Mapping[Kind, list[str]]:
    """Return together the organisations that do the same for the same people: few kinds, many names."""
    found: dict[Kind, list[str]] = {}
    for name, offer in there.items():
        found.setdefault((offer.needs, offer.groups), []).append(name)
    return found


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


def _complete(one: _Offer, needs: frozenset[str], groups: frozenset[str]) -> bool:
    return bool(one.groups & groups and one.needs - needs and needs - one.needs)


def _tie(
    first: Organisation,
    second: Organisation,
    offers: Mapping[str, Mapping[str, _Offer]],
    areas: Collection[str],
) -> UnusedTie:
    mine, theirs = ([offers[area][one.id] for area in areas] for one in (first, second))

    def told(these: Collection[_Offer], others: Collection[_Offer]) -> tuple[str, ...]:
        return tuple(sorted(set().union(*(a.told - b.needs for a, b in zip(these, others, strict=True)))))

    first_offers, second_offers = told(mine, theirs), told(theirs, mine)
    if not (first_offers and second_offers):
        first_offers = second_offers = ()
    return UnusedTie(first, second, tuple(sorted(areas)), first_offers, second_offers)
