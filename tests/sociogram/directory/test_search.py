"""Search: words without accents, filters, pages, discreet rows, places inside places."""

from dataclasses import fields
from typing import Any

import pytest

from sociogram.directory.folder import read_folder
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.places import Gazetteer
from sociogram.directory.publishing import directory_of
from sociogram.directory.rows import Organisation, Place, Relation, Service, Term
from sociogram.directory.search import search
from sociogram.directory.wire import LEAVING_FIELDS, STAYING_FIELDS, directory_json
from sociogram.errors import BadInput

MALI = packaged_public_directory()


def found(**asked: Any) -> list[str]:
    return [one.organisation.id for one in search(MALI, size=200, **asked).items]


def test_accents_capitals_and_beginnings_of_words_do_not_matter() -> None:
    assert found(text="FEDERATION migrants") == found(text="fédé migr") == ["fam"]
    assert "maison-du-migrant-gao" in found(text="maison gao")
    assert found(text="xyzzy") == []


def test_words_and_filters_hold_for_one_and_the_same_service() -> None:
    answers = search(MALI, text="mineurs rue", needs=["sante"], size=200)
    assert [one.organisation.id for one in answers.items] == []
    only = search(MALI, needs=["sante", "sante_mentale"], groups=["mineurs_rue"], places=["Bamako"])
    assert [[service.id for service in one.services] for one in only.items] == [
        ["samusocial-mali--sante-1", "samusocial-mali--sante-mentale-1"]
    ]


def test_places_reach_upward_and_into_parts_never_sideways() -> None:
    places = Gazetteer(MALI.places)
    assert places.ids("côte d’ivoire") == places.ids("COTE D'IVOIRE") == ("cote-d-ivoire",)
    assert places.ids("77 pays") == places.ids("") == ()
    assert places.covers("mali", "bamako")
    assert not places.covers("bamako", "mali")
    assert places.reach(["Mali"], ["bamako"]) == "wider"
    assert places.reach(["Mali", "Bamako"], ["bamako"]) == "same"
    assert places.reach(["Siby"], ["koulikoro"]) == "part"
    assert places.reach(["Bamako"], ["kayes"]) is None
    assert places.reach(["77 pays"], ["mali"]) is None


def test_a_discreet_row_is_found_by_name_category_and_group_not_by_its_hidden_words() -> None:
    assert "atc" in found(text="tile coura")
    assert "atc" in found(text="sante sexuelle")
    assert "atc" in found(groups=["travailleuses_sexe"])
    for word in ("bars", "clubs", "femmes travailleuses", "Sébenicoro poste", "police"):
        assert "atc" not in found(text=word), word


def test_pages_are_complete_in_one_order_and_counted() -> None:
    everyone = found()
    assert len(everyone) == 137
    pages = [search(MALI, page=number, size=50) for number in (1, 2, 3, 4)]
    assert [one.organisation.id for page in pages for one in page.items] == everyone
    assert [(page.total, page.pages) for page in pages] == [(137, 3)] * 4
    assert pages[3].items == ()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"page": 0}, "page"),
        ({"page": True}, "page"),
        ({"size": 0}, "size"),
        ({"size": 10**9}, "size"),
        ({"text": "a" * 201}, "text"),
        ({"needs": ["nope"]}, "needs[0]"),
        ({"groups": ["mineurs", "nope"]}, "groups[1]"),
        ({"places": ["nope"]}, "places[0]"),
        ({"typologies": ["nope"]}, "typologies[0]"),
    ],
)
def test_what_cannot_be_searched_names_its_field(asked: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        search(MALI, **asked)
    assert caught.value.first.field == field
    assert "nope" not in caught.value.first.line("fr")


def test_typologies_filter_and_places_hold_for_organisations_without_services() -> None:
    assert set(found(typologies=["centre_formation"])) == {"berd", "cfpm", "copcc", "ecica"}
    assert "fongim" in found(places=["Kayes"]), "Mali covers Kayes"
    assert "commune-mopti" not in found(places=["Kayes"])


def test_hidden_rows_are_in_no_answer(folder: Any) -> None:
    shown = directory_of(read_folder(folder()))
    for text in ("ombre", "odx", "gamma", "abri", "inventee"):
        assert search(shown, text=text).total == 0
    assert search(shown, needs=["ecoute"]).total == 1


def test_every_field_of_a_row_is_named_as_leaving_or_staying() -> None:
    for row in (Organisation, Service, Relation, Place, Term):
        listed = LEAVING_FIELDS[row] + STAYING_FIELDS.get(row, ())
        assert sorted(listed) == sorted(field.name for field in fields(row))


def test_the_export_holds_the_visible_rows_in_id_order() -> None:
    out = directory_json(MALI)
    assert [one["id"] for one in out["organisations"]] == sorted(MALI.organisations)
    assert len(out["services"]) == 151
    assert next(one for one in out["organisations"] if one["id"] == "atc")["address"] == ""
    assert all("source_id" not in tie for tie in out["relations"])
