"""The file of an aggregate: JSON that a person can read, checked as a stranger's when it is read."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson

from sociogram.counts.aggregate import Aggregate, Line, Lines, Number, Received, Sent
from sociogram.counts.families import family_labels
from sociogram.counts.groupings import NO_PLACE
from sociogram.counts.hiding import small
from sociogram.counts.parties import CARE, NEUTRAL, WELCOME
from sociogram.counts.period import parse_period, require_semester
from sociogram.counts.spells import BAND_CODES
from sociogram.counts.standing import STANDINGS, Standing
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.loop import values as v
from sociogram.loop.kinds import DECLINE_REASONS
from sociogram.strict_json import read_json

FORMAT = "sociogram-counts"
LARGEST_FILE = 1_000_000
MOST_ROWS = 2_000
_number = v.number(0, 10_000_000)


def aggregate_document(file: Aggregate) -> dict[str, Any]:
    """Return the file as a document; a hidden number is null."""
    return {
        "format": FORMAT,
        "v": 1,
        "id": file.id,
        "organisation": file.organisation,
        "period": str(file.period),
        "counted_in": file.month,
        "sent": {
            **_line_document(file.sent.all),
            "partners": _lines_document(file.sent.partners),
            "families": _lines_document(file.sent.families),
            "regions": _lines_document(file.sent.regions),
            "reasons": dict(file.sent.reasons),
        },
        "received": {
            **_line_document(file.received.all),
            "partners": _lines_document(file.received.partners),
        },
        "persons": {"known": file.known, "unmarked": file.unmarked},
        "days_to_answer": dict(file.answer),
        "days_to_service": dict(file.service),
    }


def aggregate_bytes(file: Aggregate) -> bytes:
    """Return the file; the same counts give the same bytes."""
    return orjson.dumps(aggregate_document(file), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read_aggregate(data: bytes, *, place: str) -> Aggregate:
    """Return a partner's file, or raise BadInput naming `place`, the field and the remedy."""
    return parse_aggregate(read_json(data, place=place, limit=LARGEST_FILE), place=place)


def parse_aggregate(raw: object, *, place: str = "") -> Aggregate:
    """Return the aggregate of a document, checked."""
    try:
        return _parsed(_shape(raw, "file"))
    except BadInput as fault:
        if not place:
            raise
        raise type(fault)(tuple(replace(one, place=place) for one in fault.problems)) from None


def _parsed(doc: Mapping[str, Any]) -> Aggregate:
    sent, received, persons = doc["sent"], doc["received"], doc["persons"]
    period = require_semester(parse_period(doc["period"], field="file.period"), field="file.period")
    every = _line(sent, "file.sent")
    return Aggregate(
        id=doc["id"],
        organisation=doc["organisation"],
        period=period,
        month=doc["counted_in"],
        sent=Sent(
            every,
            _lines(sent.get("partners"), every, "file.sent.partners"),
            _lines(sent.get("families"), every, "file.sent.families"),
            _lines(sent.get("regions"), every, "file.sent.regions"),
            _reasons(sent["reasons"], every, "file.sent.reasons"),
        ),
        received=_received(received),
        known=_shown(persons.get("known"), "file.persons.known"),
        unmarked=_shown(persons.get("unmarked"), "file.persons.unmarked"),
        answer=_numbers(doc["days_to_answer"], BAND_CODES, "file.days_to_answer"),
        service=_numbers(doc["days_to_service"], BAND_CODES, "file.days_to_service"),
    )


def _received(raw: Mapping[str, Any]) -> Received:
    every = _line(raw, "file.received")
    return Received(every, _lines(raw.get("partners"), every, "file.received.partners"))


def _line(raw: Mapping[str, Any], field: str) -> Line:
    total = _shown(raw.get("made"), f"{field}.made")
    standing = _numbers(raw["standing"], STANDINGS, f"{field}.standing")
    _check_sum(total, standing.values(), f"{field}.standing")
    return Line(total, standing)


