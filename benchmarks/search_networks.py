"""Large invented networks for the search, and questions asked of them.

Sixty places of Zipf sizes in a ring of neighbours; 70 % of the ties stay there, 20 % go to a place beside it,
10 % anywhere; out-degree log-normal, in-degree a power law. Thirteen needs, the last the rarest; 40 % of the
organisations have one to four services; 2 % are full, 8 % never pass anybody on. A step costs -ln t + 0.25.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from sociogram.referral.snapshot import AREA_SHIFT, Snapshot
from sociogram.referral.tie_cost import NANO

PLACES, NEEDS, NEIGHBOURS = 60, 13, 3
MEAN_DEGREE = 9.5
K, HOPS = 5, 4
Numbers = npt.NDArray[Any]


class Named(Sequence[str]):
    """Ids made when they are asked for: ten million strings would weigh more than what is measured."""

    def __init__(self, letter: str, count: int) -> None:
        self._letter, self._count = letter, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        assert isinstance(at, int)
        if not 0 <= at < self._count:
            raise IndexError(at)
        return f"{self._letter}{at:08d}"


@dataclass(frozen=True, slots=True)
class Network:
    """The snapshot our search reads, and the same as plain numpy arrays for the others."""

    snapshot: Snapshot
    offsets: Numbers
    targets: Numbers
    costs: Numbers
    place: Numbers
    offers: Numbers
    ring: Numbers
    may_ask: Numbers


@dataclass(frozen=True, slots=True)
class Question:
    """The five nearest that offer one of `offers` (bits) in one of `places`, at most four ties away."""

    origin: int
    offers: int
    places: tuple[int, ...]

    @property
    def areas(self) -> int:
        """The places as bits."""
        return sum(1 << place for place in self.places)


def made(nodes: int, seed: int) -> Network:
    """Return a network of so many organisations."""
    chance = np.random.default_rng(seed)
    share = 1 / np.arange(1, PLACES + 1)
    place = chance.choice(PLACES, nodes, p=share / share.sum())
    ring = chance.permutation(PLACES)
    offers = _offers(chance, nodes)
    relays = chance.random(nodes) >= 0.08
    start, end = _ends(chance, nodes, place, ring)
    kept = (start != end) & relays[start]
    start, end = start[kept], end[kept]
    trust = chance.uniform(0.15, 1.0, len(start))
    costs = np.round((-np.log(trust) + 0.25) * NANO).astype(np.int64)
    offsets, targets, costs = _rows(nodes, start, end, costs)
    return Network(
        _snapshot(offsets, targets, costs, place, offers),
        offsets, targets, costs, place, offers, ring, np.flatnonzero(relays & (np.diff(offsets) > 0)),
    )  # fmt: skip


def _offers(chance: np.random.Generator, nodes: int) -> Numbers:
    """Return the needs each organisation answers, as bits; none when it has no service or is full."""
    share = 1 / np.arange(1, NEEDS + 1)
    offers = np.zeros(nodes, np.int64)
    services = chance.integers(1, 5, nodes)
    for number in range(4):
        need = chance.choice(NEEDS, nodes, p=share / share.sum())
        offers |= np.where(services > number, 1 << need, 0)
    offers[chance.random(nodes) >= 0.4] = 0
    offers[chance.random(nodes) < 0.02] = 0
    return offers


def _ends(chance: np.random.Generator, nodes: int, place: Numbers, ring: Numbers) -> tuple[Numbers, Numbers]:
    degree = np.round(np.exp(chance.normal(np.log(MEAN_DEGREE) - 0.32, 0.8, nodes))).astype(np.int64)
    start = np.repeat(np.arange(nodes), np.maximum(degree, 1))
    where = np.argsort(ring)[place[start]]  # the place of each as it stands on the ring
    lot = chance.random(len(start))
    near = chance.choice([-2, -1, 1], len(start))
    where = np.where(lot < 0.9, (where + np.where(lot < 0.7, 0, near)) % PLACES, 0)
    popularity = (1 - chance.random(nodes)) ** (-1 / 1.6)
    order = np.argsort(place, kind="stable")
    weight = np.concatenate([[0.0], np.cumsum(popularity[order])])
    first = np.searchsorted(place[order], np.arange(PLACES + 1))
    target = ring[where]
    low, high = weight[first[target]], weight[first[target + 1]]
    low, high = np.where(lot < 0.9, low, 0.0), np.where(lot < 0.9, high, weight[-1])
    at = np.searchsorted(weight, low + chance.random(len(start)) * (high - low), side="right") - 1
    return start, order[np.clip(at, 0, nodes - 1)]


def _rows(nodes: int, start: Numbers, end: Numbers, costs: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return offsets, targets and costs: of parallel steps the cheapest, by cost within a node."""
    order = np.lexsort((costs, end, start))
    start, end, costs = start[order], end[order], costs[order]
    first = np.ones(len(start), bool)
    first[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
    start, end, costs = start[first], end[first], costs[first]
    order = np.lexsort((end, costs, start))
    offsets = np.searchsorted(start[order], np.arange(nodes + 1))
    return offsets.astype(np.int32), end[order].astype(np.int32), costs[order]


def _snapshot(
    offsets: Numbers, targets: Numbers, costs: Numbers, place: Numbers, offers: Numbers
) -> Snapshot:
    count = len(targets)
    marks = (offers.astype(np.uint64) | (place.astype(np.uint64) << np.uint64(AREA_SHIFT))).view(np.int64)
    numbers, narrow = np.arange(count, dtype=np.int32), costs.astype(np.uint32)
    names, ties = Named("o", len(place)), Named("t", count)
    small = len(place) <= 100_000
    return Snapshot(
        tuple(names) if small else names, tuple(ties) if small else ties,
        array("i", offsets.tobytes()), array("i", targets.tobytes()), array("I", narrow.tobytes()),
        array("i", numbers.tobytes()), array("q", marks.tobytes()),
    )  # fmt: skip


def questions(network: Network, kind: str, count: int, seed: int) -> list[Question]:
    """Return `near` questions (any need, own place and three neighbours) or `far` ones (the rarest need)."""
    chance = np.random.default_rng(seed)
    asked = []
    at = np.argsort(network.ring)
    for _ in range(count):
        origin = int(chance.choice(network.may_ask))
        if kind == "near":
            here = at[network.place[origin]]
            places = [network.ring[(here + by) % PLACES] for by in (0, -2, -1, 1)]
            asked.append(Question(origin, 1 << int(chance.integers(NEEDS)), tuple(map(int, places))))
        else:
            asked.append(Question(origin, 1 << (NEEDS - 1), (int(chance.integers(PLACES)),)))
    return asked
