"""What a decision is about: what somebody keeps, or a row of the directory."""

from dataclasses import dataclass

from sociogram.access.visibility import Level


@dataclass(frozen=True, slots=True)
class SituationResource:
    """A situation and the viewer who keeps it."""

    owner: str


@dataclass(frozen=True, slots=True)
class EventsResource:
    """The events of referrals and the viewer who notes them."""

    owner: str


@dataclass(frozen=True, slots=True)
class RowResource:
    """A row of the directory: who brought it, its level, and the viewers it was opened to."""

    owner: str
    level: Level
    opened_to: frozenset[str] = frozenset()


Resource = SituationResource | EventsResource | RowResource
