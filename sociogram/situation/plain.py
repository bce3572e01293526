"""Read plain situation files: the form that scripts and trainers write by hand, readable for ever.

What breaks a rule of the method is kept as a finding for `check`; what is no situation at all is refused at
once, with its JSON path.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, get_args

from sociogram.dates import PartialDate
from sociogram.errors import BadInput, Problem, RuleBroken
from sociogram.rules.catalogue import CATALOGUE
from sociogram.rules.findings import Finding, finding
from sociogram.situation.actors import Gender
from sociogram.situation.json_reader import JsonReader
from sociogram.situation.plain_keys import KEYS, rule_of_channel, rule_of_key, rule_of_kind
from sociogram.situation.plain_shape import (
    PlainActivation,
    PlainHousehold,
    PlainLink,
    PlainPerson,
    PlainProfessional,
    PlainSituation,
)
from sociogram.situation.situation import Sensitivity
from sociogram.situation.sources import LINES
from sociogram.strict_json import read_json
from sociogram.texts import NOTE_LIMIT, TITLE_LIMIT

ID = re.compile(r"[\w.:-]{1,80}")
LINK_KINDS = ("couple", "filiation", "foster", "siblings", "other")
MAX_SEQ = 1_000_000


def read_plain(data: bytes, *, place: str, strict: bool = True) -> PlainSituation:
    """Return the situation of a plain file, or raise BadInput naming the JSON path.

    `strict`: RuleBroken when the file shows E02, E06, E08 or E09 by its very shape. Otherwise (for `check`)
    these stand in `faults`, and what can be read is returned.
    """
    return plain_of_json(read_json(data, place=place), place=place, strict=strict)


def plain_of_json(raw: object, *, place: str, strict: bool = True) -> PlainSituation:
    """Return the situation of an already parsed document, as read_plain does."""
    plain = _Reading(place).situation(raw)
    if strict and plain.faults:
        raise broken(plain.faults, place)
    return plain


def broken(findings: Sequence[Finding], place: str) -> RuleBroken:
    """Return the refusal of a file that breaks rules, the first fault first."""
    return RuleBroken(
        tuple(Problem(one.code, one.says, CATALOGUE[one.code].remedy, one.place or place) for one in findings)
    )


class _Reading:
    """One reading of one file: what was seen so far."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.faults: list[Finding] = []
        self.paths: dict[str, str] = {}
        self.part_of: dict[str, str] = {}

    def situation(self, raw: object) -> PlainSituation:
        top = JsonReader(raw, self.place)
        self.check_keys(top, "situation")
        situation_id = self.identifier(top, "id")
        parts: dict[str, Any] = {
            "persons": tuple(self.person(one) for one in top.objects("persons")),
            "professionals": tuple(self.professional(one) for one in top.objects("professionals")),
            "households": tuple(self.household(one) for one in top.objects("households")),
            "links": tuple(self.link(one) for one in top.objects("links")),
            "activations": self.activations(top),
        }
        return PlainSituation(
            id=situation_id,
            fictional=top.boolean("fictional", False),
            notice=top.bilingual("notice", NOTE_LIMIT, multiline=True),
            title=top.bilingual("title", TITLE_LIMIT),
            where=top.text("place"),
            sensitivity=top.code("sensitivity", get_args(Sensitivity), "prudence"),
            **parts,
            faults=tuple(self.faults),
            place=self.place,
            paths=self.paths,
        )

    def fault(self, code: str, reader: JsonReader, key: str = "") -> None:
        self.faults.append(finding(code, place=reader.where(key)))

    def check_keys(self, reader: JsonReader, part: str) -> None:
        for key in reader.unknown_keys(KEYS[part]):
            code = rule_of_key(key, part)
            if code is None:
                raise reader.refusal(
                    key, "cette clé est inconnue ici.", "this key is unknown here.", "unknown_key"
                )
            self.fault(code, reader, key)

    def identifier(self, reader: JsonReader, key: str, *, optional: bool = False) -> str:
        raw = reader.value.get(key)
        if optional and (raw is None or raw == ""):
            return ""
        if not isinstance(raw, str) or not ID.fullmatch(raw) or not unicodedata.is_normalized("NFC", raw):
            raise reader.refusal(
                key,
                "un identifiant est attendu : 1 à 80 lettres, chiffres, « . », « : », « _ » ou « - ».",
                'an id is expected: 1 to 80 letters, digits, ".", ":", "_" or "-".',
                "bad_id",
            )
        return raw

    def new_element(self, reader: JsonReader, part: str) -> str:
        element_id = self.identifier(reader, "id")
        other = self.part_of.setdefault(element_id, part)
        if element_id not in self.paths:
            self.paths[element_id] = reader.where()
        elif {other, part} == {"persons", "professionals"}:
            self.fault("E06", reader, "id")
        else:
            raise self.duplicate(reader, "id", self.paths[element_id])
        return element_id

    def duplicate(self, reader: JsonReader, key: str, first: str) -> BadInput:
        return reader.refusal(key, f"déjà écrit à {first}.", f"already written at {first}.", "duplicate_id")

    def person(self, reader: JsonReader) -> PlainPerson:
        self.check_keys(reader, "persons")
        status = [self.status(reader, at, one) for at, one in enumerate(reader.items("status", 20))]
        return PlainPerson(
            id=self.new_element(reader, "persons"),
            label=reader.bilingual("label"),
            age_band=reader.text("age_band"),
            status=tuple(status),
            gender=reader.code("gender", get_args(Gender), None),
            birth=reader.date("birth", year=True),
            death=reader.date("death", year=True),
        )

    def status(self, reader: JsonReader, at: int, raw: object) -> str:
        if not isinstance(raw, str) or not ID.fullmatch(raw) or not unicodedata.is_normalized("NFC", raw):
            raise reader.refusal(
                "status", f"le code n° {at + 1} ne convient pas.", f"code {at + 1} is not acceptable."
            )
        return raw

    def professional(self, reader: JsonReader) -> PlainProfessional:
        self.check_keys(reader, "professionals")
        return PlainProfessional(
            id=self.new_element(reader, "professionals"),
            role=reader.bilingual("role"),
            organisation_id=self.identifier(reader, "organisation_id", optional=True),
            organisation_text=reader.text("organisation_text"),
        )

    def household(self, reader: JsonReader) -> PlainHousehold:
        self.check_keys(reader, "households")
        element_id = self.new_element(reader, "households")
        members: list[str] = []
        for at, raw in enumerate(reader.items("members")):
            part = self.part_of.get(raw) if isinstance(raw, str) else None
            if not isinstance(raw, str) or raw in members:
                raise reader.refusal(
                    f"members[{at}]",
                    "un identifiant, une seule fois, est attendu.",
                    "an id, once, is expected.",
                )
            if part == "persons":
                members.append(raw)
            else:
                self.fault("E06" if part == "professionals" else "E02", reader, "members")
        since, until = self.span(reader)
        return PlainHousehold(
            element_id,
            reader.bilingual("label"),
            reader.text("place"),
            tuple(members),
            since,
            until,
            self.identifier(reader, "housed_by", optional=True),
        )

    def span(self, reader: JsonReader) -> tuple[PartialDate | None, PartialDate | None]:
        since, until = reader.date("since"), reader.date("until")
        if since and until and until.last_day < since.first_day:
            raise reader.refusal(
                "until", "cette fin précède le début.", "this end comes before the start.", "bad_date"
            )
        return since, until

    def link(self, reader: JsonReader) -> PlainLink:
        self.check_keys(reader, "links")
        kind = reader.value.get("kind")
        code = rule_of_kind(kind)
        if code is not None:
            self.fault(code, reader, "kind")
        since, until = self.span(reader)
        return PlainLink(
            a=self.end(reader, "a"),
            b=self.end(reader, "b"),
            kind="other" if code else reader.code("kind", LINK_KINDS, "other"),
            label=reader.bilingual("label"),
            since=since,
            until=until,
        )

    def end(self, reader: JsonReader, key: str) -> str:
        """Return the id at an end; a missing one is E02, so that `check` can go on."""
        if reader.value.get(key) in (None, ""):
            self.fault("E02", reader, key)
            return ""
        return self.identifier(reader, key)

    def activations(self, top: JsonReader) -> tuple[PlainActivation, ...]:
        seen: dict[int, str] = {}
        found = []
        for reader in top.objects("activations"):
            arrow = self.activation(reader)
            if arrow.seq in seen:
                raise self.duplicate(reader, "seq", seen[arrow.seq])
            seen[arrow.seq] = reader.where("seq")
            found.append(arrow)
        return tuple(found)

    def activation(self, reader: JsonReader) -> PlainActivation:
        self.check_keys(reader, "activations")
        return PlainActivation(
            seq=reader.integer("seq", 0, MAX_SEQ),
            activator=self.end(reader, "from"),
            activated=self.end(reader, "to"),
            date=reader.date("date"),
            label=reader.bilingual("label"),
            channel=self.channel(reader),
            source=self.source(reader),
        )

    def channel(self, reader: JsonReader) -> str:
        raw = reader.value.get("channel")
        if raw is None or raw == "":
            return ""
        code = rule_of_channel(raw)
        if code is not None:
            self.fault(code, reader, "channel")
            return ""
        return str(raw)

    def source(self, reader: JsonReader) -> tuple[str, str] | None:
        raw = reader.value.get("pattern_source")
        if raw is None:
            return None
        source = JsonReader(raw, self.place, f"{reader.path}.pattern_source")
        self.check_keys(source, "pattern_source")
        lines = source.text("lines")
        if not LINES.fullmatch(lines):
            raise source.refusal("lines", "des numéros de ligne sont attendus.", "line numbers are expected.")
        return source.text("file", NOTE_LIMIT - 100, multiline=True), lines
