"""Who lost the answer to a new situation sends it again: it is one situation, on every kind of store."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.security import LaunchToken
from api.state import ServerState
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store
from tests.neo4j.opening import open_neo4j
from tests.sociogram.stores.invented import CHEAP, PASSPHRASE

BLANK = {"id": "feuille", "fictional": True}
GAO = Path(str(files("sociogram"))) / "data" / "mali" / "situations" / "sit-01-gao-transit.json"
CALL, OTHER = (str(UUID(int=number)) for number in (1, 2))
Opening = Callable[[], Store]


@pytest.fixture(params=["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Opening:
    """Open the same store, as often as wanted."""
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_database")
        return lambda: open_neo4j(server, tmp_path / "neo4j", (LOCAL_OWNER,))
    return lambda: open_store(f"sqlite:///{tmp_path / 's.db'}", passphrase=lambda: PASSPHRASE, cost=CHEAP)


def client_of(store: Store) -> TestClient:
    minute = datetime(2026, 3, 1, 22, store.events(LOCAL_OWNER).version % 60, tzinfo=UTC)
    app = create_app(ServerState(store=store, clock=lambda: minute), LaunchToken(value="t"))
    return TestClient(app, base_url="http://127.0.0.1", headers={"authorization": "Bearer t"})


def sent(client: TestClient, call: str, body: object = BLANK, keep: str = "forever") -> str:
    headers = {"Idempotency-Key": call} if call else {}
    said = client.post(f"/api/v1/situations?keep={keep}", json=body, headers=headers)
    assert said.status_code == 201, said.text
    assert said.headers["location"] == f"/api/v1/situations/{said.json()['id']}"
    return str(said.json()["id"])


def listed(client: TestClient) -> list[str]:
    return [one["id"] for one in client.get("/api/v1/situations").json()["situations"]]


def test_the_same_call_is_one_situation_also_after_a_restart(opening: Opening) -> None:
    store = opening()
    client = client_of(store)
    assert sent(client, CALL) == "feuille"
    assert sent(client, CALL) == "feuille"
    assert sent(client, OTHER) == "feuille-2", "another call is another situation"
    assert sent(client, "") == "feuille-3", "and so is one without a word of its own"
    store.close()
    client = client_of(opening())
    assert sent(client, CALL) == "feuille"
    assert sent(client, OTHER) == "feuille-2"
    log = client.get("/api/v1/situations/feuille-2/gestures").json()
    copy = client.get("/api/v1/situations/feuille-2/own.json").json()
    body = [{**one, "id": str(UUID(int=99))} for one in log["gestures"][:1]]
    answered = client.post("/api/v1/situations/feuille-2/gestures", json={"gestures": body, "texts": {}})
    assert answered.status_code == 200, answered.text
    assert sent(client, OTHER) == "feuille-2", "whatever was drawn since"
    assert sent(client, str(UUID(int=3)), copy) == "feuille-2-2", "a copy brought on purpose is another"
    assert sent(client, str(UUID(int=3)), copy) == "feuille-2-2"
    assert listed(client) == ["feuille", "feuille-2", "feuille-2-2", "feuille-3"]


def test_the_same_call_at_the_same_moment_is_one_situation(opening: Opening) -> None:
    client = client_of(opening())
    gao = GAO.read_bytes()

    def send(call: str) -> str:
        headers = {"Idempotency-Key": call, "content-type": "application/json"}
        return str(client.post("/api/v1/situations", content=gao, headers=headers).json()["id"])

    with ThreadPoolExecutor(4) as pool:
        names = list(pool.map(send, [CALL] * 4))
    assert len(set(names)) == 1
    assert listed(client) == names[:1]


def test_an_unkept_sheet_is_one_and_what_was_erased_may_come_again(opening: Opening) -> None:
    client = client_of(opening())
    assert [sent(client, CALL, keep="none") for _ in range(2)] == ["feuille", "feuille"]
    assert [sent(client, OTHER) for _ in range(2)] == ["feuille-2", "feuille-2"]
    assert client.delete("/api/v1/situations/feuille-2").status_code == 204
    assert sent(client, OTHER) == "feuille-2"
    assert listed(client) == ["feuille", "feuille-2"]


def test_a_word_that_is_no_uuid_is_refused(opening: Opening) -> None:
    client = client_of(opening())
    said = client.post("/api/v1/situations?lang=fr", json=BLANK, headers={"Idempotency-Key": "encore"}).json()
    assert said["errors"][0]["field"] == "Idempotency-Key"
    assert "UUID" in said["errors"][0]["remedy"]
    assert listed(client) == []
