"""What joins the actors of a situation: activations, kinship, membership of homes."""

from dataclasses import dataclass
from typing import Literal

from sociogram.dates import PartialDate

ActivationStatus = Literal["active", "ended", "wished"]
KinshipKind = Literal["couple", "filiation", "foster", "siblings", "other", "same_person"]


@dataclass(frozen=True, slots=True)
class Activation:
    """One arrow: `activator` puts `activated` to work. Its pen is derived, never stored.

    Ends are ids of persons, professionals, households, institutions of the situation, or of organisations
    of the directory. `order` is its place in the story; `label`, `source` are text ids. `referral`: the id of
    the referral it is, or True for one that nothing else names (referral_mark.py says which arrows count).
    """

    id: str
    activator: str
    activated: str
    order: int
    when: PartialDate | None = None
    label: str | None = None
    status: ActivationStatus = "active"
    said_by: str | None = None
    agreed: bool = False
    referral: bool | str = False
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Kinship:
    """A thin black line without head. For `filiation`, `a` is the parent and `b` the child.

    For `foster` (a child taken in or placed, however long), `a` takes in and `b` is the child: it stands
    beside the filiations and never counts as one.
    """

    id: str
    a: str
    b: str
    kind: KinshipKind = "other"
    label: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person lives in a household, from `since` to `until` (both included, both may be unknown)."""

    id: str
    person: str
    household: str
    since: PartialDate | None = None
    until: PartialDate | None = None
