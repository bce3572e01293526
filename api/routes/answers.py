"""Answers on the wire: orjson bytes, and examples for the documentation."""

from typing import Any

import orjson
from fastapi import Response


def answer(data: object, status: int = 200, **headers: str) -> Response:
    """Return `data` as JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(orjson.dumps(data), status, named, media_type="application/json")


def example(value: object, description: str) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI declaration of a 200 answer shown by an example."""
    return {200: {"description": description, "content": {"application/json": {"example": value}}}}


def body_of(schema: dict[str, Any], sample: object) -> dict[str, Any]:
    """Return the OpenAPI declaration of a JSON body with its schema and an example."""
    content = {"application/json": {"schema": _whole(schema), "example": sample}}
    return {"requestBody": {"required": True, "content": content}}


def _whole(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with its inner tables in place: inside the document a `$ref` to them leads nowhere."""
    inner = schema.get("$defs", {})

    def placed(part: Any) -> Any:
        if isinstance(part, dict):
            name = str(part.get("$ref", "")).rpartition("/")[2]
            return placed(inner[name]) if name else {key: placed(one) for key, one in part.items()}
        return [placed(one) for one in part] if isinstance(part, list) else part

    found: dict[str, Any] = placed({key: one for key, one in schema.items() if key != "$defs"})
    return found


PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"description": text, "content": {"application/problem+json": {}}}
    for code, text in (
        (401, "The launch token is missing."),
        (404, "Absent, or not yours: the same answer."),
        (422, "The input was not accepted; nothing was changed."),
    )
}
