"""What it costs to cross a tie: -ln w + 0.25, and 0.5 more when it is marked confidential.

Costs are whole nano-units: integers add up to the same sum in any order, so that two equal paths are equal
and two runs agree to the last digit.
"""

import math

from sociogram.directory.rows import Relation
from sociogram.referral.weights import Weights

NANO = 1_000_000_000
_CARRIES_NOTHING = frozenset({"prevu", "historique", "arrete"})


def tie_weight(tie: Relation, weights: Weights) -> float | None:
    """Return w of a tie, or None when it carries nothing: funds, planned, stopped and historical ties."""
    weight = weights.tie.get(tie.kind)
    if weight is None or tie.status in _CARRIES_NOTHING:
        return None
    return weight * weights.ended_tie if tie.status == "projet_termine" else weight


def tie_cost(weight: float, weights: Weights, *, confidential: bool = False) -> int:
    """Return the cost of crossing a tie of this weight, in nano-units (always above 0)."""
    extra = weights.confidential if confidential else 0.0
    return round((-math.log(weight) + weights.per_hop + extra) * NANO)


def both_ways(tie: Relation) -> bool:
    """Whether a tie may be crossed from its end to its beginning: all but a directed `refers_to`."""
    return not (tie.kind == "refers_to" and tie.directed)
