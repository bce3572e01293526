"""A second browser engine: Debian's Firefox, spoken to by its own remote control (Marionette, one socket).

Only what the journeys need. Playwright's Firefox is another build, which the machine does not have.
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.browser.studio_moves import STANDS, WHERE, Point

_PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.tabs.warnOnClose": False,
    "dom.disable_beforeunload": True,
    "intl.accept_languages": "fr-FR",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


def firefox() -> str | None:
    """Where Firefox is, if it is."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """One window of one fresh profile."""

    def __init__(self, folder: Path, port: int, size: tuple[int, int]) -> None:
        profile, self.downloads = folder / "profile", folder / "downloads"
        profile.mkdir()
        self.downloads.mkdir()
        wanted = {**_PREFERENCES, "marionette.port": port, "browser.download.dir": str(self.downloads)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        program = firefox()
        assert program is not None
        self.profile = profile
        self._process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
            env={
                **os.environ,
                "HOME": str(folder),
                "MOZ_HEADLESS_WIDTH": str(size[0]),
                "LANG": "fr_FR.UTF-8",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = self._connected(port)
        self._buffer = b""
        self._count = 0
        self._heard()  # its greeting
        capabilities = {"capabilities": {"alwaysMatch": {"pageLoadStrategy": "normal"}}}
        self.version = self.ask("WebDriver:NewSession", capabilities)["capabilities"]["browserVersion"]
        self.ask("WebDriver:SetWindowRect", {"width": size[0], "height": size[1]})
        self.ask("WebDriver:SetTimeouts", {"script": 30_000})

    def _connected(self, port: int) -> socket.socket:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=90)
            except OSError:
                time.sleep(0.3)
        self._process.kill()
        raise AssertionError("Firefox did not open its remote control")

    def _heard(self) -> Any:
        while b":" not in self._buffer:
            self._read()
        length, _, rest = self._buffer.partition(b":")
        self._buffer = rest
        while len(self._buffer) < int(length):
            self._read()
        said, self._buffer = self._buffer[: int(length)], self._buffer[int(length) :]
        return json.loads(said)

    def _read(self) -> None:
        data = self._socket.recv(65_536)
        assert data, "Firefox went away"
        self._buffer += data

    def ask(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        """Send one command and return its answer; its error fails the test."""
        self._count += 1
        data = json.dumps([0, self._count, command, parameters or {}]).encode()
        self._socket.sendall(f"{len(data)}:".encode() + data)
        _, _, error, result = self._heard()
        assert error is None, f"{command}: {error}"
        return result

    def goto(self, address: str) -> None:
        self.ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a function of the page, as Playwright's `evaluate`."""
        body = f"return ({script})(...arguments)"
        return self.ask("WebDriver:ExecuteScript", {"script": body, "args": list(arguments)})["value"]

    def wait(self, script: str, *arguments: Any, seconds: float = 30) -> Any:
        """Until the function gives something true."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = self.run(script, *arguments)
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"never: {script} {arguments}")

    def point(self, *moves: dict[str, Any]) -> None:
        """Actions of one mouse."""
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves}
        self.ask("WebDriver:PerformActions", {"actions": [pointer]})

    def type(self, text: str) -> None:
        """Keys, one after another."""
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.ask("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def printed(self) -> bytes:
        """The page as the browser prints it."""
        options = {
            "background": True,
            "shrinkToFit": False,
            "margin": dict.fromkeys(("top", "bottom", "left", "right"), 0),
        }
        return base64.b64decode(self.ask("WebDriver:Print", options)["value"])

    def picture(self) -> bytes:
        return base64.b64decode(self.ask("WebDriver:TakeScreenshot", {"full": False})["value"])

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()


@dataclass(slots=True)
class FirefoxHand:
    """The mouse of `studio_moves.Hand`, in Firefox."""

    fox: Firefox
    gestures: int = 0
    _held: list[int] = field(default_factory=list)

    def where(self, at: Point) -> Point:
        x, y = self.fox.run(WHERE, list(at))
        return x, y

    def stands(self, name: str) -> dict[str, float]:
        found: dict[str, float] = self.fox.wait(STANDS, name)
        return found

    def middle(self, name: str) -> Point:
        box = self.stands(name)
        if box["kind"] in ("household", "institution"):
            return box["x"] + box["w"] / 2, box["y"] + 2
        return box["x"] + box["w"] / 2, box["y"] + box["h"] * 0.42

    def tap(self, at: Point) -> None:
        self.drag(at)

    def drag(self, *way: Point) -> None:
        self.gestures += 1
        moves = [_move(way[0]), {"type": "pointerDown", "button": 0}]
        for before, after in pairwise(way):
            moves += [_move(((2 * before[0] + after[0]) / 3, (2 * before[1] + after[1]) / 3)), _move(after)]
        self.fox.point(*moves, {"type": "pointerUp", "button": 0})

    def until(self, script: str, argument: object) -> None:
        self.fox.wait(script, argument)

    def press(self, selector: str) -> None:
        box = self.fox.wait(_MIDDLE, selector)
        self.tap((box[0], box[1]))

    def tool(self, name: str) -> None:
        self.press(f"[data-tool={name}]")

    def name(self, words: str) -> None:
        self.fox.wait("() => document.querySelector('.naming-offer, .naming input')")
        if self.fox.run("() => Boolean(document.querySelector('.naming-offer'))"):
            self.press(".naming-offer")
        self.fox.wait("() => document.querySelector('.naming input') === document.activeElement")
        self.fox.type(words + "\ue007")
        self.fox.wait("() => !document.querySelector('.naming')")


_MIDDLE = """selector => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}"""


def _move(at: Point) -> dict[str, Any]:
    return {"type": "pointerMove", "duration": 16, "x": round(at[0]), "y": round(at[1]), "origin": "viewport"}
