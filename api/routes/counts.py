"""Counts: the exact numbers, what may leave, partners' files together, paper slips, the page to print."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of
from api.state import lang_of, state_of
from api.use_cases.counts import CountAsked, counts_answer, merged_answer, own_aggregate
from api.use_cases.counts_report import merged_report, own_report
from api.use_cases.tallies import enter_tally
from sociogram.counts.aggregate_json import aggregate_bytes, parse_aggregate

router = APIRouter(prefix="/referrals", tags=["counts"])
MOST_FILES = 200
FILES_LIMIT = 10_000_000
_PDF: dict[int | str, dict[str, Any]] = {200: {"content": {"application/pdf": {}}}, **PROBLEMS}
PeriodParameter = Annotated[str, Query(description="2026-T3, 2026-S2", max_length=10)]
AsOfParameter = Annotated[str, Query(description="AAAA-MM-JJ", max_length=10)]
OrganisationParameter = Annotated[str, Query(description="id of the directory", max_length=120)]


class CountBody(BaseModel):
    """One question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    period: str = Field(max_length=10)
    by: list[str] = Field(default=[], max_length=10)
    as_of: str = Field(default="", max_length=10)
    organisation: str = Field(default="", max_length=120)


class TallyBody(BaseModel):
    """One slip; `id` makes sending it again harmless."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(default="", max_length=36)
    tally: dict[str, Any]


class FilesBody(BaseModel):
    """The files of partners, as they were received."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: list[Any] = Field(min_length=1, max_length=MOST_FILES)


_COUNT_SAMPLE = {"period": "2026-T3", "by": ["need", "place", "pair"], "as_of": "", "organisation": ""}
_FILES_SAMPLE = {"files": [{"format": "sociogram-counts", "v": 1, "...": "..."}]}
_TALLY_SAMPLE = {
    "tally": {
        "period": "2026-07", "persons": 31, "contacts": 58, "made": 12, "accepted": 7, "declined": 3,
        "no_answer": 1, "waiting": 1, "completed": 5, "reasons": {"no_capacity": 2, "out_of_area": 1},
    }
}  # fmt: skip


@router.post(
    "/counts", responses=PROBLEMS, openapi_extra=body_of(CountBody.model_json_schema(), _COUNT_SAMPLE)
)
async def counts(request: Request) -> Response:
    """The referrals made in a period, as they were known on a day; exact, for the organisation itself."""
    body = validated(CountBody, await read_json_body(request))
    asked = CountAsked(body.period, tuple(body.by), body.as_of, body.organisation)
    state, lang = state_of(request), lang_of(request)
    return answer(await state.in_thread(lambda: counts_answer(asked, state.desk(), lang)))


@router.post(
    "/tallies",
    status_code=201,
    responses=PROBLEMS,
    openapi_extra=body_of(TallyBody.model_json_schema(), _TALLY_SAMPLE),
)
async def tally(request: Request) -> Response:
    """Keep a paper slip; counted apart, and its persons never added to any."""
    body = validated(TallyBody, await read_json_body(request))
    state = state_of(request)
    version = await state.in_thread(
        lambda: state.noting(lambda desk: enter_tally(body.tally, desk, event_id=body.id))
    )
    return answer({"version": version}, 201, ETag=f'"{version}"')


@router.get("/aggregate", responses=PROBLEMS)
def aggregate(
    request: Request,
    period: PeriodParameter,
    as_of: AsOfParameter = "",
    organisation: OrganisationParameter = "",
) -> Response:
    """What may leave of a semester: merged, then hidden; no id of a person or a referral."""
    asked = CountAsked(period, as_of=as_of, organisation=organisation)
    file = own_aggregate(asked, state_of(request).desk())
    named = f'attachment; filename="comptes-{file.period}.json"'
    return Response(
        aggregate_bytes(file), media_type="application/json", headers={"Content-Disposition": named}
    )


@router.post(
    "/aggregate", responses=PROBLEMS, openapi_extra=body_of(FilesBody.model_json_schema(), _FILES_SAMPLE)
)
async def merge(request: Request) -> Response:
    """Partners' files together: each referral once, whoever sent nothing named. Nothing is kept."""
    files = await _files(request)
    state, lang = state_of(request), lang_of(request)
    return answer(await state.in_thread(lambda: merged_answer(files, state.desk(), lang)))


@router.get("/report.pdf", responses=_PDF, response_class=Response)
def report(
    request: Request,
    period: PeriodParameter,
    as_of: AsOfParameter = "",
    organisation: OrganisationParameter = "",
) -> Response:
    """The page of a quarter or a semester, for the organisation itself."""
    asked = CountAsked(period, as_of=as_of, organisation=organisation)
    return _pdf(own_report(asked, state_of(request).desk(), lang_of(request)))


@router.post(
    "/aggregate/report.pdf",
    responses=_PDF,
    response_class=Response,
    openapi_extra=body_of(FilesBody.model_json_schema(), _FILES_SAMPLE),
)
async def merged_page(request: Request) -> Response:
    """The page of partners' files together."""
    files = await _files(request)
    state, lang = state_of(request), lang_of(request)
    return _pdf(await state.in_thread(lambda: merged_report(files, state.desk(), lang)))


async def _files(request: Request) -> list[tuple[str, Any]]:
    body = validated(FilesBody, await read_json_body(request, FILES_LIMIT))
    places = [f"$.files[{at}]" for at in range(len(body.files))]
    return [(place, parse_aggregate(raw, place=place)) for place, raw in zip(places, body.files, strict=True)]


def _pdf(data: bytes) -> Response:
    return Response(
        data,
        media_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="rapport.pdf"'},
    )
