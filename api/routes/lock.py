"""/lock: the quick lock of this session, so that a page read anew does not show what was closed."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_json_body, validated
from api.problems import problem_response
from api.routes.answers import PROBLEMS, answer, body_of, example
from api.state import lang_of, state_of
from sociogram.errors import NotAllowed

router = APIRouter(prefix="/lock", tags=["lock"])
_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sign"],
    "properties": {"sign": {"type": "string", "minLength": 4, "maxLength": 400}},
}
_REFUSED = {**PROBLEMS, 403: {"description": "Closed, or not the sign; `wait` says how many seconds."}}


class Sign(BaseModel):
    """A passphrase, or the dots that were joined."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sign: Annotated[str, Field(min_length=4, max_length=400)]


@router.get("", responses=example({"chosen": True, "closed": False, "wait": 0}, "Whether it can close."))
def seen(request: Request) -> Response:
    """Whether a sign was chosen, whether the session is closed, and the seconds until the next try."""
    lock = state_of(request).lock
    return answer({"chosen": lock.chosen, "closed": lock.closed, "wait": lock.seconds_to_wait})


@router.put("", status_code=204, responses=_REFUSED, openapi_extra=body_of(_SCHEMA, {"sign": "0-3-6-7"}))
async def choose(request: Request) -> Response:
    """Choose the sign of this session; kept in memory only, and only as a digest."""
    state = state_of(request)
    asked = validated(Sign, await read_json_body(request, limit=2_000))
    await state.in_thread(lambda: state.lock.choose(asked.sign))
    return Response(status_code=204)


@router.delete("", status_code=204, responses=_REFUSED)
def forget(request: Request) -> Response:
    """Have no sign any more: closing then only covers the page."""
    state_of(request).lock.choose(None)
    return Response(status_code=204)


@router.post("/close", status_code=204)
def close(request: Request) -> Response:
    """Close now. Without a sign it stays open."""
    state_of(request).lock.close()
    return Response(status_code=204)


@router.post(
    "/lift", status_code=204, responses=_REFUSED, openapi_extra=body_of(_SCHEMA, {"sign": "0-3-6-7"})
)
async def lift(request: Request) -> Response:
    """Open again with the sign. Wrong tries slow down."""
    state = state_of(request)
    asked = validated(Sign, await read_json_body(request, limit=2_000))
    try:
        await state.in_thread(lambda: state.lock.lift(asked.sign))
    except NotAllowed as refusal:
        return problem_response(refusal, lang_of(request), wait=state.lock.seconds_to_wait)
    return Response(status_code=204)
