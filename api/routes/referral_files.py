"""What is printed and exported of referrals: the tear-off slip, the inter-agency form, the CSV."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.routes.answers import PROBLEMS
from api.state import lang_of, state_of
from api.use_cases.referral_csv import referrals_csv
from api.use_cases.referral_papers import PaperKind, paper_pdf

router = APIRouter(tags=["referrals"])
_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {}}},
    403: {"description": "The consent does not allow it.", "content": {"application/problem+json": {}}},
    **PROBLEMS,
}


@router.get("/referrals/{referral_id:uuid}/slip.pdf", responses=_PDF, response_class=Response)
def slip(request: Request, referral_id: UUID) -> Response:
    """The slip the person carries, with a strip of boxes that is torn off and telephoned back."""
    return _paper("slip", request, str(referral_id))


@router.get("/referrals/{referral_id:uuid}/form.pdf", responses=_PDF, response_class=Response)
def form(request: Request, referral_id: UUID) -> Response:
    """The inter-agency form; name, reason and signature are left to the hand."""
    return _paper("form", request, str(referral_id))


@router.get(
    "/referrals.csv",
    responses={200: {"content": {"text/csv": {}}}, **PROBLEMS},
    response_class=Response,
)
def table(request: Request) -> Response:
    """Every referral as one line: months and no days, no person, no free text, no id."""
    desk = state_of(request).desk()
    data = referrals_csv(desk.book(), desk.directory, lang_of(request))
    return Response(
        data,
        media_type="text/csv",
        headers={"Content-Disposition": 'attachment; filename="orientations.csv"'},
    )


def _paper(kind: PaperKind, request: Request, referral_id: str) -> Response:
    desk = state_of(request).desk()
    data = paper_pdf(kind, desk.book().referral(referral_id), desk.directory, lang_of(request))
    names = {"slip": "orientation.pdf", "form": "formulaire.pdf"}
    return Response(
        data,
        media_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{names[kind]}"'},
    )
