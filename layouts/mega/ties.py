"""What joins two figures of the network: a tie of the directory, a bundle of them, or a family's arrow."""

from dataclasses import dataclass
from typing import Literal

from colour_codes.activation_code import pen_of_activation
from colour_codes.pens import Pen
from colour_codes.sides import Side
from sociogram.directory.rows import Relation, ServiceStatus

PEN = pen_of_activation(activator=Side.WORKING_TOGETHER, activated=Side.WORKING_TOGETHER)
"""The pen of all that runs between those who work together; no other is ever bundled."""
Kind = Literal["refers_to", "works_with", "member_of", "funds", "trained", "bundle", "activation"]


@dataclass(frozen=True, slots=True)
class Tie:
    """`count` is how many ties a bundle stands for; `pen` never decides a bundle, `kind` does."""

    id: str
    from_id: str
    to_id: str
    kind: Kind
    directed: bool = False
    status: ServiceStatus = "non_date"
    pen: Pen = PEN
    count: int = 1
    period: str = ""


def tie_of(row: Relation) -> Tie:
    """Return a row of the directory as a tie to draw."""
    return Tie(row.id, row.from_id, row.to_id, row.kind, row.directed, status=row.status, period=row.period)
