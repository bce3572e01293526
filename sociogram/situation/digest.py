"""The document of a situation as canonical JSON, and its digest: how two copies are known to be the same.

Equality of documents ignores the log and its version. Texts stand in place of their ids, so that the same
sheet made twice is the same document. The browser computes the same digest.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sociogram.language import Bilingual
from sociogram.situation.actors import Household, Institution, Person, Professional, Undecided
from sociogram.situation.links import Activation, Kinship, Membership
from sociogram.situation.situation import Situation

Json = dict[str, Any]


def digest(situation: Situation) -> str:
    """Return the SHA-256 (64 hexadecimal digits) of the canonical JSON of the document, in UTF-8."""
    return hashlib.sha256(canonical_json(document(situation)).encode("utf-8")).hexdigest()


def canonical_json(value: Any) -> str:
    """Return JSON without spaces, keys in the order of their UTF-16 code units, no needless escapes.

    As RFC 8785 for the values a document holds: text, integers, booleans, null, lists and tables.
    """
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def document(situation: Situation) -> Json:
    """Return the situation as JSON: every key present, lists in the order of appearance."""
    texts = situation.texts
    about = situation.about
    return {
        "id": situation.id,
        "about": {
            "fictional": about.fictional,
            "sensitivity": about.sensitivity,
            "title": _text(about.title, texts),
            "notice": _text(about.notice, texts),
            "place": _text(about.place, texts),
        },
        "persons": [_person(one, texts) for one in situation.persons.values()],
        "households": [_household(one, texts) for one in situation.households.values()],
        "memberships": [_membership(one) for one in situation.memberships.values()],
        "professionals": [_professional(one, texts) for one in situation.professionals.values()],
        "institutions": [_labelled(one, texts) for one in situation.institutions.values()],
        "undecided": [_labelled(one, texts) for one in situation.undecided.values()],
        "kinships": [_kinship(one, texts) for one in situation.kinships.values()],
        "activations": [_activation(one, texts) for one in situation.activations.values()],
        "positions": [[one, *situation.positions[one]] for one in sorted(situation.positions, key=utf16)],
        "agreed": sorted(situation.agreed, key=utf16),
    }


def utf16(text: str) -> bytes:
    """Return a sort key: the order in which JavaScript compares texts."""
    return text.encode("utf-16-be", "surrogatepass")


def _ordered(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _ordered(value[key]) for key in sorted(value, key=utf16)}
    return [_ordered(one) for one in value] if isinstance(value, list | tuple) else value


def _text(text_id: str | None, texts: Mapping[str, Bilingual]) -> Json | None:
    found = texts.get(text_id) if text_id is not None else None
    return None if found is None else {"fr": found.fr, "en": found.en}


def _date(value: object) -> str | None:
    return None if value is None else str(value)


def _person(one: Person, texts: Mapping[str, Bilingual]) -> Json:
    return {
        "id": one.id,
        "label": _text(one.label, texts),
        "age_band": _text(one.age_band, texts),
        "status": list(one.status),
        "gender": one.gender,
        "birth": _date(one.birth),
        "death": _date(one.death),
        "home_mark": one.home_mark,
    }


def _household(one: Household, texts: Mapping[str, Bilingual]) -> Json:
    return {
        "id": one.id,
        "label": _text(one.label, texts),
        "place": _text(one.place, texts),
        "housed_by": one.housed_by,
    }


def _membership(one: Membership) -> Json:
    return {
        "id": one.id,
        "person": one.person,
        "household": one.household,
        "since": _date(one.since),
        "until": _date(one.until),
    }


def _professional(one: Professional, texts: Mapping[str, Bilingual]) -> Json:
    return {
        "id": one.id,
        "role": _text(one.role, texts),
        "organisation": one.organisation,
        "organisation_text": _text(one.organisation_text, texts),
    }


def _labelled(one: Institution | Undecided, texts: Mapping[str, Bilingual]) -> Json:
    return {"id": one.id, "label": _text(one.label, texts)}


def _kinship(one: Kinship, texts: Mapping[str, Bilingual]) -> Json:
    return {
        "id": one.id,
        "a": one.a,
        "b": one.b,
        "kind": one.kind,
        "label": _text(one.label, texts),
        "since": _date(one.since),
        "until": _date(one.until),
    }


def _activation(one: Activation, texts: Mapping[str, Bilingual]) -> Json:
    return {
        "id": one.id,
        "activator": one.activator,
        "activated": one.activated,
        "order": one.order,
        "when": _date(one.when),
        "label": _text(one.label, texts),
        "status": one.status,
        "said_by": one.said_by,
        "agreed": one.agreed,
        "referral": one.referral,
        "source": _text(one.source, texts),
    }
