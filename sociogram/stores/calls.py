"""The word of one request that makes a situation: sent again by who lost the answer, it makes no second."""

import uuid

from sociogram.errors import bad_input
from sociogram.stores.record import Record

_NAMESPACE = uuid.UUID("2f5b3f0e-6a52-5d0b-8f0c-0f6f6f1f7a11")


def call_mark(call: str) -> str:
    """Return what the situation remembers of a call: an id that no gesture of it will have. "" of "".

    Raises BadInput when `call` is no UUID.
    """
    if not call:
        return ""
    try:
        word = uuid.UUID(call)
    except ValueError:
        raise bad_input(
            "bad_call",
            fr="le mot qui reconnaît cette demande n'est pas un UUID.",
            en="the word that tells this request again is not a UUID.",
            remedy_fr="Envoyer un UUID neuf pour chaque demande, et le même quand on la renvoie.",
            remedy_en="Send a new UUID for each request, and the same one when it is sent again.",
            field="Idempotency-Key",
        ) from None
    return str(uuid.uuid5(_NAMESPACE, str(word)))


def marked(situation: str, mark: str) -> Record:
    """Return the empty record of a new situation that remembers its call among the ids that never come."""
    return Record(situation, forgotten=frozenset({mark} if mark else ()))
