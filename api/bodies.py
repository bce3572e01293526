"""Reading a request body: counted bytes, strict JSON, then a frozen model. Nothing is echoed."""

from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.requests import ClientDisconnect

from api.problems import simple_error
from sociogram.errors import BadInput, Problem, TooLarge
from sociogram.language import Bilingual
from sociogram.strict_json import read_json

BODY_LIMIT = 1_000_000
Model = TypeVar("Model", bound=BaseModel)


async def read_bytes(request: Request, limit: int = BODY_LIMIT) -> bytes:
    """Return the body, refused beyond `limit` bytes while it is still arriving."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise wrong_media()
    chunks: list[bytes] = []
    size = 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > limit:
                raise _too_large(limit)
            chunks.append(chunk)
    except ClientDisconnect:
        raise wrong_media() from None
    return b"".join(chunks)


def require_json(request: Request) -> None:
    """Refuse a body that does not say it is JSON."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise wrong_media()


async def read_json_body(request: Request, limit: int = BODY_LIMIT) -> Any:
    """Return the JSON of the body, read strictly."""
    require_json(request)
    return read_json(await read_bytes(request, limit), place="", limit=limit)


def validated(model: type[Model], raw: object) -> Model:
    """Return `raw` as `model`, or raise BadInput that names each field and never its value."""
    try:
        return model.model_validate(raw, strict=True)
    except ValidationError as error:
        known = set(model.model_fields)
        raise BadInput(tuple(_fault(fault, known) for fault in error.errors(include_input=False))) from None


def _fault(fault: Any, known: set[str]) -> Problem:
    path = [part for part in fault["loc"] if isinstance(part, int) or part in known]
    says = _SAYS.get(
        fault["type"], Bilingual("cette valeur n'est pas acceptée.", "this value is not accepted.")
    )
    place = "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    remedy = Bilingual("Voir les champs et un exemple dans /docs.", "See the fields and an example in /docs.")
    return Problem("bad_field", says, remedy, place)


_NOT_ACCEPTED = Bilingual("cette valeur n'est pas acceptée.", "this value is not accepted.")
_SAYS = {
    "missing": Bilingual("ce champ manque.", "this field is missing."),
    "extra_forbidden": Bilingual("un champ inconnu a été envoyé.", "an unknown field was sent."),
    "string_type": Bilingual("un texte est attendu.", "a text is expected."),
    "int_type": Bilingual("un nombre entier est attendu.", "a whole number is expected."),
    "list_type": Bilingual("une liste est attendue.", "a list is expected."),
    "tuple_type": Bilingual("une liste est attendue.", "a list is expected."),
}


def wrong_media() -> BadInput:
    """The refusal of a body that is not plain JSON."""
    error = simple_error(
        BadInput,
        "wrong_media_type",
        fr="le corps de la demande doit être du JSON non compressé.",
        en="the request body must be uncompressed JSON.",
        remedy_fr="Envoyer « Content-Type: application/json ».",
        remedy_en="Send “Content-Type: application/json”.",
    )
    assert isinstance(error, BadInput)
    return error


def _too_large(limit: int) -> TooLarge:
    problem = Problem(
        "too_large",
        Bilingual("la demande est trop grande.", "the request is too large."),
        Bilingual(f"Rester sous {limit} octets.", f"Stay under {limit} bytes."),
    )
    return TooLarge((problem,))
