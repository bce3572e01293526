"""How long a situation stays: a decision of whoever makes it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.security import LaunchToken
from api.state import ServerState
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.key_slot import Cost
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import Store

LABEL = "Quelqu'un de passage"


def plain(name: str = "essai") -> dict[str, object]:
    return {"id": name, "fictional": True, "persons": [{"id": "p1", "label_fr": LABEL}]}


class Clock:
    """A clock that a test moves."""

    now = datetime(2026, 3, 1, 22, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(
        f"sqlite:///{tmp_path / 's.db'}", passphrase=lambda: "panier moteur rivière", cost=Cost(64, 1, 1)
    )


@pytest.fixture
def client(store: Store, clock: Clock) -> TestClient:
    app = create_app(ServerState(store=store, clock=clock), LaunchToken(value="t"))
    return TestClient(app, base_url="http://127.0.0.1", headers={"authorization": "Bearer t"})


def listed(client: TestClient) -> list[str]:
    return [one["id"] for one in client.get("/api/v1/situations").json()["situations"]]


def test_a_sheet_that_is_not_kept_touches_no_disk(client: TestClient, store: Store, tmp_path: Path) -> None:
    assert client.post("/api/v1/situations?keep=none", json=plain()).status_code == 201
    assert listed(client) == ["essai"]
    assert client.get("/api/v1/situations/essai/sheet.svg").status_code == 200
    assert store.situations(LOCAL_OWNER) == ()
    assert list(tmp_path.iterdir()) == []


def test_tonight_ends_at_midnight_on_a_server_left_on(client: TestClient, clock: Clock) -> None:
    client.post("/api/v1/situations?keep=tonight", json=plain())
    clock.now += timedelta(hours=1)
    assert listed(client) == ["essai"]
    clock.now += timedelta(hours=12)
    assert client.get("/api/v1/situations/essai").status_code == 404
    assert listed(client) == []


def test_until_a_date(client: TestClient, clock: Clock) -> None:
    client.post("/api/v1/situations?keep=2026-03-05", json=plain())
    clock.now = datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert listed(client) == ["essai"]
    clock.now = datetime(2026, 3, 6, 12, tzinfo=UTC)
    assert listed(client) == []


@pytest.mark.parametrize("keep", ["yesterday", "2026-02-28", "2026-02-30", ""])
def test_an_unknown_or_past_end_is_refused(client: TestClient, keep: str) -> None:
    assert client.post(f"/api/v1/situations?keep={keep}", json=plain()).status_code == 422
    assert listed(client) == []


def test_kept_and_unkept_sheets_never_share_an_id(client: TestClient) -> None:
    made = [
        client.post(f"/api/v1/situations?keep={k}", json=plain()).json()["id"] for k in ("none", "forever")
    ]
    assert made[0] == "essai"
    assert len(set(made)) == 2
    assert sorted(listed(client)) == sorted(made)


def test_an_id_of_any_script_has_an_address(client: TestClient) -> None:
    made = client.post("/api/v1/situations", json=plain("sɛbɛ-é"))
    assert made.status_code == 201
    assert client.get(made.headers["location"]).status_code == 200


def test_delete_forgets(client: TestClient, tmp_path: Path) -> None:
    client.post("/api/v1/situations", json=plain())
    assert client.delete("/api/v1/situations/essai").status_code == 204
    assert client.delete("/api/v1/situations/essai").status_code == 404
    assert listed(client) == []
