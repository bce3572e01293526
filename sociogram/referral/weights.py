"""The weights of a suggestion, read from weights.toml and checked."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

ENDPOINT_PARTS = (
    "need_match", "outcome_rate", "distance", "freshness", "capacity", "language", "load_balance",
)  # fmt: skip
VALUES = (
    "unknown", "never_checked", "group_unknown", "wider_area", "part_of_area", "places_gone", "open_at_night",
    "ended_project",
)  # fmt: skip
FRESH = ("half_life_days", "places_days", "closed_days", "open_days")
OUTCOMES = ("half_life_days", "quantile", "prior_good", "prior_other")
_MOST_DAYS = 3660.0
TIE_KINDS = ("refers_to", "works_with", "member_of", "trained")


@dataclass(frozen=True, slots=True)
class Weights:
    """See weights.toml. Every number is in 0..1 but `per_hop` and `confidential`, which are costs, the days
    of `fresh` and those and the priors of `outcomes`."""

    tie: Mapping[str, float]
    per_hop: float
    confidential: float
    ended_tie: float
    endpoint: Mapping[str, float]
    value: Mapping[str, float]
    fresh: Mapping[str, float]
    outcomes: Mapping[str, float]
    endpoint_share: float


def read_weights(text: str) -> Weights:
    """Return the weights written in `text` (TOML). ValueError says which one is missing or out of bounds."""
    data = tomllib.loads(text)
    tie = _numbers(data, "tie", TIE_KINDS)
    costs = _numbers(data, "tie_cost", ("per_hop", "confidential", "ended_project"), highest=10.0)
    endpoint = _numbers(data, "endpoint", ENDPOINT_PARTS)
    total = _numbers(data, "total", ("endpoint",))
    fresh = _numbers(data, "fresh", FRESH, highest=_MOST_DAYS)
    outcomes = _numbers(data, "outcomes", OUTCOMES, highest=_MOST_DAYS)
    if not all(table[name] > 0 for table in (fresh, outcomes) for name in table):
        raise ValueError("weights.toml, fresh, outcomes: every number lies above 0.")
    if outcomes["quantile"] >= 1:
        raise ValueError("weights.toml, outcomes.quantile: a share of chances lies below 1.")
    if not math.isclose(sum(endpoint.values()), 1.0, abs_tol=1e-9):
        raise ValueError("weights.toml, endpoint: the seven weights do not sum to 1.")
    if not all(0 < weight <= 1 for weight in tie.values()) or not 0 < costs["ended_project"] <= 1:
        raise ValueError("weights.toml, tie: a weight that carries something lies above 0, at most 1.")
    return Weights(
        tie=tie,
        per_hop=costs["per_hop"],
        confidential=costs["confidential"],
        ended_tie=costs["ended_project"],
        endpoint=endpoint,
        value=_numbers(data, "value", VALUES),
        fresh=fresh,
        outcomes=outcomes,
        endpoint_share=total["endpoint"],
    )


@cache
def weights() -> Weights:
    """Return the weights of the package."""
    return read_weights(files("sociogram.referral").joinpath("weights.toml").read_text(encoding="utf-8"))


def _numbers(
    data: Mapping[str, Any], table: str, names: tuple[str, ...], *, highest: float = 1.0
) -> dict[str, float]:
    found = data.get(table, {})
    if set(found) != set(names):
        raise ValueError(f"weights.toml, {table}: expected exactly {', '.join(names)}.")
    for name in names:
        value = found[name]
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= highest:
            raise ValueError(f"weights.toml, {table}.{name}: expected a number from 0 to {highest:g}.")
    return {name: float(found[name]) for name in names}
