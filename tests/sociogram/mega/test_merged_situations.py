"""Several situations merged: what is told is counted right, and nothing tells who anybody is."""

import json
import random
import re
from collections.abc import Sequence
from typing import Any

import pytest

from benchmarks.situations import case
from sociogram.directory.directory import Directory
from sociogram.directory.rows import Organisation, Sensitivity
from sociogram.errors import BadInput
from sociogram.mega.filters import MegaFilter
from sociogram.mega.merged import OTHERS, SECTOR, Merged, merge_situations
from sociogram.mega.period import parse_period
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.situation import Situation

Plain = dict[str, Any]
LEVELS: tuple[Sensitivity, ...] = ("public", "public", "public", "prudence", "restreint")


def directory(levels: Sequence[Sensitivity] = LEVELS) -> Directory:
    return Directory(
        {
            f"service-{index + 1}": Organisation(
                f"service-{index + 1}",
                f"Maison {index + 1}",
                typology="ong" if index % 2 else "etat",
                sensitivity=level,
            )
            for index, level in enumerate(levels)
        }
    )


def plain(seed: int, index: int) -> Plain:
    return case(seed, index).situation


def situation(row: Plain) -> Situation:
    data = json.dumps(row, ensure_ascii=False).encode()
    return situation_of_plain(read_plain(data, place="x"))


def one(index: int, *arrows: tuple[str, str, str]) -> Situation:
    """A person p, professionals w1.. of services 1.., arrows (date, from, to)."""
    return situation(plain_of(index, *arrows))


def plain_of(index: int, *arrows: tuple[str, str, str]) -> Plain:
    return {
        "id": f"sit-{index}",
        "title_fr": "",
        "title_en": "",
        "place": "",
        "sensitivity": "prudence",
        "households": [],
        "links": [],
        "persons": [{"id": "p", "label_fr": f"P{index}", "label_en": f"P{index}", "status": []}],
        "professionals": [
            {"id": f"w{n}", "role_fr": "", "role_en": "", "organisation_id": f"service-{n}"}
            for n in range(1, 6)
        ],
        "activations": [
            {"seq": rank + 1, "date": date, "from": start, "to": end, "label_fr": "", "label_en": ""}
            for rank, (date, start, end) in enumerate(arrows)
        ],
    }


def told(merged: Merged) -> set[tuple[str, str, bool]]:
    return {(met.family, met.service, met.outward) for met in merged.meetings}


def test_a_service_two_families_meet_is_named_and_a_rarer_one_is_not() -> None:
    merged = merge_situations(
        [one(1, ("2021", "p", "w1"), ("2021", "w2", "p")), one(2, ("2022", "w1", "p"), ("2022", "p", "w3"))],
        directory(),
    )
    assert merged.services == (OTHERS, "service-1")
    assert told(merged) == {
        ("A", OTHERS, False),
        ("A", "service-1", True),
        ("B", OTHERS, True),
        ("B", "service-1", False),
    }
    assert merged.years == (2021, 2022)


def test_a_sector_is_named_where_its_services_are_too_rare() -> None:
    merged = merge_situations([one(1, ("2021", "p", "w1")), one(2, ("2021", "p", "w3"))], directory())
    assert merged.services == (SECTOR + "etat",)


def test_discreet_and_granted_services_are_never_named_however_often_met() -> None:
    sheets = [one(index, ("2021", "p", "w4"), ("2021", "p", "w5")) for index in range(1, 9)]
    varied = [*sheets, one(9, ("2021", "w4", "p")), one(10, ("2021", "w5", "p"))]
    assert merge_situations(varied, directory()).services == (OTHERS,)


def test_more_families_may_be_asked_for() -> None:
    sheets = [one(index, ("2021", "p", "w1"), (f"20{10 + index}", "w1", "p")) for index in range(1, 5)]
    assert merge_situations(sheets, directory(), least=4).services == ("service-1",)
    assert merge_situations(sheets, directory(), least=5).services == (OTHERS,)
    for bad in (1, 0, 101, True):
        with pytest.raises(BadInput):
            merge_situations(sheets, directory(), least=bad)


def test_a_green_arrow_needs_as_many_families() -> None:
    common = (("2021", "p", "w1"), ("2021", "p", "w2"))
    told_once = [one(1, *common, ("2021", "w1", "w2")), one(2, *common, ("2022", "w2", "w1"))]
    assert merge_situations(told_once, directory()).between == ()
    told_twice = [*told_once, one(3, *common, ("2023", "w1", "w2"))]
    assert merge_situations(told_twice, directory()).between == (("service-1", "service-2"),)


