"""Paper slips: checked when they are entered, the last of each counts, apart from everything else."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from sociogram.counts.counting import Question, count
from sociogram.counts.period import parse_period
from sociogram.counts.tally import checked_tally, slips_of
from sociogram.directory.packaged import packaged_public_directory
from sociogram.errors import BadInput
from sociogram.loop.event import Event, StoredEvent

SLIP = {
    "period": "2026-07",
    "made": 12,
    "accepted": 7,
    "declined": 3,
    "no_answer": 1,
    "waiting": 1,
    "persons": 9,
}


def entered(number: int, args: Mapping[str, Any], day: date = date(2026, 8, 1)) -> StoredEvent:
    said = Event(f"00000000-0000-4000-8000-{number:012d}", "tally_entered", "", "", day, "local", args)
    return StoredEvent(number, day, said)


def test_what_is_not_given_is_not_zero() -> None:
    (slip,) = slips_of([entered(1, {"period": "2026-07", "contacts": 5})], parse_period("2026-T3"))
    assert slip.figures == {"contacts": 5}


def test_a_slip_belongs_to_the_period_of_its_month() -> None:
    log = [entered(at, {**SLIP, "period": f"2026-{at:02d}"}) for at in range(1, 13)]
    for name, months in (("2026-T3", 3), ("2026-S1", 6), ("2025-S1", 0)):
        assert len(slips_of(log, parse_period(name))) == months


def test_the_last_of_the_same_slip_counts_and_another_sheet_is_another_slip() -> None:
    log = [entered(1, SLIP), entered(2, {**SLIP, "persons": 8}), entered(3, {**SLIP, "sheet": 2})]
    slips = slips_of([log[2], log[1], log[0]], parse_period("2026-T3"))
    assert [(slip.sheet, slip.figures["persons"]) for slip in slips] == [(1, 8), (2, 9)]


def test_slips_change_no_referral_and_no_person() -> None:
    question = Question(parse_period("2026-T3"), date(2027, 1, 1), ("need",))
    public = packaged_public_directory()
    without, found = count([], question, public), count([entered(1, SLIP)], question, public)
    assert found.slips
    assert (found.total, found.tables) == (without.total, without.tables)


def test_a_slip_noted_later_was_not_known_before() -> None:
    question = Question(parse_period("2026-T3"), date(2026, 7, 31))
    assert count([entered(1, SLIP)], question, packaged_public_directory()).slips == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"made": 11}, "t.made"),
        ({"made": 13}, "t.made"),
        ({"accepted": None, "made": 4}, "t.made"),
        ({"reasons": {"safety": 2}}, "t.reasons"),
        ({"reasons": {"sorcery": 3}}, "t.reasons.sorcery"),
        ({"completed": 8}, "t.completed"),
        ({"contacts": 8}, "t.persons"),
        ({"made": 12.0}, "t.made"),
        ({"made": True}, "t.made"),
        ({"made": 10**9}, "t.made"),
        ({"sheet": 0}, "t.sheet"),
        ({"period": "2026-13"}, "t.period"),
        ({"name": "Awa"}, "t.name"),
    ],
)
def test_sums_that_do_not_hold_and_hostile_values_are_refused(change: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        checked_tally({**SLIP, **change}, field="t")
    assert refused.value.first.field == field
    assert refused.value.first.remedy.fr


@pytest.mark.parametrize("raw", [{}, [], None, {"period": "2026-07"}, {"period": "2026-07", "reasons": {}}])
def test_a_slip_that_counts_nothing_is_none(raw: object) -> None:
    with pytest.raises(BadInput):
        checked_tally(raw)


def test_an_event_that_another_program_noted_without_the_checks_counts_nothing() -> None:
    log = [entered(1, {"anything": "else"}), entered(2, SLIP)]
    assert len(slips_of(log, parse_period("2026-T3"))) == 1