def _lines(raw: Mapping[str, Any] | None, every: Line, field: str) -> Lines | None:
    if raw is None:
        return None
    lines = {key: _line(row, f"{field}.{key}") for key, row in raw.items()}
    _check_sum(every.total, [line.total for line in lines.values()], field)
    for name in STANDINGS:
        _check_sum(every.standing[name], [line.standing[name] for line in lines.values()], field)
    return lines


def _reasons(raw: Mapping[str, Any], every: Line, field: str) -> Mapping[str, Number]:
    reasons = _numbers(raw, DECLINE_REASONS, field)
    _check_sum(every.standing["declined"], reasons.values(), field)
    return reasons


def _numbers(raw: Mapping[str, Any], codes: tuple[Any, ...], field: str) -> dict[Any, Number]:
    return {code: _shown(raw.get(code), f"{field}.{code}") for code in codes}


def _shown(number: Number, field: str) -> Number:
    if number is not None and small(number):
        raise _refused(field, _TOO_SMALL, _ASK_AGAIN)
    return number


def _check_sum(total: Number, parts: Any, field: str) -> None:
    """Refuse parts that cannot make up their total, hidden ones being what they may."""
    parts = list(parts)
    shown = sum(part for part in parts if part is not None)
    hidden = sum(part is None for part in parts)
    if total is not None and (shown > total or (not hidden and shown != total)):
        raise _refused(field, _NO_SUM, _ASK_AGAIN)


def _line_document(line: Line) -> dict[str, Any]:
    return {"made": line.total, "standing": dict(line.standing)}


def _lines_document(lines: Lines | None) -> dict[str, Any] | None:
    return None if lines is None else {key: _line_document(line) for key, line in lines.items()}


def _keyed(check: v.Check, others: tuple[str, ...]) -> v.Check:
    """A table of lines whose keys are one of `others`, or pass `check`."""

    def check_all(value: Any, field: str) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise _refused(field, _NO_TABLE, _ASK_AGAIN)
        if len(value) > MOST_ROWS:
            raise _refused(field, _TOO_MANY, _ASK_AGAIN)
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
            raise _refused(field, _NOT_OURS, _ASK_AGAIN)
        return value

    return check


_standing = v.table({}, dict.fromkeys(STANDINGS, _number))
_line_shape = v.table({"standing": _standing}, {"made": _number})
_parties = _keyed(v.element_id, tuple(NEUTRAL))
_families = _keyed(v.one_of(*family_labels()), ())
_regions = _keyed(v.element_id, (NO_PLACE,))
_bands = v.table({}, dict.fromkeys(BAND_CODES, _number))
_shape = v.table(
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

_NOT_OURS = Bilingual("ceci n'est pas un fichier de comptes.", "this is not a file of counts.")
_NO_TABLE = Bilingual("une table { } est attendue.", "a table { } is expected.")
_TOO_MANY = Bilingual("il y a trop de lignes ici.", "there are too many rows here.")
_TOO_SMALL = Bilingual(
    "un nombre de 1 à 4 ne doit pas sortir d'une organisation.",
    "a number from 1 to 4 must not leave an organisation.",
)
_NO_SUM = Bilingual("ces nombres ne font pas leur total.", "these numbers do not make up their total.")
_ASK_AGAIN = Bilingual(
    "Demander au partenaire un fichier fait par « sociogram count --export ».",
    "Ask the partner for a file made by “sociogram count --export”.",
)


def _refused(field: str, says: Bilingual, remedy: Bilingual) -> BadInput:
    return bad_input(
        "bad_aggregate", fr=says.fr, en=says.en, remedy_fr=remedy.fr, remedy_en=remedy.en, field=field
    )


__all__ = [
    "LARGEST_FILE",
    "Standing",
    "aggregate_bytes",
    "aggregate_document",
    "parse_aggregate",
    "read_aggregate",
]
