"""What the one who asks knows besides the directory: calls made, referrals of their own, the night list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sociogram.referral.service_check import ServiceCheck


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one referral of one's own: answered or ended `on` a day, well or not."""

    on: date
    good: bool


@dataclass(frozen=True, slots=True)
class NightFunction:
    """A function reachable at night, as the coordinator wrote it. `organisation` is an id or empty."""

    label: str
    organisation: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Checks and outcomes by service id, and the functions reachable at night. It never leaves its viewer."""

    checks: Mapping[str, ServiceCheck] = field(default_factory=dict)
    outcomes: Mapping[str, Sequence[Outcome]] = field(default_factory=dict)
    night_list: tuple[NightFunction, ...] = ()


NOTHING = Known()
