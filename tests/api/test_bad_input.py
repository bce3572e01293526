"""Hostile input: a 4xx that names place and remedy, echoes nothing, and leaves the store as it was."""

import asyncio
import json
import random

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from api.bodies import read_bytes
from api.known_places import known_field
from sociogram.errors import TooLarge

CANARY = "kanari7x"
PLAIN = {
    "id": "essai",
    "fictional": True,
    "persons": [{"id": "p1", "label_fr": "Personne A"}],
    "professionals": [{"id": "w1", "role_fr": "accueil", "organisation_id": "aracem"}],
    "activations": [{"seq": 1, "date": "2024-05", "from": "p1", "to": "w1", "channel": "VT"}],
}


def _with(path: str, value: object) -> dict[str, object]:
    changed = json.loads(json.dumps(PLAIN))
    here = changed
    *steps, last = path.split(".")
    for step in steps:
        here = here[int(step)] if step.isdigit() else here[step]
    here[int(last) if last.isdigit() else last] = value
    return changed


BROKEN_SITUATIONS = {
    "wrong channel": _with("activations.0.channel", "TV"),
    "arrow without end": _with("activations.0.to", "nobody"),
    "self arrow": _with("activations.0.to", "p1"),
    "two sides": _with("professionals.0.id", "p1"),
    "duplicate ids": _with("persons", [{"id": "p1"}, {"id": "p1"}]),
    "unknown key": _with(CANARY, 1),
    "impossible date": _with("activations.0.date", "2023-02-30"),
    "huge label": _with("persons.0.label_fr", CANARY * 20_000),
    "bidi control": _with("persons.0.label_fr", CANARY + "\u202eabc"),
    "number for a text": _with("persons.0.label_fr", 12),
    "list for an object": [PLAIN],
    "quality of an arrow": _with("activations.0.conflict", True),
}
RAW_BODIES = {
    "NaN": b'{"id": NaN}',
    "Infinity": b'{"id": -Infinity}',
    "1e999": b'{"id": 1e999}',
    "lone surrogate": b'{"id": "\\ud800"}',
    "duplicate keys": b'{"id": "a", "id": "b"}',
    "100,000 brackets": b"[" * 100_000,
    "100,000 braces": b'{"a":' * 100_000,
    "5,000 digits": b'{"id": ' + b"9" * 5000 + b"}",
    "10 MB label": b'{"id": "' + b"x" * 10_000_000 + b'"}',
    "UTF-16": '{"id": "a"}'.encode("utf-16"),
    "latin-1": '{"id": "é"}'.encode("latin-1"),
    "cut short": b'{"id": "a"',
    "nothing": b"",
    "NUL": b'{"id": "a\\u0000b"}',
}
POSTS = (
    "/api/v1/situations",
    "/api/v1/situations/sit-01-gao-transit/gestures",
    "/api/v1/providers/search",
    "/api/v1/referrals/suggest",
    "/api/v1/session",
    "/api/v1/referrals",
    "/api/v1/referrals/events",
)


def _refused(answer: object) -> None:
    assert 400 <= answer.status_code < 500, answer.text  # type: ignore[attr-defined]
    assert answer.headers["content-type"] == "application/problem+json"  # type: ignore[attr-defined]
    document = answer.json()  # type: ignore[attr-defined]
    assert document["title"]
    assert document["detail"]
    assert CANARY not in answer.text  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", BROKEN_SITUATIONS)
def test_a_broken_situation_is_refused_and_not_kept(client: TestClient, name: str) -> None:
    before = client.get("/api/v1/situations").content
    _refused(client.post("/api/v1/situations", json=BROKEN_SITUATIONS[name]))
    assert client.get("/api/v1/situations").content == before


@pytest.mark.parametrize("name", RAW_BODIES)
@pytest.mark.parametrize("address", POSTS)
def test_a_body_that_is_no_json_of_ours_is_refused(client: TestClient, address: str, name: str) -> None:
    sent = client.post(address, content=RAW_BODIES[name], headers={"content-type": "application/json"})
    _refused(sent)


@pytest.mark.parametrize("address", POSTS)
def test_a_body_of_another_kind_is_415(client: TestClient, address: str) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = client.post(address, content=b"{}", headers={"content-type": kind})
        assert answer.status_code == 415


