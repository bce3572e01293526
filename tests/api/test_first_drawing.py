"""The first drawing on a computer is announced, and a server gets ready for it behind its first page."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numba
import pytest
import uvicorn

from api import first_drawing
from api.cli.main import run
from api.first_drawing import announce_first_drawing, warm_up, warm_up_behind
from api.server import Doorway, free_port, run_server
from layouts import first_use
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.stores.memory_store import MemoryStore

GAO = str(Path(str(files("sociogram"))) / "data/mali/situations/sit-01-gao-transit.json")
DEMO = "from api.cli.main import main; main()"
Capsys = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: Patch) -> Path:
    """The place of what was compiled: a folder with nothing in it yet."""
    folder = tmp_path / "compiled"
    (folder / "kernels_0").mkdir(parents=True)
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(folder))
    monkeypatch.setattr(first_drawing, "nothing_compiled", first_use.nothing_compiled)
    monkeypatch.setenv("SOCIOGRAM_STORE", "memory:")
    return folder


def compile_something(folder: Path) -> None:
    (folder / "kernels_0" / "grid.cheapest_way-12.py311.nbi").write_bytes(b"")


def test_the_first_sheet_is_announced_once(kept: Path, tmp_path: Path, capsys: Capsys) -> None:
    drawn = ["draw", GAO, "-o", str(tmp_path / "f.svg")]
    assert run(drawn) == 0
    assert capsys.readouterr().err == (
        "Première utilisation\u00a0: préparation du dessin, une fois pour toutes (moins d'une minute)…\n"
    )
    assert run([*drawn, "--lang", "en"]) == 0
    assert capsys.readouterr().err == "First use: preparing the drawing, once and for all (under a minute)…\n"
    compile_something(kept)
    assert run(drawn) == 0
    assert capsys.readouterr().err == ""


def test_a_graph_needs_no_preparing(kept: Path, tmp_path: Path, capsys: Capsys) -> None:
    for ending in ("graphml", "dot"):
        assert run(["draw", GAO, "-o", str(tmp_path / f"f.{ending}")]) == 0
        assert capsys.readouterr().err == ""


def test_what_cannot_be_kept_is_not_promised(
    kept: Path, tmp_path: Path, capsys: Capsys, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setattr(first_use, "_beside_the_sources", lambda: ())
    announce_first_drawing("fr")
    assert capsys.readouterr().err == "Préparation du dessin (moins d'une minute)…\n"
    compile_something(kept)
    monkeypatch.setattr(first_use, "_beside_the_sources", lambda: (kept,))
    announce_first_drawing("fr")
    assert capsys.readouterr().err == ""


def test_a_packaged_sheet_is_drawn_and_thrown_away(monkeypatch: Patch) -> None:
    drawn = []
    draw = first_drawing.situation_sheet
    monkeypatch.setattr(first_drawing, "situation_sheet", lambda *what: drawn.append(draw(*what)))
    warm_up()
    assert len(drawn) == 1
    assert drawn[0].items


def test_the_address_comes_first(kept: Path, capsys: Capsys, monkeypatch: Patch) -> None:
    """Then the announcement; and nothing is drawn before the server answers."""
    heard: list[str] = []
    warmed = threading.Event()

    def serve(server: uvicorn.Server) -> None:
        heard.append("served")
        assert not warmed.wait(0.3)
        server.started = True
        assert warmed.wait(20)

    def draw() -> None:
        said = capsys.readouterr()
        heard.extend((said.out.splitlines()[0].partition("#")[0], said.err))
        warmed.set()

    monkeypatch.setattr(uvicorn.Server, "run", serve)
    monkeypatch.setattr(first_drawing, "warm_up", draw)
    run_server(MemoryStore(), LOCAL_OWNER, "en", Doorway("127.0.0.1", 8123))
    assert heard == [
        "served",
        "http://127.0.0.1:8123/",
        "First use: preparing the drawing, once and for all (under a minute)…\n",
    ]


def test_a_server_that_never_starts_is_not_warmed(monkeypatch: Patch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(first_drawing, "warm_up", lambda: drawn.append("a sheet"))
    thread = warm_up_behind(lambda: False, patience=0.1)
    thread.join(10)
    assert not thread.is_alive()
    assert not drawn


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_drawing_that_fails_disturbs_nobody(monkeypatch: Patch) -> None:
    def fail() -> None:
        raise RuntimeError("no pens")

    monkeypatch.setattr(first_drawing, "warm_up", fail)
    warm_up_behind(lambda: True).join(10)


def _hear_control_c() -> None:
    """A shell's job in the background ignores SIGINT, and so would all it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def cold_demo(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A demo on a computer that compiled nothing yet, and its address."""
    port = str(free_port("127.0.0.1", 0))
    kept = {"NUMBA_CACHE_DIR": str(tmp_path / "compiled"), "SOCIOGRAM_TOKEN": "essai"}
    command = [sys.executable, "-c", DEMO, "demo", "--no-open", "--port", port]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env={**os.environ, **kept}, stdout=pipe, stderr=pipe, text=True, preexec_fn=_hear_control_c
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().partition("/#")[0]
        finally:
            process.kill()


def test_a_server_ends_while_it_gets_ready(cold_demo: tuple[subprocess.Popen[str], str]) -> None:
    """Ctrl+C in the middle of the first preparing, which takes many seconds: no waiting, no complaint."""
    process, address = cold_demo
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/api/v1/health", timeout=5).close()
            break
        time.sleep(0.1)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=8)
    assert process.returncode == 130
    assert said.splitlines()[0].startswith(("Première utilisation", "First use"))
    assert "Traceback" not in said
    assert "Fatal" not in said
