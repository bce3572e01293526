"""The quick lock: closed, the session shows nothing of any sheet until the sign is given."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.security import LaunchToken
from api.session_lock import SessionLock
from api.state import ServerState
from sociogram.stores.memory_store import MemoryStore
from tests.api.conftest import NOW

SIGN = "0-3-6-7"
NAME = "Quelqu'un de passage"


class Time:
    """Seconds that a test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def client(time: Time) -> Iterator[TestClient]:
    state = ServerState(store=MemoryStore(), clock=lambda: NOW, lock=SessionLock(monotonic=time))
    app = create_app(state, LaunchToken(value="t"))
    with TestClient(app, base_url="http://127.0.0.1", headers={"authorization": "Bearer t"}) as found:
        body = {"id": "essai", "fictional": True, "persons": [{"id": "p1", "label_fr": NAME}]}
        found.post("/api/v1/situations?keep=none", json=body)
        yield found


def lift(client: TestClient, sign: str) -> tuple[int, str, int]:
    answered = client.post("/api/v1/lock/lift", json={"sign": sign})
    if answered.status_code == 204:
        return 204, "", 0
    told = answered.json()
    return answered.status_code, told["type"].rpartition(":")[2], told["wait"]


SHOWING = (
    "situations",
    "situations/essai",
    "situations/essai/own.json",
    "situations/essai/sheet.svg",
    "situations/essai/sheet.json",
    "situations/essai/story",
    "situations/essai/findings",
    "mega.json?of=situations",
)


def test_closed_it_shows_nothing_of_any_sheet(client: TestClient) -> None:
    assert NAME in client.get("/api/v1/situations/essai").text
    assert client.put("/api/v1/lock", json={"sign": SIGN}).status_code == 204
    assert client.post("/api/v1/lock/close").status_code == 204
    for address in SHOWING:
        answered = client.get(f"/api/v1/{address}")
        assert answered.status_code == 403, address
        assert answered.json()["type"] == "urn:sociogram:problem:locked"
        assert NAME not in answered.text
    assert client.delete("/api/v1/situations/essai").status_code == 403
    assert client.post("/api/v1/situations", json={"id": "x", "persons": []}).status_code == 403
    assert client.put("/api/v1/situations/essai/keep", json={"keep": "forever"}).status_code == 403
    assert client.get("/api/v1/pens").status_code == 200
    assert lift(client, SIGN) == (204, "", 0)
    assert client.get("/api/v1/situations/essai").status_code == 200


def test_an_open_page_goes_on_sending_its_gestures(client: TestClient) -> None:
    client.put("/api/v1/lock", json={"sign": SIGN})
    client.post("/api/v1/lock/close")
    gesture = {
        "id": "00000000-0000-4000-8000-000000000001",
        "v": 1,
        "kind": "add_person",
        "at": "2026-03-01T22:00:00Z",
        "by": "local",
        "args": {"id": "p2"},
    }
    sent = client.post("/api/v1/situations/essai/gestures", json={"gestures": [gesture]})
    assert sent.status_code == 200


def test_wrong_tries_slow_down(client: TestClient, time: Time) -> None:
    client.put("/api/v1/lock", json={"sign": SIGN})
    client.post("/api/v1/lock/close")
    waits = []
    for _ in range(9):
        _, code, wait = lift(client, "1-2-3-4")
        assert code == "wrong_sign"
        waits.append(wait)
        if wait:
            assert lift(client, SIGN)[1] == "too_many_tries", "the right sign waits too"
        time.now += wait
    assert waits == [0, 0, 2, 4, 8, 16, 32, 60, 60]
    assert lift(client, SIGN)[0] == 204
    client.post("/api/v1/lock/close")
    assert lift(client, "1-2-3-4")[2] == 0


def test_the_sign_changes_only_while_open(client: TestClient) -> None:
    def seen() -> dict[str, object]:
        told: dict[str, object] = client.get("/api/v1/lock").json()
        return told

    assert seen() == {"chosen": False, "kind": "", "closed": False, "wait": 0}
    client.post("/api/v1/lock/close")
    assert seen() == {"chosen": False, "kind": "", "closed": False, "wait": 0}, (
        "nothing to reopen with: it stays open"
    )
    client.put("/api/v1/lock", json={"sign": SIGN, "kind": "dots"})
    client.post("/api/v1/lock/close")
    assert seen() == {"chosen": True, "kind": "dots", "closed": True, "wait": 0}
    assert client.put("/api/v1/lock", json={"sign": "autre signe"}).status_code == 403
    assert client.delete("/api/v1/lock").status_code == 403
    assert lift(client, "autre signe")[0] == 403
    assert lift(client, SIGN)[0] == 204
    assert client.delete("/api/v1/lock").status_code == 204
    assert seen()["chosen"] is False


@pytest.mark.parametrize("sign", ["", "123", "x" * 401, None, 4, ["0-3-6-7"]])
def test_a_sign_that_is_none_is_refused(client: TestClient, sign: object) -> None:
    assert client.put("/api/v1/lock", json={"sign": sign}).status_code == 422


def test_any_text_may_be_a_sign(client: TestClient) -> None:
    for body in ('{"sign": "sɛbɛ 🌍"}'.encode(), b'{"sign": "half \\ud800 of a sign"}'):
        asked = {"content": body, "headers": {"content-type": "application/json"}}
        assert client.request("PUT", "/api/v1/lock", **asked).status_code in (204, 422)  # type: ignore[arg-type]
        client.post("/api/v1/lock/close")
        answered = client.request("POST", "/api/v1/lock/lift", **asked)  # type: ignore[arg-type]
        assert answered.status_code in (204, 422)
