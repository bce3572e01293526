"""SIGKILL of the real server's process group at 20 writes a second, half with a request in flight.

What was answered 2xx is there, none half, none double, and no file holds a readable label.
"""

import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from pathlib import Path

from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.opening import open_store
from tests.serving import serve

PASSPHRASE = "cinq feutres sur la table"
LABEL = "Étiquette lisible"
TOKEN = "token-of-the-crash"
PERIOD = 1 / 20


class Server:
    """`sociogram serve` in a process group of its own."""

    def __init__(self, database: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {**os.environ, "SOCIOGRAM_PASSPHRASE": PASSPHRASE, "SOCIOGRAM_TOKEN": TOKEN}
        self.process = subprocess.Popen(
            serve(f"sqlite:///{database}", self.port),
            env=environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait()

    def _wait(self) -> None:
        for _ in range(600):
            with contextlib.suppress(OSError):
                self.ask("GET", "/api/v1/health")
                return
            assert self.process.poll() is None
            time.sleep(0.05)
        raise AssertionError("the server did not answer")

    def ask(self, method: str, address: str, body: object = None) -> dict[str, object]:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{address}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            found: dict[str, object] = json.loads(answer.read())
        return found

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def gesture(number: int) -> dict[str, object]:
    return {
        "gestures": [
            {
                "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"person {number}")),
                "v": 1,
                "kind": "add_person",
                "at": "2026-01-01T00:00:00Z",
                "by": "local",
                "args": {"id": f"p{number}", "label": f"t{number}"},
            }
        ],
        "texts": {f"t{number}": {"fr": f"{LABEL} {number}"}},
    }


def kept(database: Path) -> list[int]:
    """The numbers of the persons in the log, each with its text, none twice."""
    store = open_store(f"sqlite:///{database}", passphrase=lambda: PASSPHRASE)
    try:
        log = store.log(LOCAL_OWNER, "essai")
    finally:
        store.close()
    numbers = [int(str(one.args["id"])[1:]) for one in log.gestures if one.kind == "add_person"]
    assert all(log.texts[f"t{number}"].fr == f"{LABEL} {number}" for number in numbers)
    assert len(set(numbers)) == len(numbers)
    return numbers


def send_unheard(server: Server, number: int) -> threading.Thread:
    """Send a gesture whose answer will not be waited for."""

    def send() -> None:
        with contextlib.suppress(OSError, ValueError):
            server.ask("POST", "/api/v1/situations/essai/gestures", gesture(number))

    thread = threading.Thread(target=send)
    thread.start()
    return thread


def test_what_was_answered_is_there(tmp_path: Path, seed: int, sized: Callable[[int, int], int]) -> None:
    database = tmp_path / "reseau.db"
    chance = random.Random(seed)
    answered: list[int] = []
    sent = 0
    for round_ in range(sized(2, 100)):
        server = Server(database)
        if round_ == 0:
            server.ask("POST", "/api/v1/situations", {"id": "essai", "fictional": True})
        for _ in range(chance.randint(3, sized(8, 25))):
            sent += 1
            server.ask("POST", "/api/v1/situations/essai/gestures", gesture(sent))
            answered.append(sent)
            time.sleep(PERIOD)
        unheard = None
        if round_ % 2 == 0:
            sent += 1
            unheard = send_unheard(server, sent)
            time.sleep(chance.uniform(0, 0.02))
        server.kill()
        if unheard is not None:
            unheard.join()
        for path in tmp_path.iterdir():
            assert LABEL.encode() not in path.read_bytes()
        found = kept(database)
        assert [number for number in found if number in set(answered)] == answered
        extra = [number for number in found if number not in set(answered)]
        assert extra in ([], [sent])
        answered += extra
    print(f"{len(answered)} gestures kept, seed {seed}")
