"""What a telephone call told of a service, in one sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sociogram.language import Bilingual, Lang
from sociogram.loop.event import Event
from sociogram.referral.periods import day_text

_RESULTS: Mapping[str, Bilingual] = {
    "open": Bilingual("ouvert", "open"),
    "full": Bilingual("complet", "full"),
    "closed": Bilingual("fermé", "closed"),
    "no_answer": Bilingual("personne n'a répondu", "nobody answered"),
}
_PLACES = Bilingual("places libres : {}", "free places: {}")
_UNTIL = Bilingual("jusqu'au {}", "until {}")
_NOTED = Bilingual(
    "Noté, appel du {day} : {who}, {service} — {said}.", "Noted, call of {day}: {who}, {service} — {said}."
)


def called_text(service: Mapping[str, Any], event: Event, lang: Lang) -> str:
    """Return what was noted of a service (as `service_detail` tells of it)."""
    args = event.args
    parts = [_RESULTS[args["status"]].in_(lang)]
    if args.get("places") is not None:
        parts.append(_PLACES.in_(lang).format(args["places"]))
    if args.get("until"):
        parts.append(_UNTIL.in_(lang).format(day_text(date.fromisoformat(args["until"]), lang)))
    return _NOTED.in_(lang).format(
        day=day_text(event.on, lang),
        who=service["organisation"]["name"],
        service=service["category"]["label"],
        said=", ".join(parts),
    )
