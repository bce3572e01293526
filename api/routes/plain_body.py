"""How the documentation shows the body of POST /situations: a plain situation (docs, "formats")."""

from typing import Any

_TEXT = {"type": "string"}
_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def _rows(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": properties}}


PLAIN_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "properties": {
        "id": _TEXT,
        "fictional": {"type": "boolean", "default": False},
        "notice_fr": _TEXT,
        "notice_en": _TEXT,
        "title_fr": _TEXT,
        "title_en": _TEXT,
        "place": _TEXT,
        "sensitivity": {"enum": ["public", "prudence", "restreint"]},
        "households": _rows(
            id=_TEXT,
            label_fr=_TEXT,
            label_en=_TEXT,
            place=_TEXT,
            members={"type": "array", "items": _TEXT},
            since=_DATE,
            until=_DATE,
            housed_by=_TEXT,
        ),
        "persons": _rows(id=_TEXT, label_fr=_TEXT, label_en=_TEXT, age_band=_TEXT, birth=_DATE, death=_DATE),
        "links": _rows(
            a=_TEXT,
            b=_TEXT,
            kind={"enum": ["couple", "filiation", "foster", "siblings", "other"]},
            label_fr=_TEXT,
            since=_DATE,
            until=_DATE,
        ),
        "professionals": _rows(
            id=_TEXT, role_fr=_TEXT, role_en=_TEXT, organisation_id=_TEXT, organisation_text=_TEXT
        ),
        "activations": _rows(
            **{"seq": {"type": "integer"}, "date": _DATE, "from": _TEXT, "to": _TEXT, "label_fr": _TEXT},
            channel={"enum": ["VV", "VT", "TV", "TT"]},
        ),
    },
}
PLAIN_SAMPLE: dict[str, Any] = {
    "id": "ma-situation",
    "fictional": True,
    "persons": [{"id": "p1", "label_fr": "Personne A"}],
    "professionals": [{"id": "w1", "role_fr": "accueil", "organisation_id": "aracem"}],
    "activations": [{"seq": 1, "date": "2024-05", "from": "p1", "to": "w1", "label_fr": "demande un toit"}],
}
