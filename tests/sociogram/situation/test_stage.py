import json
from pathlib import Path
from typing import Any

import pytest

from colour_codes.pens import Pen
from colour_codes.sides import Side
from sociogram.dates import PartialDate, parse_date
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.situation.homes import span
from sociogram.situation.naming import letters
from sociogram.situation.plain import plain_of_json, read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.situation import Situation
from sociogram.situation.stage import stage
from sociogram.situation.staging import Container, Figure, Staging
from tools.gesture_scenarios import SCENARIOS
from tools.gesture_sequences import SITUATION, sequence

PACKAGED = Path(__file__).parents[3] / "sociogram" / "data" / "mali" / "situations"


def plain(**parts: Any) -> Situation:
    return situation_of_plain(plain_of_json(json.loads(json.dumps({"id": "s", **parts})), place=""))


def moves(*homes: tuple[str | None, str | None]) -> Situation:
    """One person and their homes f0, f1... with (since, until)."""
    households = [
        {"id": f"f{n}", "members": ["p"], "since": since, "until": until}
        for n, (since, until) in enumerate(homes)
    ]
    return plain(persons=[{"id": "p"}], households=households)


def home(staging: Staging) -> str | None:
    return next(one.inside for one in staging.figures if one.id == "p")


def figure(staging: Staging, name: str) -> Figure:
    return next(one for one in staging.figures if one.id == name)


def container(staging: Staging, name: str) -> Container:
    return next(one for one in staging.containers if one.id == name)


@pytest.mark.parametrize(
    ("homes", "date", "stands", "former"),
    [
        ([(None, None)], None, "f0", []),
        ([(None, "2022-09"), ("2022-10", None)], "2022-09", "f0", []),
        ([(None, "2022-09"), ("2022-10", None)], "2022-10", "f1", ["→ 2022-09"]),
        ([("2022-10", None), (None, "2022-09")], "2023", "f0", ["→ 2022-09"]),
        ([(None, "2022-09")], "2023-06", "f0", []),
        ([("2020", "2021"), ("2021-06", "2022")], "2021-07", "f1", ["2020 → 2021"]),
        ([("2020", "2021"), ("2018", "2019")], "2023", "f0", ["2018 → 2019"]),
        ([("2020", None), ("2022", None)], "2023", "f1", ["2020 →"]),
        ([("2018", None), ("2020", "2021")], "2023", "f0", ["2020 → 2021"]),
        ([("2022", None), ("2024", None)], "2020", "f0", []),
        ([(None, None), (None, None)], None, "f1", [""]),
    ],
)
def test_where_somebody_stands(
    homes: list[tuple[str | None, str | None]], date: str | None, stands: str, former: list[str]
) -> None:
    staging = stage(moves(*homes), lang="fr", buildings={}, date=parse_date(date) if date else None)
    assert home(staging) == stands
    assert [one.when for one in staging.former_homes] == former
    assert container(staging, stands).members == ("p",)


@pytest.mark.parametrize(
    ("homes", "date", "still"),
    [
        ([(None, "2022-09"), ("2022-10", None)], "2022-10", [False]),
        ([("2020", None), ("2022", None)], "2023", [True]),
        ([("2020", "2023"), ("2022", None)], "2023-05", [True]),
        ([("2020", "2023"), ("2022", None)], "2024", [False]),
        ([(None, None), (None, None)], None, [True]),
    ],
)
def test_a_second_home_is_no_former_one(
    homes: list[tuple[str | None, str | None]], date: str | None, still: list[bool]
) -> None:
    staging = stage(moves(*homes), lang="fr", buildings={}, date=parse_date(date) if date else None)
    assert [one.still for one in staging.former_homes] == still


def test_homes_that_begin_later_are_not_there_yet() -> None:
    situation = moves((None, "2022-09"), ("2022-10", None))
    staging = stage(situation, lang="fr", buildings={}, until=parse_date("2022-08"))
    assert [one.id for one in staging.containers] == ["f0"]
    assert staging.former_homes == ()
    only_later = stage(moves(("2022", None)), lang="fr", buildings={}, until=parse_date("2020"))
    assert home(only_later) is None
    assert only_later.containers == ()


def test_a_home_the_story_speaks_of_is_there_before_anybody_lives_in_it() -> None:
    situation = plain(
        persons=[{"id": "p"}],
        households=[{"id": "f", "members": ["p"], "since": "2022"}],
        professionals=[{"id": "w"}],
        activations=[{"seq": 1, "date": "2021", "from": "w", "to": "f"}],
    )
    staging = stage(situation, lang="fr", buildings={}, until=parse_date("2021"))
    assert container(staging, "f").members == ()
    assert home(staging) is None
    assert len(staging.arrows) == 1


