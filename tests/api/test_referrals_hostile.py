"""What strangers send to the doors of the loop: refused with a remedy, echoed nowhere, kept nowhere."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.security import LaunchToken
from api.state import ServerState
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.loop.wire import MAX_BATCH
from sociogram.stores.memory_store import MemoryStore

CANARY = "canari-7f3a"
BASE = "/api/v1/referrals"
CHECKS = "/api/v1/services/maison-du-migrant-gao--hebergement-1/checks"
STORE = MemoryStore()


def name(number: int) -> str:
    return str(UUID(int=number, version=4))


@pytest.fixture(scope="module")
def desk() -> Iterator[TestClient]:
    now = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    app = create_app(ServerState(store=STORE, clock=lambda: now), LaunchToken(value="token-of-the-tests"))
    headers = {"authorization": "Bearer token-of-the-tests"}
    with TestClient(
        app, base_url="http://127.0.0.1:8000", headers=headers, raise_server_exceptions=False
    ) as client:
        body = {
            "id": name(1),
            "need": "ecoute",
            "sender": "aracem",
            "receiver_text": "un centre",
            "way": "slip",
        }
        assert client.post(BASE, json=body).status_code == 201
        yield client


MADE: dict[str, Any] = {"need": "ecoute", "sender": "aracem", "receiver_text": "un centre"}
STEP: dict[str, Any] = {"id": name(50), "kind": "accepted"}
CASES: tuple[tuple[str, str, Any], ...] = (
    ("post", BASE, {**MADE, CANARY: 1}),
    ("post", BASE, {**MADE, "id": CANARY}),
    ("post", BASE, {**MADE, "need": CANARY}),
    ("post", BASE, {**MADE, "need": ["ecoute"]}),
    ("post", BASE, {**MADE, "sender": CANARY}),
    ("post", BASE, {**MADE, "receiver_text": " "}),
    ("post", BASE, {**MADE, "receiver_text": CANARY + "\u202e"}),
    ("post", BASE, {**MADE, "receiver_text": CANARY * 50}),
    ("post", BASE, {**MADE, "priority": CANARY}),
    ("post", BASE, {**MADE, "person": CANARY}),
    ("post", BASE, {**MADE, "country": "zz"}),
    ("post", BASE, {**MADE, "on": "2026-02-30"}),
    ("post", BASE, {**MADE, "at": CANARY}),
    ("post", BASE, {**MADE, "way": "arrow"}),
    ("post", BASE, {**MADE, "consent": {"scope": CANARY, "language": "fr", "month": "2026-03"}}),
    ("post", BASE, {**MADE, "consent": {"scope": "need", "language": "fr", "month": "2026-13"}}),
    ("post", BASE, {**MADE, "instead_of": name(99)}),
    ("post", BASE, []),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "kind": CANARY}),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "kind": "night_list", "args": {"functions": []}}),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "kind": "night_list", "args": {"functions": []}}),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "args": {CANARY: 1}}),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "kind": "declined"}),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "kind": "rerouted", "args": {"to": name(98)}}),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "kind": "rerouted", "args": {"to": name(1)}}),
    ("post", f"{BASE}/{name(1)}/events", {**STEP, "kind": "deadline_set", "args": {"hours": 10**9}}),
    ("post", f"{BASE}/{name(2)}/events", STEP),
    ("post", f"{BASE}/{CANARY}/events", STEP),
    ("post", f"{BASE}/events", {"events": [CANARY]}),
    ("post", f"{BASE}/events", {"events": [{**STEP, "subject": CANARY}]}),
    ("post", f"{BASE}/events", {"events": [{**STEP, "subject": name(1), "args": CANARY}]}),
    ("post", f"{BASE}/events", {"events": [{"id": [CANARY], "kind": "accepted", "subject": name(1)}]}),
    ("post", f"{BASE}/events", {"events": {}}),
    ("post", f"{BASE}/events", [STEP]),
    ("put", f"{BASE}/deadlines", {"emergency": 0, "urgent": 1, "normal": 1}),
    ("put", f"{BASE}/deadlines", {"emergency": True, "urgent": 1, "normal": 1}),
    ("put", f"{BASE}/deadlines", {"emergency": 1, "urgent": 1}),
    ("put", "/api/v1/tonight", {"functions": [{"phone": "+223"}]}),
    ("put", "/api/v1/tonight", {"functions": [{"label": "x"}] * 101}),
    ("post", CHECKS, {"status": CANARY}),
    (
        "post",
        CHECKS,
        {"status": "full", "until": "x"},
    ),
)


@pytest.mark.parametrize(("method", "address", "body"), CASES)
def test_refused_without_an_echo_and_nothing_kept(
    desk: TestClient, method: str, address: str, body: Any
) -> None:
    before = STORE.events(LOCAL_OWNER).version
    answer = desk.request(method, address, json=body)
    assert answer.status_code in {404, 405, 422}, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]
    assert CANARY not in answer.text
    assert STORE.events(LOCAL_OWNER).version == before


def test_a_batch_has_an_end(desk: TestClient) -> None:
    answer = desk.post(f"{BASE}/events", json={"events": [None] * (MAX_BATCH + 1)})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:sociogram:problem:event_too_many")


@pytest.mark.parametrize(
    "query", ["state=lost", "after=-1", "page=0", "size=0", "size=201", "need=ecoute", "person=x"]
)
def test_the_list_knows_its_parameters_and_no_need_or_person_among_them(desk: TestClient, query: str) -> None:
    assert desk.get(f"{BASE}?{query}").status_code == 422


def test_mutated_requests_never_break_the_server(
    desk: TestClient, sized: Callable[[int, int], int], seed: int
) -> None:
    chance = random.Random(seed)
    made = {**MADE, "consent": {"scope": "need", "language": "fr", "month": "2026-03"}, "way": "phone"}
    batch = {"events": [{**STEP, "subject": name(1), "at": "2026-03-01T08:00:00Z", "args": {}}]}
    asked = [
        ("post", BASE, json.dumps(made)),
        ("post", f"{BASE}/events", json.dumps(batch)),
        ("post", f"{BASE}/{name(1)}/events", json.dumps(STEP)),
        ("put", "/api/v1/tonight", json.dumps({"functions": [{"label": "garde", "hours": "20 h"}]})),
    ]
    for _ in range(sized(400, 20_000)):
        method, address, sample = chance.choice(asked)
        body = bytearray(sample.encode())
        for _ in range(chance.randrange(1, 5)):
            at = chance.randrange(len(body))
            body[at : at + chance.randrange(3)] = bytes(
                chance.randrange(256) for _ in range(chance.randrange(4))
            )
        answer = desk.request(
            method, address, content=bytes(body), headers={"content-type": "application/json"}
        )
        assert answer.status_code < 500, (address, bytes(body), answer.text)


def test_the_documentation_of_the_bodies_stands_by_itself(desk: TestClient) -> None:
    """A `$ref` into the schema of one body would point nowhere in the whole document."""
    paths = desk.get("/api/v1/openapi.json").json()["paths"]
    ours = [address for address in paths if address.startswith((BASE, "/api/v1/tonight", "/api/v1/services"))]
    assert len(ours) >= 9
    bodies = [paths[address][way].get("requestBody") for address in ours for way in paths[address]]
    assert "$defs" not in json.dumps(bodies)
    assert all("example" in body["content"]["application/json"] for body in bodies if body)
