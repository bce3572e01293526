"""What is known of a suggested service, as data; nothing of a discreet one."""

from typing import Any

from sociogram.referral.answer import Suggestion


def facts_json(one: Suggestion) -> dict[str, Any]:
    """Return each fact by name, None or empty when it is not known."""
    if one.discreet:
        return {}
    service, known, record = one.service, one.standing, one.record
    days = {
        "checked_on": known.checked_on,
        "said_on": known.said_on,
        "until": known.until,
        "places_on": known.places_on,
    }
    return {
        "languages": list(service.languages),
        "papers": list(service.papers),
        "missing_papers": list(one.missing_papers),
        "intake": list(service.intake),
        "hours": service.hours,
        "night": service.night,
        "age_min": service.age_min,
        "age_max": service.age_max,
        "places": known.places,
        "said": known.said,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "outcomes": {"referrals": record.referrals, "good": record.good} if record else None,
    }