def test_two_stays_in_one_former_home_make_one_line() -> None:
    log = [
        ("add_person", {"id": "p"}),
        ("add_household", {"id": "f1"}),
        ("add_household", {"id": "f2"}),
        ("move_in", {"id": "m1", "person": "p", "household": "f1", "until": "2019"}),
        ("move_in", {"id": "m2", "person": "p", "household": "f1", "since": "2020", "until": "2021"}),
        ("move_in", {"id": "m3", "person": "p", "household": "f2", "since": "2022"}),
    ]
    situation = fold("s", [Gesture(str(n), kind, "", "", args) for n, (kind, args) in enumerate(log)], {})
    staging = stage(situation, lang="fr", buildings={})
    assert [(one.household, one.when) for one in staging.former_homes] == [("f1", "→ 2019, 2020 → 2021")]


def test_a_former_home_nobody_lives_in_stays_on_the_sheet() -> None:
    situation = plain(
        persons=[{"id": "p"}],
        households=[
            {"id": "f1", "members": ["p"], "until": "2019"},
            {"id": "f2", "members": ["p"], "since": "2023"},
        ],
    )
    staging = stage(situation, lang="fr", buildings={})
    assert [(one.person, one.household, one.when) for one in staging.former_homes] == [("p", "f1", "→ 2019")]


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [(None, None, ""), ("2020", None, "2020 →"), (None, "2021", "→ 2021"), ("2020", "2021", "2020 → 2021")],
)
def test_spans(since: str | None, until: str | None, words: str) -> None:
    assert span(parse_date(since) if since else None, parse_date(until) if until else None) == words


TWO_SERVICES = {
    "persons": [{"id": "p1", "label_fr": "Homme A, de retour", "birth": 1990}],
    "professionals": [
        {"id": "w1", "role_fr": "agent de protection", "organisation_id": "org-a"},
        {"id": "w2", "role_fr": "agent de protection", "organisation_id": "org-b"},
        {"id": "w3", "organisation_text": "lycée"},
    ],
    "activations": [
        {"seq": 5, "date": "2020-10", "from": "p1", "to": "w1", "label_fr": "demande"},
        {"seq": 1, "from": "w1", "to": "w2"},
        {"seq": 7, "from": "w2", "to": "p1"},
        {"seq": 9, "date": "2021", "from": "org-c", "to": "p1"},
    ],
}
NAMES = {"org-a": "A.A.", "org-b": "B.B.", "org-c": "C.C.", "org-unused": "U"}


def test_buildings_arrows_and_story() -> None:
    staging = stage(plain(**TWO_SERVICES), lang="fr", buildings=NAMES)
    assert [(one.id, one.label, one.members) for one in staging.containers] == [
        ("org-a", "A.A.", ("w1",)),
        ("org-b", "B.B.", ("w2",)),
        ("org-c", "C.C.", ()),
    ]
    assert figure(staging, "w3") == Figure("w3", "professional", Side.WORKING_TOGETHER, "lycée")
    assert figure(staging, "p1").birth == 1990
    assert [(one.number, one.id, one.pen, one.when) for one in staging.arrows] == [
        (1, "a1", Pen.GREEN, ""),
        (2, "a5", Pen.RED, "2020-10"),
        (3, "a7", Pen.ORANGE, ""),
        (4, "a9", Pen.ORANGE, "2021"),
    ]
    assert [one.sentence for one in staging.story] == [
        "Agent de protection (B.B.) est activé(e) par agent de protection (A.A.).",
        "Agent de protection (A.A.) est activé(e) par Homme A, de retour.",
        "Homme A, de retour, est activé(e) par agent de protection (B.B.).",
        "Homme A, de retour, est activé(e) par C.C.",
    ]
    assert [one.label for one in staging.story] == ["", "demande", "", ""]
    assert staging.date == PartialDate(2021)


def test_a_hidden_service_leaves_no_trace_and_no_gap() -> None:
    seen = stage(plain(**TWO_SERVICES), lang="fr", buildings={"org-a": "A.A."})
    parts = json.loads(json.dumps(TWO_SERVICES))
    parts["professionals"][1]["organisation_id"] = ""
    parts["activations"].pop()
    without = stage(plain(**parts), lang="fr", buildings={"org-a": "A.A."}, date=parse_date("2021"))
    assert seen == without
    assert [one.number for one in seen.arrows] == [1, 2, 3]


def test_until_keeps_numbers_and_takes_an_undated_arrow_with_the_one_before() -> None:
    staging = stage(plain(**TWO_SERVICES), lang="fr", buildings=NAMES, until=parse_date("2020-09"))
    assert [one.number for one in staging.arrows] == [1]
    assert [one.number for one in staging.story] == [1]
    assert staging.date == PartialDate(2020, 9)
    assert "org-c" not in [one.id for one in staging.containers]
    later = stage(plain(**TWO_SERVICES), lang="fr", buildings=NAMES, until=parse_date("2020-10"))
    assert [one.number for one in later.arrows] == [1, 2, 3]


