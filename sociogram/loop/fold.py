"""Referrals are folds of their events.

The order of the log is the truth. Two things are put right, because devices that were offline send their
events late: what a referral was made of counts first wherever it stands, and answers that came before the
first sending wait for it. Whatever else is not legal is kept in the history, marked late, and changes no
state.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sociogram.loop.deadlines import deadline_hours, sent_instant
from sociogram.loop.event import StoredEvent
from sociogram.loop.kinds import KINDS
from sociogram.loop.lifecycle import next_state
from sociogram.loop.referral import Consent, Referral, Told


def fold(events: Iterable[StoredEvent]) -> Mapping[str, Referral]:
    """Return the referrals by id, in the order in which they were made. Events may repeat, in any order.

    Events about a referral whose making is not known yet make none: they stay in the log until it comes.
    """
    log = in_order(events)
    hours = deadline_hours(log)
    about: dict[str, list[StoredEvent]] = {}
    for stored in log:
        if KINDS[stored.event.kind].about == "referral":
            about.setdefault(stored.event.subject, []).append(stored)
    folded = [one for own in about.values() if (one := _folded(own, hours)) is not None]
    folded.sort(key=_made_version)
    return _linked({one.id: one for one in folded})


def in_order(events: Iterable[StoredEvent]) -> tuple[StoredEvent, ...]:
    """Return the events in the order of the log, each id once."""
    once: dict[str, StoredEvent] = {}
    for stored in sorted(events, key=lambda one: one.version):
        once.setdefault(stored.event.id, stored)
    return tuple(once.values())


def _made_version(referral: Referral) -> int:
    return next(one.version for one in referral.history if one.event.kind == "referral_made")


def _folded(own: Sequence[StoredEvent], hours: Mapping[str, int]) -> Referral | None:
    making = next((one for one in own if one.event.kind == "referral_made"), None)
    if making is None:
        return None
    fields = _made(making, hours)
    late: set[str] = set()
    waiting: list[StoredEvent] = []
    never_sent = True
    for stored in own:
        if stored is making:
            continue
        if _take(fields, stored):
            if never_sent and stored.event.kind == "referral_sent":
                never_sent = False
                waiting = [one for one in waiting if not _take(fields, one)]
        elif never_sent and fields["state"] == "draft" and stored.event.kind != "referral_made":
            waiting.append(stored)
        else:
            late.add(stored.event.id)
    late.update(one.event.id for one in waiting)
    return Referral(**fields, history=tuple(own), late=frozenset(late))


def _made(making: StoredEvent, hours: Mapping[str, int]) -> dict[str, Any]:
    """Return the fields of a referral that was made and no more."""
    event = making.event
    args = event.args
    consent = args.get("consent")
    return {
        "id": event.subject,
        "state": "draft",
        "need": args["need"],
        "place": args.get("place", ""),
        "sender": args["sender"],
        "receiver": args.get("receiver", ""),
        "service": args.get("service", ""),
        "receiver_text": args.get("receiver_text", ""),
        "focal_point": args["focal_point"],
        "country": args.get("country", ""),
        "priority": args["priority"],
        "groups": tuple(args.get("groups", ())),
        "person": args.get("person", ""),
        "consent": Consent(consent["scope"], consent["language"], consent["month"]) if consent else None,
        "made_on": event.on,
        "deadline_hours": hours[args["priority"]],
    }


def _take(fields: dict[str, Any], stored: StoredEvent) -> bool:
    """Fill in what an event tells, if it is legal in the state reached."""
    state = next_state(fields["state"], stored.event.kind)
    if state is None:
        return False
    fields.update(_facts(fields, stored))
    fields["state"] = state
    return True


def _facts(fields: Mapping[str, Any], stored: StoredEvent) -> Mapping[str, Any]:
    """Return the fields that an event fills."""
    event, on = stored.event, stored.event.on
    acknowledged = {"acknowledged_on": fields.get("acknowledged_on") or on}
    answered = {**acknowledged, "answered_on": fields.get("answered_on") or on}
    match event.kind:
        case "referral_sent":
            return {"sent_on": on, "sent_at": sent_instant(stored), "way": event.args["way"]}
        case "acknowledged":
            return acknowledged
        case "accepted":
            return answered
        case "declined":
            return {**answered, "declined_reason": event.args["reason"]}
        case "in_service":
            return {**answered, "in_service_on": on}
        case "completed":
            served = {"in_service_on": fields.get("in_service_on") or on}
            return {**answered, **served, "completed_on": on, "outcome": event.args["outcome"]}
        case "rerouted":
            return {"rerouted_to": event.args["to"]}
        case "deadline_set":
            return {"deadline_hours": event.args["hours"]}
        case "told":
            said = Told(on, event.args.get("organisation", ""), event.args.get("text", ""))
            return {"told": (*fields.get("told", ()), said)}
        case "reopened":
            return _NEW_ROUND
    return {}


_NEW_ROUND: Mapping[str, Any] = {
    "sent_on": None,
    "sent_at": None,
    "way": "",
    "acknowledged_on": None,
    "answered_on": None,
    "in_service_on": None,
    "completed_on": None,
    "outcome": "",
    "declined_reason": "",
    "rerouted_to": "",
}


def _linked(referrals: dict[str, Referral]) -> Mapping[str, Referral]:
    """Say of each referral which one it continues: the first that names it, and never round in a circle."""
    for referral in tuple(referrals.values()):
        child = referrals.get(referral.rerouted_to)
        if child is None or child.rerouted_from or _continues(referrals, referral.id, child.id):
            continue
        referrals[child.id] = replace(child, rerouted_from=referral.id)
    return referrals


def _continues(referrals: Mapping[str, Referral], later: str, earlier: str) -> bool:
    """Whether `later` comes, hop by hop, from `earlier`."""
    while later and later != earlier:
        later = referrals[later].rerouted_from
    return bool(later)
