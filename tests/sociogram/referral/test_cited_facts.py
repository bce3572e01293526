"""Taking away what a suggestion cites changes rank or text: every kind of fact, on random networks."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sociogram.directory.directory import Directory
from sociogram.directory.rows import Relation
from sociogram.referral import wording
from sociogram.referral.answer_json import answer_json
from sociogram.referral.known import Known, Outcome
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest
from tests.sociogram.referral.invented import CATEGORY, DAY, calls, furnished

Fact = dict[str, Any]
CALL = "call"
NO_PLACES: Fact = {"capacity": None, "capacity_on": "", CALL: None}
CITED: dict[str, Fact] = {
    "group_match": {"target_groups": ()},
    "age_match": {"age_min": None, "age_max": None},
    "place_match": {"places": ()},
    "wider_area": {"places": ()},
    "part_of_area": {"places": ()},
    "ended_project": {"status": "non_date"},
    "language_match": {"languages": ()},
    "checked": {"checked_on": "", CALL: None},
    "free_places": NO_PLACES,
    "places_to_ask": NO_PLACES,
    "was_full": NO_PLACES,
    "said_open": {CALL: None},
    "said_closed": {CALL: None},
    "no_answer": {CALL: None},
    "intake": {"intake": ()},
    "intake_open": {"intake": ()},
    "intake_yearly": {"intake": ()},
    "opening_hours": {"hours": ""},
    "open_at_night": {"night": None},
    "missing_papers": {"papers": ()},
    "outcomes": {},
}
"""By reason: the columns that say it, as if nobody had filled them in. `call`: what a telephone call said."""
NOTHING_SAID = {"need_match", "group_unknown", "never_checked"}
"""Reasons that cite no fact: the question itself, and what is not known."""


def test_each_reason_that_cites_a_fact_is_tried() -> None:
    assert set(CITED) | NOTHING_SAID == set(wording.REASONS)


def test_taking_a_cited_fact_away_changes_rank_or_text(
    make_directory: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    tried: Counter[str] = Counter()
    for number in range(sized(90, 3000)):
        chance = random.Random(f"cited-{seed}-{number}")
        rows = told_more(chance, furnished(chance, make_directory(chance, nodes=14, degree=4)))
        known = Known(calls(chance, rows), outcomes(chance, rows))
        asked = question(chance, rows)
        before = told(rows, asked, known)
        for service in chance.sample(sorted(before), k=min(2, len(before))):
            for cited, fewer_rows, fewer_known in without_each(before[service][1], rows, known):
                after = told(fewer_rows, asked, fewer_known)
                assert shown(before, service) != shown(after, service), (number, cited, service)
                tried[cited] += 1
    assert set(tried) == {*CITED, "tie", "period"}, "every kind of fact was cited and taken away"


def told(rows: Directory, asked: SuggestionRequest, known: Known) -> dict[str, tuple[int, dict[str, Any]]]:
    """Rank and suggestion by service."""
    answer = answer_json(suggest(network_of(rows), asked, known))
    return {one["service"]: (rank, one) for rank, one in enumerate(answer["suggestions"])}


def shown(found: dict[str, tuple[int, dict[str, Any]]], service: str) -> object:
    """What a person sees of a service: its place in the list and the texts, none of the machine's numbers."""
    if service not in found:
        return "not suggested"
    rank, one = found[service]
    ways = [one["path"], *(other["path"] for other in one["alternatives"])]
    evidence = [[(step["actor"], step.get("evidence")) for step in way] for way in ways]
    return rank, one["explanation"], one["what_to_bring"], evidence


def without_each(
    one: dict[str, Any], rows: Directory, known: Known
) -> Iterator[tuple[str, Directory, Known]]:
    """What is known without each fact that a suggestion cites, by what cites it."""
    service = rows.services[one["service"]]
    for code in (reason["code"] for reason in one["reasons"] if reason["code"] in CITED):
        columns = {name: value for name, value in CITED[code].items() if name != CALL}
        services = {**rows.services, service.id: replace(service, **columns)}
        checks, ended = dict(known.checks), dict(known.outcomes)
        if CALL in CITED[code]:
            checks.pop(service.id, None)
        if code == "outcomes":
            del ended[service.id]
        yield code, replace(rows, services=services), Known(checks, ended)
    for step in one["path"][1:]:
        tie = rows.relations[step["tie"]]
        between = {key for key, row in rows.relations.items() if same_ends(row, tie)}  # may say the same
        others = {key: row for key, row in rows.relations.items() if key not in between}
        yield "tie", replace(rows, relations=others), known
        if tie.period:
            undated = {key: replace(rows.relations[key], period="") for key in between}
            yield "period", replace(rows, relations={**rows.relations, **undated}), known


def same_ends(one: Relation, other: Relation) -> bool:
    return {one.from_id, one.to_id} == {other.from_id, other.to_id}


def told_more(chance: random.Random, rows: Directory) -> Directory:
    """Hours, papers and the periods of ties too; and few services that are closed."""
    services = {
        key: replace(
            one,
            hours=chance.choice(("", "8 h à 12 h")),
            papers=chance.choice(((), ("passeport", "carnet de santé"))),
            status=chance.choice(("non_date", "projet_termine")),
        )
        for key, one in rows.services.items()
    }
    ties = {key: replace(tie, period=chance.choice(("", "2021/2023"))) for key, tie in rows.relations.items()}
    return replace(rows, services=services, relations=ties)


def outcomes(chance: random.Random, rows: Directory) -> dict[str, list[Outcome]]:
    return {
        key: [Outcome(DAY - timedelta(days=chance.randrange(400)), chance.random() < 0.5)]
        for key in rows.services
        if chance.random() < 0.3
    }


def question(chance: random.Random, rows: Directory) -> SuggestionRequest:
    """Everything that can be asked, each about every second time."""
    return SuggestionRequest(
        chance.choice(sorted(rows.organisations)),
        (CATEGORY,),
        target_groups=chance.choice(((), ("mineurs", "femmes"))),
        places=chance.choice(((), ("bamako",), ("gao",), ("mali",))),
        languages=chance.choice(((), ("fr",))),
        urgency=chance.choice(("normal", "tonight")),
        max_hops=4,
        k=50,
        age=chance.choice((None, 17)),
        on=chance.choice((None, DAY, DAY)),
        documents=chance.choice(((), ("passeport",))),
    )
