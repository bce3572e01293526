"""From checked cells to the rows of the directory."""

from typing import Any

from sociogram.directory.cells import Cells
from sociogram.directory.columns import FIXED_CODES, PLACE_KINDS, TERM_KINDS
from sociogram.directory.fact_readers import read_facts
from sociogram.directory.rows import Organisation, Place, Relation, Sensitivity, Service, Term
from sociogram.directory.tie_id import tie_id
from sociogram.language import Bilingual


def read_term(cells: Cells) -> Term:
    """One code of vocab.csv. Kinds are a closed list; codes with a meaning in the program too."""
    kind = cells.text("kind")
    if kind not in TERM_KINDS:
        cells.fault("unknown_code", "kind", choices=", ".join(TERM_KINDS))
    code = cells.identifier("code")
    fixed = FIXED_CODES.get(kind)
    if fixed and code and code not in fixed:
        cells.fault("unknown_code", "code", choices=", ".join(fixed))
    return Term(kind, code, _label(cells), cells.text("note"))


def read_place(cells: Cells) -> Place:
    """One place of places.csv; its parent is checked once all places are known."""
    kind = cells.text("kind")
    if kind not in PLACE_KINDS:
        cells.fault("unknown_code", "kind", choices=", ".join(PLACE_KINDS))
    return Place(cells.identifier(), _label(cells), kind, cells.text("parent"))


def read_organisation(cells: Cells) -> Organisation:
    """One row of organisations.csv."""
    return Organisation(
        id=cells.identifier(),
        name=cells.needed("name"),
        aliases=cells.values("aliases"),
        typology=cells.code("typology", "typology", needed=False),
        typology_basis=cells.code("typology_basis", "typology_basis", needed=False),
        legal_status=cells.code("legal_status", "legal_status", needed=False),
        places=cells.values("places"),
        sensitivity=cells.sensitivity(),
        **_texts(
            cells, "acronym", "legal_detail", "perimeter", "address", "phone", "email", "website",
            "contact_note", "source_file", "source_line", "other_sources", "notes",
        ),
    )  # fmt: skip


def read_service(cells: Cells) -> Service:
    """One row of services.csv."""
    return Service(
        id=cells.identifier(),
        organisation_id=cells.identifier("organisation_id"),
        category=cells.code("category", "service_category"),
        target_groups=cells.listed_codes("target_groups", "target_group"),
        places=cells.values("places"),
        status=cells.status(),
        sensitivity=cells.sensitivity(),
        **_texts(cells, "description", "conditions", "period", "source_file", "source_line"),
        **read_facts(cells),
    )


def read_relation(cells: Cells) -> Relation:
    """One row of relations.csv; its level is set from its two ends once they are known."""
    source_id, from_id, to_id = cells.identifier(), cells.identifier("from"), cells.identifier("to")
    kind = cells.tie_kind()
    if from_id and from_id == to_id:
        cells.fault("self_tie", "to")
    return Relation(
        id=tie_id(source_id, from_id, to_id, kind),
        source_id=source_id,
        from_id=from_id,
        to_id=to_id,
        kind=kind,
        directed=cells.yes("directed"),
        strength=cells.code("strength", "relation_strength", needed=False),
        status=cells.status(),
        **_texts(cells, "evidence_quote", "period", "source_file", "source_line", "notes"),
    )


def strictest(*levels: Sensitivity) -> Sensitivity:
    """Return the strictest of several levels (the folder's rule for ties; safe for services too)."""
    order: tuple[Sensitivity, ...] = ("public", "prudence", "restreint")
    return max(levels, key=order.index)


def _label(cells: Cells) -> Bilingual:
    return Bilingual(cells.needed("label_fr"), cells.needed("label_en"))


def _texts(cells: Cells, *columns: str) -> dict[str, Any]:
    return {column: cells.text(column) for column in columns}
