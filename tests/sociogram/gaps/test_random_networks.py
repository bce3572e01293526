"""Random networks: the pairs are those of a slow reading, and restricted rows are as if never written."""

import random
from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.places import Gazetteer
from sociogram.directory.rows import Relation
from sociogram.gaps.gap_map import gap_map
from sociogram.gaps.pairs import unused_ties
from sociogram.gaps.plain_directory import plain_directory

NEEDS = ("hebergement", "sante", "ecoute", "juridique", "plaidoyer")
PLACES = ("Gao", "Gao", "Gao", "Kayes", "Bamako", "Mali", "Siby")
GROUPS = ("femmes", "refoules", "mineurs")
LEVELS = ("public", "public", "public", "prudence", "restreint")
TODAY = date(2026, 11, 22)


def network(chance: random.Random, organisation: Any, service: Any, directory: Any) -> Directory:
    pick = chance.choice
    rows = [organisation(f"o{n}", sensitivity=pick(LEVELS)) for n in range(chance.randint(3, 7))]
    services = [
        service(
            pick(rows).id,
            pick(NEEDS),
            pick(PLACES),
            id=f"s{n}",
            target_groups=tuple(chance.sample(GROUPS, chance.randint(0, 3))),
            status=pick(("non_date", "non_date", "projet_termine", "arrete", "prevu")),
            sensitivity=pick(LEVELS),
        )
        for n in range(chance.randint(4, 36))
    ]
    ties = [
        Relation(
            f"t{n}", f"t{n}", *(one.id for one in chance.sample(rows, 2)), "funds", sensitivity=pick(LEVELS)
        )
        for n in range(chance.randint(0, 3))
    ]
    return directory(rows, services, ties)


def without_restricted(full: Directory, directory: Any) -> Directory:
    """The same rows as if nobody had ever written a restricted one, or anything about it."""
    rows = [one for one in full.organisations.values() if one.sensitivity != "restreint"]
    names = {one.id for one in rows}
    services = [
        one
        for one in full.services.values()
        if one.sensitivity != "restreint" and one.organisation_id in names
    ]
    ties = [
        one
        for one in full.relations.values()
        if one.sensitivity != "restreint" and {one.from_id, one.to_id} <= names
    ]
    return directory(rows, services, ties)


def slow_pairs(found: Directory) -> set[tuple[frozenset[str], str]]:
    """Each pair with each area, from the words of the definition."""
    gazetteer, pairs = Gazetteer(found.places), set()
    for area in ("gao", "kayes", "bamako", "koulikoro", "mopti"):
        there = [
            one
            for one in found.services.values()
            if one.category != "plaidoyer"
            and one.status in ("non_date", "projet_termine")
            and gazetteer.reach(one.places, (area,)) in ("same", "part")
        ]
        for first, second in combinations(found.organisations, 2):
            mine, theirs = ([one for one in there if one.organisation_id == name] for name in (first, second))
            tied = any({tie.from_id, tie.to_id} == {first, second} for tie in found.relations.values())
            groups = [{group for one in these for group in one.target_groups} for these in (mine, theirs)]
            wanted = [{one.category for one in these} for these in (mine, theirs)]
            if not tied and groups[0] & groups[1] and wanted[0] - wanted[1] and wanted[1] - wanted[0]:
                pairs.add((frozenset((first, second)), area))
    return pairs


def test_random_networks(
    organisation: Any, service: Any, directory: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    met = 0
    for number in range(sized(150, 5_000)):
        chance = random.Random(f"gaps-{seed}-{number}")
        full = network(chance, organisation, service, directory)
        plain, never = plain_directory(full), without_restricted(full, directory)
        assert plain == never, number
        ties = unused_ties(plain)
        told = {(frozenset((tie.first.id, tie.second.id)), area) for tie in ties for area in tie.areas}
        assert told == slow_pairs(plain), number
        assert gap_map(plain, {}, TODAY) == gap_map(never, {}, TODAY)
        for tie in ties:
            if tie.first.discreet or tie.second.discreet:
                assert not tie.first_offers + tie.second_offers, number
            quiet = [one for one in plain.services.values() if one.discreet]
            loud = [one for one in plain.services.values() if not one.discreet]
            for owner, offers in ((tie.first.id, tie.first_offers), (tie.second.id, tie.second_offers)):
                said = {one.category for one in loud if one.organisation_id == owner}
                only_quiet = {one.category for one in quiet if one.organisation_id == owner} - said
                assert not only_quiet & set(offers), number
        met += len(ties)
    assert met > 50, "hardly any pair was met"
