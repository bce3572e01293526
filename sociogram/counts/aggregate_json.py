"""The file of an aggregate: JSON that a person can read, checked as a stranger's when it is read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import orjson

from sociogram.counts.aggregate import Aggregate, Line, Lines, Number, Received, Sent
from sociogram.counts.aggregate_shape import FORMAT, SHAPE, refused
from sociogram.counts.hiding import small
from sociogram.counts.period import parse_period, require_semester
from sociogram.counts.spells import BAND_CODES
from sociogram.counts.standing import STANDINGS
from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.loop.kinds import DECLINE_REASONS
from sociogram.strict_json import read_json

LARGEST_FILE = 1_000_000


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
        return _parsed(SHAPE(raw, "file"))
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
        raise refused(field, _TOO_SMALL)
    return number


def _check_sum(total: Number, parts: Iterable[Number], field: str) -> None:
    """Refuse parts that cannot make up their total, hidden ones being what they may."""
    parts = list(parts)
    shown = sum(part or 0 for part in parts)
    if total is not None and (shown > total or (None not in parts and shown != total)):
        raise refused(field, _NO_SUM)


def _line_document(line: Line) -> dict[str, Any]:
    return {"made": line.total, "standing": dict(line.standing)}


def _lines_document(lines: Lines | None) -> dict[str, Any] | None:
    return None if lines is None else {key: _line_document(line) for key, line in lines.items()}


_TOO_SMALL = Bilingual(
    "un nombre de 1 à 4 ne doit pas sortir d'une organisation.",
    "a number from 1 to 4 must not leave an organisation.",
)
_NO_SUM = Bilingual("ces nombres ne font pas leur total.", "these numbers do not make up their total.")
