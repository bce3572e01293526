"""Errors on the wire: RFC 9457 problem documents, from the one catalogue of `sociogram.errors`.

A problem never echoes the input: it holds our own sentences, the place (line or JSON path made of names we
know) and the field. Its `type` is stable: `urn:sociogram:problem:<code>`.
"""

from collections.abc import Mapping

import orjson
from fastapi import Response

from api.known_places import known_field, known_place
from sociogram.errors import (
    BadInput,
    Conflict,
    NotAllowed,
    NotFound,
    Problem,
    RuleBroken,
    SociogramError,
    StoreLocked,
    StoreUnusable,
    TooLarge,
)
from sociogram.language import Bilingual, Lang

_STATUS: tuple[tuple[type[SociogramError], int], ...] = (
    (TooLarge, 413),
    (RuleBroken, 422),
    (BadInput, 422),
    (NotFound, 404),
    (Conflict, 412),
    (NotAllowed, 403),
    (StoreLocked, 503),
    (StoreUnusable, 503),
)
_STATUS_BY_CODE: Mapping[str, int] = {
    "bad_json": 400,
    "bad_encoding": 400,
    "wrong_media_type": 415,
    "wrong_host": 400,
    "wrong_origin": 403,
    "no_token": 401,
    "not_paired": 401,
    "too_many_devices": 409,
    "sharing_not_offered": 409,
    "not_kept": 409,
    "too_many_tries": 429,
    "disk_full": 507,
    "method_not_allowed": 405,
    "unforeseen": 500,
}

_LINES_SHOWN = 50


def status_of(error: SociogramError) -> int:
    """Return the HTTP status of an error: by its code when that says more than its class."""
    by_code = _STATUS_BY_CODE.get(error.first.code) if error.problems else None
    if by_code is not None:
        return by_code
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def problem_document(error: SociogramError, lang: Lang) -> dict[str, object]:
    """Return the RFC 9457 members, with every fault (up to 50) under `errors`."""
    first = error.first
    return {
        "type": f"urn:sociogram:problem:{first.code}",
        "title": first.says.in_(lang),
        "status": status_of(error),
        "detail": first.remedy.in_(lang),
        "errors": [_fault(problem, lang) for problem in error.problems[:_LINES_SHOWN]],
    }


def problem_response(error: SociogramError, lang: Lang, **members: object) -> Response:
    """Return the error as `application/problem+json`, with more `members` if any."""
    document = {**problem_document(error, lang), **members}
    status = status_of(error)
    headers = {"Retry-After": "5"} if status in {429, 503} else {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(orjson.dumps(document), status, headers, media_type="application/problem+json")


def simple_error(
    kind: type[SociogramError], code: str, *, fr: str, en: str, remedy_fr: str, remedy_en: str
) -> SociogramError:
    """Return an error of `kind` with one problem that has no place."""
    return kind((Problem(code, Bilingual(fr, en), Bilingual(remedy_fr, remedy_en)),))


def nothing_here() -> SociogramError:
    """The one answer for what is absent and for what the asker may not see."""
    return simple_error(
        NotFound,
        "not_found",
        fr="rien ne se trouve à cette adresse.",
        en="there is nothing at this address.",
        remedy_fr="Voir les adresses dans /docs.",
        remedy_en="See the addresses in /docs.",
    )


def _fault(problem: Problem, lang: Lang) -> dict[str, str]:
    return {
        "code": problem.code,
        "place": known_place(problem.place),
        "field": known_field(problem.field),
        "message": problem.says.in_(lang),
        "remedy": problem.remedy.in_(lang),
    }
