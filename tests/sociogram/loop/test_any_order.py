"""Any sequence of events, in any order, told twice, by wrong clocks: legal states only, and nothing lost."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sociogram.access.viewer import Viewer
from sociogram.loop.event import Event, StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.lifecycle import STEPS
from sociogram.loop.referral import Referral
from sociogram.stores.memory_store import MemoryStore
from tests.sociogram.loop.told import DAY, told, uuid

ANA = Viewer("ana")
SENT, ENDED = {"sent", "acknowledged", "accepted", "in_service", "completed", "declined"}, "consent_withdrawn"
# From which states each event may lead, and where: written from the design, apart from lifecycle.py.
LEGAL: Mapping[str, tuple[str, str]] = {
    "referral_sent": ("draft", "sent"),
    "acknowledged": ("sent no_answer", "acknowledged"),
    "accepted": ("sent acknowledged no_answer contact_failed", "accepted"),
    "declined": ("sent acknowledged accepted no_answer contact_failed", "declined"),
    "in_service": ("sent acknowledged accepted no_answer contact_failed", "in_service"),
    "completed": ("sent acknowledged accepted in_service no_answer contact_failed", "completed"),
    "no_answer": ("sent acknowledged", "no_answer"),
    "rerouted": ("sent acknowledged accepted in_service declined no_answer contact_failed", "rerouted"),
    "cancelled": (
        "draft sent acknowledged accepted in_service declined no_answer contact_failed",
        "cancelled",
    ),
    "contact_failed": ("sent acknowledged accepted in_service no_answer", "contact_failed"),
    "reopened": ("completed declined rerouted no_answer cancelled contact_failed", "draft"),
    "consent_withdrawn": (
        "draft sent acknowledged accepted in_service completed declined rerouted no_answer cancelled"
        " contact_failed",
        "consent_withdrawn",
    ),
    "told": ("consent_withdrawn", "consent_withdrawn"),
}
KINDS = (*LEGAL, "referral_made", "deadline_set", "deadlines_set", "referral_sent", "accepted", "completed")


def drawn(chance: random.Random) -> list[Event]:
    """Events about three referrals, in no order, some with a clock that is years off."""
    events = []
    for number in range(1, chance.randint(2, 16)):
        kind = "referral_made" if number <= 2 else chance.choice(KINDS)
        about = number if number <= 2 else chance.randint(1, 3)
        extra = {"to": uuid(10**6 + about % 2 + 1)} if kind == "rerouted" else {}
        on, year = DAY + timedelta(chance.randint(-9000, 9000)), chance.randint(1970, 2079)
        at = chance.choice(("2026-11-20T10:00:00Z", f"{year}-01-01T00:00:00Z"))
        events.append(told(number, kind, about, on=on, at=at, **extra))
    chance.shuffle(events)
    return events


def noted(events: Sequence[Event], chance: random.Random) -> tuple[StoredEvent, ...]:
    """What a store holds after batches that overlap and are sent again."""
    store = MemoryStore()
    left = list(events)
    while left:
        size = chance.randint(1, 4)
        again = chance.sample(events, chance.randint(0, len(events)))
        store.note_events(ANA, [*left[:size], *again[:2]], today=DAY)
        left = left[size:]
        if chance.random() < 0.3:
            store.note_events(ANA, again, today=DAY)
            left = [event for event in left if event not in again]
    return store.events(ANA).events


def check_steps(referral: Referral) -> None:
    """Walk through what counted: every step is one of LEGAL, and the last leads to the state."""
    counted = [
        one.event.kind
        for one in referral.history
        if one.event.id not in referral.late and one.event.kind not in ("referral_made", "deadline_set")
    ]
    before_sending = counted[: counted.index("referral_sent")] if "referral_sent" in counted else []
    state, waited = "draft", list[str]()
    for place, kind in enumerate(counted):
        starts, end = LEGAL[kind]
        if state in starts.split():
            state = end
            if place == len(before_sending) and kind == "referral_sent":
                for late_kind in waited:
                    starts, end = LEGAL[late_kind]
                    assert state in starts.split()
                    state = end
        else:
            assert place < len(before_sending), (counted, kind)
            assert state == "draft"
            waited.append(kind)
    assert state == referral.state


def check_facts(referral: Referral) -> None:
    """What a state claims is told by the fields."""
    state = referral.state
    assert (referral.sent_on is None) == (referral.sent_at is None)
    if state == "draft":
        assert referral.sent_on is None
        assert referral.answered_on is None
    if state in SENT:
        assert referral.sent_on is not None
    if state in SENT - {"sent"}:
        assert referral.acknowledged_on is not None
    if state in SENT - {"sent", "acknowledged"}:
        assert referral.answered_on is not None
    if state in {"in_service", "completed"}:
        assert referral.in_service_on is not None
    assert (state != "completed") or (referral.completed_on and referral.outcome)
    assert (state != "declined") or referral.declined_reason
    assert (state != "rerouted") or referral.rerouted_to
    assert (not referral.told) or state == ENDED


def check_chains(found: Mapping[str, Referral]) -> None:
    """Whoever follows a referral back comes to an end."""
    for referral in found.values():
        behind = [referral.id]
        while found[behind[-1]].rerouted_from:
            behind.append(found[behind[-1]].rerouted_from)
            assert behind[-1] not in behind[:-1]
            assert found[behind[-1]].rerouted_to == behind[-2]


def states(referrals: Mapping[str, Referral]) -> dict[str, tuple[str, frozenset[str]]]:
    """What must not hang on clocks."""
    return {one.id: (one.state, one.late) for one in referrals.values()}


def test_any_sequence_is_legal_and_loses_nothing(seed: int, sized: Callable[[int, int], int]) -> None:
    """10,000 sequences at full size. Folding what came so far never disagrees with folding it later."""
    seen: set[str] = set()
    for number in range(sized(2_000, 10_000)):
        chance = random.Random(f"{seed} {number}")
        events = drawn(chance)
        log = noted(events, chance)
        assert {one.event.id: one.event for one in log} == {one.id: one for one in events}
        assert [one.version for one in log] == list(range(1, len(events) + 1))
        found = fold(log)
        made = {one.subject for one in events if one.kind == "referral_made"}
        assert found.keys() == made
        for referral in found.values():
            own = tuple(one for one in log if one.event.subject == referral.id)
            assert referral.history == own
            assert referral.late < {one.event.id for one in own}
            check_steps(referral)
            check_facts(referral)
            seen.add(referral.state)
        mixed = [*log, *chance.sample(log, len(log) // 2)]
        chance.shuffle(mixed)
        assert fold(mixed) == found
        check_chains(found)
        clocks = tuple(
            replace(one, event=replace(one.event, at="1999-01-01T00:00:00Z", on=DAY)) for one in log
        )
        assert states(fold(clocks)) == states(found)
    assert len(seen) >= 11, "the sequences reach every state but few"


def test_the_steps_are_those_of_the_design() -> None:
    steps = {
        (state, kind): after
        for state, kinds in STEPS.items()
        for kind, after in kinds.items()
        if kind != "deadline_set"
    }
    assert steps == {(state, kind): end for kind, (starts, end) in LEGAL.items() for state in starts.split()}


def test_each_referral_hangs_on_its_own_events_alone(seed: int, sized: Callable[[int, int], int]) -> None:
    """Two people's devices that meet: folding the union gives each referral what its own events give."""
    for number in range(sized(500, 5000)):
        chance = random.Random(f"{seed} apart {number}")
        log = [one for one in noted(drawn(chance), chance) if one.event.kind != "deadlines_set"]
        whole = fold(log)
        for name, referral in whole.items():
            alone = fold(one for one in log if one.event.subject == name)[name]
            assert replace(referral, rerouted_from="") == replace(alone, rerouted_from="")


def test_a_clock_that_runs_ahead_puts_off_no_deadline() -> None:
    """Sent "in 2079": the deadline runs from the day after the store took it."""
    log = [
        StoredEvent(1, DAY, told(1, "referral_made", priority="emergency")),
        StoredEvent(2, DAY, told(2, "referral_sent", at="2079-01-01T00:00:00Z", on=date(2079, 1, 1))),
    ]
    (found,) = fold(log).values()
    assert found.sent_at is not None
    assert found.sent_at.date() == DAY + timedelta(2)
    assert found.sent_on == date(2079, 1, 1), "what was said is kept"
