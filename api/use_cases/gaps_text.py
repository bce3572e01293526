"""What the network lacks, as text for a terminal."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def gaps_text(answer: Json) -> str:
    """Return the answer of `gaps_json` as lines to read."""
    words = answer["words"]
    blocks = (
        (words["map"], words["map_note"], _map(answer["map"])),
        (words["pairs"], words["pairs_note"], map(_pair, answer["pairs"])),
        (words["open"], words["open_note"], _open(answer["open_needs"])),
        (words["refusals"], words["refusals_note"], _refusals(answer["refusals"])),
        (words["doubles"], words["doubles_note"], map(_double, answer["doubles"])),
    )
    lines = [f"{answer['title']} ({answer['as_of']})"]
    for heading, note, body in blocks:
        lines += ["", heading.upper(), *([note] if note else []), *body]
    return "\n".join(lines)


def _map(found: Json) -> Iterator[str]:
    """Yield a line for each need and state, with the areas: a table would not fit a terminal."""
    labels = {state["state"]: state["label"] for state in found["states"]}
    for need in found["needs"]:
        yield f"* {need['label']}"
        for state, label in labels.items():
            areas = [
                area["label"]
                for area, cell in zip(found["areas"], need["cells"], strict=True)
                if cell == state
            ]
            if areas:
                yield f"  {label} — {', '.join(areas)}"


def _pair(pair: Json) -> str:
    first, second = pair["first"], pair["second"]
    where = ", ".join(pair["areas"])
    if not first["offers"]:
        return f"* {first['name']} — {second['name']} ({where}) — {pair['text']}"
    offers = " / ".join(", ".join(one["offers"]) for one in (first, second))
    return f"* {first['name']} — {second['name']} ({where}) — {offers}"


def _open(found: list[Json]) -> Iterator[str]:
    for one in found:
        yield f"* {one['need_label']} — {one['place_label']} — {one['waiting_text']}"
        yield f"  {one['ask_text']}"


def _refusals(found: list[Json]) -> Iterator[str]:
    for one in found:
        if one["count"]:
            yield f"* {one['label']} — {one['count']}"


def _double(one: Json) -> str:
    return f"* {one['need_label']} — {one['text']} — {', '.join(one['referrals'])}"
