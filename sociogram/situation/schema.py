"""The JSON Schema of gestures, and the two of its rules that the generated models do not hold.

Models cannot tell an absent field from a null one, nor count the fields that are set.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def gesture_schema() -> dict[str, Any]:
    """Return gestures.schema.json (JSON Schema draft 2020-12); treat it as frozen."""
    text = files("sociogram.situation").joinpath("gestures.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def fault_beyond_models(kind: str, args: Mapping[str, Any]) -> str | None:
    """Return the path, below `args`, of a null or a too small object; None if all is well."""
    return _fault(_args_of(kind), args, "")


@cache
def _args_of(kind: str) -> str:
    mapping: dict[str, str] = gesture_schema()["discriminator"]["mapping"]
    return mapping[kind].rsplit("/", 1)[1] + "Args"


def _fault(name: str, value: Mapping[str, Any], path: str) -> str | None:
    shape = gesture_schema()["$defs"][name]
    if len(value) < shape.get("minProperties", 0):
        return path
    for key, field in shape.get("properties", {}).items():
        if key not in value:
            continue
        if value[key] is None and {"type": "null"} not in field.get("anyOf", []):
            return f"{path}.{key}"
        inner = field.get("$ref", "").rsplit("/", 1)[-1]
        if isinstance(value[key], dict) and inner:
            found = _fault(inner, value[key], f"{path}.{key}")
            if found is not None:
                return found
    return None
