"""The numbered story of a situation, and the dates at which something changes."""

from typing import Any

from sociogram.language import Lang
from sociogram.situation.situation import Situation
from sociogram.situation.staging import Staging


def story_of(situation: Situation, staging: Staging, lang: Lang) -> dict[str, Any]:
    """Return the owner's title and notice, the sheet's date, the dates of change, and the lines."""
    return {
        "title": situation.words(situation.about.title, lang),
        "notice": situation.words(situation.about.notice, lang),
        "date": str(staging.date) if staging.date is not None else "",
        "dates": dates_of_change(situation),
        "lines": [
            {
                "number": line.number,
                "arrow": line.arrow,
                "pen": line.pen.value,
                "when": line.when,
                "sentence": line.sentence,
                "label": line.label,
            }
            for line in staging.story
        ],
    }


def dates_of_change(situation: Situation) -> list[str]:
    """Return every date the situation names in arrows and homes, oldest first, each once."""
    dates = {arrow.when for arrow in situation.activations.values()}
    for stay in situation.memberships.values():
        dates |= {stay.since, stay.until}
    return [str(day) for day in sorted(day for day in dates if day is not None)]
