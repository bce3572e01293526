"""Random networks and an independent, slow reading of the rules, shared by the tests of referral."""

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.referral.network import Network, network_of
from tests.sociogram.referral.slow_rules import TruePath, in_order

MakeNetwork = Callable[..., Directory]
KINDS = ("refers_to", "works_with", "member_of", "trained", "funds")
STATUSES = ("non_date", "projet_termine", "prevu", "historique", "arrete")
CATEGORY = "hebergement"


def random_directory(
    chance: random.Random, *, nodes: int, degree: float, hidden: int = 0, trap: bool = False
) -> Directory:
    """An invented directory: `nodes` organisations, about `degree` ties each, services at some of them.

    `hidden` organisations are restricted and stand in the middle: short and cheap, a tempting relay. `trap`
    lays a chain of cheap ties beside a dear short one, so that the cheapest way is often too long.
    """
    terms = packaged_public_directory().terms
    ids = [f"org-{chance.randrange(10**6):06d}-{number}" for number in range(nodes)]
    secret = set(ids[1 : 1 + hidden])
    organisations = {
        name: Organisation(id=name, name=name, sensitivity="restreint" if name in secret else "public")
        for name in ids
    }
    ties = list(_trap(chance, ids)) if trap else []
    ties += [_tie(chance, ids, number) for number in range(int(nodes * degree / 2))]
    for name in secret:
        for end in chance.sample([one for one in ids if one not in secret], k=min(4, nodes - hidden)):
            ties.append(Relation(f"tie-s-{len(ties)}", "", name, end, "works_with", sensitivity="restreint"))
    relations = {tie.id: tie for tie in (_levelled(one, secret) for one in ties) if tie.from_id != tie.to_id}
    services = {
        f"{name}--{number}": Service(
            id=f"{name}--{number}",
            organisation_id=name,
            category=CATEGORY,
            status=chance.choice(("non_date", "projet_termine")),
            sensitivity="restreint" if name in secret else "public",
        )
        for name in ids
        for number in range(chance.choice((0, 0, 1, 2)))
    }
    return Directory(
        dict(sorted(organisations.items())),
        dict(sorted(services.items())),
        dict(sorted(relations.items())),
        dict(packaged_public_directory().places),
        terms,
    )


def _tie(chance: random.Random, ids: list[str], number: int) -> Relation:
    start, end = chance.choice(ids), chance.choice(ids)
    kind = chance.choice(KINDS)
    status = chance.choices(STATUSES, weights=(6, 4, 1, 1, 1))[0]
    name = f"tie-{chance.randrange(10**6):06d}-{number}"
    return Relation(name, "", start, end, kind, directed=chance.random() < 0.4, status=status)  # type: ignore[arg-type]


def _trap(chance: random.Random, ids: list[str]) -> Iterator[Relation]:
    """A long chain of the cheapest ties through most nodes: cheap in cost beside a shortcut of weak ties."""
    chain = ids[: max(8, len(ids) // 2)]
    for number, (start, end) in enumerate(pairwise(chain)):
        yield Relation(f"tie-c-{number:04d}", "", start, end, "refers_to", directed=True)
    for number in range(0, len(chain) - 4, 2):
        far = min(len(chain) - 1, number + chance.choice((2, 3, 4)))
        yield Relation(
            f"tie-w-{number:04d}", "", chain[number], chain[far], "member_of", status="projet_termine"
        )


def _levelled(tie: Relation, secret: set[str]) -> Relation:
    return replace(tie, sensitivity="restreint") if {tie.from_id, tie.to_id} & secret else tie


@dataclass(frozen=True)
class Truth:
    """The contract read again, slowly, from the rows: nothing here is shared with the program."""

    directory: Directory

    def edges(self) -> dict[str, dict[str, tuple[float, str]]]:
        weights = {"refers_to": 0.8, "works_with": 0.7, "member_of": 0.5, "trained": 0.5}
        best: dict[str, dict[str, tuple[float, str]]] = {}
        for tie in self.directory.relations.values():
            if tie.kind not in weights or tie.status not in ("non_date", "projet_termine"):
                continue
            weight = weights[tie.kind] / (2 if tie.status == "projet_termine" else 1)
            ways = [(tie.from_id, tie.to_id)]
            if not (tie.kind == "refers_to" and tie.directed):
                ways.append((tie.to_id, tie.from_id))
            for start, end in ways:
                held = best.setdefault(start, {}).get(end)
                if held is None or (-weight, tie.id) < (-held[0], held[1]):
                    best[start][end] = (weight, tie.id)
        return best

    def every_path(self, origin: str, max_hops: int) -> Iterator[TruePath]:
        """Yield (cost, actors, ties) of every path without a repeated node, up to `max_hops` ties."""
        edges = self.edges()
        stack: list[TruePath] = [(0.0, (origin,), ())]
        while stack:
            cost, actors, ties = stack.pop()
            yield cost, actors, ties
            if len(ties) == max_hops:
                continue
            for end, (weight, tie) in edges.get(actors[-1], {}).items():
                if end not in actors:
                    stack.append((cost - math.log(weight) + 0.25, (*actors, end), (*ties, tie)))

    def best(self, origin: str, max_hops: int) -> dict[str, TruePath]:
        """The cheapest path to each node; near-equal costs by hops, actors, ties."""
        found: dict[str, TruePath] = {}
        for path in self.every_path(origin, max_hops):
            held = found.get(path[1][-1])
            if held is None or in_order(path) < in_order(held):
                found[path[1][-1]] = path
        return found


@pytest.fixture(scope="session")
def make_directory() -> MakeNetwork:
    return random_directory


@pytest.fixture(scope="session")
def truth() -> type[Truth]:
    return Truth


@pytest.fixture(scope="session")
def mali() -> Network:
    return network_of(packaged_public_directory())
