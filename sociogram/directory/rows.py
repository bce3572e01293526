"""The rows of the directory, as in a directory folder: organisations, services, ties, places, vocabulary."""

from dataclasses import dataclass
from typing import Literal

from sociogram.language import Bilingual

Sensitivity = Literal["public", "prudence", "restreint"]
ServiceStatus = Literal["non_date", "projet_termine", "arrete", "prevu", "historique"]
TieKind = Literal["refers_to", "works_with", "member_of", "funds", "trained"]

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


@dataclass(frozen=True, slots=True)
class Service:
    """One thing an organisation offers (Open Referral HSDS sense)."""

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

    @property
    def discreet(self) -> bool:
        """As for an organisation."""
        return self.sensitivity == "prudence"


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
