"""What every store promises about situations. A new kind of store joins in conftest.py."""

import uuid
from collections.abc import Callable
from datetime import date

import pytest

from sociogram.access.viewer import ANYBODY, Viewer
from sociogram.errors import BadInput, Conflict, NotAllowed, NotFound, RuleBroken
from sociogram.language import Bilingual
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.protocol import Store
from tests.sociogram.stores.invented import ANA, BEN, folder, gesture, organisation, person, words

Again = Callable[[Store], Store]
TWO = (person(1, "t1"), person(2))


def test_a_store_is_a_store(store: Store) -> None:
    assert isinstance(store, Store)
    assert store.kind in ("memory", "sqlite", "neo4j")


def test_an_empty_store_has_nothing(store: Store) -> None:
    assert store.situations(ANA) == ()
    assert store.directory(ANA).organisations == {}
    assert store.expire(date(2026, 1, 1)) == 0


@pytest.mark.parametrize("ask", ["situation", "log", "delete"])
def test_unknown_and_foreign_situations_are_one_and_the_same(store: Store, ask: str) -> None:
    store.create(BEN, "hers", [person(1, by="ben")], {})
    problems = []
    for name in ("hers", "nobody", "no id at all", "", "\ud800", "x" * 5000, "\0"):
        with pytest.raises(NotFound) as refused:
            getattr(store, ask)(ANA, name)
        problems.append(refused.value.problems)
    with pytest.raises(NotFound) as refused:
        store.append(ANA, "hers", [person(2)], {})
    assert set(problems) == {refused.value.problems}
    assert store.situation(BEN, "hers").persons.keys() == {"p1"}


def test_create_then_read(store: Store) -> None:
    texts = words(t1="Amie de test", t9="Titre")
    about = gesture(9, "describe", title="t9", fictional=True, sensitivity="restreint")
    assert store.create(ANA, "essai", [*TWO, about], texts) == "essai"
    situation = store.situation(ANA, "essai")
    assert list(situation.persons) == ["p1", "p2"]
    assert situation.words("t1", "fr") == "Amie de test"
    (line,) = store.situations(ANA)
    assert (line.id, line.version, line.fictional, line.sensitivity) == ("essai", 3, True, "restreint")
    assert (line.title, line.keep) == (Bilingual(fr="Titre"), "forever")
    log = store.log(ANA, "essai")
    assert (log.situation, log.version, log.complete) == ("essai", 3, True)
    assert [one.as_json() for one in log.gestures] == [one.as_json() for one in (*TWO, about)]
    assert log.texts == texts


def test_a_taken_id_gives_a_fresh_one_and_owners_do_not_meet(store: Store) -> None:
    assert store.create(ANA, "a", [person(1)], {}) == "a"
    assert store.create(ANA, "a", [person(1)], {}) == "a-2"
    assert store.create(ANA, "a", [person(1)], {}) == "a-3"
    assert store.create(BEN, "a", [person(1, by="ben")], {}) == "a"
    assert [line.id for line in store.situations(ANA)] == ["a", "a-2", "a-3"]
    assert [line.id for line in store.situations(BEN)] == ["a"]


def test_the_same_call_makes_one_situation(store: Store, again: Again) -> None:
    first, other = (str(uuid.UUID(int=number)) for number in (1, 2))
    assert store.create(ANA, "s", [person(1, "t1")], words(t1="Une"), call=first) == "s"
    assert store.create(ANA, "s", [person(1, "t1")], words(t1="Une"), call=first) == "s"
    assert store.create(ANA, "s", [person(1)], {}, call=other) == "s-2"
    assert store.create(BEN, "s", [person(1, by="ben")], {}, call=first) == "s"
    store.append(ANA, "s", [person(2), gesture(3, "withdraw", id="p1")], {})
    record = store.record(ANA, "s")
    store.delete(ANA, "s")
    store.adopt(ANA, record)
    store = again(store)
    assert store.record(ANA, "s") == record
    assert store.create(ANA, "t", [person(9)], {}, call=first.upper()) == "s", (
        "moved, changed: still that one"
    )
    assert [line.id for line in store.situations(ANA)] == ["s", "s-2"]
    with pytest.raises(BadInput):
        store.create(ANA, "s", [], {}, call="encore")


