"""A real `sociogram serve` of a test's own, on a store of its own, that may be killed and started again."""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.sharing_address import local_addresses
from tests.serving import serve

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "own-server"
PASSPHRASE = "une phrase longue pour ces essais seulement"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def lan_address() -> str:
    """This computer's address on a local network; where there is none, another name of its own."""
    return next(iter(local_addresses()), "127.0.0.2")


@dataclass
class OwnServer:
    """`start` and `kill` as often as wanted; the store and the port stay."""

    store: str
    log: Path
    options: tuple[str, ...] = ()
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environment = {**os.environ, "SOCIOGRAM_TOKEN": TOKEN, "SOCIOGRAM_PASSPHRASE": PASSPHRASE}
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [*serve(self.store, self.port), *self.options],
                cwd=ROOT,
                env=environment,
                stdout=out,
                stderr=out,
            )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/api/v1/health", timeout=2).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(self.log.read_text(errors="replace")[-2000:])

    def kill(self) -> None:
        """As a power cut: nothing is said."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)

    def ask(self, path: str) -> Any:
        request = urllib.request.Request(
            f"{self.address}/api/v1{path}", headers={"Authorization": f"Bearer {TOKEN}"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
