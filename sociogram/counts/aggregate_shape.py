"""What the file of an aggregate may hold: keys, codes and numbers, and nothing else."""

from collections.abc import Mapping
from typing import Any

from sociogram.counts.families import family_labels
from sociogram.counts.groupings import NO_PLACE
from sociogram.counts.parties import CARE, NEUTRAL, WELCOME
from sociogram.counts.spells import BAND_CODES
from sociogram.counts.standing import STANDINGS
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.loop import values as v
from sociogram.loop.kinds import DECLINE_REASONS

FORMAT = "sociogram-counts"
MOST_ROWS = 2_000

_NOT_OURS = Bilingual("ceci n'est pas un fichier de comptes.", "this is not a file of counts.")
_NO_TABLE = Bilingual("une table { } est attendue.", "a table { } is expected.")
_TOO_MANY = Bilingual("il y a trop de lignes ici.", "there are too many rows here.")
_ASK_AGAIN = Bilingual(
    "Demander au partenaire un fichier fait par « sociogram count --export ».",
    "Ask the partner for a file made by “sociogram count --export”.",
)
_number = v.number(0, 10_000_000)


def refused(field: str, says: Bilingual) -> BadInput:
    """Return the refusal of a partner's file."""
    return bad_input(
        "bad_aggregate",
        fr=says.fr,
        en=says.en,
        remedy_fr=_ASK_AGAIN.fr,
        remedy_en=_ASK_AGAIN.en,
        field=field,
    )


def _keyed(check: v.Check, others: tuple[str, ...]) -> v.Check:
    """A table of lines whose keys are one of `others`, or pass `check`."""

    def check_all(value: Any, field: str) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise refused(field, _NO_TABLE)
        if len(value) > MOST_ROWS:
            raise refused(field, _TOO_MANY)
        kept = {}
        for key, row in value.items():
            if key not in others:
                check(key, field)
            kept[key] = _line_shape(row, field)
        return kept

    return check_all


def _organisation(value: Any, field: str) -> Any:
    return value if value in (CARE, WELCOME) else v.element_id(value, field)


def _only(word: Any) -> v.Check:
    def check(value: Any, field: str) -> Any:
        if value != word or type(value) is not type(word):
            raise refused(field, _NOT_OURS)
        return value

    return check


_standing = v.table({}, dict.fromkeys(STANDINGS, _number))
_line_shape = v.table({"standing": _standing}, {"made": _number})
_parties = _keyed(v.element_id, tuple(NEUTRAL))
_families = _keyed(v.one_of(*family_labels()), ())
_regions = _keyed(v.element_id, (NO_PLACE,))
_bands = v.table({}, dict.fromkeys(BAND_CODES, _number))
SHAPE = v.table(
    {
        "format": _only(FORMAT),
        "v": _only(1),
        "id": v.uuid,
        "organisation": _organisation,
        "period": v.text(10),
        "counted_in": v.month,
        "sent": v.table(
            {"standing": _standing, "reasons": v.table({}, dict.fromkeys(DECLINE_REASONS, _number))},
            {"made": _number, "partners": _parties, "families": _families, "regions": _regions},
        ),
        "received": v.table({"standing": _standing}, {"made": _number, "partners": _parties}),
        "persons": v.table({}, {"known": _number, "unmarked": _number}),
        "days_to_answer": _bands,
        "days_to_service": _bands,
    },
    {},
)
"""Checks a document of JSON; null counts as absent, and absent as hidden."""
