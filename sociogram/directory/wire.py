"""Organisations and services as JSON: allow-lists, one for a list or search, one for a page of its own.

A list or a search shows of a discreet row its name, category and ids (interface.md). On its own page, where no
person, referral or count stands beside it, a discreet organisation shows what its partners need to call it,
but never its address: a shelter can become a target.
"""

from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.needs import CATEGORY, GROUP
from sociogram.directory.rows import Organisation, Service
from sociogram.directory.search import Found, Page
from sociogram.language import Lang


def page_json(directory: Directory, page: Page, lang: Lang = "fr") -> dict[str, Any]:
    """Return a page of providers."""
    return {
        "page": page.number,
        "pages": page.pages,
        "size": page.size,
        "total": page.total,
        "providers": [found_json(directory, found, lang) for found in page.items],
    }


def found_json(directory: Directory, found: Found, lang: Lang = "fr") -> dict[str, Any]:
    """Return one provider of a list: name and ids; of those that are not discreet, places and acronym too."""
    one = found.organisation
    return {
        "id": one.id,
        "name": one.name,
        "discreet": one.discreet,
        "acronym": one.acronym,
        "typology": "" if one.discreet else one.typology,
        "places": [] if one.discreet else list(one.places),
        "services": [_listed_service(directory, service, lang) for service in found.services],
    }


def organisation_json(directory: Directory, organisation: Organisation, lang: Lang = "fr") -> dict[str, Any]:
    """Return one organisation with its services and its ties, as this viewer may see them."""
    one = organisation
    return {
        "id": one.id,
        "name": one.name,
        "acronym": one.acronym,
        "aliases": list(one.aliases),
        "discreet": one.discreet,
        "typology": one.typology,
        "typology_label": _label(directory, "typology", one.typology, lang),
        "legal_status": one.legal_status,
        "legal_detail": one.legal_detail,
        "perimeter": one.perimeter,
        "places": list(one.places),
        "address": "" if one.discreet else one.address,
        "phone": one.phone,
        "email": one.email,
        "website": one.website,
        "contact_note": one.contact_note,
        "notes": "" if one.discreet else one.notes,
        "last_check": None,
        "sources": _sources(one),
        "services": [
            service_json(directory, service, lang)
            for service in directory.services.values()
            if service.organisation_id == one.id
        ],
        "ties": _ties(directory, one.id, lang),
    }


def service_json(directory: Directory, service: Service, lang: Lang = "fr") -> dict[str, Any]:
    """Return one service, whole."""
    return {
        "id": service.id,
        "provider": service.organisation_id,
        "provider_name": directory.organisations[service.organisation_id].name,
        "category": service.category,
        "category_label": _label(directory, CATEGORY, service.category, lang),
        "description": service.description,
        "target_groups": [
            {"code": code, "label": _label(directory, GROUP, code, lang)} for code in service.target_groups
        ],
        "places": list(service.places),
        "conditions": service.conditions,
        "what_to_bring": None,
        "period": service.period,
        "status": service.status,
        "status_label": _label(directory, "service_status", service.status, lang),
        "last_check": None,
        "discreet": service.discreet,
        "sources": [f"{service.source_file}:{service.source_line}"] if service.source_file else [],
    }


def _listed_service(directory: Directory, service: Service, lang: Lang) -> dict[str, Any]:
    short = {
        "id": service.id,
        "category": service.category,
        "category_label": _label(directory, CATEGORY, service.category, lang),
        "discreet": service.discreet,
    }
    if service.discreet:
        return short
    return {
        **short,
        "description": service.description,
        "target_groups": list(service.target_groups),
        "places": list(service.places),
        "status": service.status,
        "status_label": _label(directory, "service_status", service.status, lang),
    }


def _ties(directory: Directory, organisation: str, lang: Lang) -> list[dict[str, Any]]:
    return [
        {
            "id": tie.id,
            "from": tie.from_id,
            "to": tie.to_id,
            "kind": tie.kind,
            "kind_label": _label(directory, "relation_kind", tie.kind, lang),
            "directed": tie.directed,
            "status": tie.status,
            "period": tie.period,
            "quote": tie.evidence_quote if tie.sensitivity == "public" else "",
        }
        for tie in directory.relations.values()
        if organisation in (tie.from_id, tie.to_id)
    ]


def _sources(one: Organisation) -> list[str]:
    first = [f"{one.source_file}:{one.source_line}"] if one.source_file else []
    return first + [source for source in one.other_sources.split(";") if source]


def _label(directory: Directory, kind: str, code: str, lang: Lang) -> str:
    term = directory.term(kind, code)
    return term.label.in_(lang) if term else code
