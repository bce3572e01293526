"""Referrals over HTTP: made, sent, answered in one tap, merged from offline, told in sentences."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.security import LaunchToken
from api.state import ServerState
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.situation.gestures import Gesture
from sociogram.stores.memory_store import MemoryStore
from tools.gesture_scenarios import gesture_id

BASE = "/api/v1/referrals"
NEED = {"need": "hebergement", "place": "gao", "sender": "aracem"}
SERVICE = "maison-du-migrant-gao--hebergement-1"
CONSENT = {"scope": "need", "language": "bm", "month": "2026-03"}
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def uuid(number: int) -> str:
    return str(UUID(int=number, version=4))


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Iterator[TestClient]:
    app = create_app(ServerState(store=MemoryStore(), clock=clock), LaunchToken(value="token-of-the-tests"))
    headers = {"authorization": "Bearer token-of-the-tests"}
    with TestClient(app, base_url="http://127.0.0.1:8000", headers=headers) as client:
        yield client


def make(desk: TestClient, number: int = 1, **more: Any) -> str:
    body = {"id": uuid(number), **NEED, "service": SERVICE, "consent": CONSENT, "way": "phone", **more}
    made = desk.post(BASE, json={key: value for key, value in body.items() if value is not None})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def step(desk: TestClient, referral: str, number: int, kind: str, **args: Any) -> Any:
    body = {"id": uuid(1000 + number), "kind": kind, "args": args}
    return desk.post(f"{BASE}/{referral}/events", json=body)


def test_a_referral_is_made_sent_and_answered_by_one_tap_each(desk: TestClient) -> None:
    referral = make(desk)
    answered = step(desk, referral, 1, "accepted").json()
    assert answered["referral"]["state"] == {"code": "accepted", "label": "acceptée"}
    assert answered["referral"]["receiver"] == {
        "id": "maison-du-migrant-gao",
        "name": "Maison du Migrant de Gao",
    }
    assert [one["text"] for one in answered["history"]] == [
        "Orientation préparée vers Maison du Migrant de Gao.",
        "Envoyée par téléphone à Maison du Migrant de Gao.",
        "Maison du Migrant de Gao accepte.",
    ]
    assert [one["kind"] for one in answered["steps"]][:2] == ["in_service", "completed"]
    done = step(desk, referral, 2, "completed", outcome="helped").json()
    assert done["history"][-1]["text"] == "Terminée : la personne a été aidée."
    english = desk.get(f"{BASE}/{referral}?lang=en").json()
    assert english["history"][-1]["text"] == "Completed: the person was helped."
    assert english["referral"]["answered_on"] == "2026-03-01"


def test_the_same_request_twice_is_one(desk: TestClient, clock: Clock) -> None:
    first = make(desk)
    clock.now = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert make(desk) == first
    step(desk, first, 1, "accepted")
    clock.now = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
    again = step(desk, first, 1, "accepted")
    assert again.status_code == 200
    assert len(again.json()["history"]) == 3
    other = step(desk, first, 1, "declined", reason="safety")
    assert other.status_code == 422
    assert desk.get(f"{BASE}").json()["total"] == 1


def test_a_step_that_is_not_possible_says_which_are(desk: TestClient) -> None:
    referral = make(desk, way=None)
    refused = step(desk, referral, 1, "accepted")
    assert refused.status_code == 422
    assert refused.json()["type"] == "urn:sociogram:problem:step_not_possible"
    assert "referral_sent" in refused.json()["detail"]
    assert len(desk.get(f"{BASE}/{referral}").json()["history"]) == 1


def test_what_was_done_offline_merges_in_any_order(desk: TestClient) -> None:
    subject = uuid(7)
    args = {**NEED, "service": SERVICE, "consent": CONSENT, "focal_point": False, "priority": "urgent"}
    events = [
        {"id": uuid(13), "kind": "accepted", "subject": subject, "at": "2026-02-28T18:00:00Z"},
        {"id": uuid(12), "kind": "referral_sent", "subject": subject, "args": {"way": "phone"}},
        {"id": uuid(11), "kind": "referral_made", "subject": subject, "args": args},
    ]
    done = desk.post(f"{BASE}/events", json={"events": events})
    assert done.json()["noted"] == 3
    again = desk.post(f"{BASE}/events", json={"events": events[::-1]})
    assert again.json() == {**done.json(), "noted": 0}
    found = desk.get(f"{BASE}/{subject}").json()
    assert found["referral"]["state"]["code"] == "accepted"
    assert found["referral"]["answered_on"] == "2026-02-28"
    assert found["history"][0]["by"] == "local"


def test_one_bad_event_refuses_the_whole_batch_and_names_it(desk: TestClient) -> None:
    subject = make(desk)
    events = [
        {"id": uuid(21), "kind": "accepted", "subject": subject},
        {"id": uuid(22), "kind": "declined", "subject": subject, "args": {"reason": "they are lazy"}},
    ]
    refused = desk.post(f"{BASE}/events", json={"events": events})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["place"] == "$.events[1]"
    assert refused.json()["errors"][0]["field"] == "args.reason"
    assert "lazy" not in refused.text
    assert len(desk.get(f"{BASE}/{subject}").json()["history"]) == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"sender": "nobody-here"}, "sender"),
        ({"service": "no-such-service"}, "service"),
        ({"need": "plaidoyer"}, "need"),
        ({"place": "atlantide"}, "place"),
        ({"groups": ["nobles"]}, "groups[0]"),
        ({"receiver": "atc"}, "service"),
        ({"country": "Ma"}, "country"),
        ({"consent": {**CONSENT, "month": "mars"}}, "consent.month"),
        ({"service": None}, "receiver"),
    ],
)
def test_what_a_referral_names_is_checked(desk: TestClient, change: dict[str, Any], field: str) -> None:
    body = {"id": uuid(1), **NEED, "service": SERVICE, "consent": CONSENT, **change}
    refused = desk.post(BASE, json={key: value for key, value in body.items() if value is not None})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == field
    assert desk.get(BASE).json()["total"] == 0


def test_without_consent_nothing_is_passed_on(desk: TestClient) -> None:
    body = {"id": uuid(1), **NEED, "service": SERVICE}
    for way in ("phone", "form"):
        refused = desk.post(BASE, json={**body, "way": way})
        assert refused.json()["type"] == "urn:sociogram:problem:no_consent"
    assert desk.post(BASE, json={**body, "way": "slip"}).status_code == 201
    assert desk.get(f"{BASE}/{uuid(1)}/form.pdf").status_code == 403
    assert desk.get(f"{BASE}/{uuid(1)}/slip.pdf").status_code == 200


def test_what_is_overdue_comes_first(desk: TestClient, clock: Clock) -> None:
    calm, urgent = make(desk, 1), make(desk, 2, priority="urgent")
    closed = make(desk, 3)
    step(desk, closed, 1, "cancelled")
    clock.now = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
    found = desk.get(BASE).json()
    assert [one["id"] for one in found["items"]] == [urgent, calm, closed]
    assert [one["overdue"] for one in found["items"]] == [True, False, False]
    assert found["overdue"] == 1
    assert found["items"][0]["age"] == {"days": 4, "text": "réponse attendue depuis 4 jours"}
    assert [one["id"] for one in desk.get(f"{BASE}?state=overdue").json()["items"]] == [urgent]
    assert desk.get(f"{BASE}?state=open").json()["total"] == 2
    assert desk.get(f"{BASE}?after={found['version'] - 1}").json()["total"] == 1
    assert desk.get(f"{BASE}?size=1&page=2").json()["items"][0]["id"] == calm


def test_the_time_for_an_answer_is_edited(desk: TestClient, clock: Clock) -> None:
    referral = make(desk)
    before = desk.get(f"{BASE}/deadlines")
    assert before.json()["hours"] == {"emergency": 24, "urgent": 72, "normal": 336}
    hours = {"emergency": 6, "urgent": 24, "normal": 48}
    assert desk.put(f"{BASE}/deadlines", json=hours, headers={"if-match": '"0"'}).json()["hours"] == hours
    stale = desk.put(f"{BASE}/deadlines", json=hours, headers={"if-match": '"0"'})
    assert stale.status_code == 412
    assert stale.json()["since"]["hours"] == hours
    clock.now = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    assert desk.get(f"{BASE}/{referral}").json()["referral"]["overdue"]
    step(desk, referral, 1, "deadline_set", hours=240)
    assert not desk.get(f"{BASE}/{referral}").json()["referral"]["overdue"]


def test_each_hop_is_told_of_a_withdrawal_and_paper_forgets_nothing(desk: TestClient) -> None:
    first = make(desk)
    second = make(desk, 2, service=None, receiver_text="centre de santé de Gao", instead_of=first)
    assert (
        desk.get(f"{BASE}/{first}").json()["history"][-1]["text"] == "Réorientée vers centre de santé de Gao."
    )
    told = step(desk, second, 1, "consent_withdrawn").json()["withdrawal"]
    assert [one["name"] for one in told["to_tell"]] == ["Maison du Migrant de Gao", "centre de santé de Gao"]
    assert "Le papier n'oublie pas" in told["text"]
    assert told["still_open"] == [{"id": first, "reference": "0000 0000"}]
    assert "encore ouvertes : 0000 0000" in told["text"]
    step(desk, second, 2, "told", organisation="maison-du-migrant-gao")
    after = step(desk, second, 3, "told", text="Centre de santé de Gao").json()["withdrawal"]
    assert after["to_tell"] == []
    assert [one["on"] for one in after["told"]] == ["2026-03-01", "2026-03-01"]
    assert "Le papier n'oublie pas" in after["text"]
    assert desk.get(f"{BASE}/{second}/slip.pdf").status_code == 403


def test_the_same_person_is_linked_inside_one_sender_only(desk: TestClient) -> None:
    make(desk, 1, person=uuid(99))
    body = {"id": uuid(2), **NEED, "service": SERVICE, "consent": CONSENT, "person": uuid(99)}
    assert desk.post(BASE, json=body).status_code == 201
    elsewhere = {**body, "id": uuid(3), "sender": "maison-du-migrant-gao"}
    refused = desk.post(BASE, json=elsewhere)
    assert refused.json()["type"] == "urn:sociogram:problem:person_elsewhere"


def test_a_referral_is_forgotten_for_good(desk: TestClient) -> None:
    referral = make(desk)
    assert desk.delete(f"{BASE}/{referral}").status_code == 204
    assert desk.get(f"{BASE}/{referral}").status_code == 404
    body = {"id": referral, **NEED, "service": SERVICE, "consent": CONSENT, "way": "phone"}
    desk.post(BASE, json=body)
    assert desk.get(f"{BASE}/{referral}").status_code == 404


def test_the_night_list_says_when_it_is_empty_and_names_nobody(desk: TestClient) -> None:
    empty = desk.get("/api/v1/tonight").json()
    assert empty["functions"] == []
    assert "Aucune fonction" in empty["text"]
    listed = [{"label": "permanence", "organisation": "aracem", "phone": "+223 00 00 00 00"}]
    kept = desk.put("/api/v1/tonight", json={"functions": listed})
    assert kept.json()["text"] == "Joignables la nuit, d'après la liste du 2026-03-01."
    assert kept.json()["functions"][0]["organisation_name"].startswith("Association des Refoulés")
    assert desk.get("/api/v1/tonight").headers["etag"] == kept.headers["etag"]
    unknown = desk.put("/api/v1/tonight", json={"functions": [{"label": "x", "organisation": "nobody"}]})
    assert unknown.json()["errors"][0]["field"] == "functions[0].organisation"


def test_a_call_to_a_service_is_noted(desk: TestClient) -> None:
    done = desk.post(f"/api/v1/services/{SERVICE}/checks", json={"status": "full", "until": "2026-03-20"})
    assert done.status_code == 201
    absent = desk.post("/api/v1/services/none/checks", json={"status": "full"})
    assert absent.status_code == 404
    assert absent.json() == desk.get("/api/v1/services/none").json()
    bad = desk.post(f"/api/v1/services/{SERVICE}/checks", json={"status": "full", "places": -1})
    assert bad.status_code == 422


def test_beside_a_discreet_receiver_nothing_of_what_it_treats(desk: TestClient) -> None:
    referral = make(
        desk,
        need="sante_sexuelle",
        place="bamako",
        service="atc--sante-sexuelle-1",
        groups=["travailleuses_sexe"],
    )
    for address in (BASE, f"{BASE}/{referral}"):
        said = desk.get(address).text
        assert "Association Tilé Coura" in said
        for secret in ("exuel", "sexe", "reproductive"):
            assert secret not in said
    assert desk.get(f"{BASE}/{referral}").json()["referral"]["need"] == {"code": None, "label": "soin"}


def test_an_arrow_marked_on_a_sheet_is_answered_and_not_noted_twice() -> None:
    store = MemoryStore()
    sheet = (
        act(1, "add_professional", id="w1"),
        act(2, "add_institution", id="i1"),
        act(3, "draw", id="a1", activator="w1", activated="i1", when="2026-02-05", referral=uuid(5)),
    )
    store.create(LOCAL_OWNER, "s", sheet, {})
    app = create_app(ServerState(store=store, clock=lambda: NOW), LaunchToken(value="token-of-the-tests"))
    headers = {"authorization": "Bearer token-of-the-tests"}
    with TestClient(app, base_url="http://127.0.0.1:8000", headers=headers) as desk:
        (line,) = desk.get(BASE).json()["items"]
        assert line["overdue"]
        assert line["need"]["label"] == "besoin non dit"
        answered = step(desk, uuid(5), 1, "accepted").json()
        assert [one["kind"] for one in answered["history"]] == ["referral_made", "referral_sent", "accepted"]
        assert answered["history"][1]["text"].startswith("Une flèche verte de la feuille la note")
        assert desk.delete(f"{BASE}/{uuid(5)}").status_code == 422
        assert desk.get(f"{BASE}/{uuid(5)}").status_code == 200


def act(number: int, kind: str, /, **args: Any) -> Gesture:
    return Gesture(gesture_id(number), kind, "2026-02-07T08:00:00Z", "local", args)
