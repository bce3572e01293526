"""POST /situations/{id}/tidy: placed things move within a limit, as one gesture."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of
from api.routes.picture_parameters import unknown_paper
from api.state import lang_of, state_of
from api.use_cases.pictures import PAPERS
from api.use_cases.tidying import TidyAsked, tidy
from layouts.tidying import LARGEST, LEAST, MOST

router = APIRouter(prefix="/situations/{situation_id}/tidy", tags=["gestures"])
Millimetres = Annotated[float, Field(ge=LEAST, le=LARGEST, allow_inf_nan=False)]


class TidyBody(BaseModel):
    """How far things may move, in mm, on which paper."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    most: Millimetres = MOST
    paper: str = Field(default="auto", max_length=8)
    seed: int = Field(default=0, ge=0, le=2**31 - 1)


@router.post(
    "", responses=PROBLEMS, openapi_extra=body_of(TidyBody.model_json_schema(), {"most": MOST, "seed": 0})
)
async def tidy_up(request: Request, situation_id: str) -> Response:
    """Record the tidy-up as one `place` gesture, if the sheet then reads better; undo it like any other."""
    body = validated(TidyBody, await read_json_body(request))
    if body.paper not in PAPERS:
        raise unknown_paper()
    state = state_of(request)
    asked = TidyAsked(situation_id, state.now(), body.most, body.paper, body.seed, lang_of(request))
    done = await state.in_thread(
        lambda: tidy(asked, state.store_of(situation_id), state.viewer, state.directory())
    )
    return answer(done, ETag=f'"{done["version"]}"')
