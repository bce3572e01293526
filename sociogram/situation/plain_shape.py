"""A plain situation file, read: the same lists as the file, nothing interpreted yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sociogram.dates import PartialDate
from sociogram.language import Bilingual
from sociogram.rules.findings import Finding
from sociogram.situation.actors import Gender
from sociogram.situation.links import KinshipKind
from sociogram.situation.situation import Sensitivity

NO_WORDS = Bilingual()


@dataclass(frozen=True, slots=True)
class PlainHousehold:
    """A home; `since` and `until` are shorthand for its members' dates.

    `housed_by` is the id of the organisation whose walls it stands in; empty is none.
    """

    id: str
    label: Bilingual = NO_WORDS
    place: str = ""
    members: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    housed_by: str = ""


@dataclass(frozen=True, slots=True)
class PlainPerson:
    """Somebody on the living side."""

    id: str
    label: Bilingual = NO_WORDS
    age_band: str = ""
    status: tuple[str, ...] = ()
    gender: Gender | None = None
    birth: PartialDate | None = None
    death: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PlainLink:
    """Kinship; for `filiation` a is the parent, b the child; for `foster` a takes in, b is the child."""

    a: str
    b: str
    kind: KinshipKind = "other"
    label: Bilingual = NO_WORDS
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PlainProfessional:
    """Somebody on the working side. An empty `organisation_id` is none."""

    id: str
    role: Bilingual = NO_WORDS
    organisation_id: str = ""
    organisation_text: str = ""


@dataclass(frozen=True, slots=True)
class PlainActivation:
    """One arrow. `channel` is checked against the ends, never believed; `source` is (file, lines)."""

    seq: int
    activator: str
    activated: str
    date: PartialDate | None = None
    label: Bilingual = NO_WORDS
    channel: str = ""
    source: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class PlainSituation:
    """A whole file. `faults` are breaches of E02, E06, E08 and E09 that only a file can show.

    `place` is the file; `paths` gives the JSON path of each element, by the id it has in the situation.
    Neither counts in equality.
    """

    id: str
    fictional: bool = False
    notice: Bilingual = NO_WORDS
    title: Bilingual = NO_WORDS
    where: str = ""
    sensitivity: Sensitivity = "prudence"
    households: tuple[PlainHousehold, ...] = ()
    persons: tuple[PlainPerson, ...] = ()
    links: tuple[PlainLink, ...] = ()
    professionals: tuple[PlainProfessional, ...] = ()
    activations: tuple[PlainActivation, ...] = ()
    faults: tuple[Finding, ...] = field(default=(), compare=False)
    place: str = field(default="", compare=False)
    paths: Mapping[str, str] = field(default_factory=dict, compare=False)
