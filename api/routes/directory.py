"""The directory: providers, services, search, vocabulary."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of, example
from api.state import lang_of, state_of
from api.use_cases.providers import ProviderQuery, provider_detail, search_page, service_detail, vocabulary

router = APIRouter(tags=["directory"])
_PAGE = {"items": [{"id": "oim", "name": "…", "discreet": False}], "total": 1, "page": 1, "size": 20}


class SearchBody(BaseModel):
    """A search; it goes by POST so that no address holds it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(default="", max_length=200)
    needs: list[str] = Field(default=[], max_length=50)
    groups: list[str] = Field(default=[], max_length=50)
    places: list[str] = Field(default=[], max_length=50)
    typologies: list[str] = Field(default=[], max_length=50)
    page: int = 1
    size: int = 20


@router.get("/providers", responses=example(_PAGE, "One page, by name."))
def providers(
    request: Request,
    page: Annotated[int, Query(ge=1, le=10**6)] = 1,
    size: Annotated[int, Query(ge=1, le=200)] = 20,
) -> Response:
    """The organisations this viewer may see, in pages."""
    state = state_of(request)
    query = ProviderQuery(page=page, size=size)
    return answer(search_page(state.directory(), query, lang_of(request)))


@router.post(
    "/providers/search",
    responses=PROBLEMS | example(_PAGE, "One page of what answers, the closest first."),
    openapi_extra=body_of(SearchBody.model_json_schema(), {"needs": ["hebergement"], "places": ["gao"]}),
)
async def found(request: Request) -> Response:
    """Search by words, need, group, place and typology."""
    body = validated(SearchBody, await read_json_body(request))
    query = ProviderQuery(
        text=body.text,
        needs=tuple(body.needs),
        groups=tuple(body.groups),
        places=tuple(body.places),
        typologies=tuple(body.typologies),
        page=body.page,
        size=body.size,
    )
    state, lang = state_of(request), lang_of(request)
    return answer(await state.in_thread(lambda: search_page(state.directory(), query, lang)))


@router.get("/providers/{provider_id}", responses=PROBLEMS)
def provider(request: Request, provider_id: str) -> Response:
    """One organisation with its services and ties; the same answer for absent and hidden."""
    state = state_of(request)
    return answer(provider_detail(state.directory(), provider_id, lang_of(request)))


@router.get("/services/{service_id}", responses=PROBLEMS)
def service(request: Request, service_id: str) -> Response:
    """One service with the organisation that offers it."""
    state = state_of(request)
    return answer(service_detail(state.directory(), service_id, lang_of(request)))


@router.get(
    "/vocabulary", responses=example({"needs": [], "groups": [], "places": [], "languages": []}, "Codes.")
)
def words(request: Request) -> Response:
    """The needs, groups, places and typologies one may ask for."""
    state = state_of(request)
    return answer(vocabulary(state.directory(), lang_of(request)))
