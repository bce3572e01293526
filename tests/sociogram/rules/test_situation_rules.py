import json
from typing import Any

import pytest

from sociogram.dates import parse_date
from sociogram.rules.check import check
from sociogram.rules.findings import Finding
from sociogram.rules.situation_rules import broken_rules
from sociogram.situation.actors import Household, Person, Professional, Undecided
from sociogram.situation.links import Activation, Kinship, Membership
from sociogram.situation.plain import plain_of_json
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.situation import Situation


def situation(**parts: list[Any]) -> Situation:
    return Situation("s", **{name: {one.id: one for one in ones} for name, ones in parts.items()})  # type: ignore[arg-type]


def codes(one: Situation, *known: str) -> list[tuple[str, ...]]:
    return [(found.code, *found.elements) for found in broken_rules(one, known)]


def arrow(name: str, activator: str, activated: str, when: str = "", **more: Any) -> Activation:
    return Activation(name, activator, activated, 1, parse_date(when) if when else None, **more)


P, Q, R = Person("p"), Person("q"), Person("r")
W = Professional("w", organisation="org")


def test_missing_ends() -> None:
    sheet = situation(persons=[P], activations=[arrow("a", "p", "org"), arrow("b", "gone", "p")])
    assert codes(sheet, "org") == [("E02", "b")]
    assert codes(sheet) == [("E02", "a"), ("E02", "b")]


def test_self_arrow() -> None:
    assert codes(situation(persons=[P], activations=[arrow("a", "p", "p")])) == [("E03", "a")]


@pytest.mark.parametrize(
    ("stay", "when", "broken"),
    [
        (Membership("m", "p", "f"), "", True),
        (Membership("m", "p", "f"), "2020", True),
        (Membership("m", "p", "f", until=parse_date("2019")), "2020", False),
        (Membership("m", "p", "f", until=parse_date("2019")), "", False),
        (Membership("m", "p", "f", until=parse_date("2020-10")), "2020", True),
        (Membership("m", "p", "f", since=parse_date("2021")), "2020", False),
        (Membership("m", "p", "f", since=parse_date("2021")), "2021-05", True),
        (Membership("m", "q", "f"), "", False),
    ],
)
def test_arrow_to_ones_own_home(stay: Membership, when: str, broken: bool) -> None:
    for ends in (("f", "p"), ("p", "f")):
        sheet = situation(
            persons=[P, Q],
            households=[Household("f")],
            memberships=[stay],
            activations=[arrow("a", *ends, when)],
        )
        assert codes(sheet) == ([("E04", "a", *ends)] if broken else [])


def test_arrow_to_ones_own_building() -> None:
    sheet = situation(
        professionals=[W],
        households=[Household("f", housed_by="org")],
        activations=[arrow("a", "w", "org"), arrow("b", "f", "org"), arrow("c", "w", "f")],
    )
    assert codes(sheet, "org") == [("E04", "a", "w", "org"), ("E04", "b", "f", "org")]


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        (Kinship("l", "p", "q", "couple"), False),
        (Kinship("l", "p", "w", "other"), True),
        (Kinship("l", "w", "w2", "siblings"), True),
        (Kinship("l", "p", "w", "same_person"), False),
        (Kinship("l", "p", "q", "same_person"), True),
        (Kinship("l", "p", "p", "other"), True),
    ],
)
def test_kinship_is_of_the_living_side(line: Kinship, broken: bool) -> None:
    sheet = situation(persons=[P, Q], professionals=[W, Professional("w2")], kinships=[line])
    assert codes(sheet) == ([("E05", "l", line.a, line.b)] if broken else [])


def test_undecided_figures_carry_nothing() -> None:
    sheet = situation(
        persons=[P],
        undecided=[Undecided("u")],
        activations=[arrow("a", "u", "p")],
        kinships=[Kinship("l", "p", "u")],
    )
    assert codes(sheet) == [("E06", "u", "a"), ("E06", "u", "l")]


