"""POST /services/{id}/checks: what a telephone call told of a service."""

from uuid import uuid4

from fastapi import APIRouter, Request, Response

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of
from api.routes.referral_bodies import CHECK_SAMPLE, CheckBody
from api.state import lang_of, state_of
from api.use_cases.answer_deadlines import check_event
from api.use_cases.providers import service_detail

router = APIRouter(tags=["directory"])


@router.post(
    "/services/{service_id}/checks",
    status_code=201,
    responses=PROBLEMS,
    openapi_extra=body_of(CheckBody.model_json_schema(), CHECK_SAMPLE),
)
async def check(request: Request, service_id: str) -> Response:
    """Note that somebody called: open, full, closed or no answer. Suggestions use it at once."""
    body = validated(CheckBody, await read_json_body(request))
    state, lang = state_of(request), lang_of(request)
    said = body.model_dump(exclude_none=True, exclude={"id", "on"})
    raw = {"id": body.id or str(uuid4()), "args": said} | ({"on": body.on} if body.on else {})
    directory = await state.in_thread(state.directory)
    service_detail(directory, service_id, lang)  # absent and hidden: the same 404
    version = await state.in_thread(
        lambda: state.noting(lambda desk: desk.note(check_event(raw, service_id, desk, desk.book())))
    )
    return answer({"id": raw["id"], "version": version}, 201)
