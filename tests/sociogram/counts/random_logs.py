"""Random logs of referrals: duplicates, reorderings, clocks that are wrong. The same for the same seed."""

import random
import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sociogram.loop.event import Event, StoredEvent
from sociogram.loop.kinds import DECLINE_REASONS

START = date(2026, 1, 1)
KINDS = (
    "referral_sent", "acknowledged", "accepted", "declined", "in_service", "completed", "rerouted",
    "no_answer", "cancelled", "consent_withdrawn", "contact_failed", "reopened", "deadline_set", "told",
)  # fmt: skip
WEIGHTS = (1, 3, 5, 4, 2, 3, 3, 2, 1, 1, 1, 1, 1, 1)
ORGANISATIONS = ("aracem", "amsode", "caritas-gao", "atc", "refuge-demo", "unheard-of")
NEEDS = ("hebergement", "sante", "juridique", "formation_professionnelle", "unheard_of")
PLACES = ("bamako", "gao", "siby", "mali", "nowhere", None)


def identity(random_: random.Random) -> str:
    """Return a UUID of this sequence."""
    return str(uuid.UUID(int=random_.getrandbits(128), version=4))


def making(random_: random.Random, sender: str, receiver: str | None, **more: Any) -> dict[str, Any]:
    """Return the args of a making."""
    args = {
        "need": random_.choice(NEEDS),
        "place": random_.choice(PLACES),
        "sender": sender,
        "receiver": receiver,
        "focal_point": random_.random() < 0.1,
        "priority": random_.choice(("emergency", "urgent", "normal")),
        "person": identity(random.Random(random_.randrange(8))) if random_.random() < 0.7 else None,
    }
    return {key: value for key, value in {**args, **more}.items() if value is not None}


def args_of(kind: str, random_: random.Random, others: Sequence[str]) -> Mapping[str, Any]:
    """Return what an event of this kind says."""
    if kind == "referral_sent":
        return {"way": "phone"}
    if kind == "declined":
        return {"reason": random_.choice(DECLINE_REASONS)}
    if kind == "completed":
        return {"outcome": random_.choice(("helped", "unknown"))}
    if kind == "rerouted":
        return {"to": random_.choice(others)}
    if kind == "deadline_set":
        return {"hours": 24}
    return {"text": "une fonction"} if kind == "told" else {}


def event(random_: random.Random, kind: str, subject: str, on: date, args: Mapping[str, Any]) -> Event:
    """Return one event; its clock says anything."""
    at = f"20{random_.randrange(20, 30)}-0{random_.randrange(1, 10)}-11T10:00:00Z"
    return Event(identity(random_), kind, subject, at, on, "local", args)


def random_log(seed: int, referrals: int = 10) -> tuple[StoredEvent, ...]:
    """Return a log as a store might hold it after bad days: some events twice, some before their making."""
    random_ = random.Random(seed)
    subjects = [identity(random_) for _ in range(referrals)]
    said: list[Event] = []
    for subject in subjects:
        day = START + timedelta(days=random_.randrange(365))
        receiver = random_.choice((*ORGANISATIONS, None))
        steps = [
            event(
                random_,
                "referral_made",
                subject,
                day,
                making(random_, random_.choice(ORGANISATIONS[:2]), receiver),
            )
        ]
        life = ["referral_sent"] if random_.random() < 0.85 else []
        for kind in (*life, *random_.choices(KINDS, weights=WEIGHTS, k=random_.randrange(5))):
            day += timedelta(days=random_.randrange(-3, 20))
            steps.append(event(random_, kind, subject, day, args_of(kind, random_, subjects)))
        if random_.random() < 0.3:
            random_.shuffle(steps)
        if random_.random() < 0.1:
            steps = steps[1:]
        said += steps
    said += random_.choices(said, k=len(said) // 5) if said else []
    if random_.random() < 0.5:
        random_.shuffle(said)
    noted = START
    stored = []
    for version, one in enumerate(said, start=1):
        noted += timedelta(days=random_.randrange(10))
        stored.append(StoredEvent(version, noted, one))
    return tuple(stored)
