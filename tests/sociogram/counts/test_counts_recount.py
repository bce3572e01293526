"""Counts equal a recount of the events by hand, whatever happened to the events."""

import math
from collections.abc import Callable
from datetime import date, timedelta

from sociogram.counts.counting import Question, count
from sociogram.counts.groupings import BY
from sociogram.counts.measures import Measures
from sociogram.counts.period import Period, parse_period
from sociogram.counts.spells import spell
from sociogram.directory.packaged import packaged_public_directory
from sociogram.loop.event import Event, StoredEvent
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
    for number in range(sized(150, 10_000)):
        log = random_log(seed * 1_000_003 + number)
        period = PERIODS[number % len(PERIODS)]
        as_of = START + timedelta(days=(number * 37) % 700)
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
    for times, days in ((total.answer, by_hand["answer"]), (total.service, by_hand["service"])):
        assert times.n == len(days) == sum(times.bands)
        if days:
            assert times.median == (days[math.ceil(len(days) / 2) - 1] + days[len(days) // 2]) / 2
            assert sum(day <= (times.p90 or 0) for day in days) >= 0.9 * len(days)
            assert sum(day < (times.p90 or 0) for day in days) < 0.9 * len(days)


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


def said(number: int, kind: str, on: date, **args: object) -> StoredEvent:
    subject = "aaaaaaaa-0000-4000-8000-000000000001"
    at = "2026-05-04T10:00:00Z"
    event = Event(f"eeeeeeee-0000-4000-8000-{number:012d}", kind, subject, at, on, "local", args)
    return StoredEvent(number, date(2026, 12, 1), event)


def test_a_refusal_that_was_rerouted_keeps_its_reason() -> None:
    """Else the network would never learn why people are sent on."""
    made = {"need": "sante", "sender": "aracem", "focal_point": False, "priority": "normal"}
    day = date(2026, 5, 4)
    log = [
        said(1, "referral_made", day, **made),
        said(2, "referral_sent", day, way="phone"),
        said(3, "declined", day, reason="no_capacity"),
        said(4, "rerouted", day, to="aaaaaaaa-0000-4000-8000-000000000002"),
    ]
    total = count(
        log, Question(parse_period("2026-T2"), date(2026, 12, 2)), packaged_public_directory()
    ).total
    assert total.declined == total.reasons["no_capacity"] == 1


def test_median_and_ninetieth_percentile() -> None:
    start = date(2026, 1, 1)
    times = spell((start, start + timedelta(days=day)) for day in (9, 1, 2, 3, 4, 5, 6, 7, 8, 90))
    assert (times.n, times.median, times.p90, times.bands) == (10, 5.5, 9, (1, 2, 6, 1))
    undated = spell([(start, start - timedelta(days=1)), (None, start), (start, start)])
    assert (undated.n, undated.median, undated.p90, undated.undated) == (1, 0, 0, 1)
    assert spell([]).median is None
