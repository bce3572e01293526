"""One real Neo4j for a whole run of pytest, whatever the number of workers; each test has it empty, alone."""

import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from tests.neo4j.server import USER, Neo4jServer, missing

_HOME = "SOCIOGRAM_TEST_NEO4J_HOME"
# Ends the server when the run that asked for it is no more, however it ended.
_GUARD = """
import os, signal, sys, time
run, server = map(int, sys.argv[1:])
def there(pid):
    try: os.kill(pid, 0)
    except OSError: return False
    return True
while there(run) and there(server): time.sleep(1)
if there(server): os.kill(server, signal.SIGKILL)
"""


def pytest_configure(config: pytest.Config) -> None:
    """Before any worker begins, choose where the server of this run will be. Nothing is started yet."""
    if not hasattr(config, "workerinput"):
        os.environ[_HOME] = f"{os.getpid()}:{tempfile.mkdtemp(prefix='sociogram-neo4j-')}"


def pytest_unconfigure(config: pytest.Config) -> None:
    """After every worker, end what was started and leave nothing."""
    if not hasattr(config, "workerinput") and _HOME in os.environ:
        home = _run_home()
        with contextlib.suppress(OSError, ValueError, KeyError):
            os.kill(json.loads((home / "server.json").read_text())["pid"], 9)
        shutil.rmtree(home, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for the server needs one."""
    for item in items:
        if {"neo4j_server", "neo4j_database", "neo4j_driver"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.neo4j)


@pytest.fixture(scope="session")
def neo4j_server() -> Neo4jServer:
    """The server of this run, started by whoever asks first. Do not stop it: start your own for that."""
    lacking = missing()
    if lacking is not None:
        pytest.skip(lacking)
    home = _run_home()
    with _alone(home / "start.lock"):
        told = home / "server.json"
        if not told.exists():
            server = Neo4jServer(home / "server")
            server.start()
            assert server.process is not None
            guard = [
                sys.executable,
                "-c",
                _GUARD,
                os.environ[_HOME].partition(":")[0],
                str(server.process.pid),
            ]
            subprocess.Popen(guard, start_new_session=True)
            told.write_text(
                json.dumps({"pid": server.process.pid, "port": server.port, "password": server.password})
            )
        held = json.loads(told.read_text())
    return Neo4jServer(home / "server", port=held["port"], password=held["password"])


@pytest.fixture
def neo4j_database(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Neo4jServer]:
    """The server with an empty database, for one test alone; its user and password are in the environment."""
    monkeypatch.setenv("SOCIOGRAM_NEO4J_USER", USER)
    monkeypatch.setenv("SOCIOGRAM_NEO4J_PASSWORD", neo4j_server.password)
    with _alone(_run_home() / "use.lock"):
        with neo4j_server.driver() as driver:
            wipe(driver)
        yield neo4j_server


@pytest.fixture
def neo4j_driver(neo4j_database: Neo4jServer) -> Iterator[neo4j.Driver]:
    """A way to the graph past the store."""
    with neo4j_database.driver() as driver:
        yield driver


def wipe(driver: neo4j.Driver) -> None:
    """Leave no node; constraints and indexes stay, an empty database may have them."""
    with driver.session(database="neo4j") as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def _run_home() -> Path:
    return Path(os.environ[_HOME].partition(":")[2])


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait until no other worker is inside."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
