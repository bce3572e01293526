"""The answer to a question, without words: one structure that French and English are both written from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sociogram.directory.rows import Organisation, Relation, Service, Term
from sociogram.referral.constraints import Reason
from sociogram.referral.endpoint import ReasonValue
from sociogram.referral.known import NightFunction
from sociogram.referral.near_misses import NextOpening
from sociogram.referral.outcome_rate import Record
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.service_check import NO_STANDING, Standing

Status = Literal["open", "to_check"]


@dataclass(frozen=True, slots=True)
class PathStep:
    """An actor of the path, and the tie crossed to come there (None at the origin). `cost` in nano-units.

    `forward` is False when the tie is crossed from its end to its beginning.
    """

    actor: Organisation
    tie: Relation | None = None
    forward: bool = True
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One service, the way to it, and why. `score` is rounded as it is published: it is what orders.

    `other_paths` begin with another intermediary; None when they were not looked for.
    """

    need: str
    provider: Organisation
    service: Service
    status: Status
    score: float
    path: tuple[PathStep, ...]
    reasons: tuple[ReasonValue, ...]
    unknown: tuple[str, ...]
    standing: Standing = NO_STANDING
    record: Record | None = None
    missing_papers: tuple[str, ...] = ()
    other_paths: tuple[tuple[PathStep, ...], ...] | None = ()

    @property
    def hops(self) -> int:
        """How many ties are crossed; 0 for a service of the origin itself."""
        return len(self.path) - 1

    @property
    def cost(self) -> int:
        """The cost of the path in nano-units; the final call is never counted."""
        return sum(step.cost for step in self.path)

    @property
    def discreet(self) -> bool:
        """Whether only name, category and ids may stand in an answer."""
        return self.provider.discreet or self.service.discreet


@dataclass(frozen=True, slots=True)
class NeedAnswer:
    """What was found for one need: how many services are shown, and how many are not, by reason.

    `other_groups` (codes) and `other_places` (texts) are those of the services left out for that reason, the
    most frequent first; `next_openings` are of those left out for their dates. Nothing of discreet services
    stands among them.
    """

    need: str
    shown: int
    excluded: Mapping[Reason, int]
    other_groups: tuple[str, ...] = ()
    other_places: tuple[str, ...] = ()
    next_openings: tuple[NextOpening, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionAnswer:
    """Suggestions grouped by need, in the order of the needs asked.

    `night_list` are the functions reachable at night that may be shown; empty unless it is for tonight.
    """

    request: SuggestionRequest
    origin: Organisation
    suggestions: tuple[Suggestion, ...]
    needs: tuple[NeedAnswer, ...]
    network_version: str
    terms: Mapping[tuple[str, str], Term]
    night_list: tuple[NightFunction, ...] = ()
