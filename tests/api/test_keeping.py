"""How long a situation stays: a decision of whoever makes it."""

from concurrent.futures import ThreadPoolExecutor
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


def keeps(client: TestClient) -> dict[str, str]:
    return {one["id"]: one["keep"] for one in client.get("/api/v1/situations").json()["situations"]}


def decide(client: TestClient, keep: object, name: str = "essai") -> int:
    return client.put(f"/api/v1/situations/{name}/keep", json={"keep": keep}).status_code


def test_how_long_is_decided_again(client: TestClient, store: Store, clock: Clock) -> None:
    client.post("/api/v1/situations?keep=none", json=plain())
    before = client.get("/api/v1/situations/essai/gestures").json()
    for keep in ("tonight", "2026-03-05", "none", "forever", "tonight"):
        assert decide(client, keep) == 200
        assert keeps(client) == {"essai": keep}
        assert bool(store.situations(LOCAL_OWNER)) is (keep != "none")
        assert client.get("/api/v1/situations/essai/gestures").json() == before
    clock.now += timedelta(days=1)
    assert listed(client) == []


def test_what_is_taken_off_the_disk_leaves_no_byte_there(client: TestClient, tmp_path: Path) -> None:
    client.post("/api/v1/situations", json=plain())
    client.get("/api/v1/situations/essai/sheet.svg")
    assert decide(client, "none") == 200
    assert client.get("/api/v1/situations/essai").status_code == 200
    # Encrypted, so pages are asked through a second opening of the same file.
    again = open_store(
        f"sqlite:///{tmp_path / 's.db'}", passphrase=lambda: "panier moteur rivière", cost=Cost(64, 1, 1)
    )
    assert again.situations(LOCAL_OWNER) == ()
    again.close()


@pytest.mark.parametrize("keep", ["yesterday", "2026-02-28", "", 3, None])
def test_an_unknown_or_past_end_changes_nothing(client: TestClient, keep: object) -> None:
    client.post("/api/v1/situations?keep=none", json=plain())
    assert decide(client, keep) == 422
    assert keeps(client) == {"essai": "none"}
    assert decide(client, "tonight", "absente") == 404


def test_nothing_drawn_meanwhile_is_lost(client: TestClient) -> None:
    client.post("/api/v1/situations?keep=none", json=plain())

    def draw(number: int) -> int:
        gesture = {
            "id": f"00000000-0000-4000-8000-{number:012d}",
            "v": 1,
            "kind": "add_person",
            "at": "2026-03-01T22:00:00Z",
            "by": "local",
            "args": {"id": f"n{number}"},
        }
        return client.post("/api/v1/situations/essai/gestures", json={"gestures": [gesture]}).status_code

    with ThreadPoolExecutor(4) as hands:
        drawn = [hands.submit(draw, number) for number in range(24)]
        moved = [hands.submit(decide, client, keep) for keep in ("tonight", "none", "forever", "none")]
        assert {one.result() for one in (*drawn, *moved)} == {200}
    assert len(client.get("/api/v1/situations/essai").json()["document"]["persons"]) == 25
