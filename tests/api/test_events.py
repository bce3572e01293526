"""The event stream of a sheet: a real server in a thread, real sockets, both stores."""

import http.client
import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from api.app import create_app
from api.routes import events
from api.security import LaunchToken
from api.server import _Server, free_port
from api.state import ServerState
from api.use_cases.gestures import read_gestures
from api.use_cases.situations import read_new
from sociogram.access.viewer import LOCAL_OWNER, Viewer
from sociogram.stores.key_slot import Cost
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Store
from sociogram.stores.sqlite_store import SqliteStore

TOKEN = "token-of-the-events"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "cinq feutres sur la table"
SHEET = {"id": "essai", "fictional": True}


@dataclass
class Clock:
    now: datetime = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Running:
    """A server in a thread."""

    def __init__(self, store: Store) -> None:
        self.clock = Clock()
        self.state = ServerState(store=store, clock=self.clock)
        self.port = free_port("127.0.0.1", 0)
        app = create_app(self.state, LaunchToken(value=TOKEN))
        config = uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="warning", access_log=False)
        self.server = _Server(config, self.state.bell)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)

    def ask(self, method: str, address: str, body: object = None, **headers: str) -> tuple[int, Any]:
        answer = self.open(method, address, body, **headers)
        data = answer.read()
        return answer.status, json.loads(data) if data else None

    def open(
        self, method: str, address: str, body: object = None, **headers: str
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named = {"authorization": f"Bearer {TOKEN}", "content-type": "application/json", **named}
        sent = None if body is None else json.dumps(body)
        connection.request(method, f"/api/v1{address}", sent, named)
        return connection.getresponse()

    def create(self, keep: str = "forever", sheet: object = SHEET) -> str:
        status, made = self.ask("POST", f"/situations?keep={keep}", sheet)
        assert status == 201
        return str(made["id"])

    def send(self, sheet: str, *gestures: dict[str, Any], texts: object = None, **headers: str) -> int:
        body = {"gestures": gestures, "texts": texts or {}}
        status, said = self.ask("POST", f"/situations/{sheet}/gestures", body, **headers)
        assert status == 200, said
        return int(said["version"])

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(15)
        assert not self.thread.is_alive()


@contextmanager
def running(store: Store) -> Iterator[Running]:
    one = Running(store)
    try:
        yield one
    finally:
        one.stop()


@pytest.fixture(params=["memory", "sqlite"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    sqlite = request.param == "sqlite"
    store: Store = SqliteStore(tmp_path / "s.db", lambda: PASSPHRASE, cost=CHEAP) if sqlite else MemoryStore()
    with running(store) as one:
        yield one


class Stream:
    """The events of a sheet, read one by one."""

    def __init__(self, server: Running, sheet: str, query: str = "after=0", **headers: str) -> None:
        self.answer = server.open("GET", f"/situations/{sheet}/events?{query}", **headers)

    def next(self) -> tuple[str, Any] | None:
        """The next event that is no beat, or None at the end."""
        name = ""
        while line := self.answer.readline():
            text = line.decode().rstrip("\n")
            if text.startswith("event: "):
                name = text[7:]
            if text.startswith("data: "):
                return name, json.loads(text[6:])
        return None

    def next_of(self, kind: str) -> Any:
        while (found := self.next()) is not None:
            if found[0] == kind:
                return found[1]
        raise AssertionError(f"no {kind}")

    def close(self) -> None:
        self.answer.close()


def person(number: int, kind: str = "add_person", **args: Any) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{kind} {number}")),
        "v": 1,
        "kind": kind,
        "at": "2026-01-01T00:00:00Z",
        "by": "local",
        "args": args or {"id": f"p{number}"},
    }


@pytest.mark.parametrize("keep", ["forever", "none"])
def test_a_gesture_is_told_at_once(server: Running, keep: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the bell: the next look at the store never comes."""
    monkeypatch.setattr(events, "LOOK_AGAIN", 3600.0)
    sheet = server.create(keep)
    version = server.send(sheet, person(1))
    stream = Stream(server, sheet, f"after={version}")
    assert stream.answer.getheader("content-type") == "text/event-stream; charset=utf-8"
    assert stream.answer.getheader("cache-control") == "no-store"
    assert stream.next() == ("keep", {"keep": keep})
    server.send(sheet, person(2))
    told = stream.next_of("log")
    assert [one["args"] for one in told["gestures"]] == [{"id": "p2"}]
    assert (told["after"], told["version"], told["complete"]) == (version, version + 1, False)
    stream.close()


def test_what_was_missed_comes_first(server: Running) -> None:
    sheet = server.create()
    for number in range(4):
        server.send(sheet, person(number))
    stream = Stream(server, sheet, "after=2")
    assert [one["args"]["id"] for one in stream.next_of("log")["gestures"]] == ["p1", "p2", "p3"]
    stream.close()
    again = Stream(server, sheet, "after=0", last_event_id="4")
    assert [one["args"]["id"] for one in again.next_of("log")["gestures"]] == ["p3"]
    again.close()


def test_a_withdrawal_is_told_as_complete(server: Running) -> None:
    sheet = server.create("none")
    server.send(sheet, person(1, id="p1", label="t1"), texts={"t1": {"fr": "Zinzolin"}})
    version = server.send(sheet, person(2))
    stream = Stream(server, sheet, f"after={version}")
    server.send(sheet, person(3, "withdraw", id="p1"))
    told = stream.next_of("log")
    assert told["complete"] is True
    assert [one["args"] for one in told["gestures"] if one["kind"] == "add_person"] == [{"id": "p2"}]
    assert "Zinzolin" not in json.dumps(told)
    stream.close()


def test_a_deleted_sheet_is_told_and_the_stream_ends(server: Running) -> None:
    sheet = server.create("none")
    stream = Stream(server, sheet)
    assert stream.next_of("log")["version"] >= 1
    assert server.ask("DELETE", f"/situations/{sheet}")[0] == 204
    assert stream.next_of("gone") == {"why": "deleted"}
    assert stream.next() is None


def test_an_expired_sheet_is_told() -> None:
    with running(MemoryStore()) as server:
        sheet = server.create("tonight")
        stream = Stream(server, sheet)
        assert stream.next_of("keep") == {"keep": "tonight"}
        server.clock.now += timedelta(days=1)
        assert stream.next_of("gone") == {"why": "expired"}


def test_a_new_keeping_is_told_and_loses_nothing(server: Running) -> None:
    sheet = server.create("none")
    version = server.send(sheet, person(1))
    stream = Stream(server, sheet, f"after={version}")
    assert stream.next_of("keep") == {"keep": "none"}
    assert server.ask("PUT", f"/situations/{sheet}/keep", {"keep": "tonight"})[0] == 200
    assert stream.next_of("keep") == {"keep": "tonight"}
    server.send(sheet, person(2))
    assert stream.next_of("log")["version"] == version + 1
    stream.close()


def test_another_sheet_of_the_same_name_is_not_mistaken_for_it(server: Running) -> None:
    sheet = server.create()
    server.send(sheet, person(1))
    held = person(1)["id"]
    stream = Stream(server, sheet, f"after=1&last={held}")
    assert stream.next() != ("gone", {"why": "deleted"})
    stream.close()
    server.ask("DELETE", f"/situations/{sheet}")
    assert server.create() == sheet
    for number in range(2, 5):
        server.send(sheet, person(number))
    for method, address, body in (
        ("GET", f"events?after=1&last={held}", None),
        ("GET", f"gestures?after=1&last={held}", None),
        ("POST", f"gestures?last={held}", {"gestures": [person(9)], "texts": {}}),
    ):
        status, said = server.ask(method, f"/situations/{sheet}/{address}", body)
        assert (status, said["type"]) == (404, "urn:sociogram:problem:unknown_situation")
    assert server.ask("GET", f"/situations/{sheet}/gestures")[1]["version"] == 4


def test_a_sheet_that_changes_under_an_open_stream_is_told_as_gone(server: Running) -> None:
    """Erased and begun again between two looks: the reader's own last gesture tells them apart."""
    sheet = server.create()
    version = server.send(sheet, person(1))
    stream = Stream(server, sheet, f"after={version}&last={person(1)['id']}")
    assert stream.next() == ("keep", {"keep": "forever"})
    server.state.store.delete(LOCAL_OWNER, sheet)
    server.state.create(_new(sheet), "forever")
    server.send(sheet, person(2), person(3))
    assert stream.next() == ("gone", {"why": "deleted"})


def test_what_was_withdrawn_is_still_known_as_the_same_sheet(server: Running) -> None:
    sheet = server.create("none")
    server.send(sheet, person(1))
    server.send(sheet, person(3, "withdraw", id="p1"))
    body = {"gestures": [person(9)], "texts": {}}
    assert server.ask("POST", f"/situations/{sheet}/gestures?last={person(1)['id']}", body)[0] == 200


def test_hidden_is_absent() -> None:
    store = MemoryStore()
    other = Viewer("somebody-else")
    store.create(other, "cachée", (), {})
    with running(store) as server:
        hidden = server.ask("GET", "/situations/cach%C3%A9e/events")
        absent = server.ask("GET", "/situations/rien/events")
        assert hidden == absent
        assert hidden[0] == 404
        assert server.ask("GET", "/situations/rien/events", authorization="Bearer no")[0] == 401
        assert server.ask("GET", "/situations/rien/events", origin="http://evil.example")[0] == 403
        assert server.ask("GET", "/situations/rien/events?afer=1")[0] == 422
        assert server.ask("GET", "/situations/rien/events?after=-1")[0] == 422
        assert server.ask("GET", "/situations/rien/events?last=x")[0] == 422


def test_the_stream_is_documented_with_an_example() -> None:
    with running(MemoryStore()) as server:
        said = server.ask("GET", "/openapi.json")[1]["paths"]["/api/v1/situations/{situation_id}/events"]
        answered = said["get"]["responses"]["200"]["content"]
        assert list(answered) == ["text/event-stream"]
        names = [
            line[7:] for line in answered["text/event-stream"]["example"].split("\n") if "event: " in line
        ]
        assert names == ["log", "keep", "gone"]
        page = http.client.HTTPConnection("127.0.0.1", server.port)
        page.request("GET", "/docs", headers={"authorization": f"Bearer {TOKEN}"})
        assert "event: gone" in page.getresponse().read().decode()


def test_beats_come_and_a_stop_ends_every_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOOK_AGAIN", 0.02)
    monkeypatch.setattr(events, "BEATS", 2)
    server = Running(MemoryStore())
    sheet = server.create()
    stream = Stream(server, sheet)
    lines = [stream.answer.readline() for _ in range(30)]
    assert lines.count(b": .\n") > 4
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 3
    while line := stream.answer.readline():
        assert line in (b": .\n", b"\n")


def test_who_leaves_is_no_longer_told(server: Running) -> None:
    sheet = server.create("none")
    streams = [Stream(server, sheet) for _ in range(5)]
    _until(lambda: server.state.bell.listening == 5)
    for stream in streams:
        stream.close()
    _until(lambda: server.state.bell.listening == 0)


def test_too_many_streams_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MOST", 2)
    with running(MemoryStore()) as server:
        sheet = server.create()
        streams = [Stream(server, sheet) for _ in range(2)]
        _until(lambda: server.state.bell.listening == 2)
        status, said = server.ask("GET", f"/situations/{sheet}/events")
        assert (status, said["type"]) == (503, "urn:sociogram:problem:too_many_readers")
        for stream in streams:
            stream.close()


def test_a_reader_who_takes_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "PATIENCE", 0.3)
    with running(MemoryStore()) as server:
        sheet = server.create()
        stream = Stream(server, sheet)
        stream.next_of("log")
        words = "mot " * 400
        # More than the sockets between them can hold, by the hundred: each change reads the whole sheet.
        for hundred in range(40):
            if server.state.bell.listening == 0:
                break
            numbers = range(100 * hundred, 100 * hundred + 100)
            texts = {f"t{number}": {"fr": words} for number in numbers}
            gestures = [person(number, "describe", notice=f"t{number}") for number in numbers]
            server.state.append(sheet, *_read(gestures, texts))
            time.sleep(0.02)
        _until(lambda: server.state.bell.listening == 0)
        # It comes back by its version and has everything.
        version = server.state.store.log(LOCAL_OWNER, sheet).version
        again = Stream(server, sheet, "after=1")
        assert again.next_of("log")["version"] == version
        again.close()


def _new(sheet: str) -> Any:
    return read_new(
        json.dumps({**SHEET, "id": sheet}).encode(), known={}, by="local", at="2026-01-01T00:00:00Z"
    )


def _read(gestures: list[dict[str, Any]], texts: dict[str, Any]) -> Any:
    return read_gestures({"gestures": gestures, "texts": texts}, by="local")


def test_another_process_on_the_same_file_is_told(tmp_path: Path) -> None:
    """Another connection to the file, as `import` during `serve` has: no bell rings here."""
    path = tmp_path / "s.db"
    with running(SqliteStore(path, lambda: PASSPHRASE, cost=CHEAP)) as server:
        sheet = server.create()
        stream = Stream(server, sheet, "after=1")
        other = SqliteStore(path, lambda: PASSPHRASE, cost=CHEAP)
        other.append(LOCAL_OWNER, sheet, *_read([person(7)], {}))
        assert [one["args"]["id"] for one in stream.next_of("log")["gestures"]] == ["p7"]
        other.delete(LOCAL_OWNER, sheet)
        other.close()
        assert stream.next_of("gone") == {"why": "deleted"}


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it never held")
