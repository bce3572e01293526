"""What a store may offer besides (stores/protocol.py): to find the part of a large directory that one
question needs, so that the whole is never held in memory."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from sociogram.access.viewer import Viewer
from sociogram.directory.directory import Directory
from sociogram.referral.weights import Weights


def nowhere(_: Directory) -> frozenset[str]:
    """No other ways are wanted."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class ReachQuestion:
    """Ways from `origin` over at most `max_hops` ties to services for `needs`; `weights` say the costs.

    `must_not_know`, `consent`: as in a SuggestionRequest; ways do without those they leave out. `around` is
    given the part with its best ways, and tells which relays other ways are wanted around: for providers
    whose way begins with one of these, a way that does without it, or at least begins elsewhere
    (referral/alternatives.py).
    """

    origin: str
    needs: tuple[str, ...]
    max_hops: int
    weights: Weights
    must_not_know: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    around: Callable[[Directory], frozenset[str]] = nowhere


@dataclass(frozen=True, slots=True)
class NetworkSize:
    """How many rows stand in the open layer."""

    organisations: int
    services: int
    ties: int


@dataclass(frozen=True, slots=True)
class NetworkPart:
    """The rows of one question. `version`: the digest of all rows the viewer sees (directory/version.py)."""

    directory: Directory
    version: str


@runtime_checkable
class Reaching(Protocol):
    """A store that can search by itself."""

    def network_size(self) -> NetworkSize:
        """Return the size of the open layer now. What is hidden is not counted."""
        ...

    def network_part(self, viewer: Viewer, question: ReachQuestion) -> NetworkPart | None:
        """Return the part of the viewer's directory in which this question has the answer it has in the
        whole; None when it cannot be told, and the whole must be read. Raises StoreUnusable."""
        ...
