"""Rows without facts keep the text and the properties they had before there were facts."""

import json
from typing import Any

import pytest

from sociogram.directory.rows import SERVICE_FACTS, Service
from sociogram.stores.held_row import HeldRow
from sociogram.stores.neo4j.row_fields import parts_of, row_from
from sociogram.stores.row_values import read, written

BARE = Service("s", "o", "ecoute")
TOLD = Service("s", "o", "ecoute", languages=("fr",), night=False, capacity=0, hours="le matin", age_min=12)


def held(row: Service) -> HeldRow:
    return HeldRow("service", "s", "ana", False, written(row))


def test_what_is_not_known_is_not_written() -> None:
    assert not set(SERVICE_FACTS) & set(json.loads(written(BARE)))
    assert {parts_of(held(BARE)).properties[name] for name in SERVICE_FACTS} == {None}
    assert set(json.loads(written(TOLD))) & set(SERVICE_FACTS) == set(TOLD.facts)
    assert read("service", written(TOLD)) == TOLD
    assert read("service", written(BARE)) == BARE


def node(row: Service) -> dict[str, Any]:
    """The properties a graph would hold: it knows no null."""
    parts = parts_of(held(row))
    values = {**parts.properties, **parts.joined, "places": [], "layer": "open", "owner": "ana"}
    return {name: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize("row", [BARE, TOLD])
def test_a_node_gives_the_row_back(row: Service) -> None:
    assert row_from("service", "s", node(row)) == held(row)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("night", "oui"),
        ("capacity", "3"),
        ("capacity", True),
        ("capacity", -1),
        ("languages", "fr"),
        ("hours", 8),
    ],
)
def test_a_fact_of_another_type_makes_no_row(name: str, value: Any) -> None:
    assert row_from("service", "s", {**node(TOLD), name: value}) is None
