"""What our doors add to a suggestion, over HTTP beside the least a server can do: the same client, one run.

Each application is served by uvicorn in a process of its own. Printed are answers a second with 1 and with 32
connections, and the processor's time the server spends on one answer: on a machine that does other work too,
the second tells more. Every answer of ours is compared with what is reckoned without a server.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

QUESTION = {"origin": "aracem", "needs": ["hebergement"], "max_hops": 4, "k": 5}
TOKEN = "token-of-the-benchmark"
BATCH = 100
SECONDS = 2.0
SUGGEST = "/api/v1/referrals/suggest"


def answer_here() -> bytes:
    """Return the answer to the question, reckoned in this process."""
    from api.use_cases.suggestions import answer_in
    from sociogram.directory.packaged import packaged_public_directory
    from sociogram.referral.network import network_of

    return orjson.dumps(answer_in(question_here(), network_of(packaged_public_directory()), "fr"))


def question_here() -> Any:
    """Return the question as our code reads it from the body."""
    from api.routes.suggestions import SuggestBody, question_of

    return question_of(SuggestBody.model_validate(QUESTION))


def raw() -> Any:
    """An application that answers bytes made before: all a server in Python has to do, and nothing else."""
    body = answer_here()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


def hello() -> Any:
    """FastAPI's own first example."""
    from fastapi import FastAPI

    app = FastAPI()

    @app.post(SUGGEST)
    async def root() -> dict[str, str]:
        return {"message": "Hello World"}

    return app


def ours() -> Any:
    """Our server on the packaged directory, in memory."""
    from api.app import create_app
    from api.security import LaunchToken
    from api.state import ServerState
    from sociogram.stores.memory_store import MemoryStore

    state = ServerState(store=MemoryStore(), clock=lambda: datetime(2026, 3, 1, tzinfo=UTC))
    return create_app(state, LaunchToken(value=TOKEN))


APPS: dict[str, Callable[[], Any]] = {"raw": raw, "hello": hello, "ours": ours}


@dataclass(frozen=True, slots=True)
class Told:
    """Answers a second, and seconds of the server's processor for one answer."""

    rate: float
    busy: float


class Served:
    """One application in a process of its own."""

    def __init__(self, name: str, port: int) -> None:
        self.port = port
        words = [sys.executable, "-m", "benchmarks.bench_http", name, str(port)]
        self._process = subprocess.Popen(words, cwd=Path(__file__).parent.parent)

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    def busy(self) -> float:
        """Return the seconds its processor has worked so far."""
        words = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def request_of(port: int, path: str, body: object) -> bytes:
    sent = orjson.dumps(body)
    head = (
        f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nauthorization: Bearer {TOKEN}\r\n"
        f"content-type: application/json\r\ncontent-length: {len(sent)}\r\n\r\n"
    )
    return head.encode() + sent


async def one_answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    return await reader.readexactly(int(length.partition(b":")[2]))


async def until_served(port: int) -> None:
    for _ in range(600):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise TimeoutError("the server did not start")


async def asked(served: Served, request: bytes, connections: int, expected: bytes | None) -> Told:
    """Ask the same again and again over so many connections, each waiting for its answer."""
    await until_served(served.port)
    end, count = 0.0, 0

    async def one() -> None:
        nonlocal count
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        while time.perf_counter() < end:
            writer.write(request)
            answer = await one_answer(reader)
            assert expected is None or answer == expected, "another answer"
            count += 1
        writer.close()

    end = time.perf_counter() + 0.5  # whatever is made at the first call
    await one()
    count, before, start = 0, served.busy(), time.perf_counter()
    end = start + SECONDS
    await asyncio.gather(*(one() for _ in range(connections)))
    return Told(count / (time.perf_counter() - start), (served.busy() - before) / count)


def main(port: int = 8471) -> None:
    names = ("uvicorn", "fastapi", "starlette", "pydantic", "orjson")
    print(", ".join(f"{name} {version(name)}" for name in names) + f"; {SECONDS:g} s each\n")
    print("| who | a second, 1 connection | 32 connections | processor for one answer |\n|---|---|---|---|")
    answer, told = answer_here(), {}
    many = b'{"answers":[' + b",".join([answer] * BATCH) + b"]}"
    cases = (
        ("raw ASGI, bytes made before", "raw", SUGGEST, QUESTION, None),
        ("FastAPI, hello", "hello", SUGGEST, QUESTION, None),
        ("ours", "ours", SUGGEST, QUESTION, answer),
        (f"ours, {BATCH} questions at once", "ours", f"{SUGGEST}/batch", {"questions": different()}, None),
        (f"ours, one {BATCH} times", "ours", f"{SUGGEST}/batch", {"questions": [QUESTION] * BATCH}, many),
    )  # fmt: skip
    for number, (who, name, path, body, expected) in enumerate(cases):
        with Served(name, port + number) as served:
            request = request_of(served.port, path, body)
            alone = asyncio.run(asked(served, request, 1, expected))
            told[who] = asyncio.run(asked(served, request, 32, expected))
        busy = told[who].busy * 1e6
        print(f"| {who} | {alone.rate:,.0f} | {told[who].rate:,.0f} | {busy:,.0f} µs |", flush=True)
    least, first, mine, batch, _ = told.values()
    inside = time_inside() * 1e6
    print(f"\n- the suggestion itself, without a server: {inside:,.0f} µs of the processor")
    print(f"- C1: ours over FastAPI hello, 32 connections: {mine.rate / first.rate:.2f} (goal 2); ")
    print(f"  over raw ASGI: {mine.rate / least.rate:.2f} (goal 0.9)")
    print(f"- C2: our handler over raw ASGI, processor: {(mine.busy - least.busy) * 1e6:,.0f} µs (goal 60),")
    print(f"  of which beside the suggestion: {(mine.busy - least.busy) * 1e6 - inside:,.0f} µs")
    print(f"- C3: a question in a batch of {BATCH} different ones over one alone, processor: ", end="")
    print(f"{mine.busy / (batch.busy / BATCH):.1f} times cheaper (goal 10)")


def different() -> list[dict[str, Any]]:
    """Return a hundred questions, no two alike and all as large as the one."""
    from sociogram.directory.packaged import packaged_public_directory

    origins = sorted(packaged_public_directory().organisations)[:BATCH]
    return [{**QUESTION, "origin": origin} for origin in origins]


def time_inside() -> float:
    answer_here()  # whatever is made at the first call
    from api.use_cases.suggestions import answer_in
    from sociogram.directory.packaged import packaged_public_directory
    from sociogram.referral.network import network_of

    network, question = network_of(packaged_public_directory()), question_here()
    start = time.process_time()
    for _ in range(200):
        orjson.dumps(answer_in(question, network, "fr"))
    return (time.process_time() - start) / 200


def serve(name: str, port: int) -> None:
    import uvicorn

    uvicorn.run(APPS[name](), host="127.0.0.1", port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        serve(sys.argv[1], int(sys.argv[2]))
    else:
        main()