def test_a_fresh_id_is_no_longer_than_an_id_may_be(store: Store) -> None:
    name = "x" * 80
    store.create(ANA, name, [], {})
    assert store.create(ANA, name, [], {}) == "x" * 78 + "-2"


@pytest.mark.parametrize("name", ["", "a b", "x" * 81, "a/b", "\ud800", "a\n"])
def test_an_unfit_id_is_refused(store: Store, name: str) -> None:
    with pytest.raises(BadInput):
        store.create(ANA, name, [], {})
    assert store.situations(ANA) == ()


def test_append_counts_up_and_the_log_tells_what_is_new(store: Store) -> None:
    store.create(ANA, "s", [TWO[1]], {})
    assert store.append(ANA, "s", [person(3, "t3"), person(4)], words(t3="Tiers"), if_match=1) == 3
    assert store.append(ANA, "s", [person(5, "t5")], words(t5="Quint")) == 4
    log = store.log(ANA, "s", after=1)
    assert [one.args["id"] for one in log.gestures] == ["p3", "p4", "p5"]
    assert (log.version, log.complete, log.texts) == (4, False, words(t3="Tiers", t5="Quint"))
    assert store.log(ANA, "s", after=3).texts == words(t5="Quint")
    assert store.log(ANA, "s", after=4).gestures == ()
    assert store.log(ANA, "s", after=99).complete
    assert store.log(ANA, "s", after=-1).complete


def test_the_state_of_a_situation_tells_of_every_change_and_never_comes_back(store: Store) -> None:
    assert store.states(ANA) == {}
    store.create(BEN, "s", [person(1, by="ben")], {})
    store.create(ANA, "s", TWO, words(t1="Une"))
    store.create(ANA, "other", [], {})
    start, foreign = store.states(ANA), store.states(BEN)
    store.append(ANA, "s", TWO, words(t1="Une"))
    store.situation(ANA, "s")
    store.keep(ANA, "s", date(2027, 1, 1))
    assert store.states(ANA) == start, "nothing changed its log"
    seen = {start["s"]}
    for change in (
        lambda: store.append(ANA, "s", [person(3)], {}),
        lambda: store.append(ANA, "s", [gesture(8, "withdraw", id="p1")], {}),
        lambda: store.delete(ANA, "s"),
        lambda: store.create(ANA, "s", TWO, words(t1="Autre")),
    ):
        change()
        now = store.states(ANA)
        assert now["other"] == start["other"]
        assert now.get("s") not in seen
        seen.add(now.get("s", ""))
    assert store.states(BEN) == foreign


def test_all_or_none(store: Store) -> None:
    store.create(ANA, "s", TWO[1:], {})
    before = store.log(ANA, "s")
    with pytest.raises(RuleBroken):
        store.append(ANA, "s", [person(3), gesture(4, "draw", id="a", activator="p3", activated="p3")], {})
    with pytest.raises(BadInput):
        store.append(ANA, "s", [person(3, "t3")], {})
    with pytest.raises(BadInput):
        store.append(ANA, "s", [person(3)], words(t9="de personne"))
    assert store.log(ANA, "s") == before


def test_a_refused_situation_is_not_kept(store: Store) -> None:
    with pytest.raises(BadInput):
        store.create(ANA, "s", [gesture(1, "draw", id="a", activator="x", activated="y")], {})
    with pytest.raises(BadInput):
        store.create(ANA, "s", [], {}, keep="never")  # type: ignore[arg-type]
    assert store.situations(ANA) == ()


