"""Events on the wire: signed by who is there, dated when they do not say, checked against what is seen.

What the store holds already is taken as said: the same question twice gives the same answer, whatever has
become of the directory since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from api.use_cases.referral_checks import check_known
from api.use_cases.referral_desk import Book, Desk
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.loop.event import Event
from sociogram.loop.forms.labels import STEPS
from sociogram.loop.kinds import KINDS
from sociogram.loop.lifecycle import next_steps
from sociogram.loop.referral import Referral
from sociogram.loop.refusal import refused
from sociogram.loop.wire import MAX_BATCH, parse_event

_OF_THE_NETWORK = ("night_list", "deadlines_set")
TAKEN = tuple(kind for kind, what in KINDS.items() if what.about != "network" or kind in _OF_THE_NETWORK)
"""The kinds that this door takes; counts have their own."""


def read_batch(raw: object, desk: Desk, book: Book) -> tuple[Event, ...]:
    """Return the events of `{"events": [...]}`, what was done offline included; BadInput for the first fault.

    A step that is not possible any more is kept, as late: nothing that was said offline is lost.
    """
    if not isinstance(raw, dict) or set(raw) != {"events"} or not isinstance(raw["events"], list):
        raise bad_input(
            "bad_events",
            fr="la demande doit contenir « events », une liste.",
            en="the request must hold “events”, a list.",
            remedy_fr="Voir l'exemple dans /docs.",
            remedy_en="See the example in /docs.",
            place="$",
        )
    if len(raw["events"]) > MAX_BATCH:
        raise refused("event_too_many", "events", place="$")
    events = [read_event(one, desk, book, place=f"$.events[{at}]") for at, one in enumerate(raw["events"])]
    return check_events(events, desk, book, place="$.events")


def check_events(events: Sequence[Event], desk: Desk, book: Book, *, place: str = "") -> tuple[Event, ...]:
    """Return the events with what the directory adds; BadInput for what the viewer does not see."""
    held = book.held()
    made = {one.subject: one for one in (*held.values(), *events) if one.kind == "referral_made"}
    return tuple(
        one if one.id in held else check_known(one, desk, book, made, place=f"{place}[{at}]" if place else "")
        for at, one in enumerate(events)
    )


def read_event(raw: object, desk: Desk, book: Book, *, place: str = "") -> Event:
    """Return one event of a request, signed and dated; BadInput names the place, the field and the remedy."""
    if not isinstance(raw, dict):
        return parse_event(raw, place=place)
    event = parse_event(_filled(raw, book.held(), desk), place=place)
    if event.kind not in TAKEN:
        raise refused(
            "event_kind",
            "kind",
            expected=Bilingual(f"Choisir parmi : {', '.join(TAKEN)}.", f"Choose among: {', '.join(TAKEN)}."),
            place=place,
        )
    return event


def read_alone(raw: Mapping[str, Any], desk: Desk, book: Book) -> tuple[Event, ...]:
    """Return the event of a request whose own fields are its `args`, checked; a refusal names them so."""
    try:
        return check_events([read_event(raw, desk, book)], desk, book)
    except BadInput as fault:
        raise of_the_request(fault) from None


def of_the_request(fault: BadInput) -> BadInput:
    """Return a refusal of an event as one of the request it was made from, which knows no `args`."""
    return type(fault)(
        tuple(replace(one, place="", field=one.field.removeprefix("args.")) for one in fault.problems)
    )


def require_possible(event: Event, referral: Referral, book: Book) -> None:
    """Refuse a step that the referral cannot take now, and say which it can; one noted already passes."""
    if event.id in book.held() or event.kind in next_steps(referral):
        return
    steps = [(kind, STEPS[kind]) for kind in next_steps(referral)]
    fr, en = (", ".join(f"{one.in_(lang)} ({kind})" for kind, one in steps) for lang in ("fr", "en"))
    raise bad_input(
        "step_not_possible",
        fr="cette orientation n'en est pas là.",
        en="this referral does not stand there.",
        remedy_fr=f"Possible maintenant : {fr}.",
        remedy_en=f"Possible now: {en}.",
        field="kind",
    )


def _filled(raw: Mapping[str, Any], held: Mapping[str, Event], desk: Desk) -> dict[str, Any]:
    """Return the table with who and when; an event that is held keeps what it said."""
    same = held.get(raw["id"]) if isinstance(raw.get("id"), str) else None
    at = raw.get("at") or (same.at if same else desk.at)
    day = same.on if same else desk.today
    on = raw.get("on") or (str(raw["at"])[:10] if raw.get("at") else day.isoformat())
    filled = {"args": {}, "subject": "", **raw, "by": desk.viewer.id, "at": at, "on": on}
    if same is not None and _adds_receiver(filled["args"], same.args):
        filled["args"] = {**filled["args"], "receiver": same.args["receiver"]}
    return filled


def _adds_receiver(said: object, kept: Mapping[str, Any]) -> bool:
    """Whether what is kept names the receiver that its service stood for when it was first said."""
    return (
        isinstance(said, dict)
        and not said.get("receiver")
        and bool(said.get("service"))
        and said.get("service") == kept.get("service")
        and "receiver" in kept
    )
