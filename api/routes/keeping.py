"""PUT /situations/{id}/keep: how long a sheet stays is decided again, whenever one likes."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of
from api.state import state_of
from api.use_cases.keeping import keep_of

router = APIRouter(prefix="/situations", tags=["situations"])
_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["keep"],
    "properties": {"keep": {"type": "string", "description": "none, tonight, forever, AAAA-MM-JJ"}},
}


class Kept(BaseModel):
    """The body of the question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    keep: str


@router.put(
    "/{situation_id}/keep",
    responses={
        200: {"content": {"application/json": {"example": {"keep": "tonight"}}}},
        **PROBLEMS,
    },
    openapi_extra=body_of(_SCHEMA, {"keep": "tonight"}),
)
async def keep(request: Request, situation_id: str) -> Response:
    """Change how long a situation stays; it is on disk when the answer comes, or with `none` off it."""
    state = state_of(request)
    asked = validated(Kept, await read_json_body(request))
    keeping = keep_of(asked.keep, today=state.today())
    await state.in_thread(lambda: state.keep(situation_id, keeping))
    if keeping == "none":
        state.pictures.forget()
    return answer({"keep": asked.keep})
