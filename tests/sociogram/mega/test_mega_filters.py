"""Filters of the network: any value of a kind, all kinds together; what is never said cannot be asked."""

from dataclasses import replace

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Place, Relation, Service, Term
from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.mega.filters import MegaFilter, filter_words, filtered
from sociogram.mega.grouping import inside, opened_tiles, outer_ties, tile_groups
from sociogram.mega.period import Period, parse_period, period_of_row


def small() -> Directory:
    """Four organisations: a - b - c, d alone; c is discreet."""
    return Directory(
        {
            "a": Organisation("a", "Accueil", acronym="ACC", typology="ong", places=("Rive",)),
            "b": Organisation("b", "Bonté", typology="ong", places=("Pays",)),
            "c": Organisation("c", "Clarté", typology="ong", sensitivity="prudence"),
            "d": Organisation("d", "Droit", typology="etat"),
        },
        {
            "s1": Service("s1", "c", "ecoute", places=("Rive",)),
            "s2": Service("s2", "d", "ecoute", places=("Quartier",)),
            "s3": Service("s3", "b", "soin", places=("Rive",), sensitivity="prudence"),
        },
        {
            "t1": Relation("t1", "", "a", "b", "works_with", period="2020/2021"),
            "t2": Relation("t2", "", "b", "c", "works_with", period="2022-06"),
            "t3": Relation("t3", "", "a", "c", "funds"),
        },
        {
            "pays": Place("pays", Bilingual("Pays", "Country"), "country"),
            "rive": Place("rive", Bilingual("Rive", "Bank"), "region", "pays"),
            "quartier": Place("quartier", Bilingual("Quartier", "Quarter"), "commune", "rive"),
        },
        {
            ("typology", "ong"): Term("typology", "ong", Bilingual("ONG", "NGOs")),
            ("typology", "etat"): Term("typology", "etat", Bilingual("État", "State")),
            ("typology", "autre"): Term("typology", "autre", Bilingual("Autres", "Others")),
            ("service_category", "ecoute"): Term(
                "service_category", "ecoute", Bilingual("Écoute", "Listening")
            ),
            ("service_category", "soin"): Term("service_category", "soin", Bilingual("Soin", "Care")),
        },
    )


def shown(**wanted: object) -> tuple[set[str], set[str]]:
    kept = filtered(small(), MegaFilter(**wanted))  # type: ignore[arg-type]
    return set(kept.organisations), set(kept.relations)


def test_without_a_filter_everything_stays() -> None:
    assert shown() == ({"a", "b", "c", "d"}, {"t1", "t2", "t3"})


def test_an_organisation_keeps_those_it_has_a_tie_with() -> None:
    assert shown(organisations=("acc",)) == ({"a", "b", "c"}, {"t1", "t2", "t3"})
    assert shown(organisations=("d",)) == ({"d"}, set())
    assert shown(organisations=("Bonté", "d"))[0] == {"a", "b", "c", "d"}


def test_a_place_holds_its_parts_and_never_what_is_for_the_whole_country() -> None:
    assert shown(places=("rive",))[0] == {"a", "d"}
    assert shown(places=("Quarter",))[0] == {"d"}
    assert shown(places=("pays",))[0] == {"a", "b", "d"}


def test_a_discreet_row_answers_to_no_sector_and_its_service_to_no_place() -> None:
    assert shown(sectors=("ecoute",))[0] == {"d"}
    assert shown(sectors=("soin",))[0] == set()
    assert shown(sectors=("ONG",))[0] == {"a", "b"}
    assert shown(sectors=("autre",))[0] == {"c"}
    assert "c" not in shown(places=("rive",))[0]
    assert "b" not in shown(places=("rive",))[0]


def test_kinds_hold_together_and_values_of_one_kind_add_up() -> None:
    assert shown(sectors=("ong", "etat"))[0] == {"a", "b", "d"}
    assert shown(sectors=("ong",), places=("rive",))[0] == {"a"}


def test_a_period_keeps_dated_ties_and_their_ends() -> None:
    assert shown(period=parse_period("2021/")) == ({"a", "b", "c"}, {"t1", "t2"})
    assert shown(period=parse_period("2022-01/2022-12")) == ({"b", "c"}, {"t2"})
    assert shown(period=parse_period("1999")) == (set(), set())
    assert shown(organisations=("d",), period=parse_period("1999"))[0] == {"d"}


@pytest.mark.parametrize("text", ["", "/", "2021/2020", "hier", "2021/hier", "2021-13", "x" * 900])
def test_a_bad_period_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_period(text)
    assert caught.value.first.field == "period"


def test_periods_meet_when_they_share_a_day() -> None:
    assert period_of_row("2021-12/2023-11") == parse_period("2021-12/2023-11")
    assert period_of_row("un jour") is None
    assert period_of_row("2023/2021") is None
    year = parse_period("2021")
    assert year.meets(parse_period("2020/2021-01"))
    assert not year.meets(parse_period("/2020"))
    assert Period().meets(year)
    assert not year.holds(None)


@pytest.mark.parametrize("wanted", [{"organisations": ("zzz",)}, {"places": ("zzz",)}, {"sectors": ("zzz",)}])
def test_what_is_not_there_is_refused_and_named(wanted: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(BadInput) as caught:
        filtered(small(), MegaFilter(**wanted))  # type: ignore[arg-type]
    assert caught.value.first.field.endswith("[0]")
    assert "zzz" not in str(caught.value)


def test_the_sheet_says_what_was_chosen() -> None:
    wanted = MegaFilter(("a",), ("rive",), ("etat",), parse_period("2021/"))
    assert filter_words(small(), wanted).fr == "Choix : ACC, Rive, État, 2021/"
    assert not filter_words(small(), MegaFilter())


@pytest.mark.parametrize("by", ["sector", "place"])
def test_tiles_hold_everyone_once_and_bundles_every_tie_between_them(by: str) -> None:
    mali = packaged_public_directory()
    groups = tile_groups(mali, by)  # type: ignore[arg-type]
    members = [one for group in groups for one in group.members]
    assert sorted(members) == sorted(mali.organisations)
    within = sum(len(inside(mali, group).relations) for group in groups)
    assert within + sum(outer_ties(mali, groups).values()) == len(mali.relations)
    assert within


def test_a_discreet_organisation_stands_in_the_tile_of_others() -> None:
    groups = {group.id: group.members for group in tile_groups(small(), "sector")}
    assert groups == {"ong": ("a", "b"), "etat": ("d",), "autre": ("c",)}


def test_places_are_gathered_by_region() -> None:
    parted = replace(small(), organisations={"e": Organisation("e", "Est", places=("Quartier",))})
    assert [group.id for group in tile_groups(parted, "place")] == ["rive"]
    assert [group.id for group in tile_groups(small(), "place")] == ["pays", "rive", "sans-lieu"]


def test_tiles_are_opened_by_id_or_label() -> None:
    groups = tile_groups(small(), "sector")
    assert opened_tiles(groups, ("etat", "NGOs")) == {"etat", "ong"}
    with pytest.raises(BadInput, match="ong, etat, autre"):
        opened_tiles(groups, ("zzz",))
