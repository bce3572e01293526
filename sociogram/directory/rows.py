"""The rows of the directory, as in a directory folder: organisations, services, ties, places, vocabulary."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

from sociogram.language import Bilingual

Sensitivity = Literal["public", "prudence", "restreint"]
ServiceStatus = Literal["non_date", "projet_termine", "arrete", "prevu", "historique"]
TieKind = Literal["refers_to", "works_with", "member_of", "funds", "trained"]

# Facts about a service that a folder may tell or not: columns that may be absent. Absent means unknown.
SERVICE_FACTS = (
    "languages", "papers", "intake", "hours", "night", "capacity", "capacity_on", "checked_on", "age_min",
    "age_max",
)  # fmt: skip

# Letters that fit on a building beside its figures, in two lines.
SIGN_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, public body, network or project. Contacts belong to a function, not to a person."""

    id: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    typology: str = ""
    typology_basis: str = ""
    legal_status: str = ""
    legal_detail: str = ""
    perimeter: str = ""
    places: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    contact_note: str = ""
    sensitivity: Sensitivity = "public"
    source_file: str = ""
    source_line: str = ""
    other_sources: str = ""
    notes: str = ""

    @property
    def discreet(self) -> bool:
        """Whether being referred there reveals a stigmatising fact: never shown beside a person."""
        return self.sensitivity == "prudence"

    @property
    def short_name(self) -> str:
        """The acronym when there is one, else the name."""
        return self.acronym or self.name

    @property
    def sign(self) -> str:
        """What is written on its building: the name, or the acronym when the name is too long to read."""
        return self.name if len(self.name) <= SIGN_LENGTH else self.short_name


@dataclass(frozen=True, slots=True, repr=False)
class Service:
    """One thing an organisation offers (Open Referral HSDS sense).

    The facts (SERVICE_FACTS) keep their default when nothing is known of them: `languages` are ISO 639 codes,
    `papers` what to bring, `intake` windows (intake.py), `capacity` the free places counted on `capacity_on`,
    `checked_on` the day somebody last asked (ISO days), ages in years, both ends included.
    """

    id: str
    organisation_id: str
    category: str
    description: str = ""
    target_groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    conditions: str = ""
    period: str = ""
    status: ServiceStatus = "non_date"
    sensitivity: Sensitivity = "public"
    source_file: str = ""
    source_line: str = ""
    languages: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    intake: tuple[str, ...] = ()
    hours: str = ""
    night: bool | None = None
    capacity: int | None = None
    capacity_on: str = ""
    checked_on: str = ""
    age_min: int | None = None
    age_max: int | None = None

    @property
    def discreet(self) -> bool:
        """As for an organisation."""
        return self.sensitivity == "prudence"

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that are known, by name, in the order of SERVICE_FACTS."""
        found = {name: getattr(self, name) for name in SERVICE_FACTS}
        return {name: value for name, value in found.items() if value != _unknown()[name]}

    def __repr__(self) -> str:
        """As before there were facts, when it has none: a directory's version is a digest of its rows."""
        told = {name: getattr(self, name) for name in _always_told()} | self.facts
        return f"Service({', '.join(f'{name}={value!r}' for name, value in told.items())})"


@cache
def _unknown() -> dict[str, Any]:
    return {one.name: one.default for one in fields(Service) if one.name in SERVICE_FACTS}


@cache
def _always_told() -> tuple[str, ...]:
    return tuple(one.name for one in fields(Service) if one.name not in SERVICE_FACTS)


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two organisations. Only a `refers_to` with `directed` runs one way.

    `source_id` is the row's id in its file (provenance); `id` is the published digest of the row's content.
    """

    id: str
    source_id: str
    from_id: str
    to_id: str
    kind: TieKind
    directed: bool = False
    evidence_quote: str = ""
    strength: str = ""
    status: ServiceStatus = "non_date"
    period: str = ""
    sensitivity: Sensitivity = "public"
    source_file: str = ""
    source_line: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its parent: commune, cercle, region, district, country, continent, world."""

    id: str
    label: Bilingual
    kind: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One code of the vocabulary, with its labels."""

    kind: str
    code: str
    label: Bilingual
    note: str = ""
