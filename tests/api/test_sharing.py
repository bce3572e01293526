"""One sheet lent to a tablet for an hour: the code, the cookie, and everything it does not open."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from api.app import create_doors
from api.cli.demo import demo_store
from api.security import LaunchToken
from api.sharing import CODE_LASTS, HOUR, TRIES, Sharing
from api.sharing_address import local_addresses, sharing_address
from api.state import ServerState
from sociogram.errors import BadInput

TOKEN = "token-of-the-tests"
LAN = "192.168.43.5:8001"
PEER = "192.168.43.20"
SHEET = "sit-01-gao-transit"


@dataclass
class Hall:
    """A server with its two doors, and the clock of the loan."""

    state: ServerState
    laptop: TestClient
    doors: object
    seconds: float = 0.0

    def tablet(self, peer: str = PEER) -> TestClient:
        return TestClient(
            self.doors.tablets,  # type: ignore[attr-defined]
            base_url=f"http://{LAN}",
            client=(peer, 50_000),
            raise_server_exceptions=False,
        )

    def lend(self, sheet: str = SHEET) -> str:
        answer = self.laptop.post(f"/api/v1/situations/{sheet}/share")
        assert answer.status_code == 200
        return str(answer.json()["share"]["invitation"]["code"])

    def paired(self, peer: str = PEER) -> TestClient:
        code = self.lend() if self.state.sharing.current() is None else self.fresh()  # type: ignore[union-attr]
        tablet = self.tablet(peer)
        assert tablet.post("/api/v1/pairing", json={"code": code}).status_code == 200
        return tablet

    def fresh(self) -> str:
        return str(self.laptop.post("/api/v1/share/code").json()["share"]["invitation"]["code"])


@pytest.fixture
def hall() -> Hall:
    store = demo_store()
    state = ServerState(store=store, clock=lambda: datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
    state.sharing = Sharing(LAN)
    doors = create_doors(state, LaunchToken(value=TOKEN))
    headers = {"authorization": f"Bearer {TOKEN}"}
    laptop = TestClient(doors.laptop, base_url="http://127.0.0.1:8000", headers=headers)
    made = Hall(state, laptop, doors)
    state.sharing.now = lambda: made.seconds
    return made


def sheets(hall: Hall) -> list[str]:
    return [row["id"] for row in hall.laptop.get("/api/v1/situations").json()["situations"]]


def gesture(number: int, by: str = "somebody-else") -> dict[str, object]:
    return {
        "id": f"0b0f1c52-7d1a-4f55-9d0c-{number:012d}",
        "v": 1,
        "kind": "add_person",
        "at": "2026-01-31T09:00:00Z",
        "by": by,
        "args": {"id": f"px{number}"},
    }


def test_the_sheet_of_these_tests_is_one_of_the_packaged_ones(hall: Hall) -> None:
    assert SHEET in sheets(hall)
    assert len(sheets(hall)) > 1


def test_a_stranger_on_the_network_is_shown_the_door_and_nothing_else(hall: Hall) -> None:
    hall.lend()
    stranger = hall.tablet()
    for path in _elsewhere(hall) | _of_the_sheet():
        assert stranger.get(path).status_code == 401, path
    assert stranger.get("/api/v1/health").status_code == 401
    assert stranger.post("/api/v1/session", json={"token": TOKEN}).status_code == 401


def test_the_launch_token_opens_nothing_from_the_network(hall: Hall) -> None:
    hall.lend()
    headers = {"authorization": f"Bearer {TOKEN}"}
    assert hall.tablet().get(f"/api/v1/situations/{SHEET}", headers=headers).status_code == 401


def test_the_code_opens_that_sheet_and_only_that_one(hall: Hall) -> None:
    tablet = hall.paired()
    for path in _of_the_sheet():
        assert tablet.get(path).status_code == 200, path
    for path in _elsewhere(hall):
        assert tablet.get(path).status_code == 404, path
    assert tablet.post("/api/v1/referrals/suggest", json={}).status_code == 404
    assert tablet.delete(f"/api/v1/situations/{SHEET}").status_code == 404
    assert tablet.post(f"/api/v1/situations/{SHEET}/share").status_code == 404
    assert tablet.delete("/api/v1/share").status_code == 404


def _of_the_sheet() -> set[str]:
    sheet = f"/api/v1/situations/{SHEET}"
    return {sheet, f"{sheet}/gestures", "/api/v1/pens", "/api/v1/pairing"}


def _elsewhere(hall: Hall) -> set[str]:
    others = {f"/api/v1/situations/{other}" for other in sheets(hall) if other != SHEET}
    sheet = f"/api/v1/situations/{SHEET}"
    rest = {"/api/v1/situations", "/api/v1/providers", "/api/v1/vocabulary", "/api/v1/share", "/docs", "/no"}
    pictures = {f"{sheet}/own.json", f"{sheet}/sheet.svg", f"{sheet}/findings", f"{sheet}/story", f"{sheet}/"}
    return others | rest | pictures | {f"{sheet}/../{sorted(others)[0].rpartition('/')[2]}"}


def test_every_gesture_of_a_tablet_is_signed_with_its_own_name(hall: Hall) -> None:
    tablet = hall.paired()
    by = tablet.get("/api/v1/pairing").json()["by"]
    sent = tablet.post(f"/api/v1/situations/{SHEET}/gestures", json={"gestures": [gesture(1, "local")]})
    assert sent.status_code == 200
    last = hall.laptop.get(f"/api/v1/situations/{SHEET}/gestures").json()["gestures"][-1]
    assert last["by"] == by != "local"


def test_each_side_undoes_its_own_gestures_only(hall: Hall) -> None:
    tablet, path = hall.paired(), f"/api/v1/situations/{SHEET}/gestures"
    assert tablet.post(path, json={"gestures": [gesture(1)]}).status_code == 200
    assert hall.laptop.post(path, json={"gestures": [gesture(2)]}).status_code == 200
    assert hall.laptop.post(path, json={"gestures": [undo(3, 1)]}).status_code == 422
    assert tablet.post(path, json={"gestures": [undo(4, 2)]}).status_code == 422
    assert tablet.post(path, json={"gestures": [undo(5, 1)]}).status_code == 200


def undo(number: int, undone: int) -> dict[str, object]:
    return {**gesture(number), "kind": "undo", "args": {"undoes": gesture(undone)["id"]}}


def test_a_code_is_good_once(hall: Hall) -> None:
    code = hall.lend()
    assert hall.tablet().post("/api/v1/pairing", json={"code": code}).status_code == 200
    assert hall.tablet("192.168.43.21").post("/api/v1/pairing", json={"code": code}).status_code == 403


def test_a_code_does_not_last(hall: Hall) -> None:
    code = hall.lend()
    hall.seconds += CODE_LASTS
    assert hall.laptop.get("/api/v1/share").json()["share"]["invitation"] is None
    assert hall.tablet().post("/api/v1/pairing", json={"code": code}).status_code == 403
    assert hall.tablet().post("/api/v1/pairing", json={"code": hall.fresh()}).status_code == 200


def test_a_fresh_code_ends_the_former_one(hall: Hall) -> None:
    former = hall.lend()
    fresh = hall.fresh()
    while fresh == former:
        fresh = hall.fresh()
    assert hall.tablet().post("/api/v1/pairing", json={"code": former}).status_code == 403
    hall.seconds += 1
    assert hall.tablet().post("/api/v1/pairing", json={"code": fresh}).status_code == 200


def test_guessing_waits_longer_each_time_and_burns_the_code(hall: Hall) -> None:
    code = hall.lend()
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for tries in range(TRIES):
        assert hall.tablet().post("/api/v1/pairing", json={"code": wrong}).status_code == 403
        if tries < TRIES - 1:
            # Waiting is asked of everybody, also of whoever has the right code.
            hall.seconds += 2**tries - 0.5
            early = hall.tablet().post("/api/v1/pairing", json={"code": code})
            assert early.status_code == 429
            assert early.headers["retry-after"]
        hall.seconds += 0.5
    hall.seconds += 60
    assert hall.tablet().post("/api/v1/pairing", json={"code": code}).status_code == 403
    assert hall.laptop.get("/api/v1/share").json()["share"]["invitation"] is None


def test_a_fresh_code_does_not_shorten_the_wait(hall: Hall) -> None:
    code = hall.lend()
    hall.tablet().post("/api/v1/pairing", json={"code": f"{(int(code) + 1) % 1_000_000:06d}"})
    assert hall.tablet().post("/api/v1/pairing", json={"code": hall.fresh()}).status_code == 429


def test_the_cookie_is_worth_nothing_from_another_address(hall: Hall) -> None:
    tablet = hall.paired()
    thief = hall.tablet("192.168.43.66")
    thief.cookies = tablet.cookies
    assert tablet.get("/api/v1/pairing").status_code == 200
    assert thief.get("/api/v1/pairing").status_code == 401


def test_the_cookie_cannot_be_read_by_a_script_and_opens_no_door_of_the_laptop(hall: Hall) -> None:
    answer = hall.tablet().post("/api/v1/pairing", json={"code": hall.lend()})
    said = answer.headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said
    value = answer.cookies["sociogram-tablet"]
    stranger = TestClient(hall.doors.laptop, base_url="http://127.0.0.1:8000")  # type: ignore[attr-defined]
    for name in ("sociogram", "sociogram-tablet"):
        stranger.cookies = {name: value}  # type: ignore[assignment]
        assert stranger.get(f"/api/v1/situations/{SHEET}").status_code == 401


@pytest.mark.parametrize("end", ["hour", "end", "remove", "erase", "another"])
def test_the_sheet_is_taken_back(hall: Hall, end: str) -> None:
    tablet = hall.paired()
    assert tablet.get(f"/api/v1/situations/{SHEET}").status_code == 200
    if end == "hour":
        hall.seconds += HOUR
    elif end == "end":
        assert hall.laptop.delete("/api/v1/share").status_code == 204
    elif end == "remove":
        [one] = hall.laptop.get("/api/v1/share").json()["share"]["devices"]
        assert hall.laptop.delete(f"/api/v1/share/devices/{one['id']}").status_code == 204
    elif end == "erase":
        assert hall.laptop.delete(f"/api/v1/situations/{SHEET}").status_code == 204
        assert tablet.get("/api/v1/pairing").status_code == 401
    else:
        hall.lend(next(other for other in sheets(hall) if other != SHEET))
    assert tablet.get("/api/v1/pairing").status_code == 401
    assert tablet.get(f"/api/v1/situations/{SHEET}").status_code == 401
    assert tablet.post(f"/api/v1/situations/{SHEET}/gestures", json={"gestures": []}).status_code == 401


def test_removing_one_tablet_leaves_the_other(hall: Hall) -> None:
    first, second = hall.paired(), hall.paired("192.168.43.21")
    listed = hall.laptop.get("/api/v1/share").json()["share"]["devices"]
    assert [one["number"] for one in listed] == [1, 2]
    hall.laptop.delete(f"/api/v1/share/devices/{listed[0]['id']}")
    assert first.get("/api/v1/pairing").status_code == 401
    assert second.get("/api/v1/pairing").status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1:8001", "192.168.43.5", "192.168.43.5:8002", "evil.example", ""])
def test_only_the_address_of_the_loan_may_be_asked(hall: Hall, host: str) -> None:
    tablet = hall.paired()
    assert tablet.get("/api/v1/pairing", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("origin", ["null", "http://evil.example", "http://192.168.43.5:8002"])
def test_another_page_may_not_speak_for_the_tablet(hall: Hall, origin: str) -> None:
    tablet = hall.paired()
    assert tablet.get("/api/v1/pairing", headers={"origin": origin}).status_code == 403


def test_the_laptop_does_not_answer_under_the_address_of_the_loan(hall: Hall) -> None:
    hall.lend()
    assert hall.laptop.get("/api/v1/share", headers={"host": LAN}).status_code == 400


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"code": 1}', '{"code": "é"}', '{"code": "\\ud800"}', "x" * 9000]
)
def test_a_hostile_code_is_refused_in_words(hall: Hall, body: str) -> None:
    hall.lend()
    answer = hall.tablet().post("/api/v1/pairing", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in {400, 403, 413, 422}
    assert answer.headers["content-type"] == "application/problem+json"


def test_without_share_the_page_is_told_and_nothing_is_lent() -> None:
    state = ServerState(store=demo_store(), clock=lambda: datetime(2026, 3, 1, tzinfo=UTC))
    doors = create_doors(state, LaunchToken(value=TOKEN))
    assert doors.tablets is None
    client = TestClient(
        doors.laptop, base_url="http://127.0.0.1:8000", headers={"authorization": f"Bearer {TOKEN}"}
    )
    assert client.get("/api/v1/share").json() == {"offered": False, "share": None}
    refused = client.post(f"/api/v1/situations/{SHEET}/share")
    assert refused.status_code == 409
    assert "serve --share" in refused.json()["detail"]


def test_a_sheet_that_is_not_there_cannot_be_lent(hall: Hall) -> None:
    assert hall.laptop.post("/api/v1/situations/nowhere/share").status_code == 404
    assert hall.laptop.get("/api/v1/share").json()["share"] is None


def test_a_tablet_is_told_the_names_of_the_services_of_its_sheet_and_of_no_other(hall: Hall) -> None:
    tablet = hall.paired()
    names = tablet.get("/api/v1/pairing").json()["names"]
    document = hall.laptop.get(f"/api/v1/situations/{SHEET}").json()["document"]
    drawn = {one["organisation"] for one in document["professionals"]} - {None}
    drawn |= {end for one in document["activations"] for end in (one["activator"], one["activated"])}
    everything = {row["id"] for row in hall.laptop.get("/api/v1/providers?size=200").json()["items"]}
    assert set(names) == drawn & everything
    assert 0 < len(names) < len(everything)


def test_the_tablets_page_is_strict_and_claims_nothing_plain_http_cannot_keep(hall: Hall) -> None:
    headers = hall.tablet().get("/").headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "cross-origin-opener-policy" not in headers
    assert headers["cache-control"] == "no-store"


def test_a_tablet_gives_its_sheet_back(hall: Hall) -> None:
    tablet = hall.paired()
    assert tablet.delete("/api/v1/pairing").status_code == 204
    assert tablet.get("/api/v1/pairing").status_code == 401
    assert hall.laptop.get("/api/v1/share").json()["share"]["devices"] == []


@pytest.mark.parametrize("asked", ["8.8.8.8", "0.0.0.0", "localhost", "", "::1", "10.255.255.254", "1.2.3"])
def test_only_a_local_address_of_this_computer_is_listened_on(asked: str) -> None:
    if asked == "":
        assert all(one.count(".") == 3 and one != "127.0.0.1" for one in local_addresses())
        return
    with pytest.raises(BadInput):
        sharing_address(asked)
