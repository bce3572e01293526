"""The new parts of a question at both doors: the same object, nothing repeated, calls and outcomes read."""

import json
import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.main import run
from api.use_cases.known import Knowledge, known_from
from api.use_cases.providers import service_json
from api.use_cases.sheet_events import SheetEvents
from sociogram.access.viewer import LOCAL_OWNER, Viewer
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation, Service
from sociogram.loop.event import Event, StoredEvent
from sociogram.referral.known import Outcome
from sociogram.referral.service_check import ServiceCheck
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Store

DAY = date(2026, 11, 20)
AT = "2026-11-20T08:00:00Z"
QUESTION: dict[str, Any] = {
    "origin": "aracem",
    "needs": ["hebergement"],
    "target_groups": ["migrants_transit"],
    "places": ["bamako"],
    "age": 30,
    "on": "2026-11-22",
    "must_not_know": ["institution_publique"],
    "documents": ["passeport"],
    "consent": ["association_ong_nationale", "agence_onu", "ong_internationale"],
    "k": 2,
}
COMMAND = [
    "suggest", "--json", "--from", "aracem", "--need", "hebergement", "--group", "migrants_transit",
    "--place", "bamako", "--age", "30", "--on", "2026-11-22", "--must-not-know", "institution_publique",
    "--document", "passeport", "--consent", "association_ong_nationale", "--consent", "agence_onu",
    "--consent", "ong_internationale", "-k", "2",
]  # fmt: skip
ADDRESS = "/api/v1/referrals/suggest"


@pytest.fixture
def no_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path}/none.db")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")


def test_both_doors_give_the_same_object(
    client: TestClient, no_store: None, capsys: pytest.CaptureFixture[str]
) -> None:
    by_http = client.post(ADDRESS, json=QUESTION).json()
    assert run(COMMAND) == 0
    assert json.loads(capsys.readouterr().out) == by_http
    assert {one["reason"] for one in by_http["excluded"]} >= {"must_not_know"}
    assert by_http["dates_judged"] is True
    said = json.dumps(by_http)
    assert "institution_publique" not in said
    assert "mmeia" not in said


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"age": 500}, "age"),
        ({"on": "2026-11"}, "on"),
        ({"on": "demain"}, "on"),
        ({"must_not_know": ["aracem", "zzz-secret"]}, "must_not_know[1]"),
        ({"documents": ["zzz-secret"]}, "documents[0]"),
        ({"consent": ["zzz-secret"]}, "consent[0]"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name_and_not_repeated(
    client: TestClient, change: dict[str, Any], field: str
) -> None:
    answer = client.post(ADDRESS, json={**QUESTION, **change})
    assert answer.status_code in (400, 422)
    assert field in answer.text
    assert "zzz-secret" not in answer.text
    assert "demain" not in answer.text


def test_on_the_command_line_the_option_is_named(no_store: None, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong, option in (
        (["--must-not-know", "zzz-secret"], "--must-not-know"),
        (["--on", "demain"], "--on"),
        (["--age", "500"], "--age"),
        (["--document", "zzz-secret"], "--document"),
    ):
        assert run(["suggest", "--from", "aracem", "--need", "sante", *wrong]) == 2
        said = capsys.readouterr().err
        assert option in said
        assert "zzz-secret" not in said


def test_tonight_is_today_at_the_door(client: TestClient) -> None:
    asked = {"origin": "aracem", "needs": ["hebergement"], "urgency": "tonight"}
    assert client.post(ADDRESS, json=asked).json()["dates_judged"] is True
    assert client.post(ADDRESS, json={**asked, "urgency": "urgent"}).json()["dates_judged"] is False


def event(kind: str, subject: str, /, on: date = DAY, **args: Any) -> Event:
    return Event(str(uuid.uuid4()), kind, subject, AT, on, "local", args)


def stored(*events: Event) -> tuple[StoredEvent, ...]:
    return tuple(StoredEvent(number, DAY, one) for number, one in enumerate(events, start=1))


def made(name: str, service: str) -> Event:
    return event(
        "referral_made", name, need="sante", sender="aracem", receiver="oim", service=service,
        focal_point=False, priority="normal", consent=None,
    )  # fmt: skip


def test_calls_outcomes_and_the_last_night_list_are_read_from_the_log() -> None:
    first, second = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))
    known = known_from(
        stored(
            event("service_checked", "s", on=date(2026, 11, 19), status="full"),
            event("service_checked", "s", on=date(2026, 11, 1), status="open", places=3),
            event("night_list", "", functions=[{"label": "ancienne"}]),
            event("night_list", "", functions=[{"label": "garde", "phone": "20 20"}]),
            made(first, "s"),
            event("referral_sent", first, way="phone"),
            event("accepted", first),
            made(second, "s"),
            event("referral_sent", second, way="phone"),
            event("declined", second, reason="no_capacity"),
        )
    )
    assert known.checks == {"s": ServiceCheck("full", date(2026, 11, 19))}
    assert [one.label for one in known.night_list] == ["garde"]
    assert sorted(known.outcomes["s"], key=lambda one: one.good) == [Outcome(DAY, False), Outcome(DAY, True)]


