"""POST /referrals/suggest: whom to ask, and through whom."""

from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of
from api.state import lang_of, state_of
from api.use_cases.suggestions import answer_in, dated, day_asked
from sociogram.referral.request import SuggestionRequest

router = APIRouter(prefix="/referrals", tags=["referrals"])


class SuggestBody(BaseModel):
    """One question, held in memory only."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    origin: str = Field(max_length=200)
    needs: list[str] = Field(min_length=1, max_length=40)
    target_groups: list[str] = Field(default=[], max_length=40)
    places: list[str] = Field(default=[], max_length=40)
    languages: list[str] = Field(default=[], max_length=40)
    urgency: Literal["normal", "urgent", "tonight"] = "normal"
    max_hops: int = 3
    k: int = 5
    age: int | None = None
    on: str | None = Field(default=None, max_length=10, description="YYYY-MM-DD")
    must_not_know: list[str] = Field(default=[], max_length=40)
    documents: list[str] = Field(default=[], max_length=40)
    consent: list[str] | None = Field(default=None, max_length=40)


_SAMPLE = {
    "origin": "aracem",
    "needs": ["sante_mentale"],
    "target_groups": ["migrants_transit"],
    "places": ["bamako"],
    "languages": ["fr"],
    "urgency": "normal",
    "max_hops": 3,
    "k": 5,
}


@router.post("/suggest", responses=PROBLEMS, openapi_extra=body_of(SuggestBody.model_json_schema(), _SAMPLE))
async def suggest(request: Request) -> Response:
    """Services that can help, with the way through organisations known to theirs and the reasons."""
    body = validated(SuggestBody, await read_json_body(request))
    state, lang = state_of(request), lang_of(request)
    query = dated(question_of(body), state.today())
    return answer(await state.in_thread(lambda: answer_in(query, state.network(query), lang, state.known())))


def question_of(body: SuggestBody) -> SuggestionRequest:
    """Return the question of a body; its codes are checked against the directory later."""
    return SuggestionRequest(
        origin=body.origin,
        needs=tuple(body.needs),
        target_groups=tuple(body.target_groups),
        places=tuple(body.places),
        languages=tuple(body.languages),
        urgency=body.urgency,
        max_hops=body.max_hops,
        k=body.k,
        age=body.age,
        on=day_asked(body.on),
        must_not_know=tuple(body.must_not_know),
        documents=tuple(body.documents),
        consent=None if body.consent is None else tuple(body.consent),
    )
