"""What it costs to cross a tie: -ln w + 0.25, and 0.5 more when it is marked confidential.

Costs are whole nano-units, and every factor of w is rounded on its own: 0.8 x 0.35 and 0.4 x 0.7 are the
same chance and come out as the same integer, so that equal paths are equal and told apart by rule.
"""

import math

from sociogram.directory.rows import Relation
from sociogram.referral.weights import Weights

NANO = 1_000_000_000
_CARRIES_NOTHING = frozenset({"prevu", "historique", "arrete"})


def tie_cost(tie: Relation, weights: Weights, *, confidential: bool = False) -> int | None:
    """Return the cost of crossing a tie in nano-units (above 0), or None when it carries nothing."""
    base = weights.tie.get(tie.kind)
    if base is None or tie.status in _CARRIES_NOTHING:
        return None
    ended = _nano(-math.log(weights.ended_tie)) if tie.status == "projet_termine" else 0
    extra = _nano(weights.confidential) if confidential else 0
    return _nano(-math.log(base)) + ended + _nano(weights.per_hop) + extra


def _nano(cost: float) -> int:
    return round(cost * NANO)


def both_ways(tie: Relation) -> bool:
    """Whether a tie may be crossed from its end to its beginning: all but a directed `refers_to`."""
    return not (tie.kind == "refers_to" and tie.directed)
