"""Small plain situations, and how to bend them."""

import copy
import json
from typing import Any

_SOURCE = {"file": "a:b.txt", "lines": "3-4"}
BASE: dict[str, Any] = {
    "id": "petite-feuille",
    "fictional": True,
    "title_fr": "Une feuille",
    "place": "Gao",
    "households": [{"id": "f1", "label_fr": "Chambre", "members": ["p1", "p2"], "since": "2020"}],
    "persons": [
        {"id": "p1", "label_fr": "Adolescente A", "age_band": "15-17", "status": ["mineurs"], "birth": 2004},
        {"id": "p2", "label_fr": "Tante de A"},
    ],
    "links": [{"a": "p2", "b": "p1", "kind": "other", "label_fr": "tante"}],
    "professionals": [{"id": "w1", "role_fr": "animateur", "organisation_id": "org"}],
    "activations": [
        {
            "seq": 1,
            "date": "2020-10",
            "from": "p1",
            "to": "w1",
            "channel": "VT",
            "label_fr": "demande un toit",
        },
        {
            "seq": 2,
            "date": "2020-11",
            "from": "w1",
            "to": "p2",
            "pattern_source": {"file": "a:b.txt", "lines": "3-4"},
        },
    ],
}
KNOWN = frozenset({"org"})


def bent(path: str, value: Any) -> bytes:
    """Return the base with the field at `a.0.b` set (or removed when the value is ...), as JSON."""
    document = copy.deepcopy(BASE)
    *steps, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    target: Any = document
    for step in steps:
        target = target[step]
    if value is ...:
        del target[last]
    elif isinstance(target, list) and last == len(target):
        target.append(value)
    else:
        target[last] = value
    return json.dumps(document).encode()
