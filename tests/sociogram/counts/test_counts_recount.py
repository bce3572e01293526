"""Counts equal a recount of the events by hand, whatever happened to the events."""

import math
from collections.abc import Callable
from datetime import date, timedelta

from sociogram.counts.counting import Question, count
from sociogram.counts.groupings import BY
from sociogram.counts.measures import Measures
from sociogram.counts.period import Period, parse_period
from sociogram.directory.packaged import packaged_public_directory
from tests.sociogram.counts.random_logs import START, random_log
from tests.sociogram.counts.recount import Case, cases, numbers

PERIODS = [Period(2026, "T", n) for n in (1, 2, 3, 4)] + [Period(2026, "S", n) for n in (1, 2)]


def told(measures: Measures) -> dict[str, object]:
    """Return the measures in the form of the recount."""
    return {
        "made": measures.made,
        "sent": measures.sent,
        "acknowledged": measures.acknowledged,
        "standing": {name: n for name, n in measures.standing.items() if n},
        "reasons": {name: n for name, n in measures.reasons.items() if n},
    }


def test_counts_are_those_of_a_recount_by_hand(sized: Callable[[int, int], int], seed: int) -> None:
    """Random logs: every measure of the total, of one organisation, and the sum of every table."""
    public = packaged_public_directory()
    for number in range(sized(200, 10_000)):
        log = random_log(seed * 1_000_003 + number)
        period = PERIODS[number % len(PERIODS)]
        as_of = START + timedelta(days=(number * 37) % 500)
        sender = "aracem" if number % 2 else ""
        found = count(log, Question(period, as_of, BY, sender), public)
        chosen = [case for case in cases(log, as_of) if period.holds(case.made.on)]
        if sender:
            chosen = [case for case in chosen if case.made.args["sender"] == sender]
        _same(found.total, chosen)
        for table in found.tables:
            assert sum(row.measures.made for row in table.rows) == found.total.made
            assert (
                sum(row.measures.standing["completed"] for row in table.rows)
                == found.total.standing["completed"]
            )


def _same(total: Measures, chosen: list[Case]) -> None:
    by_hand = numbers(chosen)
    assert told(total) == {name: by_hand[name] for name in told(total)}
    assert total.made == sum(total.standing.values())
    assert total.declined == sum(total.reasons.values())
    if len({case.made.args["sender"] for case in chosen}) > 1:
        assert total.persons is None
    else:
        assert total.persons is not None
        assert total.persons.known == by_hand["persons"]
    for spell, days in ((total.answer, by_hand["answer"]), (total.service, by_hand["service"])):
        assert spell.n == len(days) == sum(spell.bands)
        if days:
            assert spell.median == (days[math.ceil(len(days) / 2) - 1] + days[len(days) // 2]) / 2
            assert sum(day <= (spell.p90 or 0) for day in days) >= 0.9 * len(days)
            assert sum(day < (spell.p90 or 0) for day in days) < 0.9 * len(days)


def test_the_same_question_gives_the_same_numbers_tomorrow() -> None:
    """What the store takes later changes nothing of what was known on a day."""
    public = packaged_public_directory()
    for number in range(40):
        log = random_log(number)
        as_of = START + timedelta(days=90)
        question = Question(parse_period("2026-S1"), as_of, BY)
        before = tuple(stored for stored in log if stored.noted_on <= as_of)
        assert count(before, question, public) == count(log, question, public)


def test_a_count_as_of_a_later_day_knows_more() -> None:
    """The other half of the promise: a later day of the same question does count what came since."""
    public = packaged_public_directory()
    made = [
        count(random_log(3, 60), Question(Period(2026, "S", 1), date(2026, month, 1), ()), public).total.made
        for month in range(1, 13)
    ]
    assert made == sorted(made)
    assert made[-1] > made[0]