@pytest.mark.parametrize(
    ("birth", "death", "broken"),
    [
        ("2000", "1999", True),
        ("2000", "2000", False),
        ("2000-05", "2000", False),
        ("2000-05", "2000-04", True),
    ],
)
def test_death_before_birth(birth: str, death: str, broken: bool) -> None:
    sheet = situation(persons=[Person("p", birth=parse_date(birth), death=parse_date(death))])
    assert codes(sheet) == ([("E10", "p")] if broken else [])


@pytest.mark.parametrize(
    ("when", "broken"),
    [("2021", True), ("2020", False), ("2020-06", True), ("2020-05-20", False), ("", False)],
)
def test_activation_after_death(when: str, broken: bool) -> None:
    sheet = situation(
        persons=[Person("p", death=parse_date("2020-05")), Q], activations=[arrow("a", "p", "q", when)]
    )
    assert codes(sheet) == ([("E10", "a", "p")] if broken else [])
    turned = situation(
        persons=[Person("p", death=parse_date("2020-05")), Q], activations=[arrow("a", "q", "p", when)]
    )
    assert codes(turned) == []


@pytest.mark.parametrize(
    ("since", "until", "broken"),
    [("2020", "2019", True), ("2020-06", "2020", False), ("2020-06", "2020-05", True)],
)
def test_what_ends_before_it_begins(since: str, until: str, broken: bool) -> None:
    span = (parse_date(since), parse_date(until))
    home = situation(persons=[P], households=[Household("f")], memberships=[Membership("m", "p", "f", *span)])
    couple = situation(persons=[P, Q], kinships=[Kinship("l", "p", "q", "couple", None, *span)])
    assert codes(home) == ([("E10", "m", "p", "f")] if broken else [])
    assert codes(couple) == ([("E10", "l", "p", "q")] if broken else [])


def filiations(*pairs: tuple[str, str]) -> Situation:
    names = sorted({name for pair in pairs for name in pair})
    lines = [Kinship(f"l{n}", parent, child, "filiation") for n, (parent, child) in enumerate(pairs)]
    return situation(persons=[Person(name) for name in names], kinships=lines)


