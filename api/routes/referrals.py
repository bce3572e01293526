"""/referrals: make, follow, answer. A referral is the fold of its events, and every step is one."""

from typing import Annotated, Literal
from uuid import UUID, uuid4

from fastapi import APIRouter, Query, Request, Response

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of, example
from api.routes.referral_bodies import (
    BATCH,
    BATCH_SAMPLE,
    MADE_SAMPLE,
    STEP_SAMPLE,
    MadeBody,
    StepBody,
)
from api.state import ServerState, lang_of, state_of
from api.use_cases.referral_forgetting import forget_referral
from api.use_cases.referral_making import NewReferral, make
from api.use_cases.referral_noting import note_batch, note_step
from api.use_cases.referral_views import Wanted, detail_json, list_json
from sociogram.language import Lang
from sociogram.loop.referral import State

router = APIRouter(prefix="/referrals", tags=["referrals"])
Shown = Literal["", "open", "overdue"] | State
_LISTED = {"version": 0, "overdue": 0, "items": [], "total": 0, "page": 1, "size": 50}
BATCH_LIMIT = 4_000_000
"""An offline week in one request, in bytes."""


@router.get("", responses=example(_LISTED, "What is overdue first, then what is waited for."))
def listed(
    request: Request,
    state: Annotated[Shown, Query(description="open, overdue, or a state")] = "",
    after: Annotated[int, Query(ge=0, le=10**12, description="only what was noted since")] = 0,
    page: Annotated[int, Query(ge=1, le=10**6)] = 1,
    size: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """The viewer's referrals, in pages."""
    desk = state_of(request).desk()
    book = desk.book()
    found = list_json(desk, book, lang_of(request), Wanted(state, after, page, size))
    return answer(found, ETag=f'"{book.version}"')


@router.post(
    "",
    status_code=201,
    responses={201: {"content": {"application/json": {"example": {"id": "…", "version": 2}}}}, **PROBLEMS},
    openapi_extra=body_of(MadeBody.model_json_schema(), MADE_SAMPLE),
)
async def made(request: Request) -> Response:
    """Make a referral, and send it when `way` says how; the same `id` twice is one referral."""
    body = validated(MadeBody, await read_json_body(request))
    state = state_of(request)
    new = NewReferral(
        body.id or str(uuid4()), body.args(), body.way, on=body.on, at=body.at, instead_of=body.instead_of
    )
    version = await state.in_thread(lambda: state.noting(lambda desk: make(new, desk)))
    found = {"id": new.id, "version": version}
    return answer(found, 201, Location=f"/api/v1/referrals/{new.id}", ETag=f'"{version}"')


@router.post("/events", responses=PROBLEMS, openapi_extra=body_of(BATCH, BATCH_SAMPLE))
async def batch(request: Request) -> Response:
    """Note what was done offline, all or none; the same event twice is one, late ones are kept as late."""
    raw = await read_json_body(request, BATCH_LIMIT)
    state = state_of(request)
    version, fresh = await state.in_thread(lambda: state.noting(lambda desk: note_batch(raw, desk)))
    return answer({"version": version, "noted": fresh}, ETag=f'"{version}"')


@router.get("/{referral_id:uuid}", responses=PROBLEMS)
def read(request: Request, referral_id: UUID) -> Response:
    """One referral: where it stands, its history in sentences, the steps that are possible now."""
    return _whole(state_of(request), str(referral_id), lang_of(request))


@router.post(
    "/{referral_id:uuid}/events",
    responses=PROBLEMS,
    openapi_extra=body_of(StepBody.model_json_schema(), STEP_SAMPLE),
)
async def step(request: Request, referral_id: UUID) -> Response:
    """Note one step; the same `id` twice is one. Answers the referral as it stands then."""
    body = validated(StepBody, await read_json_body(request))
    raw = body.model_dump(exclude_none=True)
    state, lang, name = state_of(request), lang_of(request), str(referral_id)
    await state.in_thread(lambda: state.noting(lambda desk: note_step(raw, name, desk)))
    return await state.in_thread(lambda: _whole(state, name, lang))


@router.delete("/{referral_id:uuid}", status_code=204, responses=PROBLEMS)
def forget(request: Request, referral_id: UUID) -> Response:
    """Forget a referral: nothing of it is left in the store, and no copy brings it back."""
    state = state_of(request)
    state.noting(lambda desk: forget_referral(str(referral_id), desk))
    return Response(status_code=204)


def _whole(state: ServerState, referral_id: str, lang: Lang) -> Response:
    """Return one referral, with the link by which it is answered where this server gives one."""
    desk = state.desk()
    book = desk.book()
    referral = book.referral(referral_id)
    found = detail_json(referral, desk, book, lang)
    link = state.answering.link(referral, desk.now) if state.answering else None
    return answer({**found, "answer_link": link}, ETag=f'"{book.version}"')
