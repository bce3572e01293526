"""All that the rules say of a situation, errors first."""

import datetime
from collections.abc import Collection, Mapping
from itertools import chain

from sociogram.rules import questions, service_questions, voice
from sociogram.rules.findings import Finding
from sociogram.rules.situation_rules import broken_rules
from sociogram.situation.situation import Situation

NO_FIELDS: Mapping[str, frozenset[str]] = {}
NO_CHECKS: Mapping[str, datetime.date | None] = {}


def check(
    situation: Situation,
    *,
    known: Collection[str] = (),
    fields: Mapping[str, frozenset[str]] = NO_FIELDS,
    last_checks: Mapping[str, datetime.date | None] = NO_CHECKS,
    today: datetime.date | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of a situation: errors E02-E06 and E10, then the questions W01-W07.

    `known`: organisations the viewer sees. `fields`: the categories of help each of them offers (W04).
    `last_checks` and `today`: when each was last called (W05, asked only when `today` is given).
    """
    stale = service_questions.unchecked_services(situation, last_checks, today) if today else ()
    asked = chain(
        questions.unreached_workers(situation),
        questions.persons_without_home(situation),
        questions.orange_without_red(situation, known),
        service_questions.possible_duplicates(situation, fields),
        stale,
        questions.many_figures(situation),
        voice.active_captions(situation),
    )
    return (*broken_rules(situation, known), *asked)
