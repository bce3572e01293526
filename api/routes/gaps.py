"""/gaps: what the network lacks, from what the viewer sees and keeps; its page, and cards with four words."""

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.routes.answers import PROBLEMS, answer
from api.state import lang_of, state_of
from api.use_cases.gap_paper import cards_pdf, gaps_pdf
from api.use_cases.gaps import MAX_WEEKS, Gaps, gaps_of
from api.use_cases.gaps_answer import gaps_json
from sociogram.gaps.open_needs import DEFAULT_WEEKS

router = APIRouter(tags=["gaps"])
_PDF: dict[int | str, dict[str, Any]] = {200: {"content": {"application/pdf": {}}}, **PROBLEMS}
Weeks = Annotated[int, Query(ge=0, le=MAX_WEEKS)]


@router.get("/gaps", responses=PROBLEMS)
async def gaps(request: Request, weeks: Weeks = DEFAULT_WEEKS) -> Response:
    """Ties nobody uses, needs open for long, the map of gaps, reasons of refusals, double follow-up."""
    return answer(
        await state_of(request).in_thread(lambda: gaps_json(_found(request, weeks), lang_of(request)))
    )


@router.get("/gaps.pdf", responses=_PDF, response_class=Response)
def page(request: Request, weeks: Weeks = DEFAULT_WEEKS) -> Response:
    """The page to print and show: no discreet row, no number under five, nothing of double follow-up."""
    return _pdf(gaps_pdf(_found(request, weeks), lang_of(request)), "manques.pdf")


@router.get("/gaps/cards.pdf", responses=_PDF, response_class=Response)
def cards(request: Request) -> Response:
    """Eight cards with four words each, new ones every time; nothing of them is kept."""
    return _pdf(cards_pdf(lang_of(request), secrets.randbelow), "cartes.pdf")


def _found(request: Request, weeks: int) -> Gaps:
    state = state_of(request)
    return gaps_of(
        state.store, state.viewer, state.directory(), sheets=state.sheets, today=state.today(), weeks=weeks
    )


def _pdf(data: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(data, media_type="application/pdf", headers=headers)
