"""GET /gaps: what the network lacks, from what the viewer sees and keeps."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.routes.answers import PROBLEMS, answer
from api.state import lang_of, state_of
from api.use_cases.gaps import MAX_WEEKS, gaps_of
from api.use_cases.gaps_answer import gaps_json
from sociogram.gaps.open_needs import DEFAULT_WEEKS

router = APIRouter(prefix="/gaps", tags=["gaps"])
Weeks = Annotated[int, Query(ge=0, le=MAX_WEEKS)]


@router.get("", responses=PROBLEMS)
async def gaps(request: Request, weeks: Weeks = DEFAULT_WEEKS) -> Response:
    """Ties nobody uses, needs open for long, the map of gaps, reasons of refusals, double follow-up."""
    state, lang = state_of(request), lang_of(request)

    def made() -> dict[str, object]:
        found = gaps_of(state.store, state.viewer, state.directory(), today=state.today(), weeks=weeks)
        return gaps_json(found, lang)

    return answer(await state.in_thread(made))