def test_a_date_of_the_sheet_hides_no_arrow() -> None:
    staging = stage(plain(**TWO_SERVICES), lang="fr", buildings=NAMES, date=parse_date("2019"))
    assert staging.date == PartialDate(2019)
    assert len(staging.arrows) == 4


def test_letters_hold_no_free_text() -> None:
    situation = plain(title_fr="Titre", households=[{"id": "f", "label_fr": "Maison"}], **TWO_SERVICES)
    staging = stage(situation, lang="en", buildings={"org-a": "Service 1"}, names="letters")
    assert [one.label for one in staging.figures] == ["A", "B", "C", "D"]
    assert container(staging, "f").label == ""
    assert staging.title == ""
    assert staging.story[0].sentence == "C is activated by B."
    assert all(one.label == "" for one in staging.story)
    for text in ("Homme", "protection", "Maison", "demande", "lycée", "Titre"):
        assert text not in repr(staging)


@pytest.mark.parametrize(
    ("at", "word"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")]
)
def test_letters(at: int, word: str) -> None:
    assert letters(at) == word


def test_what_was_not_said_is_called_somebody() -> None:
    situation = plain(
        persons=[{"id": "p1"}],
        households=[{"id": "f1"}],
        activations=[{"seq": 1, "from": "f1", "to": "p1"}, {"seq": 2, "from": "org", "to": "f1"}],
    )
    fr = stage(situation, lang="fr", buildings={"org": ""})
    assert [one.sentence for one in fr.story] == [
        "Quelqu'un est activé(e) par Lieu de vie.",
        "Lieu de vie est activé(e) par Service.",
    ]
    assert figure(fr, "p1").label == ""


def test_ids_of_the_file_win_over_those_of_the_directory() -> None:
    situation = plain(
        persons=[{"id": "org"}, {"id": "p2"}],
        professionals=[{"id": "w1", "organisation_id": "org"}],
        activations=[{"seq": 1, "from": "org", "to": "p2"}],
    )
    staging = stage(situation, lang="fr", buildings={"org": "Service"})
    assert staging.containers == ()
    assert staging.arrows[0].pen is Pen.BLUE


def test_kinship_lines() -> None:
    situation = plain(
        persons=[{"id": "p1"}, {"id": "p2"}],
        links=[{"a": "p1", "b": "p2", "kind": "couple", "label_fr": "couple"}],
    )
    (line,) = stage(situation, lang="fr", buildings={}).kin
    assert (line.a, line.b, line.kind, line.label, line.ended) == ("p1", "p2", "couple", "couple", False)


def test_a_home_in_a_service_stands_in_its_building() -> None:
    gestures, texts = SCENARIOS["institution-removed"]
    situation = fold("s", parse_gestures(gestures[:3]), parse_texts(texts))
    staging = stage(situation, lang="fr", buildings={})
    assert container(staging, "f1").inside == "i1"
    assert figure(staging, "w1").inside == "i1"
    assert container(staging, "i1").kind == "institution"


def test_without_any_date_the_sheet_is_undated() -> None:
    assert stage(plain(persons=[{"id": "p"}]), lang="fr", buildings={}).date is None


@pytest.mark.parametrize("path", sorted(PACKAGED.glob("*.json")), ids=lambda path: path.stem)
def test_the_packaged_situations_are_staged_whole(path: Path) -> None:
    read = read_plain(path.read_bytes(), place=path.name)
    names = {
        one.organisation_id: one.organisation_id.upper() for one in read.professionals if one.organisation_id
    }
    situation = situation_of_plain(read)
    for lang in ("fr", "en"):
        staging = stage(situation, lang=lang, buildings=names)
        assert len(staging.figures) == len(read.persons) + len(read.professionals)
        assert len(staging.arrows) == len(read.activations) == len(staging.story)
        assert [one.number for one in staging.arrows] == list(range(1, len(read.activations) + 1))
        assert staging.fictional
        assert all(one.label for one in (*staging.figures, *staging.containers))
        assert all(" par " in one.sentence or " by " in one.sentence for one in staging.story)


def test_any_situation_can_be_staged(seed: int) -> None:
    for n in range(150):
        made = sequence(f"{seed}/stage/{n}")
        situation = fold(SITUATION, made.gestures, made.texts)
        for until in (None, PartialDate(2020), PartialDate(2021, 2)):
            staging = stage(situation, lang="fr", buildings={"org-aube": "Aube"}, until=until)
            standing = {one.id for one in (*staging.figures, *staging.containers)}
            for one in (*staging.figures, *staging.containers):
                assert one.inside is None or one.inside in standing
            for arrow in staging.arrows:
                assert {arrow.activator, arrow.activated} <= standing
            for former in staging.former_homes:
                assert {former.person, former.household} <= standing
            assert {name for name, _ in staging.positions} <= standing
