"""SIGKILL of the whole process group at 20 writes a second, half with a request in flight (safety R1).

Every acknowledged gesture is there, none half, none double, and the file holds no readable label. What was in
flight is there whole or not at all, and sent again it counts once.
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.opening import open_store
from sociogram.stores.protocol import SituationLog

PASSPHRASE = "phrase secrète d'essai"
LABEL = "Étiquette lisible"
RATE = 20


class Victim:
    """A writer in a process group of its own."""

    def __init__(self, database: Path) -> None:
        command = [sys.executable, "-m", "tests.crash.store_writer", str(database), PASSPHRASE]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.hear() == "ready"

    def tell(self, number: int) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(request(number)) + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def request(number: int) -> dict[str, object]:
    """Two gestures that belong together: a person and their birth year."""
    ids = [str(uuid.uuid5(uuid.NAMESPACE_OID, f"{number}-{part}")) for part in (1, 2)]
    envelope = {"v": 1, "at": "2026-01-01T00:00:00Z", "by": "local"}
    return {
        "gestures": [
            {
                **envelope,
                "id": ids[0],
                "kind": "add_person",
                "args": {"id": f"p{number}", "label": f"t{number}"},
            },
            {
                **envelope,
                "id": ids[1],
                "kind": "change",
                "args": {"id": f"p{number}", "set": {"birth": "1990"}},
            },
        ],
        "texts": {f"t{number}": {"fr": f"{LABEL} {number}"}},
    }


def read(database: Path) -> SituationLog:
    store = open_store(f"sqlite:///{database}", passphrase=lambda: PASSPHRASE)
    try:
        return store.log(LOCAL_OWNER, "s")
    finally:
        store.close()


def noted(database: Path) -> list[int]:
    """The versions after which an event was noted: one after each request, before it is acknowledged."""
    store = open_store(f"sqlite:///{database}", passphrase=lambda: PASSPHRASE)
    try:
        return [int(one.event.id[-6:], 16) for one in store.events(LOCAL_OWNER).events]
    finally:
        store.close()


def numbers_in(log: SituationLog) -> list[int]:
    """The requests in the log, each checked to be whole and in its place."""
    assert len(log.gestures) % 2 == 0
    assert log.version == len(log.gestures)
    found = []
    for person, change in zip(log.gestures[::2], log.gestures[1::2], strict=True):
        number = int(str(person.args["id"])[1:])
        assert [one.as_json() for one in (person, change)] == request(number)["gestures"]
        assert log.texts[f"t{number}"].fr == f"{LABEL} {number}"
        found.append(number)
    assert len(set(found)) == len(found)
    return found


def test_every_acknowledged_gesture_survives(
    tmp_path: Path, seed: int, sized: Callable[[int, int], int]
) -> None:
    database = tmp_path / "reseau.db"
    chance = random.Random(seed)
    sent = 0
    acknowledged: list[int] = []
    durable_unheard = 0
    for round_ in range(sized(3, 100)):
        victim = Victim(database)
        for _ in range(chance.randint(2, sized(8, 30))):
            sent += 1
            victim.tell(sent)
            assert json.loads(victim.hear())["version"] == 2 * (len(acknowledged) + 1)
            acknowledged.append(sent)
            time.sleep(1 / RATE)
        in_flight = round_ % 2 == 0
        if in_flight:
            sent += 1
            victim.tell(sent)
            time.sleep(chance.uniform(0, 0.01))
        victim.kill()
        for data in (path.read_bytes() for path in tmp_path.iterdir()):
            assert LABEL.encode() not in data
        found = numbers_in(read(database))
        assert found[: len(acknowledged)] == acknowledged
        assert noted(database)[: len(acknowledged)] == list(range(2, 2 * len(acknowledged) + 1, 2))
        if in_flight:
            assert found[len(acknowledged) :] in ([], [sent])
            durable_unheard += len(found) - len(acknowledged)
            retry = Victim(database)
            retry.tell(sent)
            assert json.loads(retry.hear())["version"] == 2 * (len(acknowledged) + 1)
            acknowledged.append(sent)
            retry.kill()
        assert numbers_in(read(database)) == acknowledged
    print(f"{len(acknowledged)} gestures acknowledged, {durable_unheard} durable before they were heard of")
