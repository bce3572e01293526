"""/situations: list, keep, read, forget; findings and the lossless copy."""

import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Header, Query, Request, Response

from api.bodies import read_bytes, require_json
from api.routes.answers import PROBLEMS, answer, body_of, example
from api.routes.plain_body import PLAIN_SAMPLE, PLAIN_SCHEMA
from api.state import lang_of, state_of
from api.use_cases.findings import findings_json, findings_of
from api.use_cases.keeping import keep_of
from api.use_cases.references import Referred
from api.use_cases.situations import read_new, summary_json
from sociogram.errors import bad_input
from sociogram.situation.digest import document
from sociogram.situation.own import own_document

router = APIRouter(prefix="/situations", tags=["situations"])
_KEY = "a UUID of this request: who lost the answer sends the same one again"
_VERSION = re.compile(r'(?:W/)?"?(\d{1,15})"?', re.ASCII)


@router.get("", responses=example({"situations": []}, "The viewer's situations, by id."))
def listed(request: Request) -> Response:
    """The situations of the viewer."""
    state, lang = state_of(request), lang_of(request)
    rows = []
    for summary in state.situations():
        store = state.store_of(summary.id)
        row = summary_json(summary, store.situation(state.viewer, summary.id), lang)
        rows.append({**row, "keep": "none"} if store is state.unkept else row)
    return answer({"situations": rows})


@router.post(
    "",
    status_code=201,
    responses={201: {"content": {"application/json": {"example": {"id": "ma-situation"}}}}, **PROBLEMS},
    openapi_extra=body_of(PLAIN_SCHEMA, PLAIN_SAMPLE),
)
async def create(
    request: Request,
    keep: Annotated[str, Query(description="none, tonight, AAAA-MM-JJ")] = "forever",
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", max_length=80, description=_KEY)] = "",
) -> Response:
    """Keep a plain situation; it is on disk when the answer comes, unless `keep=none`.

    The same `Idempotency-Key` twice is one situation.
    """
    require_json(request)
    state = state_of(request)
    body = await read_bytes(request)
    keeping = keep_of(keep, today=state.today())
    known = (await state.in_thread(state.directory)).organisations
    new = read_new(body, known=known, by=state.viewer.id, at=state.now())
    made = await state.in_thread(lambda: state.create(new, keeping, idempotency_key))
    return answer({"id": made}, 201, Location=f"/api/v1/situations/{quote(made)}")


@router.get("/{situation_id}", responses=PROBLEMS)
def read(request: Request, situation_id: str) -> Response:
    """The document of one situation, with its version as ETag."""
    state = state_of(request)
    store = state.store_of(situation_id)
    situation = store.situation(state.viewer, situation_id)
    version = store.log(state.viewer, situation_id, after=0).version
    return answer({"version": version, "document": document(situation)}, ETag=f'"{version}"')


@router.get("/{situation_id}/own.json", responses=PROBLEMS)
def own(request: Request, situation_id: str) -> Response:
    """The owner's lossless copy; it comes back by `sociogram import`."""
    state = state_of(request)
    store = state.store_of(situation_id)
    log = store.log(state.viewer, situation_id, after=0)
    copy = own_document(store.situation(state.viewer, situation_id), log.gestures, log.texts)
    return Response(
        copy,
        media_type="application/json",
        headers={"Content-Disposition": 'attachment; filename="copie.json"'},
    )


@router.delete("/{situation_id}", status_code=204, responses=PROBLEMS)
def forget(request: Request, situation_id: str) -> Response:
    """Forget a situation: nothing of it is left in the store."""
    state = state_of(request)
    state.store_of(situation_id).delete(state.viewer, situation_id)
    state.pictures.forget()
    state.bell.ring()
    return Response(status_code=204)


@router.get("/{situation_id}/findings", responses=PROBLEMS)
def findings(request: Request, situation_id: str) -> Response:
    """What the rules ask of this situation: questions for the facilitator."""
    state = state_of(request)
    situation = state.store_of(situation_id).situation(state.viewer, situation_id)
    referred = Referred(situation, state.directory())
    found = findings_of(referred, today=state.today())
    return answer({"findings": findings_json(found, referred, lang_of(request))})


def version_of(header: str | None) -> int | None:
    """Return the version named by If-Match, or None when there is none or any will do (`*`)."""
    if header is None or header.strip() == "*":
        return None
    match = _VERSION.fullmatch(header.strip())
    if match is None:
        raise bad_input(
            "bad_if_match",
            fr="l'en-tête If-Match ne nomme pas de version.",
            en="the If-Match header names no version.",
            remedy_fr='Envoyer la version lue, par exemple If-Match: "12".',
            remedy_en='Send the version that was read, such as If-Match: "12".',
            field="If-Match",
        )
    return int(match.group(1))
