import itertools
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.digest import digest
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.situation.own import OwnSituation, own_document, read_own, read_situation_file
from sociogram.situation.plain import plain_of_json, read_plain
from sociogram.situation.plain_gestures import gestures_of_plain, situation_of_plain
from sociogram.situation.plain_shape import PlainSituation
from sociogram.situation.plain_writing import plain_of_situation
from sociogram.situation.sources import source_parts, source_text
from tools.gesture_sequences import SITUATION, sequence
from tools.plain_examples import BASE

PACKAGED = Path(__file__).parents[3] / "sociogram" / "data" / "mali" / "situations"
AT = "2026-11-22T08:00:00Z"


def random_plain(seed: str) -> dict[str, Any]:
    """A plain document with every field in use somewhere."""
    rng = random.Random(seed)
    persons = [f"p{n}" for n in range(rng.randint(0, 6))]
    workers = [f"a{n}" for n in range(rng.randint(0, 5))]  # the ids arrows would like to have
    homes = [f"f{n}" for n in range(rng.randint(0, 3))]
    ends = [*persons, *workers, *homes, "org"]
    dates = ["2020", "2020-10-31", None]
    lycee = {"organisation_text": "lycée"}
    about = {"age_band": "adulte", "status": ["a", "b"], "gender": "woman"}
    label = {"label_fr": "Très bien", "label_en": "Well"}
    arrows = [(rng.choice(ends), rng.choice(ends)) for _ in range(rng.randint(0, 9))]
    return {
        "id": "s-1",
        "fictional": rng.random() < 0.5,
        "notice_fr": "Composée.\nDeux lignes.",
        "title_en": "Title",
        "place": "Bamako;Kayes",
        "sensitivity": rng.choice(["public", "prudence", "restreint"]),
        "households": [
            {"id": one, **label, "place": "Gao", "members": rng.sample(persons, rng.randint(0, len(persons)))}
            | rng.choice([{}, {"housed_by": "org"}])
            for one in homes
        ],
        "persons": [{"id": one, **label, **about, "birth": "1990-02"} for one in persons],
        "links": [
            {"a": one, "b": other, "kind": rng.choice(["couple", "foster", "siblings", "other"])}
            | rng.choice([{}, {"since": "2019-04", "until": "2021"}])
            for one, other in itertools.pairwise(persons)
        ],
        "professionals": [
            {"id": one, "role_fr": "agent", "organisation_id": rng.choice(["", "org"])} | lycee
            for one in workers
        ],
        "activations": [
            {"seq": n * 3, "date": rng.choice(dates), "from": one, "to": other, **label}
            for n, (one, other) in enumerate(arrows)
        ],
    }


def there_and_back(plain: PlainSituation) -> PlainSituation:
    written = json.dumps(plain_of_situation(situation_of_plain(plain)))
    return plain_of_json(json.loads(written), place="")


@pytest.mark.parametrize("path", sorted(PACKAGED.glob("*.json")), ids=lambda path: path.stem)
def test_packaged_situations_come_back(path: Path) -> None:
    plain = read_plain(path.read_bytes(), place=path.name)
    again = there_and_back(plain)
    assert again.persons == plain.persons
    assert again.households == plain.households
    assert again.professionals == plain.professionals
    assert again.activations == tuple(
        # A channel follows from the ends and is not written back.
        one.__class__(one.seq, one.activator, one.activated, one.date, one.label, "", one.source)
        for one in plain.activations
    )
    assert digest(situation_of_plain(again)) == digest(situation_of_plain(plain))


def test_random_plain_situations_come_back(sized: Callable[[int, int], int], seed: int) -> None:
    for n in range(sized(60, 2_000)):
        plain = plain_of_json(random_plain(f"{seed}/{n}"), place="")
        assert there_and_back(plain) == plain, n


def test_any_situation_can_be_written_plain_and_read_again(
    sized: Callable[[int, int], int], seed: int
) -> None:
    for n in range(sized(60, 1_000)):
        made = sequence(f"{seed}/plain/{n}", careful=True)
        situation = fold(SITUATION, made.gestures, made.texts)
        again = situation_of_plain(plain_of_json(plain_of_situation(situation), place=""))
        assert set(again.persons) == set(situation.persons)
        assert set(again.professionals) == set(situation.professionals)
        assert set(again.households) == set(situation.households)
        assert again.about.sensitivity == situation.about.sensitivity
        kept = [
            (one.activator, one.activated, one.when)
            for one in sorted(situation.activations.values(), key=lambda one: one.order)
            if not {one.activator, one.activated} & {*situation.institutions, *situation.undecided}
        ]
        told = sorted(again.activations.values(), key=lambda one: one.order)
        assert [(one.activator, one.activated, one.when) for one in told] == kept


def test_the_same_file_makes_the_same_gestures() -> None:
    plain = plain_of_json(BASE, place="")
    gestures, texts = gestures_of_plain(plain, by="local", at=AT)
    assert (gestures, texts) == gestures_of_plain(plain, by="local", at=AT)
    assert len({one.id for one in gestures}) == len(gestures)
    check_gestures(plain.id, (), {}, gestures, texts, known={"org"})
    other = plain_of_json({**BASE, "title_fr": "Une autre"}, place="")
    changed, _ = gestures_of_plain(other, by="local", at=AT)
    assert changed[0].id != gestures[0].id
    assert [one.id for one in changed[1:]] == [one.id for one in gestures[1:]]


