import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.situation.digest import canonical_json, digest, document
from sociogram.situation.fold import ADDS, effective_gestures, fold
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.situation.situation import Situation
from tools.generate_vectors import FOLDER, vectors
from tools.gesture_scenarios import SCENARIOS, gesture_id
from tools.gesture_sequences import SITUATION, Maker, Sequence, sequence

ENDING = ("draw", "redirect")
EMPTY = document(Situation(SITUATION))


def folded(made: Sequence) -> Situation:
    return fold(SITUATION, made.gestures, made.texts)


def undos(targets: list[Gesture], first: int) -> list[Gesture]:
    """Undo these gestures, from the last to the first."""
    return [
        Gesture(gesture_id(first + n), "undo", one.at, one.by, {"undoes": one.id})
        for n, one in enumerate(reversed(targets))
    ]


def scenario(name: str) -> Situation:
    gestures, texts = SCENARIOS[name]
    return fold(SITUATION, parse_gestures(gestures), parse_texts(texts))


def test_vectors_are_current() -> None:
    made = dict(vectors())
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert kept.keys() == made.keys()
    assert [name for name in made if made[name] != kept[name]] == [], "run: python -m tools.generate_vectors"


def test_undo_all_is_empty_and_redo_all_is_the_same(sized: Callable[[int, int], int], seed: int) -> None:
    for n in range(sized(300, 10_000)):
        made = sequence(f"{seed}/undo/{n}", careful=n % 3 == 0)
        at_first = digest(folded(made))
        back = undos(made.gestures, 10_000)
        # The undos of the sequence itself are undone too: all that was done is undone, one by one.
        undone = fold(SITUATION, [*made.gestures, *back], made.texts)
        assert document(undone) == EMPTY, n
        again = undos(back, 20_000)
        redone = fold(SITUATION, [*made.gestures, *back, *again], made.texts)
        assert digest(redone) == at_first, n


def test_replaying_a_prefix_is_the_state_then(sized: Callable[[int, int], int], seed: int) -> None:
    for n in range(sized(40, 1_000)):
        maker = Maker(random.Random(f"{seed}/prefix/{n}"))
        states = [digest(folded(maker.made))]
        for length in range(1, 25):
            maker.sequence(length)
            states.append(digest(folded(maker.made)))
        for length, state in enumerate(states):
            assert digest(fold(SITUATION, maker.made.gestures[:length], maker.made.texts)) == state


@given(st.integers(0, 10**9), st.data())
@settings(max_examples=60, deadline=None)
def test_the_fold_bears_any_loss_and_any_order(number: int, data: st.DataObject) -> None:
    made = sequence(f"hypothesis/{number}", length=20)
    kept = data.draw(st.lists(st.sampled_from(made.gestures), max_size=25))
    situation = fold(SITUATION, kept, made.texts)
    figures = {*situation.persons, *situation.professionals, *situation.undecided}
    standing = {*figures, *situation.households, *situation.institutions}
    for arrow in situation.activations.values():
        first = min(n for n, one in enumerate(kept) if one.args.get("id") == arrow.id and one.kind in ENDING)
        declared = {one.args["id"] for one in kept[:first] if one.kind in ADDS}
        for end in (arrow.activator, arrow.activated):
            assert end in standing or end not in declared
    for kinship in situation.kinships.values():
        assert {kinship.a, kinship.b} <= figures
    for stay in situation.memberships.values():
        assert stay.person in situation.persons
        assert stay.household in situation.households
    assert set(situation.texts) <= set(made.texts)


def test_the_same_gesture_twice_is_one() -> None:
    once = parse_gestures(SCENARIOS["places"][0])
    assert fold(SITUATION, (*once, *once[:3]), {}).positions["p1"] == (7, 8)


def test_canonical_json_is_that_of_javascript() -> None:
    # In code points U+FB00 comes before U+10400, in UTF-16 after it.
    assert canonical_json({"\ufb00": [1, None], "\U00010400": True, "é": '"\\\n\x1f\u2028'}) == (
        '{"é":"\\"\\\\\\n\\u001f\u2028","\U00010400":true,"\ufb00":[1,null]}'
    )
    order = [one[0] for one in document(scenario("places-in-the-order-of-utf16"))["positions"]]
    assert order == ["a", "é", "\U00010400", "\ufb00"]


@pytest.mark.parametrize(
    ("name", "effective"),
    [
        ("redone", [True, False, True]),
        ("undone-again", [False, True, False, True]),
        ("undo-of-a-later-gesture", [True, True]),
        ("undo-of-itself", [True, True]),
        ("undo-twice", [False, False, True, True]),
    ],
)
def test_what_has_effect(name: str, effective: list[bool]) -> None:
    assert effective_gestures(parse_gestures(SCENARIOS[name][0])) == effective


def test_scenarios_by_hand() -> None:
    assert scenario("nothing") == Situation(SITUATION)
    assert set(scenario("arrow").activations) == {"a1"}
    # An end nobody declared yet is an organisation of the directory, until somebody takes its id.
    assert scenario("arrow-before-its-end").activations["a1"].activated == "w1"
    assert not scenario("arrow-after-its-end-was-undone").activations
    assert set(scenario("arrow-back-with-its-end").activations) == {"a1"}
    assert not scenario("remove-takes-the-arrows").activations
    assert [one.order for one in scenario("orders").activations.values()] == [20, 8, 21]
    assert scenario("places").positions == {"w1": (1, -2), "p1": (7, 8)}
    assert scenario("place-of-an-organisation-in-use").positions == {"org": (5, 6)}
    assert not scenario("removed-then-placed").positions
    assert str(scenario("home").memberships["m1"].until) == "2022-09"
    assert scenario("home").memberships["m1"].since is None
    assert not scenario("home-of-a-professional").memberships
    assert set(scenario("side-changed-with-arrows-not-approved").persons) == {"p1"}
    assert scenario("side-changed-with-arrows-approved").professionals["p1"].role == "t1"
    assert not scenario("side-changed-and-kinship-gone").kinships
    assert scenario("side-decided").persons["u1"].label == "t3"
    assert scenario("status-of-two-kinds").persons["p1"].status == ("mineurs",)
    assert scenario("status-of-two-kinds").activations["a1"].status == "ended"
    assert scenario("cleared").persons["p1"].label is None
    assert scenario("agreed").agreed == {"a1"}
    assert scenario("agreed").activations["a1"].agreed
    assert scenario("text-missing").persons["p1"].label is None
    assert scenario("institution-removed").professionals["w1"].organisation is None
    assert scenario("institution-removed").households["f1"].housed_by is None
    assert scenario("said-by-somebody-removed").activations["a1"].said_by is None
    assert scenario("redirected").activations["a1"].activator == "p2"
    assert scenario("described").about.title is None
    assert scenario("described").words(scenario("described").about.place, "en") == "agent d'accueil"
