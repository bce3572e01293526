"""The routes, from the OpenAPI document of the application."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from api.app import PREFIX, create_app
from api.security import LaunchToken
from api.state import ServerState
from sociogram.language import Lang
from sociogram.stores.memory_store import MemoryStore
from tools.reference.markdown import code, paragraphs, table
from tools.reference.words import head, part, said

METHODS = ("get", "post", "put", "patch", "delete")
LONGEST_EXAMPLE = 40


@cache
def openapi() -> dict[str, Any]:
    """Return the OpenAPI document of the application."""
    state = ServerState(MemoryStore(), lambda: datetime(2024, 1, 1, tzinfo=UTC))
    walls: Any = create_app(state, LaunchToken())
    document: dict[str, Any] = walls._app.openapi()
    return document


def operations() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each route as `METHOD /address` with its operation, in the order of the document."""
    for address, methods in openapi()["paths"].items():
        for method in METHODS:
            if method in methods:
                yield f"{method.upper()} {address.removeprefix(PREFIX)}", methods[method]


def routes_page(lang: Lang) -> str:
    """Return the page of the routes. KeyError for a route that has no French sentence."""
    parts = [said("routes.title", lang), said("routes.intro", lang)]
    in_french = part("routes", "does")
    for route, operation in operations():
        does = in_french[route] if lang == "fr" else operation["description"]
        parts += [f"## `{route}`", does, _parameters(operation, lang), *_examples(operation, lang)]
        codes = ", ".join(f"`{status}`" for status in sorted(operation["responses"]))
        parts.append(said("routes.answers", lang).format(codes=codes))
    return paragraphs(parts)


def _parameters(operation: Mapping[str, Any], lang: Lang) -> str:
    rows = [
        (f"`{item['name']}`", said(f"routes.in.{item['in']}", lang), _values(item.get("schema", {})))
        for item in operation.get("parameters", [])
    ]
    return table(head("routes.head", lang), rows) if rows else ""


def _values(schema: Mapping[str, Any]) -> str:
    kinds = [schema, *schema.get("anyOf", [])]
    choices = [str(one) for kind in kinds for one in kind.get("enum", [])]
    text = ", ".join(f"`{one}`" for one in choices) or next(
        (kind["type"] for kind in kinds if "type" in kind), ""
    )
    limits = [
        f"{sign} {kind[name]}"
        for kind in kinds
        for name, sign in (("minimum", "≥"), ("maximum", "≤"))
        if name in kind
    ]
    default = schema.get("default")
    given = [f"= `{json.dumps(default)}`"] if default is not None else []
    return " ".join((text, *limits, *given))


def _examples(operation: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    sent = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    if sent is not None:
        yield said("routes.body", lang)
        yield _shown(sent)
    for status, reply in sorted(operation["responses"].items()):
        answered = reply.get("content", {}).get("application/json", {}).get("example")
        if answered is not None:
            yield said("routes.answer", lang).format(code=status)
            yield _shown(answered)


def _shown(value: object) -> str:
    lines = json.dumps(value, ensure_ascii=False, indent=1).splitlines()
    cut = [*lines[:LONGEST_EXAMPLE], " …"] if len(lines) > LONGEST_EXAMPLE else lines
    return code("\n".join(cut), "json")
