"""Entering the paper tally of a month: checked, then kept as one event of the log."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from api.use_cases.referral_desk import Desk
from sociogram.counts.tally import checked_tally
from sociogram.loop.checking import checked
from sociogram.loop.event import Event


def enter_tally(raw: Mapping[str, Any], desk: Desk, *, event_id: str = "") -> int:
    """Keep a slip; return the version reached. BadInput when it does not add up: nothing is kept then.

    The same slip (month, organisation, need, sheet number) entered again replaces the one before.
    """
    args = checked_tally(raw)
    event = Event(event_id or str(uuid4()), "tally_entered", "", desk.at, desk.today, desk.viewer.id, args)
    return desk.note([checked(event)])
