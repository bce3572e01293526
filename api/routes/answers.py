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
    content = {"application/json": {"schema": schema, "example": sample}}
    return {"requestBody": {"required": True, "content": content}}


PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"description": text, "content": {"application/problem+json": {}}}
    for code, text in (
        (401, "The launch token is missing."),
        (404, "Absent, or not yours: the same answer."),
        (422, "The input was not accepted; nothing was changed."),
    )
}
