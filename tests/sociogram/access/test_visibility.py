"""What the sensitivity of a row means, and which grants open it."""

import pytest

from sociogram.access.visibility import Visibility, covering_keys, is_confidential, stands, visibility_of
from sociogram.directory.rows import Organisation, Place, Relation, Sensitivity, Service
from sociogram.language import Bilingual

HOME = Organisation("alpha", "Alpha")
SERVICE = Service("s1", "alpha", "ecoute")
TIE = Relation("t1", "rel-1", "alpha", "beta", "works_with")


@pytest.mark.parametrize(
    ("sensitivity", "meaning"),
    [
        ("public", Visibility("public")),
        ("prudence", Visibility("public", discreet=True)),
        ("restreint", Visibility("confidential")),
    ],
)
def test_sensitivities(sensitivity: Sensitivity, meaning: Visibility) -> None:
    assert visibility_of(sensitivity) == meaning
    organisation = Organisation("a", "A", sensitivity=sensitivity)
    assert is_confidential(organisation) is (meaning.level == "confidential")
    assert organisation.discreet is meaning.discreet


def test_places_are_public() -> None:
    assert not is_confidential(Place("bamako", Bilingual("Bamako", "Bamako"), "commune"))


def test_a_grant_on_an_organisation_covers_its_services_and_ties() -> None:
    assert covering_keys(HOME) == {("organisation", "alpha")}
    assert covering_keys(SERVICE) == {("service", "s1"), ("organisation", "alpha")}
    assert covering_keys(TIE) == {("relation", "t1"), ("organisation", "alpha"), ("organisation", "beta")}


@pytest.mark.parametrize(
    ("row", "organisations", "standing"),
    [
        (SERVICE, {"alpha"}, True),
        (SERVICE, {"beta"}, False),
        (TIE, {"alpha", "beta"}, True),
        (TIE, {"alpha"}, False),
        (TIE, {"beta"}, False),
        (HOME, set(), True),
    ],
)
def test_a_row_stands_only_on_visible_organisations(
    row: object, organisations: set[str], standing: bool
) -> None:
    assert stands(row, organisations) is standing
