"""Organisations on the same ground that complete each other without a tie: told neutrally, no hidden ones."""

from dataclasses import replace
from typing import Any

import pytest

from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.packaged import packaged_directory, packaged_public_directory
from sociogram.directory.rows import Relation
from sociogram.gaps.pairs import unused_ties
from sociogram.gaps.plain_directory import plain_directory
from sociogram.stores.memory_store import MemoryStore


@pytest.fixture
def two(organisation: Any, service: Any, directory: Any) -> Any:
    """A shelter and a clinic at Gao for the same people; the clinic is at Kayes too."""
    rows = [organisation("abri"), organisation("soin")]
    services = [
        service("abri", "hebergement"),
        service("abri", "ecoute"),
        service("soin", "sante"),
        service("soin", "ecoute"),
        service("soin", "sante", "Kayes"),
    ]
    return directory(rows, services)


def pairs(found: Any, **given: Any) -> list[tuple[str, str]]:
    return [(tie.first.id, tie.second.id) for tie in unused_ties(found, **given)]


def test_two_that_complete_each_other_on_one_ground_are_told_with_what_each_adds(two: Any) -> None:
    (tie,) = unused_ties(two)
    assert (tie.first.id, tie.second.id, tie.areas) == ("abri", "soin", ("gao",))
    assert (tie.first_offers, tie.second_offers) == (("hebergement",), ("sante",))


@pytest.mark.parametrize("kind", ["refers_to", "works_with", "member_of", "funds", "trained"])
@pytest.mark.parametrize("ends", [("abri", "soin"), ("soin", "abri")])
def test_any_tie_and_any_referral_between_them_is_enough(two: Any, kind: Any, ends: tuple[str, str]) -> None:
    tie = Relation("t", "t", *ends, kind=kind)
    assert not pairs(replace(two, relations={"t": tie}))
    assert not pairs(two, used=[ends])


def test_other_people_other_places_ended_services_and_work_between_organisations_make_no_pair(
    organisation: Any, service: Any, directory: Any
) -> None:
    rows = [organisation("a"), organisation("b")]

    def found(*services: Any) -> list[tuple[str, str]]:
        return pairs(directory(rows, services))

    mine = service("a", "hebergement")
    assert found(mine, service("b", "sante"))
    assert not found(mine, service("b", "sante", "Kayes"))
    assert not found(mine, service("b", "sante", "Mali")), "a service for the whole country is on no ground"
    assert not found(mine, service("b", "sante", target_groups=("refoules",)))
    assert not found(mine, service("b", "sante", target_groups=()))
    assert not found(mine, service("b", "sante", status="arrete"))
    assert not found(mine, service("b", "sante", status="prevu"))
    assert not found(mine, service("b", "plaidoyer"))
    assert not found(mine, service("b", "hebergement"))
    assert not found(mine, service("b", "hebergement"), service("b", "sante")), "the first adds nothing"


def test_nothing_tells_what_a_discreet_one_does(two: Any, service: Any) -> None:
    quiet = replace(two.organisations["soin"], sensitivity="prudence")
    (tie,) = unused_ties(replace(two, organisations={**two.organisations, "soin": quiet}))
    assert (tie.first_offers, tie.second_offers) == ((), ())

    hushed = {
        id_: replace(one, sensitivity="prudence") for id_, one in two.services.items() if "soin--sante" in id_
    }
    (tie,) = unused_ties(replace(two, services={**two.services, **hushed}))
    assert (tie.first_offers, tie.second_offers) == ((), ())
    more = service("soin", "juridique")
    (tie,) = unused_ties(replace(two, services={**two.services, **hushed, more.id: more}))
    assert (tie.first_offers, tie.second_offers) == (("hebergement",), ("juridique",))


def test_a_restricted_row_is_as_absent_even_for_whom_it_was_opened() -> None:
    store = MemoryStore()
    store.import_directory(LOCAL_OWNER, packaged_directory())
    for kind in ("organisation", "service", "relation"):
        for row in getattr(packaged_directory(), f"{kind}s"):
            if row.sensitivity == "restreint":
                store.grant(kind, row.id, LOCAL_OWNER.id)  # type: ignore[arg-type]
    granted = store.directory(LOCAL_OWNER)
    assert "refuge-demo" in granted.organisations
    public = plain_directory(packaged_public_directory())
    assert plain_directory(granted).services.keys() == public.services.keys()
    assert unused_ties(plain_directory(granted)) == unused_ties(public)
    assert "refuge-demo" not in {one for pair in pairs(plain_directory(granted)) for one in pair}


def test_the_network_of_mali_is_not_told_that_everybody_lacks_everybody() -> None:
    found = pairs(plain_directory(packaged_public_directory()))
    assert 20 < len(found) < 200
    assert len(set(found)) == len(found)


def test_names_stand_in_the_order_of_the_alphabet_accents_apart(
    organisation: Any, service: Any, directory: Any
) -> None:
    names = {"a": "Écoute", "b": "Zone franche", "c": "abri"}
    rows = [replace(organisation(one), name=name) for one, name in names.items()]
    services = [service(one, need) for one, need in zip("abc", ("ecoute", "sante", "juridique"), strict=True)]
    assert pairs(directory(rows, services)) == [("c", "a"), ("c", "b"), ("a", "b")]
