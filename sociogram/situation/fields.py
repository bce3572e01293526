"""The fields of every kind of element, and how a value of a gesture becomes a field.

One table serves `add_*`, `draw`, `link`, `move_in` and `change`. A null is the default.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from sociogram.dates import PartialDate, parse_date
from sociogram.situation.actors import Household, Institution, Person, Professional, Undecided
from sociogram.situation.links import Activation, Kinship, Membership

Part = Literal[
    "persons",
    "households",
    "memberships",
    "professionals",
    "institutions",
    "undecided",
    "kinships",
    "activations",
]
Element = Person | Household | Membership | Professional | Institution | Undecided | Kinship | Activation

NO_EFFECT: Any = object()
"""What a converter returns for a value that is not of this element's kind: the field stays as it was."""


def _same(value: Any) -> Any:
    return value


def _date(value: Any) -> PartialDate | None:
    return None if value is None else parse_date(value)


def _statuses(value: Any) -> Any:
    if isinstance(value, str):
        return NO_EFFECT
    return tuple(value or ())


def _activation_status(value: Any) -> Any:
    if isinstance(value, list):
        return NO_EFFECT
    return value or "active"


def _referral(value: Any) -> bool | str:
    return value if isinstance(value, str) else bool(value)


FIELDS: Mapping[Part, Mapping[str, Callable[[Any], Any]]] = {
    "persons": {
        "label": _same,
        "age_band": _same,
        "status": _statuses,
        "gender": _same,
        "birth": _date,
        "death": _date,
        "home_mark": _same,
    },
    "households": {"label": _same, "place": _same, "housed_by": _same},
    "memberships": {"since": _date, "until": _date},
    "professionals": {"role": _same, "organisation": _same, "organisation_text": _same},
    "institutions": {"label": _same},
    "undecided": {"label": _same},
    "kinships": {"kind": _same, "label": _same, "since": _date, "until": _date},
    "activations": {
        "order": _same,
        "when": _date,
        "label": _same,
        "status": _activation_status,
        "said_by": _same,
        "referral": _referral,
        "source": _same,
    },
}

TEXT_FIELDS: Mapping[Part, tuple[str, ...]] = {
    "persons": ("label", "age_band"),
    "households": ("label", "place"),
    "memberships": (),
    "professionals": ("role", "organisation_text"),
    "institutions": ("label",),
    "undecided": ("label",),
    "kinships": ("label",),
    "activations": ("label", "source"),
}
"""The fields that hold the id of a text."""

REFERENCE_FIELDS: Mapping[Part, tuple[str, ...]] = {
    "households": ("housed_by",),
    "professionals": ("organisation",),
    "activations": ("said_by",),
}
"""The fields that name another element, or an organisation, and are emptied when it vanishes."""


def converted(part: Part, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of `part` found in `values`, as an element holds them; others are left out."""
    made = {field: convert(values[field]) for field, convert in FIELDS[part].items() if field in values}
    return {field: value for field, value in made.items() if value is not NO_EFFECT}
