"""The directory as both doors show it: cards, whole rows, vocabulary, each field named (allow-list)."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.needs import CATEGORY, GROUP, TYPOLOGY, codes, needs
from sociogram.directory.provenance import provenance
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.directory.search import Found, search
from sociogram.errors import NotFound, Problem
from sociogram.language import Bilingual, Lang
from sociogram.referral.papers import PAPERS
from sociogram.referral.spoken_languages import SPOKEN

_STATUS = {
    "arrete": "closed",
    "historique": "closed",
    "prevu": "not_open_yet",
}
_STATUS_TEXT = {
    "closed": Bilingual("fermé", "closed"),
    "not_open_yet": Bilingual("pas encore ouvert", "not open yet"),
    "to_check": Bilingual(
        "à vérifier : appeler avant d'envoyer quelqu'un", "to be checked: call before sending anybody"
    ),
}


@dataclass(frozen=True, slots=True)
class ProviderQuery:
    """A search: words and codes. Any of a list will do; all lists must hold."""

    text: str = ""
    needs: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    typologies: tuple[str, ...] = ()
    page: int = 1
    size: int = 20


def search_page(directory: Directory, query: ProviderQuery, lang: Lang) -> dict[str, Any]:
    """Return one page of cards."""
    found = search(directory, **asdict(query))
    return {
        "items": [_card(one, directory, lang) for one in found.items],
        "total": found.total,
        "page": found.number,
        "size": found.size,
    }


def provider_detail(directory: Directory, provider_id: str, lang: Lang) -> dict[str, Any]:
    """Return one whole visible row with its services and ties. NotFound when absent or hidden."""
    row = directory.organisations.get(provider_id)
    if row is None:
        raise _not_found()
    services = [one for one in directory.services.values() if one.organisation_id == row.id]
    ties = [one for one in directory.relations.values() if row.id in (one.from_id, one.to_id)]
    return {
        **_identity(row),
        "typology": _coded(directory, TYPOLOGY, row.typology, lang),
        "places": list(row.places),
        "categories": _categories(services, directory, lang),
        "legal_status": _label(directory, "legal_status", row.legal_status, lang),
        "perimeter": row.perimeter,
        # A shelter can become a target: the address of a discreet organisation is not shown.
        "address": "" if row.discreet else row.address,
        "phone": row.phone,
        "email": row.email,
        "website": row.website,
        "contact_note": row.contact_note,
        "notes": "" if row.discreet else row.notes,
        "last_check": None,
        "source": provenance(row, lang),
        "services": [service_json(one, directory, lang) for one in services],
        "ties": [_tie(one, row.id, directory, lang) for one in ties],
    }


def service_detail(directory: Directory, service_id: str, lang: Lang) -> dict[str, Any]:
    """Return one service with the organisation that offers it. NotFound when absent or hidden."""
    row = directory.services.get(service_id)
    if row is None:
        raise _not_found()
    owner = directory.organisations[row.organisation_id]
    return {
        **service_json(row, directory, lang),
        "organisation": {"id": owner.id, "name": owner.name},
    }


def service_json(row: Service, directory: Directory, lang: Lang) -> dict[str, Any]:
    """Return one service as data; nothing is ever shown as an open door without a check."""
    status = _STATUS.get(row.status, "to_check")
    # When people are there is not told of a discreet service: it can become a target.
    quiet = row.discreet or directory.organisations[row.organisation_id].discreet
    facts = {} if quiet else row.facts
    return {
        "id": row.id,
        "category": _coded(directory, CATEGORY, row.category, lang),
        "description": row.description,
        "groups": [_coded(directory, GROUP, code, lang) for code in row.target_groups],
        "places": list(row.places),
        "conditions": row.conditions,
        "period": row.period,
        "status": status,
        "status_text": _STATUS_TEXT[status].in_(lang),
        "last_check": facts.get("checked_on"),
        "facts": facts,
        "source": provenance(row, lang),
    }


def vocabulary(directory: Directory, lang: Lang) -> dict[str, Any]:
    """Return the codes a person may choose, with their labels in alphabetical order of the labels."""
    places = [
        {"code": one.id, "label": one.label.in_(lang), "kind": one.kind, "parent": one.parent}
        for one in directory.places.values()
    ]
    return {
        "needs": _choices(directory, CATEGORY, needs(directory.terms), lang),
        "groups": _choices(directory, GROUP, codes(directory.terms, GROUP), lang),
        "places": places,
        "typologies": _choices(directory, TYPOLOGY, codes(directory.terms, TYPOLOGY), lang),
        "papers": [{"code": code, "label": name.in_(lang)} for code, name in PAPERS.items()],
        "languages": [{"code": code, "label": name.in_(lang)} for code, name in SPOKEN.items()],
    }


def _choices(directory: Directory, kind: str, wanted: Iterable[str], lang: Lang) -> list[dict[str, str]]:
    return [_coded(directory, kind, code, lang) for code in wanted]


def _card(found: Found, directory: Directory, lang: Lang) -> dict[str, Any]:
    row = found.organisation
    card = {
        **_identity(row),
        "categories": _categories(found.services, directory, lang),
    }
    if row.discreet:
        return card
    return {
        **card,
        "typology": _coded(directory, TYPOLOGY, row.typology, lang),
        "places": list(row.places),
    }


def _identity(row: Organisation) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "acronym": row.acronym, "discreet": row.discreet}


def _categories(services: Iterable[Service], directory: Directory, lang: Lang) -> list[dict[str, str]]:
    wanted = dict.fromkeys(one.category for one in services)
    return [_coded(directory, CATEGORY, code, lang) for code in wanted]


def _tie(tie: Relation, seen_from: str, directory: Directory, lang: Lang) -> dict[str, Any]:
    other = directory.organisations[tie.to_id if tie.from_id == seen_from else tie.from_id]
    return {
        "id": tie.id,
        "actor": other.id,
        "name": other.name,
        "kind": tie.kind,
        "text": _label(directory, "relation_kind", tie.kind, lang),
        "outgoing": tie.from_id == seen_from,
        "directed": tie.directed,
        "evidence": tie.evidence_quote,
        "source": provenance(tie, lang),
        "period": tie.period,
        "status": tie.status,
    }


def _coded(directory: Directory, kind: str, code: str, lang: Lang) -> dict[str, str]:
    return {"code": code, "label": _label(directory, kind, code, lang)}


def _label(directory: Directory, kind: str, code: str, lang: Lang) -> str:
    term = directory.term(kind, code)
    return term.label.in_(lang) if term else code


def _not_found() -> NotFound:
    problem = Problem(
        "not_in_directory",
        Bilingual("ceci n'est pas dans votre annuaire.", "this is not in your directory."),
        Bilingual("Chercher par le nom ou par le besoin.", "Search by name or by need."),
    )
    return NotFound((problem,))
