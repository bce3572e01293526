"""/situations/{id}/gestures: the log, for replay and sync."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.bodies import read_json_body
from api.problems import problem_response
from api.routes.answers import PROBLEMS, answer, body_of
from api.routes.situations import version_of
from api.state import lang_of, signer_of, state_of
from api.use_cases.gestures import log_json, placed, read_gestures
from sociogram.errors import BadInput, Conflict

router = APIRouter(prefix="/situations/{situation_id}/gestures", tags=["gestures"])
_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["gestures"],
    "properties": {
        "gestures": {"type": "array", "items": {"type": "object"}},
        "texts": {"type": "object"},
    },
}
_SAMPLE = {
    "gestures": [
        {
            "id": "0b0f1c52-7d1a-4f55-9d0c-111111111111",
            "v": 1,
            "kind": "add_person",
            "at": "2026-01-31T09:00:00Z",
            "by": "local",
            "args": {"id": "p1", "label": "t1"},
        }
    ],
    "texts": {"t1": {"fr": "Personne A"}},
}


Last = Annotated[
    str,
    Query(
        pattern="^([0-9a-f-]{36})?$",
        description="a gesture that is held, so that no other situation of the same name is mistaken for it",
    ),
]


@router.get("", responses=PROBLEMS)
def log(
    request: Request,
    situation_id: str,
    after: Annotated[int, Query(ge=0, le=10**12)] = 0,
    last: Last = "",
) -> Response:
    """The gestures after a version, with the texts they name; `viewer` is how the session signs."""
    state = state_of(request)
    found = state.same(situation_id, last).log(state.viewer, situation_id, after=after)
    return answer({**log_json(found), "viewer": signer_of(request)}, ETag=f'"{found.version}"')


@router.post(
    "",
    responses={412: {"description": "Somebody changed the same element since."}, **PROBLEMS},
    openapi_extra=body_of(_SCHEMA, _SAMPLE),
)
async def append(request: Request, situation_id: str, last: Last = "") -> Response:
    """Add one or many gestures, all or none; the same id twice is one gesture."""
    state = state_of(request)
    gestures, texts = read_gestures(await read_json_body(request), by=signer_of(request))
    if_match = version_of(request.headers.get("if-match"))
    try:
        version = await state.in_thread(
            lambda: state.append(situation_id, gestures, texts, if_match=if_match, last=last)
        )
    except Conflict as conflict:
        # Both sides: what was refused is the sender's, what came since is here, to rebase on.
        since = await state.in_thread(
            lambda: state.store_of(situation_id).log(state.viewer, situation_id, after=if_match or 0)
        )
        return problem_response(placed(conflict, gestures), lang_of(request), since=log_json(since))
    except BadInput as refusal:
        raise placed(refusal, gestures) from None
    if any(gesture.kind == "withdraw" for gesture in gestures):
        state.pictures.forget()
    return answer({"version": version}, ETag=f'"{version}"')