def test_ids_are_as_promised_and_give_way_to_those_of_the_file() -> None:
    situation = situation_of_plain(plain_of_json(BASE, place=""))
    assert list(situation.activations) == ["a1", "a2"]
    assert list(situation.kinships) == ["l1"]
    assert list(situation.memberships) == ["m-f1-p1", "m-f1-p2"]
    long = "p" * 80
    persons = [{"id": "a1"}, {"id": long}]
    households = [{"id": "f" * 80, "members": ["a1", long]}]
    arrows = [{"seq": 1, "from": "a1", "to": long}]
    raw = {"id": "s", "persons": persons, "households": households, "activations": arrows}
    taken = plain_of_json(raw, place="")
    made = situation_of_plain(taken)
    assert list(made.activations) == ["a1-2"]
    assert len(made.memberships) == 2
    assert all(len(name) <= 80 for name in made.memberships)
    gestures, texts = gestures_of_plain(taken, by="local", at=AT)
    check_gestures("s", (), {}, gestures, texts)


def test_the_lossless_copy_comes_back(sized: Callable[[int, int], int], seed: int) -> None:
    for n in range(sized(40, 1_000)):
        made = sequence(f"{seed}/own/{n}", careful=True)
        situation = fold(SITUATION, made.gestures, made.texts)
        data = own_document(situation, made.gestures, made.texts)
        own = read_own(data, place="o.json")
        assert own == OwnSituation(SITUATION, tuple(made.gestures), made.texts)
        assert own_document(situation, own.gestures, own.texts) == data


@pytest.mark.parametrize(
    ("file", "lines", "text"),
    [
        ("a.txt", "3-4", "a.txt:3-4"),
        ("a:b.txt", "3, 7", "a:b.txt:3, 7"),
        ("a.txt", "", "a.txt"),
        ("entendu le soir : elle l'a dit", "", "entendu le soir : elle l'a dit"),
        ("a:12", "", "a:12:"),
        ("a:", "", "a::"),
        ("", "12", ":12"),
        ("", "", ""),
    ],
)
def test_sources(file: str, lines: str, text: str) -> None:
    assert source_text(file, lines) == text
    assert source_parts(text) == (file, lines)


def own_of_base() -> dict[str, Any]:
    plain = plain_of_json(BASE, place="")
    gestures, texts = gestures_of_plain(plain, by="local", at=AT)
    document: dict[str, Any] = json.loads(own_document(fold(plain.id, gestures, texts), gestures, texts))
    return document


def test_either_kind_of_file_is_known() -> None:
    own = json.dumps(own_of_base()).encode()
    assert isinstance(read_situation_file(own, place="o"), OwnSituation)
    assert isinstance(read_situation_file(json.dumps(BASE).encode(), place="p"), PlainSituation)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sociogram": 2}, "newer_format"),
        ({"sociogram": True}, "newer_format"),
        ({"digest": "0" * 64}, "damaged_copy"),
        ({"digest": None}, "damaged_copy"),
        ({"id": "another"}, "damaged_copy"),
        ({"id": 3}, "bad_id"),
        ({"gestures": None}, "gesture_value"),
        ({"texts": {}}, "damaged_copy"),
        ({"is_admin": True}, "unknown_key"),
    ],
)
def test_damaged_copies_are_refused(change: dict[str, Any], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_own(json.dumps({**own_of_base(), **change}).encode(), place="o.json")
    assert caught.value.first.code == code
    assert caught.value.first.place.startswith("o.json")


def test_a_copy_made_by_hand_must_be_a_log_the_door_accepts() -> None:
    document = own_of_base()
    arrow = next(one for one in document["gestures"] if one["kind"] == "draw")
    arrow["args"]["activated"] = arrow["args"]["activator"]

    gestures, texts = parse_gestures(document["gestures"]), parse_texts(document["texts"])
    document["digest"] = digest(fold(document["id"], gestures, texts))
    with pytest.raises(BadInput) as caught:
        read_own(json.dumps(document).encode(), place="o.json")
    assert caught.value.first.code == "E03"


def test_what_the_plain_form_cannot_say_is_left_out() -> None:
    acts: list[tuple[str, dict[str, Any]]] = [
        ("add_person", {"id": "p1"}),
        ("add_person", {"id": "p2"}),
        ("add_institution", {"id": "i1", "label": "t1"}),
        ("add_professional", {"id": "w1", "organisation": "i1"}),
        ("add_household", {"id": "f1"}),
        ("move_in", {"id": "m1", "person": "p1", "household": "f1", "since": "2020"}),
        ("move_in", {"id": "m2", "person": "p2", "household": "f1", "since": "2021"}),
        ("draw", {"id": "a1", "activator": "p1", "activated": "w1", "order": 3}),
        ("draw", {"id": "a2", "activator": "p2", "activated": "w1", "order": 3}),
        ("draw", {"id": "a3", "activator": "p2", "activated": "i1"}),
    ]
    gestures = [Gesture(str(n), kind, AT, "amina", args) for n, (kind, args) in enumerate(acts)]
    written = plain_of_situation(fold("s", gestures, {"t1": Bilingual("Atelier du quartier")}))
    assert written["professionals"] == [
        {"id": "w1", "organisation_id": "", "organisation_text": "Atelier du quartier"}
    ]
    assert written["households"] == [{"id": "f1", "members": ["p1", "p2"]}]
    assert [one["seq"] for one in written["activations"]] == [1, 2]
