"""Those who stand on a sheet: persons, professionals, homes, institutions."""

from dataclasses import dataclass
from typing import Literal

from sociogram.dates import PartialDate

Gender = Literal["unspecified", "woman", "man", "nonbinary", "trans_woman", "trans_man"]
HomeMark = Literal["none", "unsaid"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the living side. `label`, `age_band` are text ids; gender is never asked for.

    `home_mark`: "sans lieu de vie" (none) or "ne se dit pas" (unsaid); both silence W02.
    """

    id: str
    label: str | None = None
    age_band: str | None = None
    status: tuple[str, ...] = ()
    gender: Gender | None = None
    birth: PartialDate | None = None
    death: PartialDate | None = None
    home_mark: HomeMark | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """A lieu de vie. `label`, `place` are text ids; `housed_by` is the service it stands in, if any."""

    id: str
    label: str | None = None
    place: str | None = None
    housed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Professional:
    """Somebody on the working side, as a person or a function.

    `organisation` is an id of the directory or of an `Institution` of this situation; an id the viewer's
    directory does not hold behaves as empty. `role`, `organisation_text` are text ids.
    """

    id: str
    role: str | None = None
    organisation: str | None = None
    organisation_text: str | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """A building written by hand on this sheet, not in the directory. `label` is a text id."""

    id: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """A figure whose side nobody has said yet: grey pencil, no arrow, and no export until decided (E06)."""

    id: str
    label: str | None = None
