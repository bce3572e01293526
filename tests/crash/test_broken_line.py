"""A broken line to a real Neo4j: cut, delayed, half open, reset before, during and after COMMIT; a server
that is killed and comes back. What was acknowledged is there once; what was not, sent again with the same
ids, is there once too.

Half of the writes go through the store, half through HTTP, where nothing but 200 and 503 is ever answered.
"""

import random
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.security import LaunchToken
from api.state import ServerState
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.errors import StoreUnusable
from sociogram.situation.gestures import parse_gestures, parse_texts
from sociogram.stores.neo4j_store import Neo4jStore
from tests.crash.bolt_proxy import FAULTS, BoltProxy
from tests.neo4j.opening import access_to
from tests.neo4j.server import Neo4jServer, free_port, missing
from tests.sociogram.stores.invented import CHEAP, PASSPHRASE

pytestmark = pytest.mark.neo4j
TOKEN = "token-of-the-line"
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
PATIENCE = 1.5
RECOVERY_SECONDS = 30


def request(number: int) -> dict[str, Any]:
    """One person with a label."""
    one = {
        "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"line {number}")),
        "v": 1,
        "kind": "add_person",
        "at": "2026-01-01T00:00:00Z",
        "by": "local",
        "args": {"id": f"p{number}", "label": f"t{number}"},
    }
    return {"gestures": [one], "texts": {f"t{number}": {"fr": f"Personne {number}"}}}


@dataclass
class Line:
    """A store and a server of ours on the far side of a proxy, and what was heard through it."""

    store: Neo4jStore
    client: TestClient
    proxy: BoltProxy
    server: Neo4jServer
    told: Counter[str] = field(default_factory=Counter)
    last: str = ""

    def write(self, number: int) -> bool:
        """Send one request, by turns through the store and through HTTP; whether it was acknowledged."""
        sent = request(number)
        if number % 2:
            try:
                self.store.append(
                    LOCAL_OWNER, "s", parse_gestures(sent["gestures"]), parse_texts(sent["texts"])
                )
            except StoreUnusable as refused:
                self.hear(refused.first.code)
                return False
            return True
        answer = self.client.post("/api/v1/situations/s/gestures", json=sent)
        if answer.status_code != 200:
            assert answer.status_code == 503, answer.text
            assert int(answer.headers["retry-after"]) > 0
            assert answer.headers["content-type"] == "application/problem+json"
            self.hear(answer.json()["type"].rpartition(":")[2])
        return answer.status_code == 200

    def hear(self, code: str) -> None:
        self.last = code
        self.told[code] += 1

    def read(self) -> None:
        """A reader meets the same line."""
        assert self.client.get("/api/v1/situations/s/gestures").status_code in {200, 503}

    def write_until_heard(self, number: int) -> float:
        """Send the same ids until they are acknowledged; return how long it took."""
        started = time.monotonic()
        while not self.write(number):
            assert time.monotonic() - started < RECOVERY_SECONDS
            time.sleep(0.2)
        return time.monotonic() - started

    def numbers(self) -> list[int]:
        """What the server holds, asked past the proxy: in the log, as a node and as a text, each once."""
        with self.server.driver() as driver:
            found, _, _ = driver.execute_query(
                "MATCH (s:Situation {id: 's'})-[:LOG]->(g:Gesture)"
                " RETURN g.args AS args, g.version AS version,"
                " COUNT { (:Person {situation: s.key}) } AS persons,"
                " COUNT { (s)-[:SAYS]->(:Text) } AS texts, s.version AS reached ORDER BY g.version"
            )
        assert [one["version"] for one in found] == list(range(1, len(found) + 1))
        assert all(one["persons"] == one["texts"] == one["reached"] == len(found) for one in found)
        return [int(one["args"].partition('"t')[2].rstrip('"}')) for one in found]


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    lacking = missing()
    if lacking is not None:
        pytest.skip(lacking)
    home, port = tmp_path_factory.mktemp("line"), free_port()
    proxy = BoltProxy(port)
    # Routing leads back to the proxy, as it would to a gate before a real server.
    settings = {"server.bolt.advertised_address": f"127.0.0.1:{proxy.port}"}
    server = Neo4jServer(home / "server", port=port, settings=settings)
    server.start()
    access = replace(access_to(server, home / "keys"), patience=PATIENCE)
    store = Neo4jStore(f"neo4j://127.0.0.1:{proxy.port}", access, lambda: PASSPHRASE, cost=CHEAP)
    store.allow_situations(LOCAL_OWNER)
    store.create(LOCAL_OWNER, "s", [], {})
    app = create_app(ServerState(store=store, clock=lambda: NOW), LaunchToken(value=TOKEN))
    client = TestClient(
        app,
        base_url="http://127.0.0.1:8000",
        headers={"authorization": f"Bearer {TOKEN}"},
        raise_server_exceptions=False,
    )
    line = Line(store, client, proxy, server)
    assert line.write(0)  # the key of texts is made, the queries of both doors are known
    assert line.write(1)
    yield line
    store.close()
    proxy.close()
    server.kill()


@pytest.mark.parametrize("door", [1, 2])
def test_a_commit_whose_answers_are_all_lost(line: Line, door: int) -> None:
    """Nobody knows: it is said so, never that nothing was saved; and the same ids count once."""
    number = -door
    assert line.client.get("/api/v1/situations").status_code == 200  # what is done once a day is done
    line.proxy.arm(*["after_commit"] * 9)
    assert not line.write(number)
    assert line.last == "server_lost"
    assert line.numbers().count(number) == 1
    line.proxy.arm()
    assert line.write(number)
    assert line.numbers().count(number) == 1


def test_nothing_is_lost_or_doubled(line: Line, seed: int, sized: Callable[[int, int], int]) -> None:
    chance = random.Random(seed)
    faults, restarts = sized(20, 1000), sized(1, 5)
    acknowledged = line.numbers()
    number = max(acknowledged)
    line.proxy.happened.clear()
    unheard = there = restarts_done = 0
    slowest = 0.0
    while len(line.proxy.happened) < faults:
        number += 1
        line.proxy.arm(*[chance.choice(FAULTS)] * chance.choice((1, 1, 1, 4)))
        if chance.random() < 0.2:
            line.read()
        if line.write(number):
            assert number in line.numbers()
        else:
            unheard += 1
            if number in line.numbers():
                there += 1
                assert line.last == "server_lost"  # never "nothing was saved" when something was
            line.proxy.arm()
            slowest = max(slowest, line.write_until_heard(number))
        acknowledged.append(number)
        if len(line.proxy.happened) * (restarts + 1) // faults > restarts_done and restarts_done < restarts:
            restarts_done += 1
            line.proxy.arm()
            number += 1
            slowest = max(slowest, restarted(line, number))
            acknowledged.append(number)
    line.proxy.arm()
    assert line.numbers() == acknowledged
    for again in acknowledged:
        assert line.write(again)
    assert line.numbers() == acknowledged
    assert set(line.proxy.happened) == set(FAULTS)
    print(
        f"{len(line.proxy.happened)} faults, {restarts} restarts, {number} writes, {unheard} not acknowledged"
        f" at first ({there} of them were there), 0 lost, 0 doubled, slowest recovery {slowest:.1f} s,"
        f" told {dict(line.told)}, seed {seed}"
    )


def restarted(line: Line, number: int) -> float:
    """Kill the server; say so while it is away; return how long a write takes once it is back."""
    line.server.kill()
    assert not line.write(number)
    assert not line.write(number - 1)  # the other way in
    line.server.start()
    return line.write_until_heard(number)
