"""A hidden row is an absent one at the doors of the loop: the same bytes with and without it."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from sociogram.access.viewer import LOCAL_OWNER, Viewer
from sociogram.directory.packaged import packaged_directory
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Store

Serve = Callable[[Store], TestClient]
BASE = "/api/v1/referrals"
HIDDEN, HIDDEN_SERVICE = "refuge-demo", "refuge-demo--ecoute-1"
MADE = {
    "need": "ecoute",
    "sender": "aracem",
    "consent": {"scope": "need", "language": "fr", "month": "2026-03"},
}


def name(number: int) -> str:
    return str(UUID(int=number, version=4))


@pytest.fixture(scope="module")
def both(serve: Serve) -> tuple[TestClient, TestClient]:
    folder = packaged_directory()
    open_rows = replace(
        folder,
        organisations=tuple(one for one in folder.organisations if one.sensitivity != "restreint"),
        services=tuple(one for one in folder.services if one.sensitivity != "restreint"),
        relations=tuple(one for one in folder.relations if one.sensitivity != "restreint"),
        hidden_texts=(),
    )
    clients = []
    for rows in (folder, open_rows):
        store = MemoryStore()
        store.import_directory(LOCAL_OWNER, rows)
        clients.append(serve(store))
    return clients[0], clients[1]


QUESTIONS: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("post", BASE, {**MADE, "id": name(1), "receiver": HIDDEN}),
    ("post", BASE, {**MADE, "id": name(1), "sender": HIDDEN, "receiver": "aracem"}),
    ("post", BASE, {**MADE, "id": name(1), "service": HIDDEN_SERVICE}),
    ("post", BASE, {**MADE, "id": name(2), "receiver_text": HIDDEN, "way": "phone"}),
    (
        "post",
        f"{BASE}/{name(2)}/events",
        {"id": name(3), "kind": "consent_withdrawn", "at": "2026-03-02T09:00:00Z"},
    ),
    ("post", f"{BASE}/{name(2)}/events", {"id": name(4), "kind": "told", "args": {"organisation": HIDDEN}}),
    ("post", f"/api/v1/services/{HIDDEN_SERVICE}/checks", {"status": "open"}),
    ("put", "/api/v1/tonight", {"functions": [{"label": "garde", "organisation": HIDDEN}]}),
)


def test_every_question_gets_the_same_bytes(both: tuple[TestClient, TestClient]) -> None:
    for method, address, body in QUESTIONS:
        with_it, without_it = (client.request(method, address, json=body) for client in both)
        assert with_it.status_code == without_it.status_code, address
        assert with_it.content == without_it.content, (address, with_it.text, without_it.text)


def test_what_is_listed_and_printed_has_the_same_bytes(both: tuple[TestClient, TestClient]) -> None:
    for client in both:
        client.post(BASE, json={**MADE, "id": name(9), "receiver_text": "un centre", "way": "phone"})
    for address in (
        BASE,
        f"{BASE}/{name(9)}",
        f"{BASE}/{name(9)}/slip.pdf",
        f"{BASE}.csv",
        "/api/v1/tonight",
    ):
        with_it, without_it = (client.get(address) for client in both)
        assert with_it.status_code == 200, address
        assert with_it.content == without_it.content, address


def test_hidden_and_unknown_get_the_same_answer(both: tuple[TestClient, TestClient]) -> None:
    for field, hidden, absent in (
        ("receiver", HIDDEN, "nobody"),
        ("sender", HIDDEN, "nobody"),
        ("service", HIDDEN_SERVICE, "nothing"),
    ):
        asked = [both[0].post(BASE, json={**MADE, "id": name(5), field: one}) for one in (hidden, absent)]
        assert asked[0].status_code == asked[1].status_code == 422
        assert asked[0].content == asked[1].content


def test_a_receiver_that_is_hidden_later_is_named_nowhere(serve: Serve) -> None:
    """A row granted, referred to, then hidden again: its name leaves the list, the history and the paper."""
    store = MemoryStore()
    store.import_directory(Viewer("somebody"), packaged_directory())
    store.grant("organisation", HIDDEN, LOCAL_OWNER.id)
    client = serve(store)
    made = client.post(BASE, json={**MADE, "id": name(6), "receiver": HIDDEN, "way": "phone"})
    assert made.status_code == 201
    shown = store.directory(LOCAL_OWNER).organisations[HIDDEN].name
    assert shown in client.get(BASE).text
    assert shown not in client.get(f"{BASE}.csv").text
    bare = MemoryStore()
    bare.import_directory(Viewer("somebody"), packaged_directory())
    bare.note_events(
        LOCAL_OWNER, [one.event for one in store.events(LOCAL_OWNER).events], today=store_day(store)
    )
    later = serve(bare)
    for address in (BASE, f"{BASE}/{name(6)}", f"{BASE}.csv"):
        assert shown not in later.get(address).text


def store_day(store: Store):  # type: ignore[no-untyped-def]
    return store.events(LOCAL_OWNER).events[0].noted_on


def test_nobody_elses_referrals_are_there(serve: Serve) -> None:
    store = MemoryStore()
    serve(store).post(BASE, json={**MADE, "id": name(7), "receiver_text": "un centre"})
    assert store.events(LOCAL_OWNER).events
    assert store.events(Viewer("somebody")).events == ()
