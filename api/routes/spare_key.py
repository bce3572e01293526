"""GET /situations/{id}/spare-key: the key of the spare copy that a browser may hold of a kept sheet."""

from base64 import b64encode

from fastapi import APIRouter, Request, Response

from api.problems import simple_error
from api.routes.answers import PROBLEMS, answer, example
from api.state import state_of
from sociogram.errors import Conflict

router = APIRouter(tags=["situations"])
_SAMPLE = {"key": "3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8="}


@router.get(
    "/situations/{situation_id}/spare-key", responses={**example(_SAMPLE, "32 bytes in base64."), **PROBLEMS}
)
def spare_key(request: Request, situation_id: str) -> Response:
    """The key; the browser holds it in memory only. Of a sheet that is not kept there is no copy at all."""
    state = state_of(request)
    store = state.store_of(situation_id)
    store.log(state.viewer, situation_id, after=0)
    if store is state.unkept:
        raise simple_error(
            Conflict,
            "not_kept",
            fr="rien ne doit rester de cette feuille : elle n'a pas de copie de secours.",
            en="nothing is to remain of this sheet: it has no spare copy.",
            remedy_fr="Choisir d'abord jusqu'à quand la garder.",
            remedy_en="First choose until when to keep it.",
        )
    return answer(
        {"key": b64encode(store.secret(f"spare copy of {state.viewer.id}/{situation_id}")).decode()}
    )
