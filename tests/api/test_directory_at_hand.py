"""The directory at hand while drawing: however the sheet is kept, and a hidden service like an absent one."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.demo import demo_store
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Store

Serve = Callable[[Store], TestClient]
HIDDEN, ABSENT = "refuge-demo", "xefuge-xemo"
KEEPINGS = ("none", "tonight", "forever")


def gesture(kind: str, **args: Any) -> dict[str, Any]:
    at = "2026-03-01T09:30:00Z"
    return {"id": str(uuid.uuid4()), "v": 1, "kind": kind, "at": at, "by": "local", "args": args}


def new_sheet(client: TestClient, keep: str) -> str:
    plain = {"id": "feuille", "fictional": True, "persons": [{"id": "p1", "label_fr": "Awa"}]}
    answer = client.post(f"/api/v1/situations?keep={keep}", json=plain)
    assert answer.status_code == 201
    return str(answer.json()["id"])


def sent(client: TestClient, sheet: str, *gestures: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    answer = client.post(
        f"/api/v1/situations/{sheet}/gestures", json={"gestures": list(gestures), "texts": {}}
    )
    return answer.status_code, answer.json()


def way(first: str, last: str) -> list[dict[str, Any]]:
    """A way from the person over two services, as the page draws it."""
    return [
        gesture("draw", id="a1", activator="p1", activated=first, status="wished"),
        gesture("draw", id="a2", activator=first, activated=last, status="wished"),
        gesture("place", at={first: [15000, 9000], last: [22000, 9000]}),
    ]


@pytest.mark.parametrize("keep", KEEPINGS)
def test_services_of_the_directory_are_named_however_the_sheet_is_kept(serve: Serve, keep: str) -> None:
    client = serve(demo_store())
    sheet = new_sheet(client, keep)
    assert sent(client, sheet, gesture("place", at={"aracem": [9000, 9000]}))[0] == 200
    assert sent(client, sheet, *way("aracem", "atc"))[0] == 200


def test_they_are_named_before_any_directory_is_imported(serve: Serve) -> None:
    client = serve(MemoryStore())
    for keep in KEEPINGS:
        assert sent(client, new_sheet(client, keep), *way("aracem", "atc"))[0] == 200


def heads(svg: str) -> list[str]:
    """The closed path of each arrow: its head."""
    groups = re.findall(r'<g [^>]*data-kind="activation".*?</g>', svg, re.DOTALL)
    closed = re.compile(r'<path [^>]*d="[^"]*[zZ]"[^>]*>')
    return [closed.findall(group)[0] for group in groups]


def test_a_wished_way_is_drawn_with_hollow_heads(serve: Serve) -> None:
    client = serve(demo_store())
    sheet = new_sheet(client, "none")
    made = gesture("draw", id="a0", activator="p1", activated="cisp")
    assert sent(client, sheet, *way("aracem", "atc"), made)[0] == 200
    first, second, third = heads(client.get(f"/api/v1/situations/{sheet}/sheet.svg").text)
    assert 'fill="#ffffff"' in first
    assert 'fill="#ffffff"' in second
    assert 'fill="#ffffff"' not in third


@pytest.mark.parametrize("keep", KEEPINGS)
def test_a_hidden_service_is_refused_like_one_that_does_not_exist(serve: Serve, keep: str) -> None:
    client = serve(demo_store())
    sheet = new_sheet(client, keep)
    for name in (HIDDEN, ABSENT):
        assert sent(client, sheet, gesture("place", at={name: [9000, 9000]}))[0] == 422
    placed, drawn = (
        [sent(client, sheet, gesture(kind, **{**args, field: name})) for name in (HIDDEN, ABSENT)]
        for kind, field, args in (
            ("draw", "activated", {"id": "a1", "activator": "p1"}),
            ("draw", "activator", {"id": "a1", "activated": "p1"}),
        )
    )
    assert placed[0] == placed[1]
    assert drawn[0] == drawn[1]


def test_searching_for_a_hidden_service_finds_what_nothing_finds(serve: Serve) -> None:
    client = serve(demo_store())
    query = {"needs": [], "groups": [], "places": [], "typologies": [], "page": 1, "size": 5}
    hidden, absent = (
        client.post("/api/v1/providers/search", json={**query, "text": text}) for text in (HIDDEN, ABSENT)
    )
    assert hidden.status_code == 200
    assert hidden.content == absent.content
    assert hidden.json()["items"] == []
