"""The functions reachable at night, as the coordinator keeps them; the last list counts."""

from typing import Any

from api.use_cases.referral_desk import Book, Desk
from api.use_cases.referral_events import read_alone
from sociogram.language import Bilingual, Lang
from sociogram.loop.event import Event

_EMPTY = Bilingual(
    "Aucune fonction joignable la nuit n'est notée. Demander à la coordination de tenir cette liste.",
    "No function reachable at night is on record. Ask the coordinator to keep this list.",
)
_KEPT = Bilingual(
    "Joignables la nuit, d'après la liste du {day}.", "Reachable at night, from the list of {day}."
)


def tonight_json(desk: Desk, book: Book, lang: Lang) -> dict[str, Any]:
    """Return the list and since when it stands; an empty one says so and names nobody.

    A function of an organisation that the viewer does not see is not in it.
    """
    found = book.last("night_list")
    functions = [
        _function(one, desk)
        for one in (found.event.args["functions"] if found else ())
        if not one.get("organisation") or one["organisation"] in desk.directory.organisations
    ]
    text = _KEPT.filled(day=found.event.on.isoformat()) if found and functions else _EMPTY
    return {
        "version": found.version if found else 0,
        "kept_on": found.event.on.isoformat() if found and functions else None,
        "functions": functions,
        "text": text.in_(lang),
    }


def night_list_event(event_id: str, functions: object, desk: Desk, book: Book) -> tuple[Event, ...]:
    """Return the new list as an event. BadInput names the function and the field."""
    return read_alone({"id": event_id, "kind": "night_list", "args": {"functions": functions}}, desk, book)


def _function(one: dict[str, Any], desk: Desk) -> dict[str, Any]:
    row = desk.directory.organisations.get(one.get("organisation", ""))
    return {
        "label": one["label"],
        "organisation": row.id if row else None,
        "organisation_name": row.name if row else None,
        "phone": one.get("phone"),
        "hours": one.get("hours"),
    }
