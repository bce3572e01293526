"""Kinship lines as drawn: square, told apart, struck where a couple ended, and explained in the legend."""

import numpy as np
import pytest

from colour_codes.palettes import LINK_KINDS, Palette, link_stroke
from layouts.individual import SheetSettings, individual_sheet
from layouts.individual.curves import flattened
from layouts.individual.faults import check_sheet
from layouts.individual.model import Floats
from layouts.individual.sheet_reading import drawn
from layouts.sheet import Group, Path, Sheet, Text
from sociogram.situation.plain import plain_of_json
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage
from sociogram.situation.staging import Staging

LINKS = [
    {"a": "mere", "b": "pere", "kind": "couple", "since": "2004", "until": "2016"},
    {"a": "pere", "b": "amie", "kind": "couple", "since": "2018"},
    *(
        {"a": parent, "b": child, "kind": "filiation"}
        for child in ("un", "deux")
        for parent in ("mere", "pere")
    ),
    *({"a": parent, "b": "trois", "kind": "filiation"} for parent in ("pere", "amie")),
    *({"a": who, "b": "deux", "kind": "foster", "since": "2019"} for who in ("oncle", "tante")),
    {"a": "oncle", "b": "tante", "kind": "couple"},
]
HOMES = [
    ("chez-mere", ["mere", "un"], {}),
    ("chez-pere", ["pere", "amie", "un", "trois"], {"since": "2018"}),
    ("chez-oncle", ["oncle", "tante", "deux"], {"since": "2019"}),
    ("avant", ["mere", "pere", "un", "deux"], {"until": "2016"}),
]


def staging() -> Staging:
    names = ("mere", "pere", "amie", "un", "deux", "trois", "oncle", "tante")
    plain = plain_of_json(
        {
            "id": "s",
            "fictional": True,
            "persons": [{"id": name, "label_fr": name.capitalize()} for name in names],
            "links": LINKS,
            "households": [
                {"id": id_, "label_fr": id_.replace("-", " ").capitalize(), "members": members} | dates
                for id_, members, dates in HOMES
            ],
            "professionals": [{"id": "w", "role_fr": "juge", "organisation_id": "tribunal"}],
            "activations": [{"seq": 1, "from": "mere", "to": "w", "date": "2020"}],
        },
        place="",
    )
    return stage(situation_of_plain(plain), lang="fr", buildings={"tribunal": "Tribunal"})


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return individual_sheet(staging(), SheetSettings(palette=Palette.WALL))


def groups(sheet: Sheet, kind: str) -> list[Group]:
    return [item for item in sheet.items if isinstance(item, Group) and ("kind", kind) in item.data]


def words(group: Group) -> str:
    parts = [words(i) if isinstance(i, Group) else i.text for i in group.items if not isinstance(i, Path)]
    return " ".join(parts)


def test_nobody_is_drawn_twice_and_every_other_home_has_its_line(sheet: Sheet) -> None:
    people = [dict(group.data)["id"] for group in groups(sheet, "person")]
    assert sorted(people) == sorted({"mere", "pere", "amie", "un", "deux", "trois", "oncle", "tante"})
    lines = {(dict(g.data)["person"], dict(g.data)["household"], dict(g.data).get("still", "")) for g in
             groups(sheet, "former-home")}  # fmt: skip
    assert lines == {
        ("un", "chez-mere", "1"),
        *((who, "avant", "") for who in ("mere", "pere", "un", "deux")),
    }


def test_a_second_home_and_a_former_one_are_different_lines(sheet: Sheet) -> None:
    for group in groups(sheet, "former-home"):
        line = next(item for item in group.items if isinstance(item, Path))
        kind = "shared_home" if ("still", "1") in group.data else "former_home"
        assert line.dash == link_stroke(kind, Palette.WALL).dash
    assert len({link_stroke(kind, Palette.WALL) for kind in LINK_KINDS}) >= 6


def test_an_ended_couple_is_struck_across_its_own_line(sheet: Sheet) -> None:
    struck = [group for group in groups(sheet, "link") if len(group.items) > 1]
    assert [dict(group.data)["a"] for group in struck] == ["mere"]
    assert [group for group in groups(sheet, "link") if ("ended", "1") in group.data] == struck
    line, stroke = (flattened(item.d) for item in struck[0].items if isinstance(item, Path))
    middle = stroke.mean(axis=0)
    assert np.hypot(*(line - middle).T).min() < 0.5
    assert np.hypot(*(stroke[-1] - stroke[0])) > 4.0


def is_square(flat: Floats) -> bool:
    steps = np.diff(flat, axis=0)
    lengths = np.hypot(*steps.T)
    slanting = np.minimum(*np.abs(steps.T)) > 0.12 * lengths
    return bool(lengths[slanting].sum() < 0.3 * lengths.sum())


def test_lines_are_square_always_in_a_home_and_mostly_between_homes(sheet: Sheet) -> None:
    inside = {figure.id: figure.inside for figure in staging().figures}
    lines = [line for line in drawn(sheet).lines if line.kind == "link"]
    round_ones = [line for line in lines if not is_square(line.flat)]
    assert [one for one in round_ones if inside[one.tail] == inside[one.head]] == []
    assert len(round_ones) <= len(lines) // 4


def test_the_legend_names_each_kind_that_is_there_and_no_other(sheet: Sheet) -> None:
    said = words(groups(sheet, "legend")[0])
    for there in ("couple, parent et enfant", "accueil", "couple séparé", "précédent", "en même temps"):
        assert there in said.replace("\u00a0", " "), there
    for absent in ("autre lien", "frères et sœurs", "la même personne"):
        assert absent not in said


def test_no_hard_fault(sheet: Sheet) -> None:
    assert [fault for fault in check_sheet(sheet) if fault.hard] == []
    assert any(isinstance(item, Text) for group in groups(sheet, "former-home") for item in group.items)