def test_a_copy_counts_once() -> None:
    first, second = one(1, ("2021", "p", "w1")), one(2, ("2021", "w2", "p"))
    copy = situation({**plain_of(1, ("2021", "p", "w1")), "id": "another-name"})
    with_copy = merge_situations([first, second, copy], directory())
    assert with_copy == merge_situations([first, second], directory())
    with pytest.raises(BadInput):
        merge_situations([first, copy], directory())


def test_fewer_than_two_are_refused_after_filters_too() -> None:
    pair = [one(1, ("2021", "p", "w1")), one(2, ("2023", "w1", "p"))]
    for wanted in (MegaFilter(period=parse_period("2021")), MegaFilter(organisations=("service-2",))):
        with pytest.raises(BadInput) as caught:
            merge_situations(pair, directory(), wanted)
        assert caught.value.first.code == "too_few_situations"
    with pytest.raises(BadInput):
        merge_situations(pair[:1], directory())
    with pytest.raises(BadInput):
        merge_situations([], directory())


def test_filters_keep_the_arrows_that_answer() -> None:
    pair = [
        one(1, ("2021", "p", "w1"), ("2021", "p", "w2")),
        one(2, ("2021", "p", "w1"), ("2021", "w2", "p")),
    ]
    merged = merge_situations(pair, directory(), MegaFilter(organisations=("service-1",)))
    assert merged.services == ("service-1",)


def test_a_choice_names_nobody_the_sheet_would_not_name() -> None:
    """What was chosen is said on the sheet: whoever is left without a name under it is told by it."""
    rare = [
        one(1, ("2021", "p", "w1")),
        one(2, ("2022", "w1", "p")),
        one(3, ("1999", "p", "w2"), ("2021", "p", "w4")),
    ]
    both = MegaFilter(organisations=("service-1", "service-2"))
    merged = merge_situations(rare, directory(), both)
    assert (merged.services, merged.families) == (("service-1",), ("A", "B"))
    assert merged.years == (2021, 2022)
    with pytest.raises(BadInput) as caught:
        merge_situations(rare, directory(), MegaFilter(organisations=("service-1",)), least=3)
    assert caught.value.first.code == "too_few_situations"


@pytest.mark.parametrize("discreet", ["service-4", "service-5"])
def test_a_discreet_organisation_cannot_be_chosen(discreet: str) -> None:
    pair = [one(index, ("2021", "p", "w4"), (f"202{index}", "p", "w5")) for index in (1, 2)]
    with pytest.raises(BadInput) as caught:
        merge_situations(pair, directory(), MegaFilter(organisations=(discreet,)))
    assert caught.value.first.code == "discreet_choice"
    assert "Maison" not in str(caught.value)


def test_names_order_and_texts_change_nothing(seed: int, sized: Any) -> None:
    """Ids, the order of situations, and every text can be anything: the answer is the same."""
    chance = random.Random(seed)
    for round_ in range(sized(4, 60)):
        rows = [plain(seed + round_, index) for index in range(6)]
        expected = merge_situations([situation(row) for row in rows], directory())
        changed = [_renamed(row, rank) for rank, row in enumerate(rows)]
        chance.shuffle(changed)
        merged = merge_situations([situation(row) for row in changed], directory())
        assert merged == expected
        assert "Zq" not in repr(merged)
        assert not re.search(r"\d{4}-\d{2}", repr(merged))


def _renamed(value: Any, rank: int) -> Any:
    """The same situation under other names and texts, each of them a canary."""
    if isinstance(value, dict):
        return {
            key: f"Zq{rank}" if key == "id" and "persons" in value
            else f"Zq {rank} {held}" if key.startswith(("label_", "role_", "title_")) or key == "place"
            else _renamed(held, rank)
            for key, held in value.items()
        }  # fmt: skip
    return [_renamed(held, rank) for held in value] if isinstance(value, list) else value


def test_every_named_service_is_met_by_enough_families(seed: int, sized: Any) -> None:
    """Counted again from the plain files, by other means."""
    rows = directory().organisations
    for round_ in range(sized(6, 100)):
        plains = [plain(seed + 1000 + round_, index) for index in range(7)]
        least = 2 + round_ % 3
        merged = merge_situations([situation(row) for row in plains], directory(), least=least)
        for service in merged.services:
            if service and not service.startswith(SECTOR):
                assert rows[service].sensitivity == "public"
                assert sum(service in _met(row) for row in plains) >= least


def _met(row: Plain) -> set[str]:
    works = {one["id"]: one["organisation_id"] for one in row["professionals"]}
    lives = {one["id"] for one in (*row["persons"], *row["households"])}
    found = set()
    for arrow in row["activations"]:
        ends = [arrow["from"], arrow["to"]]
        if any(end in lives for end in ends):
            found |= {works.get(end, end) for end in ends if end not in lives}
    return found
