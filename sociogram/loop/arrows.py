"""Arrows that are referrals: what a situation already says is not entered a second time.

A marked arrow between two who work, dated to the month at least and not merely wished, is the making and the
sending of its referral. Nothing of it is stored: take the arrow off the sheet, and there is no event.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from colour_codes.sides import Side
from sociogram.loop.event import Event, StoredEvent
from sociogram.situation.fold import effective_gestures
from sociogram.situation.gestures import Gesture
from sociogram.situation.links import Activation
from sociogram.situation.referral_mark import GROUND, may_be_referral
from sociogram.situation.situation import Situation
from sociogram.situation.story import in_story_order, side_of

UNSAID_NEED = "besoin_non_dit"
"""The need of a referral that only an arrow speaks of: an arrow does not say one."""
ARROW_KINDS = ("referral_made", "referral_sent")
"""The kinds of events that an arrow is."""
BEFORE_ALL = 0
"""The version of events read from arrows: the log of a store begins at 1."""
_NAMESPACE = UUID("3c1b7f0e-6b6e-5b0c-9a53-0f1d2a7c4e88")


def arrow_events(situation: Situation, *, known: Collection[str], by: str) -> tuple[Event, ...]:
    """Return the events that the arrows of a situation are: each referral made, then sent, once.

    `known`: the organisations the viewer sees; an arrow that ends at any other one speaks of nothing. `by`:
    who keeps the situation. The ids are the same for the same arrow of the same situation.
    """
    found: dict[str, tuple[Event, Event]] = {}
    for arrow in _referring(situation, known):
        events = _events(situation, arrow, known, by)
        found.setdefault(events[0].subject, events)
    return tuple(event for pair in found.values() for event in pair)


def noted_days(log: Sequence[Gesture]) -> Mapping[str, date]:
    """Return, by arrow, the day of the last gesture that made it what it is: its ends, its date, its mark.

    A count "as of a day" leaves out what was drawn later.
    """
    noted: dict[str, date] = {}
    for gesture, counts in zip(log, effective_gestures(log), strict=True):
        if counts and _makes_arrows(gesture):
            noted[gesture.args["id"]] = date.fromisoformat(gesture.at[:10])
    return noted


def merged(stored: Sequence[StoredEvent], arrows: Iterable[StoredEvent]) -> tuple[StoredEvent, ...]:
    """Return the events of a store and those of arrows, without what the store already says.

    A making in the store holds more than an arrow's. Its sending, up to the first reopening, is the same
    sending as the arrow's. Two arrows with one referral, on two sheets, are one: the first.
    """
    made = {one.event.subject for one in stored if one.event.kind == "referral_made"}
    said = {("referral_made", subject) for subject in made}
    said |= {("referral_sent", subject) for subject in _sent_at_first(stored)}
    added: list[StoredEvent] = []
    for one in arrows:
        what = (one.event.kind, one.event.subject)
        if what not in said:
            said.add(what)
            added.append(one)
    return (*added, *stored)


def arrow_event_id(situation_id: str, arrow_id: str, what: str) -> str:
    """Return the id of an event that an arrow is (`what`: its kind), or of its referral (`referral`)."""
    return str(uuid5(_NAMESPACE, f"{situation_id}\n{arrow_id}\n{what}"))


def _referring(situation: Situation, known: Collection[str]) -> Iterator[Activation]:
    def side(end: str) -> Side | None:
        return side_of(situation, end, known)

    for arrow in in_story_order(situation):
        if arrow.referral and may_be_referral(arrow, side):
            yield arrow


def _events(situation: Situation, arrow: Activation, known: Collection[str], by: str) -> tuple[Event, Event]:
    own = arrow_event_id(situation.id, arrow.id, "referral")
    subject = arrow.referral if isinstance(arrow.referral, str) else own
    on = arrow.when.first_day if arrow.when else date.min
    at = f"{on.isoformat()}T00:00:00Z"
    made = {
        "need": UNSAID_NEED,
        "sender": _organisation(situation, arrow.activator, known) or arrow.activator,
        "focal_point": False,
        "priority": "normal",
        **_receiver(situation, arrow.activated, known),
    }

    def event(kind: str, args: Mapping[str, Any]) -> Event:
        return Event(arrow_event_id(situation.id, arrow.id, kind), kind, subject, at, on, by, args)

    return event("referral_made", made), event("referral_sent", {"way": "arrow"})


def _organisation(situation: Situation, end: str, known: Collection[str]) -> str:
    """Return the organisation of the directory at an end of an arrow, as far as the viewer sees it."""
    worker = situation.professionals.get(end)
    name = worker.organisation if worker else end
    return name if name is not None and name in known and name not in situation.institutions else ""


def _receiver(situation: Situation, end: str, known: Collection[str]) -> dict[str, str]:
    """Return who receives: an organisation of the directory, or the name written by hand on the building."""
    organisation = _organisation(situation, end, known)
    if organisation:
        return {"receiver": organisation}
    worker = situation.professionals.get(end)
    building = situation.institutions.get((worker.organisation or "") if worker else end)
    text = building.label if building else worker.organisation_text if worker else None
    words = situation.words(text, "fr")
    return {"receiver_text": words} if words else {}


def _makes_arrows(gesture: Gesture) -> bool:
    if gesture.kind == "change":
        return bool(GROUND & gesture.args["set"].keys())
    return gesture.kind in ("draw", "redirect")


def _sent_at_first(stored: Sequence[StoredEvent]) -> set[str]:
    """Return the referrals whose first sending the store holds."""
    reopened: set[str] = set()
    sent: set[str] = set()
    for one in sorted(stored, key=lambda one: one.version):
        subject = one.event.subject
        if one.event.kind == "reopened":
            reopened.add(subject)
        elif one.event.kind == "referral_sent" and subject not in reopened:
            sent.add(subject)
    return sent
