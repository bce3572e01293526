"""`check`: the rules of the method with their sentences, as both doors give them."""

from datetime import date
from typing import Any

from api.use_cases.references import Referred
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.rules.check import check
from sociogram.rules.findings import Finding
from sociogram.situation.naming import Naming


def findings_of(referred: Referred, *, today: date | None) -> tuple[Finding, ...]:
    """Errors of the file first, then what the rules find in the situation, without repeating a place."""
    directory = referred.directory
    found = check(
        referred.situation,
        known=directory.organisations,
        fields=fields_of(directory),
        last_checks=dict.fromkeys(directory.organisations),
        today=today,
    )
    if not referred.file_findings:
        return found
    # A file's own findings name the place in the file: they stand for the same rules of the situation.
    said = {finding.code for finding in referred.file_findings}
    return referred.file_findings + tuple(one for one in found if one.code not in said)


def fields_of(directory: Directory) -> dict[str, frozenset[str]]:
    """Return the categories each organisation offers."""
    offered: dict[str, set[str]] = {}
    for service in directory.services.values():
        offered.setdefault(service.organisation_id, set()).add(service.category)
    return {key: frozenset(found) for key, found in offered.items()}


def findings_json(findings: tuple[Finding, ...], referred: Referred, lang: Lang) -> list[dict[str, Any]]:
    """Return findings as data, with the words for whom each concerns."""
    return [
        {
            "code": finding.code,
            "level": finding.level,
            "elements": list(finding.elements),
            "names": names_of(finding, referred, lang),
            "says": finding.says.in_(lang),
            "place": finding.place,
        }
        for finding in findings
    ]


def names_of(finding: Finding, referred: Referred, lang: Lang) -> list[str]:
    """Return how each element of a finding is called on the sheet; nothing for arrows and links."""
    naming = Naming(
        referred.situation,
        lang,
        {row.id: row.sign for row in referred.directory.organisations.values()},
        "labels",
    )
    return [name for name in (naming.of(element) for element in finding.elements) if name]