@pytest.mark.parametrize(
    ("pairs", "broken"),
    [
        ([("a", "c"), ("b", "c")], False),
        ([("a", "c"), ("b", "c"), ("a", "c")], False),
        ([("a", "d"), ("b", "d"), ("c", "d")], True),
        ([("a", "b"), ("b", "a")], True),
        ([("a", "b"), ("b", "c"), ("c", "a")], True),
        ([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")], False),
    ],
)
def test_filiation(pairs: list[tuple[str, str]], broken: bool) -> None:
    assert [one[0] for one in codes(filiations(*pairs))] == (["E10"] if broken else [])


def test_a_long_line_of_ancestors_is_no_recursion() -> None:
    assert codes(filiations(*((f"p{n}", f"p{n + 1}") for n in range(3_000)))) == []


def plain(**parts: Any) -> Situation:
    return situation_of_plain(plain_of_json(json.loads(json.dumps({"id": "s", **parts})), place=""))


def asked(sheet: Situation, **more: Any) -> list[tuple[str, ...]]:
    return [(found.code, *found.elements) for found in check(sheet, **more) if found.level == "warning"]


def test_why_is_this_worker_here() -> None:
    sheet = plain(
        persons=[{"id": "p"}],
        households=[{"id": "f", "members": ["p"]}],
        professionals=[
            {"id": "w1", "organisation_id": "org"},
            {"id": "w2"},
            {"id": "w3", "organisation_id": "x"},
        ],
        activations=[
            {"seq": 1, "from": "p", "to": "org"},
            {"seq": 2, "from": "p", "to": "w2"},
            {"seq": 3, "from": "y", "to": "p"},
        ],
    )
    assert asked(sheet, known=["org", "x", "y"]) == [("W01", "w3"), ("W01", "y")]


def test_home_or_none_or_unsaid() -> None:
    sheet = situation(
        persons=[P, Person("q", home_mark="none"), Person("r", home_mark="unsaid"), Person("s")],
        households=[Household("f")],
        memberships=[Membership("m", "s", "f")],
    )
    assert asked(sheet) == [("W02", "p")]


@pytest.mark.parametrize(
    ("arrows", "question"),
    [
        ([("w", "p")], [("W03", "a1")]),
        ([("w", "p"), ("p", "w")], []),
        ([("p", "q")], []),
        ([("w", "w2")], []),
    ],
)
def test_how_did_the_family_set_it_in_motion(arrows: list[tuple[str, str]], question: list[Any]) -> None:
    sheet = plain(
        persons=[{"id": "p"}, {"id": "q"}],
        professionals=[{"id": "w"}, {"id": "w2"}],
        activations=[{"seq": n, "from": one, "to": other} for n, (one, other) in enumerate(arrows, start=1)],
    )
    assert [one for one in asked(sheet) if one[0] == "W03"] == question


@pytest.mark.parametrize(
    ("second", "fields", "question"),
    [
        ({"from": "w2", "to": "p", "date": "2020-10"}, {"a": {"x"}, "b": {"x", "y"}}, True),
        ({"from": "b", "to": "p", "date": "2020"}, {"a": {"x"}, "b": {"x"}}, True),
        ({"from": "w2", "to": "p", "date": "2020-12"}, {"a": {"x"}, "b": {"x"}}, False),
        ({"from": "w2", "to": "p"}, {"a": {"x"}, "b": {"x"}}, False),
        ({"from": "w2", "to": "q", "date": "2020-10"}, {"a": {"x"}, "b": {"x"}}, False),
        ({"from": "w2", "to": "p", "date": "2020-10"}, {"a": {"x"}, "b": {"y"}}, False),
        ({"from": "w3", "to": "p", "date": "2020-10"}, {"a": {"x"}, "b": {"x"}}, False),
        ({"from": "w2", "to": "p", "date": "2020-10"}, {}, False),
    ],
)
def test_possible_duplicates(second: dict[str, str], fields: dict[str, set[str]], question: bool) -> None:
    sheet = plain(
        persons=[{"id": "p"}, {"id": "q"}],
        professionals=[{"id": "w1", "organisation_id": "a"}, {"id": "w2", "organisation_id": "b"},
                       {"id": "w3", "organisation_id": "a"}],
        activations=[{"seq": 1, "from": "w1", "to": "p", "date": "2020-10"}, {"seq": 2, **second},
                     {"seq": 3, **second}],
    )  # fmt: skip
    found = [
        one
        for one in asked(sheet, fields={name: frozenset(of) for name, of in fields.items()})
        if one[0] == "W04"
    ]
    assert found == ([("W04", "w1", second["from"], "p")] if question else [])


@pytest.mark.parametrize(
    ("last", "stale"),
    [("2026-05-22", True), ("2026-05-23", False), ("2025-12-31", True), ("2026-11-01", False), (None, True)],
)
def test_services_not_called_for_six_months(last: str | None, stale: bool) -> None:
    import datetime

    sheet = plain(
        professionals=[{"id": "w", "organisation_id": "org"}, {"id": "w2", "organisation_id": "hidden"}],
        persons=[{"id": "p"}],
        activations=[{"seq": 1, "from": "p", "to": "w"}],
    )
    checks = {"org": datetime.date.fromisoformat(last) if last else None}
    today = datetime.date(2026, 11, 23)
    found = [one for one in asked(sheet, last_checks=checks, today=today) if one[0] == "W05"]
    assert found == ([("W05", "org")] if stale else [])
    assert [one for one in asked(sheet, last_checks=checks) if one[0] == "W05"] == []


def test_many_figures() -> None:
    assert ("W06",) not in asked(situation(persons=[Person(f"p{n}") for n in range(40)]))
    assert ("W06",) in asked(situation(persons=[Person(f"p{n}") for n in range(41)]))


def test_findings_are_complete_and_gentle() -> None:
    found: tuple[Finding, ...] = check(filiations(("a", "b"), ("b", "a")))
    assert found
    for one in found:
        assert one.says.fr
        assert one.says.en


def test_errors_come_first() -> None:
    levels = [one.level for one in check(situation(persons=[P], activations=[arrow("a", "p", "p")]))]
    assert levels == ["error", "warning"]
