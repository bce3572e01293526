import json
import random
from collections.abc import Callable

from sociogram.language import Bilingual
from sociogram.situation.digest import digest, document
from sociogram.situation.fold import fold
from sociogram.situation.gestures import Gesture, parse_gestures, parse_texts
from sociogram.situation.own import own_document
from sociogram.situation.withdrawal import withdraw
from tools.gesture_scenarios import SCENARIOS, gesture_id
from tools.gesture_sequences import SITUATION, sequence

CANARY = "canari-7Q"


def with_somebody(seed: str) -> tuple[list[Gesture], list[Gesture], dict[str, Bilingual]]:
    """A log without somebody, the same log with them woven in, and all the texts."""
    made = sequence(seed, careful=True)
    rng = random.Random(seed)
    texts = dict(made.texts)
    ends = [one.args["id"] for one in made.gestures if one.kind in ("add_person", "add_professional")]
    homes = [one.args["id"] for one in made.gestures if one.kind == "add_household"]
    woven: list[Gesture] = []
    count = 0

    def say(kind: str, /, **args: object) -> None:
        nonlocal count
        count += 1
        woven.append(Gesture(gesture_id(900_000 + count), kind, "2026-11-22T08:00:00Z", "amina", args))

    def text() -> str:
        name = f"{CANARY}-{len(texts)}"
        texts[name] = Bilingual(f"{CANARY} {len(texts)}", CANARY)
        return name

    say("add_person", id="gone", label=text(), age_band=text())
    for one in made.gestures:
        woven.append(one)
        if rng.random() < 0.5:
            continue
        say("change", id="gone", set={"label": text(), "birth": "2001"})
        say("place", at={"gone": [1, 2]})
        say("agree", id="gone", agreed=True)
        if ends:
            other = rng.choice(ends)
            # Orders far above keep the numbers of other arrows as they are without these.
            say("draw", id=f"gone-a{count}", activator="gone", activated=other, label=text(), order=0)
            say("link", id=f"gone-l{count}", a="gone", b=other, kind="other", label=text())
        if homes:
            say("move_in", id=f"gone-m{count}", person="gone", household=rng.choice(homes))
        say("undo", undoes=woven[-1].id)
        say("undo", undoes=woven[-1].id)
    return made.gestures, woven, texts


def test_the_fold_is_that_of_a_log_that_never_had_it(sized: Callable[[int, int], int], seed: int) -> None:
    for n in range(sized(150, 3_000)):
        without, woven, texts = with_somebody(f"{seed}/withdraw/{n}")
        done = withdraw(woven, texts, "gone")
        assert list(done.log) == without
        assert digest(fold(SITUATION, done.log, done.texts)) == digest(fold(SITUATION, without, texts))
        assert done.forgotten_ids == {one.id for one in woven} - {one.id for one in without}


def test_no_byte_of_the_text_is_left(sized: Callable[[int, int], int], seed: int) -> None:
    for n in range(sized(50, 1_000)):
        _, woven, texts = with_somebody(f"{seed}/bytes/{n}")
        assert CANARY in own_document(fold(SITUATION, woven, texts), woven, texts).decode()
        done = withdraw(woven, texts, "gone")
        situation = fold(SITUATION, done.log, done.texts)
        left = own_document(situation, done.log, done.texts).decode() + json.dumps(document(situation))
        assert CANARY not in left
        assert '"gone' not in left


def log_of(*acts: tuple[str, dict[str, object]]) -> list[Gesture]:
    return [
        Gesture(gesture_id(n), kind, "2026-11-22T08:00:00Z", "amina", args)
        for n, (kind, args) in enumerate(acts, start=1)
    ]


