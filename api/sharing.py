"""One sheet lent to tablets for one hour: the invitation, its code, the devices that came in.

Lives in memory only. Nothing here knows HTTP; `sharing_walls` asks it at each request of a tablet.
"""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from api.problems import nothing_here, simple_error
from sociogram.errors import Conflict, NotAllowed, SociogramError

HOUR = 3600.0
CODE_LASTS = 300.0
"""Seconds. A code is read aloud or scanned at once; an old one on a photograph opens nothing."""
CODE_DIGITS = 6
TRIES = 5
"""Wrong codes before the code itself is thrown away: 5 guesses in 1,000,000."""
LONGEST_WAIT = 60.0
DEVICES = 4


def passing() -> float:
    """Seconds that only grow, also while the computer sleeps where the system can tell."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


@dataclass(slots=True)
class Invitation:
    """A code for one tablet. `wait_until` grows with each wrong try."""

    code: str
    ends: float
    wrong: int = 0
    wait_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Device:
    """A tablet that came in. `by` signs its gestures; `peer` is the only address its cookie is good from."""

    id: str
    number: int
    by: str
    cookie: str
    peer: str


@dataclass(slots=True)
class Share:
    """One sheet, until `ends`."""

    situation: str
    ends: float
    invitation: Invitation | None = None
    devices: dict[str, Device] = field(default_factory=dict)
    came: int = 0


@dataclass(slots=True)
class Sharing:
    """What a server started with `--share` may lend: at most one sheet at a time.

    `address` is the tablets' own, such as "192.168.43.5:8001"; `now` counts seconds; `tell` is given the
    address to open and the code at each invitation.
    """

    address: str
    now: Callable[[], float] = passing
    tell: Callable[[str, str], None] = lambda address, code: None
    _share: Share | None = None

    def current(self) -> Share | None:
        """The share in force; one whose hour is over is forgotten, with its devices."""
        if self._share is not None and self.now() >= self._share.ends:
            self._share = None
        return self._share

    def begin(self, situation: str) -> Share:
        """Lend `situation`; asked again for the same sheet it goes on, for another one the first ends."""
        share = self.current()
        if share is None or share.situation != situation:
            share = self._share = Share(situation, self.now() + HOUR)
        self.invite()
        return share

    def invite(self) -> Invitation:
        """A fresh code; the former one opens nothing any more. Waits earned by wrong tries stay."""
        share = self._standing()
        if len(share.devices) >= DEVICES:
            raise _full()
        before = share.invitation
        code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
        ends = min(self.now() + CODE_LASTS, share.ends)
        share.invitation = Invitation(code, ends, wait_until=before.wait_until if before else 0.0)
        self.tell(self.page(), code)
        return share.invitation

    def end(self) -> None:
        """Take the sheet back from every device."""
        self._share = None

    def remove(self, device_id: str) -> None:
        """Take the sheet back from one device."""
        share = self._standing()
        if share.devices.pop(device_id, None) is None:
            raise nothing_here()

    def pair(self, code: str, peer: str) -> Device:
        """Trade the code for a device; single use, and each wrong try makes everybody wait longer."""
        share, invitation = self.current(), self.open_invitation()
        if share is None or invitation is None:
            raise _wrong_code()
        if self.now() < invitation.wait_until:
            raise _too_soon()
        if not hmac.compare_digest(code.encode(), invitation.code.encode()):
            invitation.wrong += 1
            invitation.wait_until = self.now() + min(2.0 ** (invitation.wrong - 1), LONGEST_WAIT)
            raise _wrong_code()
        share.invitation = None
        share.came += 1
        mark = secrets.token_hex(4)
        device = Device(mark, share.came, f"tablette-{share.came}-{mark}", secrets.token_urlsafe(24), peer)
        share.devices[device.id] = device
        return device

    def open_invitation(self) -> Invitation | None:
        """The code in force: not old, not used, not tried too often."""
        share = self.current()
        invitation = share.invitation if share else None
        if invitation is None or self.now() >= invitation.ends or invitation.wrong >= TRIES:
            return None
        return invitation

    def device(self, cookies: list[str], peer: str) -> Device | None:
        """The device these cookies belong to, if it stands at `peer` and its hour is not over."""
        share = self.current()
        for device in share.devices.values() if share else ():
            known = any(hmac.compare_digest(shown.encode(), device.cookie.encode()) for shown in cookies)
            if known and device.peer == peer:
                return device
        return None

    def page(self) -> str:
        """The address a tablet opens."""
        return f"http://{self.address}/"

    def seconds_left(self) -> int:
        """Whole seconds of the hour that remain; 0 when nothing is lent."""
        share = self.current()
        return max(0, int(share.ends - self.now())) if share else 0

    def _standing(self) -> Share:
        share = self.current()
        if share is None:
            raise nothing_here()
        return share


def _wrong_code() -> SociogramError:
    return simple_error(
        NotAllowed,
        "wrong_code",
        fr="ce code n'ouvre pas la feuille.",
        en="this code does not open the sheet.",
        remedy_fr="Demander un nouveau code à la personne qui anime.",
        remedy_en="Ask the facilitator for a new code.",
    )


def _too_soon() -> SociogramError:
    return simple_error(
        NotAllowed,
        "too_many_tries",
        fr="trop d'essais : il faut attendre un peu.",
        en="too many tries: wait a little.",
        remedy_fr="Attendre une minute, puis écrire le code à nouveau.",
        remedy_en="Wait a minute, then write the code again.",
    )


def _full() -> SociogramError:
    return simple_error(
        Conflict,
        "too_many_devices",
        fr=f"{DEVICES} tablettes ont déjà cette feuille.",
        en=f"{DEVICES} tablets already have this sheet.",
        remedy_fr="Retirer d'abord une tablette.",
        remedy_en="First remove a tablet.",
    )
