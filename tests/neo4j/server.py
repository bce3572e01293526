"""A real Neo4j Community server of its own: random port, own folder, small heap, gone afterwards."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

ROOT = Path(__file__).resolve().parents[2]
JARS = ROOT / ".make" / "neo4j-jars"
STAMP = ROOT / ".make" / "neo4j"
USER = "neo4j"
_FIRST_PASSWORD = "neo4j"
_OPENED = (
    "java.base/java.nio",
    "java.base/java.io",
    "java.base/sun.nio.ch",
    "java.base/java.util.concurrent",
)
_SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "48m",
    "server.directories.import": "import",
    "server.bolt.thread_pool_min_size": "2",
    "db.tx_log.preallocate": "false",
    "dbms.usage_report.enabled": "false",
}


def missing() -> str | None:
    """What this computer lacks to run the server, in one line; None when nothing."""
    if shutil.which("java") is None:
        return "NO JAVA: the Neo4j tests were NOT run; install the package `default-jre-headless`"
    if not STAMP.exists():
        return "NO NEO4J: the Neo4j tests were NOT run; `make .make/neo4j` gathers its jars"
    return None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Neo4jServer:
    """`start`, `stop` and `kill` as often as wanted: folder, port and password stay."""

    home: Path
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    settings: Mapping[str, str] = field(default_factory=dict)
    heap: str = "320m"
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"neo4j://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, and come back when it answers to its own password."""
        self.launch()
        self.wait()

    def launch(self) -> None:
        """Start, and come back at once."""
        config = self.home / "conf" / "neo4j.conf"
        config.parent.mkdir(parents=True, exist_ok=True)
        bolt = f"127.0.0.1:{self.port}"
        ports = {"server.bolt.listen_address": bolt, "server.bolt.advertised_address": bolt}
        lines = {**_SETTINGS, **ports, **self.settings}
        config.write_text("".join(f"{name}={value}\n" for name, value in lines.items()), encoding="utf-8")
        command = ["java", f"-Xmx{self.heap}", "-Xms96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        command += [f"--add-opens={module}=ALL-UNNAMED" for module in _OPENED]
        command += ["-Dio.netty.tryReflectionSetAccessible=true", "-cp", f"{JARS}/*"]
        command += ["org.neo4j.server.CommunityEntryPoint"]
        command += [f"--home-dir={self.home}", f"--config-dir={config.parent}"]
        with (self.home / "console.log").open("ab") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)

    def wait(self, seconds: float = 180) -> None:
        """Wait until it answers; the first time, give it its password."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.running:
            with contextlib.suppress(OSError, DriverError, Neo4jError):
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                self._settle_password()
                return
            time.sleep(0.2)
        raise AssertionError((self.home / "console.log").read_text(errors="replace")[-2000:])

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def driver(self, scheme: str = "bolt", password: str | None = None) -> neo4j.Driver:
        """A driver of the test's own, past the store."""
        address = f"{scheme}://127.0.0.1:{self.port}"
        return neo4j.GraphDatabase.driver(address, auth=(USER, password or self.password))

    def _settle_password(self) -> None:
        settled = self.home / "password.set"
        if not settled.exists():
            change = f"ALTER CURRENT USER SET PASSWORD FROM '{_FIRST_PASSWORD}' TO $password"
            with (
                self.driver(password=_FIRST_PASSWORD) as driver,
                driver.session(database="system") as session,
            ):
                session.run(change, password=self.password).consume()
            settled.touch()
        with self.driver() as driver, driver.session(database="neo4j") as session:
            session.run("RETURN 1").consume()

    def stop(self) -> None:
        """Stop as an administrator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As a power cut: nothing is said."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            os.kill(self.process.pid, how)
            self.process.wait(60)