def test_what_names_it_is_trimmed() -> None:
    log = log_of(
        ("add_person", {"id": "p1"}),
        ("add_person", {"id": "p2"}),
        ("add_institution", {"id": "i1"}),
        ("add_professional", {"id": "w1", "organisation": "i1"}),
        ("add_household", {"id": "f1", "housed_by": "i1"}),
        ("draw", {"id": "a1", "activator": "p1", "activated": "w1", "said_by": "p2"}),
        ("place", {"at": {"p1": [1, 2], "p2": [3, 4]}}),
        ("change", {"id": "a1", "set": {"said_by": "p2"}}),
        ("change", {"id": "a1", "set": {"said_by": "p2", "when": "2020"}}),
    )
    done = withdraw(log, {}, "p2")
    kept = {one.id: one.args for one in done.log}
    assert kept[gesture_id(6)] == {"id": "a1", "activator": "p1", "activated": "w1"}
    assert kept[gesture_id(7)] == {"at": {"p1": [1, 2]}}
    assert gesture_id(8) not in kept
    assert kept[gesture_id(9)] == {"id": "a1", "set": {"when": "2020"}}
    building = {one.id: one.args for one in withdraw(log, {}, "i1").log}
    assert building[gesture_id(4)] == {"id": "w1"}
    assert building[gesture_id(5)] == {"id": "f1"}


def test_an_arrow_that_was_redirected_away_goes_too() -> None:
    gestures, texts = SCENARIOS["redirected"]
    done = withdraw(parse_gestures(gestures), parse_texts(texts), "p1")
    assert {one.args["id"] for one in done.log} == {"w1", "p2"}
    assert "t1" not in done.texts


def test_an_undo_of_what_left_leaves_too() -> None:
    gestures, texts = SCENARIOS["redone"]
    done = withdraw(parse_gestures(gestures), parse_texts(texts), "p1")
    assert done.log == ()
    assert done.forgotten_ids == {gesture_id(1), gesture_id(2), gesture_id(3)}


def test_withdrawing_one_arrow_leaves_its_ends() -> None:
    gestures, texts = SCENARIOS["arrow"]
    done = withdraw(parse_gestures(gestures), parse_texts(texts), "a1")
    assert [one.kind for one in done.log] == ["add_person", "add_professional"]
    assert "t1" in done.texts


def test_words_alone_can_be_taken_back() -> None:
    log = log_of(
        ("describe", {"title": "t1", "fictional": True}),
        ("describe", {"title": "t2"}),
        ("undo", {"undoes": gesture_id(2)}),
        ("add_person", {"id": "p1", "label": "t3"}),
        ("change", {"id": "p1", "set": {"label": "t4", "birth": "2001"}}),
        ("change", {"id": "p1", "set": {"label": "t5"}}),
    )
    texts = {f"t{n}": Bilingual(f"mot {n}") for n in range(1, 6)}
    former = withdraw(log, texts, "t4")
    assert [one.args for one in former.log][4] == {"id": "p1", "set": {"birth": "2001"}}
    assert fold("s", former.log, former.texts) == fold("s", log, texts)
    assert "t4" not in former.texts
    title = withdraw(log, texts, "t2")
    assert title.forgotten_ids == {gesture_id(2), gesture_id(3)}
    assert fold("s", title.log, title.texts).about.title == "t1"
    label = withdraw(log, texts, "t5")
    assert fold("s", label.log, label.texts).persons["p1"].label == "t4"
    assert "t1" not in withdraw(log, texts, "t1").texts
    assert withdraw(log, texts, "t1").log[0].args == {"fictional": True}


def test_an_element_wins_over_a_text_of_the_same_id() -> None:
    log = log_of(("add_person", {"id": "x", "label": "x"}))
    assert withdraw(log, {"x": Bilingual("mot")}, "x").log == ()


def test_what_is_not_there_changes_nothing() -> None:
    gestures, texts = SCENARIOS["arrow"]
    log = parse_gestures(gestures)
    done = withdraw(log, parse_texts(texts), "nobody")
    assert done.log == log
    assert done.texts == parse_texts(texts)
    assert not done.forgotten_ids