def test_a_refusal_by_the_person_says_nothing_of_the_service() -> None:
    name = str(uuid.UUID(int=3))
    refused = event("declined", name, reason="person_declined")
    assert (
        known_from(stored(made(name, "s"), event("referral_sent", name, way="slip"), refused)).outcomes == {}
    )


def test_what_is_noted_counts_in_the_next_question_and_for_nobody_else() -> None:
    store, sheets, knowledge = MemoryStore(), SheetEvents(), Knowledge()
    assert knowledge.of(store, LOCAL_OWNER, sheets).checks == {}
    note = event("service_checked", "s", status="closed", until="2026-12-01")
    store.note_events(LOCAL_OWNER, [note], today=DAY)
    held = knowledge.of(store, LOCAL_OWNER, sheets)
    assert held.checks == {"s": ServiceCheck("closed", DAY, until=date(2026, 12, 1))}
    assert knowledge.of(store, LOCAL_OWNER, sheets) is held, "nothing was noted since"
    assert Knowledge().of(store, Viewer("somebody"), SheetEvents()).checks == {}
    store.forget_events(LOCAL_OWNER, [note.id])
    assert knowledge.of(store, LOCAL_OWNER, sheets).checks == {}


def test_a_call_that_was_noted_changes_the_next_answer(client: TestClient, demo: Store) -> None:
    asked = {"origin": "oim", "needs": ["formation_professionnelle"], "target_groups": ["jeunes"],
             "on": "2026-11-22"}  # fmt: skip
    service = "snv--formation-professionnelle-1"
    assert service in client.post(ADDRESS, json=asked).text
    until = event("service_checked", service, on=date(2026, 11, 21), status="closed", until="2027-02-28")
    demo.note_events(LOCAL_OWNER, [until], today=date(2026, 11, 21))
    answer = client.post(ADDRESS, json=asked).json()
    assert service not in {one["service"] for one in answer["suggestions"]}
    assert answer["needs"][0]["next_openings"][0]["opens"] == "2027-03-01"


def test_the_directory_shows_facts_but_for_discreet_services() -> None:
    told = Service("s", "o", "sante", hours="le matin", night=True, checked_on="2026-11-20")
    for level, facts, checked in (
        ("public", {"hours": "le matin", "night": True, "checked_on": "2026-11-20"}, "2026-11-20"),
        ("prudence", {}, None),
    ):
        for quiet_owner in (False, True):
            owner = Organisation("o", "O", sensitivity=level if quiet_owner else "public")  # type: ignore[arg-type]
            row = replace(told, sensitivity="public" if quiet_owner else level)  # type: ignore[arg-type]
            shown = service_json(row, Directory(organisations={"o": owner}, services={"s": row}), "fr")
            assert (shown["facts"], shown["last_check"]) == (facts, checked)
