"""What the one who asks knows besides the directory, read from their own events: the last call about each
service, what became of their referrals, the list of the night."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.use_cases.all_events import all_events
from sociogram.access.viewer import Viewer
from sociogram.loop.event import StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.referral import Referral
from sociogram.referral.known import NOTHING, Known, NightFunction, Outcome
from sociogram.referral.service_check import ServiceCheck
from sociogram.stores.protocol import Store

_NOT_ABOUT_THE_SERVICE = frozenset({"person_declined", "could_not_contact", "safety"})
"""Reasons of a refusal that say nothing of what the service does."""


@dataclass(slots=True)
class Knowledge:
    """What one viewer of one store knows, read anew only when something was noted since. Threads may share
    it: what is known, and of which version, are set together."""

    _held: tuple[int, Known] = (0, NOTHING)

    def of(self, store: Store, viewer: Viewer) -> Known:
        """Return it as the store stands now."""
        version, known = self._held
        log = store.events(viewer, after=version)
        if log.version != version or (log.complete and version):
            known = known_from(_whole(store, viewer))
            self._held = (log.version, known)
        return known


def _whole(store: Store, viewer: Viewer) -> tuple[StoredEvent, ...]:
    """Return the noted events; those of arrows too when something was noted about a referral they make."""
    noted = store.events(viewer).events
    made = {one.event.subject for one in noted if one.event.kind == "referral_made"}
    answered = {one.event.subject for one in noted if one.event.kind in ("accepted", "declined", "completed")}
    return noted if answered <= made else all_events(store, viewer)


def known_from(events: Sequence[StoredEvent]) -> Known:
    """Return what these events tell."""
    night = [one for one in events if one.event.kind == "night_list"]
    functions = max(night, key=lambda one: one.version).event.args["functions"] if night else ()
    return Known(
        checks=_checks(one for one in events if one.event.kind == "service_checked"),
        outcomes=_outcomes(fold(events).values()),
        night_list=tuple(_function(one) for one in functions),
    )


def _checks(events: Iterable[StoredEvent]) -> Mapping[str, ServiceCheck]:
    """The last call about each service, by the day it was made."""
    found = {}
    for one in sorted(events, key=lambda one: (one.event.on, one.version)):
        args = one.event.args
        until = args.get("until")
        found[one.event.subject] = ServiceCheck(
            status=args["status"],
            on=one.event.on,
            places=args.get("places"),
            until=date.fromisoformat(until) if isinstance(until, str) else until,
        )
    return found


def _outcomes(referrals: Iterable[Referral]) -> Mapping[str, Sequence[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for one in referrals:
        outcome = _outcome(one)
        if one.service and outcome:
            found.setdefault(one.service, []).append(outcome)
    return found


def _outcome(one: Referral) -> Outcome | None:
    """What a referral tells of its service; nothing while it is open, or when the person chose otherwise."""
    if one.state == "completed":
        day = one.completed_on or one.made_on
        return Outcome(day, one.outcome != "not_helped")  # not known how it ended: it was accepted
    if one.state in ("accepted", "in_service"):
        return Outcome(one.in_service_on or one.answered_on or one.made_on, True)
    if one.state == "declined" and one.declined_reason not in _NOT_ABOUT_THE_SERVICE:
        return Outcome(one.answered_on or one.made_on, False)
    if one.state == "no_answer":
        return Outcome(one.sent_on or one.made_on, False)
    return None


def _function(one: Mapping[str, Any]) -> NightFunction:
    return NightFunction(
        label=one["label"],
        organisation=one.get("organisation") or "",
        phone=one.get("phone") or "",
        hours=one.get("hours") or "",
    )