def test_the_same_gesture_twice_is_one(store: Store) -> None:
    store.create(ANA, "s", TWO, words(t1="Une"))
    for _ in range(2):
        assert store.append(ANA, "s", TWO, words(t1="Une"), if_match=0) == 2
    assert store.append(ANA, "s", [person(3), person(3)], {}, if_match=2) == 3
    # The reply was lost: the writer sends the same again, with more, against the version it knew.
    assert (
        store.append(
            ANA, "s", [person(3), gesture(4, "change", id="p3", set={"birth": "2001"})], {}, if_match=2
        )
        == 4
    )
    assert len(store.log(ANA, "s").gestures) == 4


def test_the_same_id_with_another_content_is_refused(store: Store) -> None:
    store.create(ANA, "s", TWO, words(t1="Une"))
    other = gesture(1, "add_person", id="p7")
    with pytest.raises(BadInput):
        store.append(ANA, "s", [other], {})
    with pytest.raises(BadInput):
        store.append(ANA, "s", [person(8), gesture(8, "add_person", id="p9")], {})
    with pytest.raises(BadInput):
        store.append(ANA, "s", [person(3, "t1")], words(t1="Autre"))
    assert store.log(ANA, "s").version == 2


def test_a_stale_writer_passes_unless_the_same_element_was_touched(store: Store) -> None:
    store.create(ANA, "s", TWO, words(t1="Une"))
    assert store.append(ANA, "s", [gesture(3, "change", id="p1", set={"birth": "1990"})], {}, if_match=2) == 3
    assert store.append(ANA, "s", [gesture(4, "change", id="p2", set={"birth": "1991"})], {}, if_match=2) == 4
    with pytest.raises(Conflict) as refused:
        store.append(ANA, "s", [gesture(5, "change", id="p1", set={"birth": "1992"})], {}, if_match=2)
    assert "p1" in refused.value.first.place
    assert store.append(ANA, "s", [gesture(5, "change", id="p1", set={"birth": "1992"})], {}, if_match=4) == 5
    with pytest.raises(Conflict):
        store.append(ANA, "s", [person(9)], {}, if_match=17)


def test_a_stale_writer_on_something_taken_away_looks_again(store: Store) -> None:
    store.create(ANA, "s", TWO, words(t1="Une"))
    store.append(ANA, "s", [gesture(3, "remove", id="p1")], {})
    with pytest.raises(Conflict):
        store.append(ANA, "s", [gesture(4, "draw", id="a", activator="p1", activated="p2")], {}, if_match=2)


def test_undo_is_a_gesture_like_another(store: Store) -> None:
    store.create(ANA, "s", TWO, words(t1="Une"))
    assert store.append(ANA, "s", [gesture(3, "undo", undoes=TWO[1].id)], {}) == 3
    assert list(store.situation(ANA, "s").persons) == ["p1"]
    assert (
        store.append(ANA, "s", [gesture(4, "undo", undoes=gesture(3, "undo", undoes=TWO[1].id).id)], {}) == 4
    )
    assert list(store.situation(ANA, "s").persons) == ["p1", "p2"]


def test_withdrawal_rewrites_history(store: Store, again: Again) -> None:
    arrow = gesture(3, "draw", id="a", activator="p1", activated="p2", label="t3")
    place = gesture(4, "place", at={"p1": [100, 200], "p2": [300, 400]})
    store.create(ANA, "s", [*TWO, arrow, place], words(t1="Une", t3="appelle"))
    assert store.append(ANA, "s", [gesture(5, "withdraw", id="p1")], {}, if_match=4) == 5
    log = store.log(ANA, "s", after=4)
    assert (log.version, log.complete, log.texts) == (5, True, {})
    assert [one.kind for one in log.gestures] == ["add_person", "place"]
    assert dict(log.gestures[1].args["at"]).keys() == {"p2"}
    assert list(store.situation(ANA, "s").persons) == ["p2"]
    store = again(store)
    assert store.log(ANA, "s", after=4) == log
    # Late copies of what was withdrawn, and the withdrawal again, count as done and bring nothing back.
    late = [*TWO, arrow, place, gesture(5, "withdraw", id="p1")]
    assert store.append(ANA, "s", late, words(t1="Une", t3="appelle"), if_match=0) == 5
    assert store.log(ANA, "s") == log
    store = again(store)
    assert store.log(ANA, "s") == log
    # A reader that came after the withdrawal needs no rewriting.
    store.append(ANA, "s", [person(6)], {})
    assert not store.log(ANA, "s", after=5).complete


