"""The five files of a directory folder, and their columns."""

import re

from sociogram.directory.rows import SERVICE_FACTS

ORGANISATIONS = "organisations.csv"
SERVICES = "services.csv"
RELATIONS = "relations.csv"
VOCABULARY = "vocab.csv"
PLACES = "places.csv"

COLUMNS: dict[str, tuple[str, ...]] = {
    VOCABULARY: ("kind", "code", "label_fr", "label_en", "note"),
    PLACES: ("id", "label_fr", "label_en", "kind", "parent"),
    ORGANISATIONS: (
        "id", "name", "acronym", "aliases", "typology", "typology_basis", "legal_status", "legal_detail",
        "perimeter", "places", "address", "phone", "email", "website", "contact_note", "sensitivity",
        "source_file", "source_line", "other_sources", "notes",
    ),
    SERVICES: (
        "id", "organisation_id", "category", "description", "target_groups", "places", "conditions",
        "period", "status", "sensitivity", "source_file", "source_line",
    ),
    RELATIONS: (
        "id", "from", "to", "kind", "directed", "evidence_quote", "strength", "status", "period",
        "source_file", "source_line", "notes",
    ),
}  # fmt: skip

# Columns that may be absent: what nobody has written down is unknown (rows.SERVICE_FACTS).
OPTIONAL_COLUMNS: dict[str, tuple[str, ...]] = {SERVICES: SERVICE_FACTS}

TERM_KINDS = (
    "service_category", "target_group", "typology", "typology_basis", "legal_status", "relation_kind",
    "relation_strength", "sensitivity", "service_status",
)  # fmt: skip

PLACE_KINDS = (
    "world", "continent", "region_of_countries", "country", "district", "region", "cercle",
    "commune", "village",
)  # fmt: skip

# Codes with a meaning of their own in the program: a vocabulary may label them, never add to them.
SENSITIVITIES = ("public", "prudence", "restreint")
STATUSES = ("non_date", "projet_termine", "arrete", "prevu", "historique")
TIE_KINDS = ("refers_to", "works_with", "member_of", "funds", "trained")
FIXED_CODES: dict[str, tuple[str, ...]] = {
    "sensitivity": SENSITIVITIES,
    "service_status": STATUSES,
    "relation_kind": TIE_KINDS,
}

MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELL = 5_000
MAX_FAULTS = 1_000  # a report longer than this is read by nobody, and would fill the memory
MAX_ID = 120
MAX_PLACES = 100_000
MAX_AGE = 120
LANGUAGE_CODE = re.compile("[a-z]{2,3}")  # ISO 639
