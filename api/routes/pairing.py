"""/share (for the facilitator) and /pairing (for a tablet): a sheet lent for an hour."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from api.bodies import read_json_body, validated
from api.routes.answers import PROBLEMS, answer, body_of, example
from api.sharing import Device
from api.sharing_walls import TABLET_COOKIE, not_paired
from api.state import ServerState, state_of
from api.use_cases.sharing import building_names, device_json, offered, sharing_json
from sociogram.errors import NotFound

router = APIRouter(tags=["share"])
_LENT = {
    "offered": True,
    "share": {
        "situation": "ma-situation",
        "address": "http://192.168.43.5:8001/",
        "seconds_left": 3590,
        "invitation": {"code": "482913", "seconds_left": 290, "qr": {"size": 33, "d": "M4 4h7v1h-7z"}},
        "devices": [{"id": "9f86d081", "number": 1}],
    },
}
_DEVICE = {
    "situation": "ma-situation",
    "by": "tablette-1-9f86d081",
    "number": 1,
    "seconds_left": 3590,
    "names": {"aracem": "ARACEM"},
}


class PairingRequest(BaseModel):
    """The code shown beside the sheet, once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str


@router.get("/share", responses=example(_LENT, "What is lent, to whom, and the code in force."))
def lent(request: Request) -> Response:
    """What is lent now."""
    state = state_of(request)
    _forget_what_is_gone(state)
    return answer(sharing_json(state.sharing))


@router.post("/situations/{situation_id}/share", responses={**example(_LENT, "Lent."), **PROBLEMS})
def begin(request: Request, situation_id: str) -> Response:
    """Lend a sheet for an hour; another sheet that was lent is taken back."""
    state = state_of(request)
    sharing = offered(state.sharing)
    state.store_of(situation_id).log(state.viewer, situation_id, after=0)
    sharing.begin(situation_id)
    return answer(sharing_json(sharing))


@router.post("/share/code", responses={**example(_LENT, "A fresh code for one more tablet."), **PROBLEMS})
def invite(request: Request) -> Response:
    """A fresh code; the former one opens nothing any more."""
    sharing = offered(state_of(request).sharing)
    sharing.invite()
    return answer(sharing_json(sharing))


@router.delete("/share", status_code=204, responses=PROBLEMS)
def end(request: Request) -> Response:
    """Take the sheet back from every tablet."""
    sharing = state_of(request).sharing
    if sharing is not None:
        sharing.end()
    return Response(status_code=204)


@router.delete("/share/devices/{device_id}", status_code=204, responses=PROBLEMS)
def remove(request: Request, device_id: str) -> Response:
    """Take the sheet back from one tablet."""
    offered(state_of(request).sharing).remove(device_id)
    return Response(status_code=204)


@router.post(
    "/pairing",
    responses={**example(_DEVICE, "The tablet's sheet; its cookie opens nothing else."), **PROBLEMS},
    openapi_extra=body_of(PairingRequest.model_json_schema(), {"code": "482913"}),
)
async def pair(request: Request) -> Response:
    """Trade the code for a cookie that opens one sheet; only from a tablet's own address."""
    asked = validated(PairingRequest, await read_json_body(request, limit=2_000))
    state, peer = state_of(request), request.scope["state"].get("peer")
    _forget_what_is_gone(state)
    share = state.sharing.current() if state.sharing else None
    if state.sharing is None or peer is None:
        raise not_paired()
    device = state.sharing.pair(asked.code.replace(" ", ""), peer)
    assert share is not None  # a code is only ever part of a share
    response = answer(device_json(state.sharing, device, share.situation))
    left = state.sharing.seconds_left()
    response.set_cookie(
        TABLET_COOKIE, device.cookie, max_age=left, httponly=True, samesite="strict", path="/"
    )
    return response


@router.get("/pairing", responses={**example(_DEVICE, "The tablet's sheet."), **PROBLEMS})
def paired(request: Request) -> Response:
    """Which sheet this tablet has, and for how long; 401 once it was taken back."""
    state = state_of(request)
    device: Device | None = request.scope["state"].get("device")
    _forget_what_is_gone(state)
    share = state.sharing.current() if state.sharing else None
    if state.sharing is None or device is None or share is None:
        raise not_paired()
    return answer(
        {**device_json(state.sharing, device, share.situation), "names": _names(state, share.situation)}
    )


@router.delete("/pairing", status_code=204, responses=PROBLEMS)
def give_back(request: Request) -> Response:
    """Give the sheet back: this tablet has it no more."""
    state = state_of(request)
    device: Device | None = request.scope["state"].get("device")
    if state.sharing is None or device is None:
        raise not_paired()
    state.sharing.remove(device.id)
    response = Response(status_code=204)
    response.delete_cookie(TABLET_COOKIE, path="/", httponly=True, samesite="strict")
    return response


def _names(state: ServerState, situation_id: str) -> dict[str, str]:
    """What is written on the buildings of this sheet: of the directory a tablet is told nothing more."""
    situation = state.store_of(situation_id).situation(state.viewer, situation_id)
    return building_names(situation, state.directory())


def _forget_what_is_gone(state: ServerState) -> None:
    """A sheet that was erased or handed over is lent no more."""
    share = state.sharing.current() if state.sharing else None
    if state.sharing is None or share is None:
        return
    try:
        state.store_of(share.situation).log(state.viewer, share.situation, after=0)
    except NotFound:
        state.sharing.end()
