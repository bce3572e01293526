"""/tonight: the functions reachable at night; /referrals/deadlines: by when an answer is waited for."""

from typing import Any
from uuid import uuid4

from fastapi import APIRouter, Request, Response

from api.bodies import read_json_body, validated
from api.problems import problem_response
from api.routes.answers import PROBLEMS, answer, body_of
from api.routes.referral_bodies import DEADLINES_SAMPLE, TONIGHT_SAMPLE, DeadlinesBody, TonightBody
from api.routes.situations import version_of
from api.state import lang_of, state_of
from api.use_cases.answer_deadlines import deadlines_event, deadlines_json
from api.use_cases.kept_lists import replace_list
from api.use_cases.tonight import night_list_event, tonight_json
from sociogram.errors import Conflict

router = APIRouter(tags=["referrals"])
_STALE: dict[int | str, dict[str, Any]] = {
    412: {"description": "Somebody changed it since; `since` is how it stands."},
    **PROBLEMS,
}


@router.get("/tonight", responses=PROBLEMS)
def tonight(request: Request) -> Response:
    """The list; when it is empty it says so and names nobody."""
    desk = state_of(request).desk()
    found = tonight_json(desk, desk.book(), lang_of(request))
    return answer(found, ETag=f'"{found["version"]}"')


@router.put(
    "/tonight", responses=_STALE, openapi_extra=body_of(TonightBody.model_json_schema(), TONIGHT_SAMPLE)
)
async def keep_tonight(request: Request) -> Response:
    """Replace the whole list; `If-Match` refuses to write over what somebody else changed since."""
    body = validated(TonightBody, await read_json_body(request))
    functions = [one.model_dump(exclude_none=True) for one in body.functions]
    state, lang = state_of(request), lang_of(request)
    seen = version_of(request.headers.get("if-match"))
    name = body.id or str(uuid4())
    try:
        await state.in_thread(
            lambda: state.noting(
                lambda desk: replace_list(
                    "night_list", lambda book: night_list_event(name, functions, desk, book), desk, seen
                )
            )
        )
    except Conflict as conflict:
        desk = state.desk()
        return problem_response(conflict, lang, since=tonight_json(desk, desk.book(), lang))
    return tonight(request)


@router.get("/referrals/deadlines", responses=PROBLEMS)
def deadlines(request: Request) -> Response:
    """The hours in force by priority, and the usual ones."""
    found = deadlines_json(state_of(request).desk().book(), lang_of(request))
    return answer(found, ETag=f'"{found["version"]}"')


@router.put(
    "/referrals/deadlines",
    responses=_STALE,
    openapi_extra=body_of(DeadlinesBody.model_json_schema(), DEADLINES_SAMPLE),
)
async def keep_deadlines(request: Request) -> Response:
    """Change the hours of every referral that has none of its own; `If-Match` as for /tonight."""
    body = validated(DeadlinesBody, await read_json_body(request))
    state, lang = state_of(request), lang_of(request)
    seen, name = version_of(request.headers.get("if-match")), body.id or str(uuid4())
    hours = body.model_dump(exclude={"id"})
    try:
        await state.in_thread(
            lambda: state.noting(
                lambda desk: replace_list(
                    "deadlines_set", lambda book: deadlines_event(name, hours, desk, book), desk, seen
                )
            )
        )
    except Conflict as conflict:
        return problem_response(conflict, lang, since=deadlines_json(state.desk().book(), lang))
    return deadlines(request)
