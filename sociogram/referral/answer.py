"""The answer to a question, without words: one structure that French and English are both written from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sociogram.directory.rows import Organisation, Relation, Service, Term
from sociogram.referral.constraints import Reason
from sociogram.referral.endpoint import ReasonValue
from sociogram.referral.request import SuggestionRequest

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
    """One service, the way to it, and why. `score` is rounded as it is published: it is what orders."""

    need: str
    provider: Organisation
    service: Service
    status: Status
    score: float
    path: tuple[PathStep, ...]
    reasons: tuple[ReasonValue, ...]
    unknown: tuple[str, ...]

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
    most frequent first; nothing of discreet services stands among them.
    """

    need: str
    shown: int
    excluded: Mapping[Reason, int]
    other_groups: tuple[str, ...] = ()
    other_places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionAnswer:
    """Suggestions grouped by need, in the order of the needs asked."""

    request: SuggestionRequest
    origin: Organisation
    suggestions: tuple[Suggestion, ...]
    needs: tuple[NeedAnswer, ...]
    network_version: str
    terms: Mapping[tuple[str, str], Term]
