"""What the network lacks, at both doors: the same answer, in both languages, and nothing hidden in it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.cli.demo import demo_store
from api.cli.main import run
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.packaged import packaged_directory, packaged_public_directory
from sociogram.directory.plain_words import plain
from sociogram.loop.event import Event
from sociogram.stores.protocol import Store
from tests.api.test_hidden_at_the_doors import without_hidden

Serve = Callable[[Store], TestClient]
MADE = date(2026, 1, 5)


def made(n: int, kind: str, subject: str, **args: Any) -> Event:
    return Event(
        f"20000000-0000-4000-8000-{n:012d}", kind, subject, "2026-01-05T09:00:00Z", MADE, "local", args
    )


def busy(folder: DirectoryFolder | None = None) -> Store:
    """The demo with a referral that waits since January, and a refusal."""
    store = demo_store(folder) if folder else demo_store()
    one, other = "30000000-0000-4000-8000-000000000001", "30000000-0000-4000-8000-000000000002"
    about = {
        "need": "hebergement",
        "place": "gao",
        "sender": "aracem",
        "focal_point": False,
        "priority": "normal",
    }
    events = [
        made(1, "referral_made", one, **about),
        made(2, "referral_sent", one, way="phone"),
        made(3, "referral_made", other, **about, receiver="maison-du-migrant-gao"),
        made(4, "referral_sent", other, way="phone"),
        made(5, "declined", other, reason="no_capacity"),
    ]
    store.note_events(LOCAL_OWNER, events, today=MADE)
    return store


def grant_all(store: Store) -> None:
    folder = packaged_directory()
    for kind, rows in (("organisation", folder.organisations), ("service", folder.services)):
        for row in rows:
            if row.sensitivity == "restreint":
                store.grant(kind, row.id, LOCAL_OWNER.id)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_hidden_opened_and_absent_rows_make_the_same_bytes(serve: Serve, lang: str) -> None:
    opened = busy()
    grant_all(opened)
    stores = (busy(), opened, busy(without_hidden(packaged_directory())))
    answers = [serve(store).get(f"/api/v1/gaps?lang={lang}&weeks=2") for store in stores]
    assert answers[0].status_code == 200
    assert answers[0].content == answers[1].content == answers[2].content
    assert b"refuge-demo" not in answers[0].content


def test_it_says_who_waits_whom_to_ask_and_why_people_are_refused(serve: Serve) -> None:
    answer = serve(busy()).get("/api/v1/gaps?lang=fr").json()
    (need,) = answer["open_needs"]
    assert (need["need"], need["place_label"], len(need["referrals"])) == ("hebergement", "Gao", 2)
    asked = [one["id"] for one in need["ask"]]
    assert "maison-du-migrant-gao" not in asked
    assert {one["reason"]: one["count"] for one in answer["refusals"]}["no_capacity"] == 1
    assert [one["kind"] for one in answer["doubles"]] == ["to_compare"]
    assert answer["words"]["open"] == "Besoins ouverts depuis 4 semaines ou plus"
    rows = {row["need"]: row["cells"] for row in answer["map"]["needs"]}
    assert {cell for cells in rows.values() for cell in cells} >= {
        "to_check",
        "closed",
        "elsewhere",
        "nothing",
    }


def test_no_discreet_service_is_named_beside_a_need(serve: Serve) -> None:
    store, about = demo_store(), {"sender": "aracem", "focal_point": False, "priority": "normal"}
    for at, need in enumerate(("sante", "sante_sexuelle", "hebergement", "ecoute")):
        subject = f"40000000-0000-4000-8000-{at:012d}"
        store.note_events(
            LOCAL_OWNER, [made(90 + at, "referral_made", subject, need=need, **about)], today=MADE
        )
    client = serve(store)
    named = {ask["id"] for one in client.get("/api/v1/gaps").json()["open_needs"] for ask in one["ask"]}
    rows = packaged_public_directory()
    quiet = {
        one.organisation_id
        for one in rows.services.values()
        if one.discreet and one.category == "sante_sexuelle"
    }
    asked = {"origin": "aracem", "needs": ["sante_sexuelle"]}
    suggested = client.post("/api/v1/referrals/suggest", json=asked).json()["suggestions"]
    assert quiet & {one["provider"] for one in suggested}, "the question itself may be answered with it"
    assert named
    assert not named & (quiet | {one.id for one in rows.organisations.values() if one.discreet})


def test_no_page_ranks_or_counts_organisations(serve: Serve) -> None:
    answer = serve(busy()).get("/api/v1/gaps?lang=fr").json()
    names = [(plain(pair["first"]["name"]), plain(pair["second"]["name"])) for pair in answer["pairs"]]
    assert names == sorted(names)
    assert {key for pair in answer["pairs"] for key in pair} == {"first", "second", "areas", "text"}
    assert {key for one in answer["refusals"] for key in one} == {"reason", "label", "count"}


def test_weeks_out_of_bounds_are_refused_at_both_doors(serve: Serve, capsys: Any) -> None:
    assert serve(demo_store()).get("/api/v1/gaps?weeks=9999").status_code == 422
    assert run(["gaps", "--weeks", "9999", "--store", "memory:"]) == 2
    assert run(["gaps", "--weeks", "-1", "--store", "memory:"]) == 2
    errors = capsys.readouterr().err.strip().splitlines()
    assert len(errors) == 2
    assert all("520" in line for line in errors)


def test_the_command_says_the_same_in_words_and_in_data(serve: Serve, capsys: Any) -> None:
    assert run(["gaps", "--json", "--today", "2026-03-01", "--store", "memory:", "--lang", "en"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data == serve(demo_store()).get("/api/v1/gaps?lang=en").json()
    assert run(["gaps", "--today", "2026-03-01", "--store", "memory:", "--lang", "fr"]) == 0
    text = capsys.readouterr().out
    assert "BESOINS ET LIEUX" in text
    assert "rien — Bamako" in text
    assert "Aucun besoin n'attend depuis si longtemps." in text
