"""Persons apart from contacts: why the total of a report does not count people."""

import random
from collections.abc import Sequence
from datetime import date

from sociogram.counts.counting import Counts, Question, count
from sociogram.counts.period import parse_period
from sociogram.directory.packaged import packaged_public_directory
from sociogram.loop.event import Event
from tests.sociogram.counts.random_logs import event, identity, making
from tests.sociogram.counts.three_logs import stored

LINES = (2005, 1669, 600, 1170, 1487, 60, 488)
"""The seven lines that the evaluation of Kafamuya adds up to « +/-7 480 » persons."""


def referrals(
    random_: random.Random, persons: Sequence[str], need: str, sender: str = "aracem"
) -> list[Event]:
    """Return a referral for each person, "" for one of whom it is not said who she is."""
    return [
        event(
            random_,
            "referral_made",
            identity(random_),
            date(2026, 7, 9),
            making(random_, sender, "oim", need=need, person=person or None),
        )
        for person in persons
    ]


def counted(said: Sequence[Event], organisation: str = "") -> Counts:
    question = Question(parse_period("2026-T3"), date(2027, 3, 1), ("need",), organisation)
    return count(stored(said), question, packaged_public_directory())


def test_the_lines_of_the_report_do_not_even_add_up_to_what_it_says() -> None:
    assert sum(LINES) == 7_479
    assert LINES[1] == 688 + 981
    assert LINES[3] == 535 + 635
    assert LINES[4] == 927 + 560
    assert 688 + 535 == 1_223 != 1_214


def test_who_is_housed_and_comes_to_the_group_is_one_person_and_two_contacts() -> None:
    """The line of ARACEM, a hundred times smaller: 7 housed and 10 in groups are 17 contacts."""
    random_ = random.Random(1)
    people = [identity(random_) for _ in range(10)]
    said = [*referrals(random_, people[:7], "hebergement"), *referrals(random_, people, "groupe_parole")]
    found = counted(said)
    assert found.total.made == 17
    assert found.total.persons is not None
    assert (found.total.persons.known, found.total.persons.unmarked) == (10, 0)
    rows = [row.measures for row in found.tables[0].rows]
    assert sum(row.made for row in rows) == 17
    assert sum(row.persons.known for row in rows if row.persons) == 17 > 10  # hence persons are never summed


def test_referrals_that_do_not_say_for_whom_are_counted_apart() -> None:
    random_ = random.Random(2)
    found = counted(referrals(random_, [identity(random_), "", "", ""], "sante"))
    assert found.total.persons is not None
    assert (found.total.persons.known, found.total.persons.unmarked) == (1, 3)


def test_persons_of_two_organisations_have_no_total() -> None:
    """Even where both wrote the same mark: it means nothing outside one organisation."""
    random_ = random.Random(3)
    one = identity(random_)
    said = [*referrals(random_, [one], "sante"), *referrals(random_, [one], "sante", sender="amsode")]
    assert counted(said).total.persons is None
    alone = counted(said, "amsode").total.persons
    assert alone is not None
    assert alone.known == 1