def test_a_body_without_end_is_left_at_the_limit() -> None:
    arrived = 0

    async def receive() -> dict[str, object]:
        nonlocal arrived
        arrived += 1
        return {"type": "http.request", "body": b"x" * 100, "more_body": arrived < 1000}

    request = Request({"type": "http", "method": "POST", "headers": []}, receive)
    with pytest.raises(TooLarge):
        asyncio.run(read_bytes(request, limit=1000))
    assert arrived == 11


def test_an_absent_situation_is_404_without_echo(client: TestClient) -> None:
    for tail in ("", "/gestures", "/findings", "/sheet.svg", "/story", "/own.json"):
        answer = client.get(f"/api/v1/situations/{CANARY}{tail}")
        assert answer.status_code == 404
        _refused(answer)
    for odd in ("..%2f..%2fetc", "%00", "9" * 5000, "%ff%fe"):
        _refused(client.get(f"/api/v1/situations/{odd}"))


@pytest.mark.parametrize(
    "query",
    [
        f"palette={CANARY}",
        f"paper={CANARY}",
        "until=2023-13",
        f"date={CANARY}",
        "seed=-1",
        f"seed={CANARY}",
        "until=20230-01",
    ],
)
def test_a_bad_parameter_is_422(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/situations/sit-01-gao-transit/sheet.svg?{query}")
    assert answer.status_code == 422
    _refused(answer)


def test_the_field_of_every_parameter_is_named(client: TestClient) -> None:
    """What an address may ask is what a refusal of it may name: one that is left out helps nobody."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    asked = {
        one["name"] for path in paths.values() for way in path.values() for one in way.get("parameters", ())
    }
    ours = asked - {"situation_id", "provider_id", "service_id", "device_id", "referral_id"}
    assert {"tiles", "engine", "symbols", "period", "open"} <= ours
    assert [name for name in sorted(ours) if known_field(name) != name] == []
    assert known_field("sector[3]") == "sector[3]"
    assert [known_field(made_up) for made_up in (CANARY, f"sector[{CANARY}]", f"{CANARY}[0]")] == [""] * 3


def test_an_unknown_format_is_refused(client: TestClient) -> None:
    _refused(client.get("/api/v1/situations/sit-01-gao-transit/sheet.exe"))
    _refused(client.get("/api/v1/mega.docx"))


def test_pages_have_bounds(client: TestClient) -> None:
    for query in ("page=0", "page=-1", "size=1000000000", "size=0"):
        _refused(client.get(f"/api/v1/providers?{query}"))


def test_a_question_with_unknown_codes_is_refused(client: TestClient) -> None:
    good = {"origin": "aracem", "needs": ["sante_mentale"]}
    for field, value in (
        ("origin", CANARY),
        ("needs", [CANARY]),
        ("needs", []),
        ("needs", ["plaidoyer"]),
        ("target_groups", [CANARY]),
        ("places", [CANARY]),
        ("languages", [CANARY]),
        ("urgency", CANARY),
        ("max_hops", 0),
        ("max_hops", 99),
        ("k", 0),
        (CANARY, 1),
    ):
        _refused(client.post("/api/v1/referrals/suggest", json={**good, field: value}))


def test_mutated_requests_never_break_the_server(client: TestClient, sized, seed: int) -> None:  # type: ignore[no-untyped-def]
    chance = random.Random(seed)
    samples = [json.dumps(PLAIN), json.dumps({"origin": "aracem", "needs": ["ecoute"], "k": 3})]
    samples += ['{"gestures": [{"id": "x", "v": 1, "kind": "undo", "args": {}}], "texts": {}}']
    for _ in range(sized(1500, 20_000)):
        body = bytearray(chance.choice(samples).encode())
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(body))
            body[at : at + chance.randrange(3)] = bytes(
                chance.randrange(256) for _ in range(chance.randrange(4))
            )
        address = chance.choice(POSTS[:4])
        answer = client.post(address, content=bytes(body), headers={"content-type": "application/json"})
        assert answer.status_code < 500, (address, bytes(body), answer.text)
