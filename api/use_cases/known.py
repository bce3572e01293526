"""What the one who asks knows besides the directory, read from their own events: the last call about each
service, what became of their referrals, the list of the night."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.use_cases.sheet_events import Events, SheetEvents
from sociogram.access.viewer import Viewer
from sociogram.loop.arrows import merged
from sociogram.loop.event import StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.referral import Referral
from sociogram.referral.known import NOTHING, Known, NightFunction, Outcome
from sociogram.referral.service_check import ServiceCheck
from sociogram.stores.protocol import Store

_NOT_ABOUT_THE_SERVICE = frozenset({"person_declined", "could_not_contact", "safety"})
"""Reasons of a refusal that say nothing of what the service does."""
_ANSWERS = ("accepted", "declined", "in_service", "completed", "no_answer")


@dataclass(slots=True)
class Knowledge:
    """What one viewer of one store knows, read anew only when something was noted since, or when a sheet that
    tells of it was changed. Threads may share it: all that is held is set together."""

    _held: tuple[int, Events | None, Known] = (0, None, NOTHING)

    def of(self, store: Store, viewer: Viewer, sheets: SheetEvents) -> Known:
        """Return it as the store stands now."""
        version, arrows, known = self._held
        log = store.events(viewer, after=version)
        stands = log.version == version and not (log.complete and version)
        if not stands or (arrows is not None and arrows != sheets.of(store, viewer)):
            noted = store.events(viewer).events
            arrows = sheets.of(store, viewer) if _sent_by_arrows(noted) else None
            known = known_from(noted if arrows is None else merged(noted, arrows))
            self._held = (log.version, arrows, known)
        return known


def _sent_by_arrows(noted: Sequence[StoredEvent]) -> bool:
    """Whether an answer to a referral with a service was noted whose first sending was not: an arrow may be
    it. A referral that only an arrow makes names no service, and tells nothing here."""
    about: dict[str, set[str]] = {}
    for one in noted:
        about.setdefault(one.event.kind, set()).add(one.event.subject)
    made = {
        one.event.subject
        for one in noted
        if one.event.kind == "referral_made" and "service" in one.event.args
    }
    answered = set[str]().union(*(about.get(kind, ()) for kind in _ANSWERS))
    sent = about.get("referral_sent", set()) - about.get("reopened", set())
    return not answered & made <= sent


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
