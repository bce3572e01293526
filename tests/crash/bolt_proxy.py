"""A loopback proxy between a driver and a server that breaks one thing when it is told to.

Faults are armed in a row; each happens once, at the next message it concerns; then the way is free again.
What passes is not understood, but for two messages: COMMIT has bytes that nothing else here has, and BEGIN
says whether it will only read. The faults about COMMIT concern what writes.
"""

import asyncio
import socket
import struct
import threading
from typing import Literal

Fault = Literal["cut", "delay", "half_open", "before_commit", "during_commit", "after_commit"]
FAULTS: tuple[Fault, ...] = ("cut", "delay", "half_open", "before_commit", "during_commit", "after_commit")
COMMIT = b"\x00\x02\xb0\x12\x00\x00"
BEGIN, READS = b"\xb1\x11", b"\x84mode\x81r"
DELAY, HALF_OPEN = 0.3, 1.0


class BoltProxy:
    """Runs in a thread of its own. `happened` holds the faults of its life, in order."""

    def __init__(self, port: int) -> None:
        self.port = 0
        self.happened: list[Fault] = []
        self._armed: list[Fault] = []
        self._server_port = port
        self._ways: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(10)

    def arm(self, *faults: Fault) -> None:
        """Let these happen, one after the other, instead of those still to come."""
        self._armed = list(faults)

    def close(self) -> None:
        """End the thread and every connection."""
        self._loop.call_soon_threadsafe(self._end)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        self._loop.close()

    def _end(self) -> None:
        for way in self._ways:
            way.cancel()
        self._loop.call_later(0.1, self._loop.stop)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until either side ends, or a fault ends both with a reset."""
        way = asyncio.current_task()
        assert way is not None
        self._ways.add(way)
        server = None
        try:
            far, server = await asyncio.open_connection("127.0.0.1", self._server_port)
            answers = _Answers(far, writer)
            to_server = asyncio.ensure_future(self._requests(reader, server, answers))
            to_client = asyncio.ensure_future(answers.pass_on())
            try:
                await asyncio.wait({to_server, to_client}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                to_server.cancel()
                to_client.cancel()
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._ways.discard(way)
            for one in (writer, server):
                if one is not None:
                    _reset(one)

    async def _requests(
        self, reader: asyncio.StreamReader, server: asyncio.StreamWriter, answers: "_Answers"
    ) -> None:
        """Pass on what the client says, until it ends or the armed fault breaks the connection."""
        writes = False
        while data := await reader.read(65536):
            if BEGIN in data:
                writes = READS not in data
            fault = self._due(data, writes=writes)
            if fault in ("cut", "before_commit"):
                return
            if fault == "delay":
                await asyncio.sleep(DELAY)
            if fault == "half_open":
                answers.heard.clear()
                await asyncio.sleep(HALF_OPEN)
                return
            if fault == "after_commit":
                answers.heard.clear()
                answers.came.clear()
            server.write(data)
            await server.drain()
            if fault == "during_commit":
                return
            if fault == "after_commit":
                await answers.came.wait()
                return

    def _due(self, data: bytes, *, writes: bool) -> Fault | None:
        """Return the armed fault if this message is one it waits for, and disarm it."""
        if not self._armed:
            return None
        if self._armed[0].endswith("_commit") and not (writes and COMMIT in data):
            return None
        self.happened.append(self._armed.pop(0))
        return self.happened[-1]


class _Answers:
    """What the server says: passed on while `heard`; `came` when it has spoken."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heard, self.came = asyncio.Event(), asyncio.Event()
        self.heard.set()
        self._reader, self._writer = reader, writer

    async def pass_on(self) -> None:
        while data := await self._reader.read(65536):
            self.came.set()
            await self.heard.wait()
            self._writer.write(data)
            await self._writer.drain()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close as a broken network does: with RST, what was not sent is lost."""
    one = writer.get_extra_info("socket")
    if one is not None and one.fileno() >= 0:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
