"""Quarters and semesters: how they are written, and which days they hold."""

from datetime import date, timedelta

import pytest

from sociogram.counts.period import Period, parse_period, require_semester
from sociogram.errors import BadInput


def test_every_day_is_in_one_quarter_and_one_semester() -> None:
    day = date(2024, 1, 1)
    quarters = [Period(2024, "T", n) for n in (1, 2, 3, 4)]
    while day.year == 2024:
        assert [q.holds(day) for q in quarters].count(True) == 1
        quarter = next(q for q in quarters if q.holds(day))
        assert quarter.semester.holds(day)
        day += timedelta(days=1)


def test_periods_are_written_in_both_manners() -> None:
    assert str(parse_period("2026-Q3")) == "2026-T3"
    third = parse_period("2026-T3")
    assert (third.first_day, third.last_day) == (date(2026, 7, 1), date(2026, 9, 30))
    assert third.label.fr == "3e trimestre 2026"
    assert third.span.fr == "juillet à septembre"
    assert parse_period("2026-S2").span.en == "July to December"


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-T5", "2026-S3", "26-T1", "1200-T1", "2026-T1 ", "２０２６-T1", "x" * 9999]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_period(text, field="--period")
    assert refused.value.first.field == "--period"
    assert text not in refused.value.first.line("fr") or len(text) < 5


def test_what_leaves_is_counted_by_semester() -> None:
    with pytest.raises(BadInput) as refused:
        require_semester(parse_period("2026-T3"))
    assert "2026-S2" in refused.value.first.remedy.fr
