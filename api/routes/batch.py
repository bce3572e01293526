"""POST /referrals/suggest/batch: many questions in one request, answered one by one like single ones."""

from functools import partial

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of
from api.routes.suggestions import SuggestBody, question_of
from api.state import lang_of, state_of
from api.use_cases.batch import MOST, answers_in

router = APIRouter(prefix="/referrals", tags=["referrals"])


class BatchBody(BaseModel):
    """Questions, held in memory only."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    questions: list[SuggestBody] = Field(min_length=1, max_length=MOST)


_SAMPLE = {"questions": [{"origin": "aracem", "needs": ["sante_mentale"]}]}


@router.post(
    "/suggest/batch",
    responses=PROBLEMS,
    openapi_extra=body_of(BatchBody.model_json_schema(), _SAMPLE),
)
async def suggest_batch(request: Request) -> Response:
    """Answers in the order of the questions, each the object of a single one. A bad question refuses all."""
    body = validated(BatchBody, await read_json_body(request))
    state, lang = state_of(request), lang_of(request)
    asked = [partial(question_of, question) for question in body.questions]
    return answer(await state.in_thread(lambda: {"answers": answers_in(asked, state, lang)}))
