"""A way through the network."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Path:
    """A way through the network. `cost` in nano-units; `actors` begins with the origin; `ties` one a hop."""

    cost: int
    actors: tuple[str, ...]
    ties: tuple[str, ...] = ()

    @property
    def hops(self) -> int:
        """How many ties are crossed; 0 at the origin itself."""
        return len(self.ties)
