"""A store that is away: every address that needs it answers 503, says when to come back, and why, in both
languages; never 500. When it is back, everything answers again."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.demo import demo_store
from sociogram.stores.failures import unusable
from sociogram.stores.protocol import Store

GESTURE = {
    "id": "6d8b7f00-0000-4000-8000-000000000001",
    "v": 1,
    "kind": "add_person",
    "at": "2026-01-01T00:00:00Z",
    "by": "local",
    "args": {"id": "somebody"},
}
SITUATION = "/situations/sit-01-gao-transit"
ASKED: tuple[tuple[str, str, Any], ...] = (
    ("GET", "/health", None),
    ("GET", "/situations", None),
    ("POST", "/situations", {"id": "new", "fictional": True}),
    ("GET", SITUATION, None),
    ("DELETE", SITUATION, None),
    ("PUT", f"{SITUATION}/keep", {"keep": "tonight"}),
    ("GET", f"{SITUATION}/gestures", None),
    ("POST", f"{SITUATION}/gestures", {"gestures": [GESTURE], "texts": {}}),
    ("GET", f"{SITUATION}/events", None),
    ("POST", f"{SITUATION}/tidy", {}),
    ("GET", f"{SITUATION}/findings", None),
    ("GET", f"{SITUATION}/sheet.json", None),
    ("GET", f"{SITUATION}/spare-key", None),
    ("GET", "/mega.json", None),
    ("GET", "/providers", None),
    ("POST", "/providers/search", {"text": "maison"}),
    ("GET", "/providers/aracem", None),
    ("POST", "/referrals/suggest", {"origin": "aracem", "needs": ["sante_mentale"]}),
)


class Away:
    """A store whose server can be unplugged."""

    kind = "neo4j"

    def __init__(self, store: Store) -> None:
        self._store = store
        self.away = False

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._store, name)

        def answered(*args: Any, **named: Any) -> Any:
            if self.away:
                raise unusable("disk_error", place="neo4j://127.0.0.1:7687")
            return asked(*args, **named)

        return answered


@pytest.fixture(scope="module")
def store() -> Away:
    return Away(demo_store())


@pytest.fixture
def client(store: Away, serve: Callable[[Store], TestClient]) -> TestClient:
    store.away = True
    found: Any = serve
    made: TestClient = found(store)
    return made


@pytest.mark.parametrize(("method", "address", "body"), ASKED)
def test_every_address_says_when_to_come_back(
    client: TestClient, method: str, address: str, body: Any
) -> None:
    told = {}
    for lang in ("fr", "en"):
        found = client.request(method, f"/api/v1{address}", json=body, params={"lang": lang})
        assert found.status_code == 503, found.text
        assert found.headers["content-type"] == "application/problem+json"
        assert int(found.headers["retry-after"]) > 0
        assert found.json()["type"] == "urn:sociogram:problem:disk_error"
        assert "7687" not in found.text
        told[lang] = found.json()["title"]
    assert told["fr"] != told["en"]


def test_it_answers_again_when_it_is_back(client: TestClient, store: Away) -> None:
    """The first question finds it away: what is done once a day is done when it is back."""
    assert client.get("/api/v1/situations").status_code == 503
    store.away = False
    swept: list[object] = []
    keep = store._store.expire
    store._store.expire = lambda today: swept.append(today) or keep(today)  # type: ignore
    sent = {"gestures": [GESTURE], "texts": {}}
    for _ in range(2):
        found = client.post(f"/api/v1{SITUATION}/gestures", json=sent)
        assert found.status_code == 200, found.text
    assert len(swept) == 1
    log = client.get(f"/api/v1{SITUATION}/gestures").json()
    assert [one["id"] for one in log["gestures"]].count(GESTURE["id"]) == 1
