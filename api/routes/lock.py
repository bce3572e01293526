"""/lock: the quick lock of this session, so that a page read anew does not show what was closed."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_json_body, validated
from api.problems import problem_response
from api.routes.answers import PROBLEMS, answer, body_of, example
from api.state import lang_of, state_of
from sociogram.errors import NotAllowed

router = APIRouter(prefix="/lock", tags=["lock"])
_SIGN = {"type": "string", "minLength": 4, "maxLength": 400}
_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sign"],
    "properties": {"sign": _SIGN},
}
_CHOICE = {**_SCHEMA, "properties": {"sign": _SIGN, "kind": {"enum": ["dots", "words"]}}}
_REFUSED = {**PROBLEMS, 403: {"description": "Closed, or not the sign; `wait` says how many seconds."}}


class Sign(BaseModel):
    """A passphrase, or the dots that were joined."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sign: Annotated[str, Field(min_length=4, max_length=400)]


class Choice(Sign):
    """A sign, and how it will be given."""

    kind: Literal["dots", "words"] = "words"


_SEEN = {"chosen": True, "kind": "dots", "closed": False, "wait": 0}


@router.get("", responses=example(_SEEN, "Whether a sign was chosen, and whether the session is closed."))
def seen(request: Request) -> Response:
    """Whether a sign was chosen and of which kind, whether the session is closed, the seconds until a try."""
    lock = state_of(request).lock
    kind = lock.kind if lock.chosen else ""
    return answer({"chosen": lock.chosen, "kind": kind, "closed": lock.closed, "wait": lock.seconds_to_wait})


@router.put("", status_code=204, responses=_REFUSED, openapi_extra=body_of(_CHOICE, {"sign": "0-3-6-7"}))
async def choose(request: Request) -> Response:
    """Choose the sign of this session; kept in memory only, and only as a digest."""
    state = state_of(request)
    asked = validated(Choice, await read_json_body(request, limit=2_000))
    await state.in_thread(lambda: state.lock.choose(asked.sign, asked.kind))
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
