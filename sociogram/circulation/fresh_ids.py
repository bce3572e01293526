"""Fresh ids for what leaves: two exports of one situation share none."""

import random
import secrets
import uuid
from collections.abc import Callable

NewId = Callable[[str], str]


def fresh_ids(seed: int | None) -> NewId:
    """Return a function giving each id of ours one new UUID, the same within this export only.

    `seed` makes them repeatable for tests; without it they come from the operating system.
    """
    source = secrets.SystemRandom() if seed is None else random.Random(seed)
    given: dict[str, str] = {}

    def new_id(ours: str) -> str:
        if ours not in given:
            given[ours] = str(uuid.UUID(int=source.getrandbits(128), version=4))
        return given[ours]

    return new_id
