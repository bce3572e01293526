"""Three organisations that keep logs of the same referrals, each knowing what it was told.

Every class of referrals comes at least five times, so that nothing is hidden. Of each pair one of the two
ends knows all, and the other one no more than the first steps of each referral: its log stops somewhere.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from sociogram.loop.event import Event, StoredEvent
from tests.sociogram.counts.random_logs import args_of, event, identity, making

THREE = ("amsode", "aracem", "caritas-gao")
ELSEWHERE = ("oim", "atc", "refuge-demo", None)
LIVES = (
    ("referral_sent",),
    ("referral_sent", "acknowledged"),
    ("referral_sent", "acknowledged", "accepted"),
    ("referral_sent", "accepted", "in_service", "completed"),
    ("referral_sent", "acknowledged", "declined"),
    ("referral_sent", "no_answer"),
    ("referral_sent", "accepted", "cancelled"),
    (),
)
AS_OF = date(2027, 3, 1)


def three_logs(seed: int, classes: int = 12) -> dict[str, tuple[StoredEvent, ...]]:
    """Return the log of each organisation."""
    random_ = random.Random(seed)
    logs: dict[str, list[Event]] = {one: [] for one in THREE}
    knows_all: dict[tuple[str, str | None], bool] = {}
    for _ in range(classes):
        sender = random_.choice(THREE)
        receiver = random_.choice((*(one for one in THREE if one != sender), *ELSEWHERE))
        life = random_.choice(LIVES)
        heard = random_.randrange(len(life) + 1)
        half = random_.random() < 0.5 or receiver not in logs
        sender_knows_all = knows_all.setdefault((sender, receiver), half)
        args = making(random_, sender, receiver)
        for _ in range(random_.randrange(5, 9)):
            person = {"person": identity(random_)} if random_.random() < 0.8 else {}
            one = _referral(random_, life, {**{k: v for k, v in args.items() if k != "person"}, **person})
            logs[sender] += one if sender_knows_all else one[: 1 + heard]
            if receiver in logs:
                logs[receiver] += one[: 1 + heard] if sender_knows_all else one
    return {name: stored(said) for name, said in logs.items()}


def _referral(random_: random.Random, life: Sequence[str], args: dict[str, object]) -> list[Event]:
    subject, day = identity(random_), date(2026, 7, 1) + timedelta(days=random_.randrange(184))
    said = [event(random_, "referral_made", subject, day, args)]
    for kind in life:
        day += timedelta(days=random_.randrange(9))
        said.append(event(random_, kind, subject, day, args_of(kind, random_, [])))
    return said


def stored(said: Sequence[Event]) -> tuple[StoredEvent, ...]:
    """Return the events as one store took them, in this order."""
    return tuple(StoredEvent(at, date(2027, 1, 1), one) for at, one in enumerate(said, start=1))


def joined(logs: Sequence[Sequence[StoredEvent]]) -> tuple[StoredEvent, ...]:
    """Return one log of all: of each referral the longest telling, each event once."""
    told: dict[str, list[Event]] = {}
    for log in logs:
        own: dict[str, list[Event]] = {}
        for one in log:
            own.setdefault(one.event.subject, []).append(one.event)
        for subject, said in own.items():
            told[subject] = max(told.get(subject, []), said, key=len)
    return stored([one for said in told.values() for one in said])
