"""GET /health, POST /session: is somebody there, and the launch token traded for a cookie."""

from importlib.metadata import version

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from api.bodies import read_json_body, validated
from api.routes.answers import answer, body_of, example
from api.security import COOKIE, LaunchToken, no_token
from api.state import state_of

router = APIRouter(tags=["health"])


class SessionRequest(BaseModel):
    """The launch token, once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: str


@router.get("/health", responses=example({"version": "0.1.0"}, "Version; with the token, also the counts."))
def health(request: Request) -> Response:
    """Version; for a viewer also the kind of store and the counts of what they may see."""
    known: dict[str, object] = {"version": version("sociogram")}
    if request.scope.get("state", {}).get("entered"):
        state = state_of(request)
        directory = state.store.directory(state.viewer)
        known["store"] = state.store.kind
        known["counts"] = {
            "organisations": len(directory.organisations),
            "services": len(directory.services),
            "relations": len(directory.relations),
            "situations": len(state.situations()),
        }
    return answer(known)


@router.post(
    "/session",
    status_code=204,
    openapi_extra=body_of(SessionRequest.model_json_schema(), {"token": "..."}),
)
async def open_session(request: Request) -> Response:
    """Trade the launch token for a cookie that scripts of other pages cannot read."""
    asked = validated(SessionRequest, await read_json_body(request, limit=2_000))
    token: LaunchToken = request.app.state.token
    if not token.opens(asked.token):
        raise no_token()
    response = Response(status_code=204)
    response.set_cookie(COOKIE, token.cookie, httponly=True, samesite="strict", path="/")
    return response
