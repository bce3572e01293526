"""The staging in the shape the search likes: numbered things, and masks of who may cross whom."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from layouts.individual.seniority import Pair, descents, elder_pairs
from sociogram.situation.staging import Staging

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

CLOSE = 1.8
"""How much a kinship line counts beside an arrow; couples and filiations count more."""


@dataclass(frozen=True, slots=True)
class Model:
    """`ids`: figures then containers. `tails`, `heads`: the ends of the arrows (and of kinship lines after).

    `foreign[a, t]`: line a may not cross thing t (neither end, nor a container of an end). `weights`: how
    much each line counts. `between`: whether it joins two figures; `kin`: whether
    it is a couple or a filiation. `elders`, `descents` (k, 2): see `seniority.py`.
    """

    ids: tuple[str, ...]
    figures: int
    tails: Ints
    heads: Ints
    foreign: Bools
    weights: Floats
    between: Bools
    kin: Bools
    elders: Ints
    descents: Ints


def ancestry(staging: Staging) -> dict[str, tuple[str, ...]]:
    """Return for each figure and container the containers it stands in, the nearest first."""
    holder = {figure.id: figure.inside for figure in staging.figures}
    holder |= {container.id: container.inside for container in staging.containers}
    for container in staging.containers:
        holder |= dict.fromkeys(container.members, container.id)
    known = {container.id for container in staging.containers}
    chains: dict[str, tuple[str, ...]] = {}
    for id_ in holder:
        chain: list[str] = []
        above = holder[id_]
        while above in known and above not in chain:
            assert above is not None
            chain.append(above)
            above = holder[above]
        chains[id_] = tuple(chain)
    return chains


def model_of(staging: Staging) -> Model:
    """Return the model of a staging."""
    ids = tuple(f.id for f in staging.figures) + tuple(c.id for c in staging.containers)
    index = {id_: i for i, id_ in enumerate(ids)}
    chains = ancestry(staging)
    lines = [(a.activator, a.activated, 1.0) for a in staging.arrows]
    lines += [(k.a, k.b, 2.5 if k.kind in ("couple", "filiation") else CLOSE) for k in staging.kin]
    lines += [(f.person, f.household, 0.6) for f in staging.former_homes]
    lines = [line for line in lines if line[0] in index and line[1] in index]
    foreign = np.ones((len(lines), len(ids)), dtype=np.bool_)
    for row, (tail, head, _) in enumerate(lines):
        for end in (tail, head):
            for id_ in (end, *chains[end]):
                foreign[row, index[id_]] = False
    return Model(
        ids,
        len(staging.figures),
        np.array([index[tail] for tail, _, _ in lines], dtype=np.int64),
        np.array([index[head] for _, head, _ in lines], dtype=np.int64),
        foreign,
        np.array([weight for _, _, weight in lines], dtype=np.float64),
        np.array([max(index[a], index[b]) < len(staging.figures) for a, b, _ in lines], dtype=np.bool_),
        np.array([weight > CLOSE for _, _, weight in lines], dtype=np.bool_),
        _numbered(elder_pairs(staging), index),
        _numbered(descents(staging), index),
    )


def _numbered(pairs: tuple[Pair, ...], index: dict[str, int]) -> Ints:
    known = [(index[a], index[b]) for a, b in pairs if a in index and b in index]
    return np.array(known, dtype=np.int64).reshape(len(known), 2)
