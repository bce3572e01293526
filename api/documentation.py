"""/docs: the routes, their parameters and examples, as one plain page made from the OpenAPI document."""

import json
from html import escape
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

_METHODS = ("get", "post", "put", "delete", "patch")


def documentation_page(request: Request) -> HTMLResponse:
    """Return the documentation; it needs no script and no other machine."""
    document: dict[str, Any] = request.app.openapi()
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8><title>Sociogram — API</title>",
        "<meta name=viewport content='width=device-width'>",
        f"<h1>{escape(document['info']['title'])} {escape(document['info']['version'])}</h1>",
        f"<p>{escape(document['info']['description'])}</p>",
        "<p><a href=/api/v1/openapi.json>openapi.json</a></p>",
    ]
    for address, operations in sorted(document["paths"].items()):
        for method in _METHODS:
            if method in operations:
                parts.append(_operation(method, address, operations[method]))
    return HTMLResponse("\n".join(parts) + "</html>")


def _operation(method: str, address: str, operation: dict[str, Any]) -> str:
    lines = [f"<section><h2><code>{method.upper()} {escape(address)}</code></h2>"]
    lines.append(f"<p>{escape(operation.get('description', ''))}</p>")
    parameters = operation.get("parameters", [])
    if parameters:
        lines.append("<ul>" + "".join(_parameter(item) for item in parameters) + "</ul>")
    for title, content in _contents(operation):
        sample = next((media["example"] for media in content.values() if "example" in media), None)
        if sample is not None:
            # A stream of events is text and stands as it comes.
            shown = sample if isinstance(sample, str) else json.dumps(sample, ensure_ascii=False, indent=1)
            lines.append(f"<h3>{title}</h3><pre>{escape(shown)}</pre>")
    return "".join(lines) + "</section>"


def _contents(operation: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    body = operation.get("requestBody", {}).get("content", {})
    answers = [(code, reply.get("content", {})) for code, reply in operation["responses"].items()]
    return [("Request", body), *((f"Answer {code}", content) for code, content in answers)]


def _parameter(item: dict[str, Any]) -> str:
    schema = item.get("schema", {})
    kind = schema.get("type") or " | ".join(part.get("type", "") for part in schema.get("anyOf", []))
    choices = ", ".join(str(value) for value in schema.get("enum", []))
    return (
        f"<li><code>{escape(item['name'])}</code> ({escape(item['in'])}) "
        f"{escape(kind)} {escape(choices)} {escape(item.get('description', ''))}</li>"
    )