def test_added_and_withdrawn_at_once_leaves_nothing(store: Store) -> None:
    store.create(ANA, "s", [person(2)], {})
    version = store.append(
        ANA, "s", [person(1, "t1"), gesture(5, "withdraw", id="p1"), person(3)], words(t1="Une")
    )
    log = store.log(ANA, "s")
    assert (version, [one.args["id"] for one in log.gestures], log.texts) == (4, ["p2", "p3"], {})


def test_after_a_withdrawal_a_stale_writer_looks_again(store: Store) -> None:
    store.create(ANA, "s", TWO, words(t1="Une"))
    store.append(ANA, "s", [gesture(5, "withdraw", id="p1")], {})
    with pytest.raises(Conflict):
        store.append(ANA, "s", [gesture(6, "draw", id="a", activator="p2", activated="p1")], {}, if_match=2)
    with pytest.raises(BadInput):
        store.append(ANA, "s", [gesture(6, "draw", id="a", activator="p2", activated="p1")], {}, if_match=3)


def test_arrows_end_at_organisations_the_viewer_sees(store: Store) -> None:
    store.import_directory(BEN, folder(organisation("alpha"), organisation("refuge-demo", "restreint")))
    store.create(ANA, "s", [person(1)], {})
    store.append(ANA, "s", [gesture(2, "draw", id="a", activator="p1", activated="alpha")], {})
    refusals = []
    for number, end in ((3, "refuge-demo"), (4, "inconnu-demo")):
        with pytest.raises(RuleBroken) as refused:
            store.append(ANA, "s", [gesture(number, "draw", id="b", activator="p1", activated=end)], {})
        refusals.append([problem.code for problem in refused.value.problems])
    assert refusals[0] == refusals[1]


def test_arrows_end_at_organisations_another_store_shows_the_viewer(store: Store) -> None:
    arrow = gesture(5, "draw", id="a1", activator="p1", activated="elsewhere")
    with pytest.raises(RuleBroken):
        store.create(ANA, "essai", [person(1), arrow], {})
    store.create(ANA, "essai", [person(1), arrow], {}, known=("elsewhere",))
    back = gesture(6, "draw", id="a2", activator="elsewhere", activated="p1")
    with pytest.raises(RuleBroken):
        store.append(ANA, "essai", [back], {})
    assert store.append(ANA, "essai", [back], {}, known=("elsewhere",)) == 3


def test_delete_forgets_and_frees_the_id(store: Store) -> None:
    store.create(ANA, "s", TWO, words(t1="Une"))
    store.delete(ANA, "s")
    assert store.situations(ANA) == ()
    with pytest.raises(NotFound):
        store.situation(ANA, "s")
    assert store.create(ANA, "s", [person(4)], {}) == "s"
    assert list(store.situation(ANA, "s").persons) == ["p4"]
    assert store.log(ANA, "s").version == 1


def test_keeping_ends(store: Store) -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    store.create(ANA, "ever", [], {})
    store.create(ANA, "night", [], {}, keep="tonight", today=monday)
    store.create(ANA, "dated", [], {}, keep=tuesday)
    assert {line.id: line.keep for line in store.situations(ANA)} == {
        "ever": "forever",
        "night": "tonight",
        "dated": "2026-11-24",
    }
    assert store.expire(monday) == 0
    assert store.expire(tuesday) == 1
    assert [line.id for line in store.situations(ANA)] == ["dated", "ever"]
    assert store.expire(date(2026, 11, 25)) == 1
    assert store.expire(date(2099, 1, 1)) == 0
    assert [line.id for line in store.situations(ANA)] == ["ever"]


