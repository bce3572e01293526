"""Partners' files give the totals of the joined logs, in any order, each referral once."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from sociogram.counts.aggregate import Aggregate
from sociogram.counts.aggregate_json import (
    aggregate_bytes,
    aggregate_document,
    parse_aggregate,
    read_aggregate,
)
from sociogram.counts.counting import Question, count, made_in
from sociogram.counts.figures import added
from sociogram.counts.leaving_file import aggregate_of
from sociogram.counts.merging import Merged, merged
from sociogram.counts.parties import OUTSIDE
from sociogram.counts.period import Period, parse_period
from sociogram.directory.packaged import packaged_public_directory
from sociogram.errors import BadInput
from sociogram.loop.event import Event, StoredEvent
from tests.sociogram.counts.random_logs import event, identity, making, random_log
from tests.sociogram.counts.three_logs import AS_OF, THREE, joined, stored, three_logs

PERIOD = Period(2026, "S", 2)
PUBLIC = packaged_public_directory()


def file_of(organisation: str, log: Sequence[StoredEvent], as_of: date = AS_OF, seed: int = 0) -> Aggregate:
    """Return what an organisation sends, as another one reads it."""
    file_id = identity(random.Random(f"{organisation} {seed}"))
    made = aggregate_of(
        log, organisation=organisation, period=PERIOD, as_of=as_of, public=PUBLIC, file_id=file_id
    )
    return read_aggregate(aggregate_bytes(made), place=organisation)


def together(files: Sequence[Aggregate]) -> Merged:
    return merged([(one.organisation, one) for one in files])


def check_equal(found: Merged, logs: Sequence[Sequence[StoredEvent]]) -> None:
    """Compare with the counts of one log that holds everything."""
    all_of_it = count(joined(logs), Question(PERIOD, AS_OF, ("pair",)), PUBLIC)
    assert found.total.exact
    assert found.total.made.number == all_of_it.total.made
    assert {k: one.number for k, one in found.total.standing.items()} == all_of_it.total.standing
    by_pair = {row.key: tuple(row.measures.standing.values()) for row in all_of_it.tables[0].rows}
    assert {">".join(pair): one.numbers for pair, one in found.pairs.items()} == by_pair
    for table in (found.families, found.regions, found.pairs):
        rest = [] if table is found.pairs else [found.unsorted]
        assert added([*table.values(), *rest]) == found.total


def test_three_files_give_the_totals_of_the_joined_logs(sized: Callable[[int, int], int], seed: int) -> None:
    """All three files, and any two of them, in every order."""
    for number in range(sized(25, 500)):
        logs = three_logs(seed * 7_919 + number)
        files = {name: file_of(name, log) for name, log in logs.items()}
        found = together(list(files.values()))
        check_equal(found, list(logs.values()))
        for order in permutations(files.values()):
            assert together([*order, order[0]]) == found
        for left in THREE:
            two = [name for name in THREE if name != left]
            check_equal(together([files[name] for name in two]), [logs[name] for name in two])


def test_a_referral_that_both_ends_counted_is_one_and_what_one_end_heard_is_believed() -> None:
    """The sender does not know yet that five services were given; the receiver does."""
    for number in range(60):
        logs = three_logs(number, classes=3)
        found = together([file_of(name, log) for name, log in logs.items()])
        if found.differences and found.unsorted.made.number == 0:
            break
    assert added(found.pairs.values()) == found.total
    assert sum(found.unsorted.numbers) == 0
    assert any(found.unsorted.numbers)


def test_who_sent_nothing_is_named_and_nobody_is_ranked() -> None:
    logs = three_logs(5, classes=30)
    found = together([file_of("aracem", logs["aracem"])])
    assert set(found.missing) >= {"amsode", "caritas-gao"}
    assert "aracem" not in found.missing
    assert not set(found.missing) & {"atc", "refuge-demo", OUTSIDE}
    assert list(found.missing) == sorted(found.missing)


def test_a_newer_count_replaces_the_older_one() -> None:
    logs = three_logs(6, classes=20)
    early = file_of("aracem", logs["aracem"][:0], date(2027, 1, 1))
    late = file_of("aracem", logs["aracem"])
    assert together([late, early]) == together([early, late]) == together([late])
    assert late.sent.all.total


def test_files_of_two_semesters_or_two_counts_of_one_month_are_refused_by_their_place() -> None:
    logs = three_logs(7)
    one = file_of("aracem", logs["aracem"])
    other = replace(file_of("amsode", logs["amsode"]), period=parse_period("2026-S1"))
    with pytest.raises(BadInput) as refused:
        merged([("a.json", one), ("b.json", other)])
    assert (refused.value.first.code, refused.value.first.place) == ("other_period", "b.json")
    with pytest.raises(BadInput) as refused:
        merged([("a.json", one), ("b.json", replace(one, known=77))])
    assert (refused.value.first.code, refused.value.first.place) == ("two_counts", "b.json")
    with pytest.raises(BadInput) as refused:
        merged([])
    assert refused.value.first.code == "no_file"


def test_persons_are_never_added_up_but_bounded() -> None:
    """The same person may be known to two organisations: between the largest count and all of them."""
    logs = three_logs(8, classes=40)
    files = [file_of(name, log) for name, log in logs.items()]
    low, high = together(files).persons
    assert low == max(one.known or 0 for one in files)
    assert high == sum((one.known or 0) + (one.unmarked or 0) for one in files)


def test_nothing_that_names_a_person_a_referral_or_a_guarded_organisation_leaves() -> None:
    """Every string of the file is one of ours, a place or a public organisation."""
    for number in range(30):
        log = random_log(number, 40)
        document = aggregate_document(file_of("aracem", log))
        words = set(_words(document))
        ids = {one.event.id for one in log} | {one.event.subject for one in log}
        ids |= {str(one.event.args.get("person")) for one in log} | {
            "atc",
            "refuge-demo",
            "unheard-of",
            "None",
        }
        assert not words & ids
        document.pop("v")
        assert not [one for one in _numbers(document) if 0 < one < 5]


def test_times_do_not_come_out_of_the_answers() -> None:
    """Fifteen answers, twelve within a day: the other three are not alone in being hidden."""
    random_ = random.Random(0)
    said = [one for _ in range(12) for one in _answered(random_, 0)]
    said += [one for _ in range(3) for one in _answered(random_, 9)]
    file = file_of("aracem", stored(said))
    assert file.sent.all.standing["in_hand"] == 15
    assert file.answer == {"day": None, "three_days": 0, "two_weeks": None, "later": 0}


def _answered(random_: random.Random, days: int) -> list[Event]:
    subject, day = identity(random_), date(2026, 8, 1)
    steps = [
        ("referral_made", day, making(random_, "aracem", "oim")),
        ("referral_sent", day, {"way": "phone"}),
    ]
    steps.append(("accepted", day + timedelta(days=days), {}))
    return [event(random_, kind, subject, on, args) for kind, on, args in steps]


def test_a_hidden_organisation_and_an_absent_one_are_the_same_word() -> None:
    """Byte for byte: referrals towards one that is hidden, and towards one that does not exist."""
    log = random_log(4, 60)
    swapped = tuple(
        replace(one, event=replace(one.event, args=_swapped(dict(one.event.args)))) for one in log
    )
    assert any(one.event.args.get("receiver") == "refuge-demo" for one in made_events(log))
    assert aggregate_bytes(file_of("aracem", log)) == aggregate_bytes(file_of("aracem", swapped))


def made_events(log: Sequence[StoredEvent]) -> list[StoredEvent]:
    known = {one.id for one in made_in(log, PERIOD)}
    return [one for one in log if one.event.subject in known and one.event.kind == "referral_made"]


def _swapped(args: dict[str, object]) -> dict[str, object]:
    if args.get("receiver") in ("refuge-demo", "unheard-of"):
        args["receiver"] = "never-heard"
    return args


def _words(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(word for one in value.values() for word in _words(one))]
    return [value] if isinstance(value, str) else []


def _numbers(value: object) -> list[int]:
    if isinstance(value, dict):
        return [number for one in value.values() for number in _numbers(one)]
    return [value] if isinstance(value, int) else []


@pytest.mark.parametrize("organisation", ["refuge-demo", "unheard-of"])
def test_a_file_of_a_hidden_or_absent_organisation_is_refused_alike(organisation: str) -> None:
    with pytest.raises(BadInput) as refused:
        aggregate_of(
            (),
            organisation=organisation,
            period=PERIOD,
            as_of=AS_OF,
            public=PUBLIC,
            file_id=identity(random.Random(1)),
        )
    assert refused.value.first.code == "organisation_not_public"
    assert organisation not in str(refused.value)


def test_a_discreet_organisation_bears_a_neutral_name_in_its_own_file_too() -> None:
    assert file_of("atc", random_log(1)).organisation == "~soin"


HOSTILE: dict[str, Callable[[dict], object]] = {  # type: ignore[type-arg]
    "not a table": lambda doc: [],
    "another format": lambda doc: doc | {"format": "x"},
    "another version": lambda doc: doc | {"v": 2},
    "true for one": lambda doc: doc | {"v": True},
    "an unknown key": lambda doc: doc | {"persons_list": []},
    "a quarter": lambda doc: doc | {"period": "2026-T3"},
    "an id that is none": lambda doc: doc | {"id": "1"},
    "a small number": lambda doc: doc | {"persons": {"known": 3}},
    "a negative number": lambda doc: doc | {"persons": {"known": -7}},
    "a number as text": lambda doc: doc | {"persons": {"known": "7"}},
    "a number too large": lambda doc: doc | {"persons": {"known": 10**12}},
    "sums that do not hold": lambda doc: doc | {"sent": doc["sent"] | {"made": 10_000}},
    "a partner with markup": lambda doc: (
        doc | {"received": doc["received"] | {"partners": {"<b>": doc["received"]}}}
    ),
    "a family of its own": lambda doc: doc | {"sent": doc["sent"] | {"families": {"gens": {}}}},
    "rows without end": lambda doc: (
        doc | {"received": doc["received"] | {"partners": {f"o{n}": {} for n in range(9_999)}}}
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_place_field_and_remedy(name: str) -> None:
    document = aggregate_document(file_of("aracem", three_logs(9, classes=30)["aracem"]))
    parse_aggregate(document)
    with pytest.raises(BadInput) as refused:
        parse_aggregate(HOSTILE[name](document), place="partenaire.json")
    assert refused.value.first.place == "partenaire.json"
    assert refused.value.first.remedy.fr
    assert "<b>" not in str(refused.value)