def test_tonight_without_a_day_is_dated_by_the_next_expire(store: Store) -> None:
    store.create(ANA, "night", [], {}, keep="tonight")
    assert store.expire(date(2026, 11, 23)) == 0
    assert store.expire(date(2026, 11, 23)) == 0
    assert store.expire(date(2026, 11, 24)) == 1


def test_how_long_is_decided_again(store: Store, again: Again) -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    store.create(ANA, "s", TWO, {"t1": Bilingual(fr="Une")})
    for keep, word in (("tonight", "tonight"), (tuesday, "2026-11-24"), ("forever", "forever")):
        store.keep(ANA, "s", keep, today=monday)
        assert [line.keep for line in store.situations(ANA)] == [word]
    assert store.log(ANA, "s").version == 2
    store.keep(ANA, "s", "tonight", today=monday)
    store = again(store)
    assert store.expire(monday) == 0
    assert store.expire(tuesday) == 1
    with pytest.raises(NotFound):
        store.keep(ANA, "s", "forever")


def test_nobody_decides_for_others(store: Store) -> None:
    store.create(BEN, "hers", [person(1, by="ben")], {}, keep=date(2026, 11, 24))
    for ask in (lambda: store.keep(ANA, "hers", "forever"), lambda: store.record(ANA, "hers")):
        with pytest.raises(NotFound):
            ask()
    assert [line.keep for line in store.situations(BEN)] == ["2026-11-24"]


def test_a_record_moves_whole_with_what_it_has_forgotten(store: Store, again: Again) -> None:
    other = MemoryStore()
    other.create(ANA, "s", TWO, words(t1="Une"))
    other.append(ANA, "s", [gesture(3, "withdraw", id="p1")], {})
    moved = other.record(ANA, "s")
    store.adopt(ANA, moved, keep="tonight", today=date(2026, 11, 23))
    store = again(store)
    assert store.record(ANA, "s") == moved
    assert store.log(ANA, "s") == other.log(ANA, "s")
    assert [line.keep for line in store.situations(ANA)] == ["tonight"]
    store.append(ANA, "s", [person(1, "t1")], words(t1="Une"))
    assert list(store.situation(ANA, "s").persons) == ["p2"], "a late copy brings nothing back"
    assert store.append(ANA, "s", [person(4)], {}) == moved.version + 1


def test_a_record_never_takes_the_place_of_another(store: Store) -> None:
    store.create(ANA, "s", [person(9)], {})
    other = MemoryStore()
    other.create(ANA, "s", [person(1), person(2)], {})
    with pytest.raises(BadInput):
        store.adopt(ANA, other.record(ANA, "s"))
    assert list(store.situation(ANA, "s").persons) == ["p9"]
    with pytest.raises(NotAllowed):
        store.adopt(ANYBODY, other.record(ANA, "s"))
    store.adopt(BEN, other.record(ANA, "s"))
    assert list(store.situation(BEN, "s").persons) == ["p1", "p2"]


def test_texts_of_every_script_come_back_as_they_were(store: Store) -> None:
    said = Bilingual("Ɛ ɔ ɲ ŋ, « » — تجربة", "= +223, '; DROP TABLE text; --")
    store.create(ANA, "été.1:a-b", [person(1, "té")], {"té": said})
    assert store.log(ANA, "été.1:a-b").texts == {"té": said}


def test_nobody_keeps_nothing(store: Store) -> None:
    with pytest.raises(NotAllowed):
        store.create(ANYBODY, "s", [], {})
    assert store.situations(ANYBODY) == ()


def test_roles_and_organisations_open_nothing_by_themselves(store: Store) -> None:
    store.create(BEN, "s", [person(1, by="ben")], {})
    curious = Viewer("ana", frozenset({"alpha"}), frozenset({"owner", "admin", "coordinator"}))
    assert store.situations(curious) == ()
