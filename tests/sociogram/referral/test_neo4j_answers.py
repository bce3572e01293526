"""One question, three ways, on a real Neo4j: the whole network in memory, the server's own search, and the
enumeration of every path. The same answers, byte for byte, whatever is hidden."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from api.use_cases.networks import BY_THE_STORE, Networks
from sociogram.access.viewer import ANYBODY, LOCAL_OWNER, Viewer
from sociogram.directory.directory import Directory
from sociogram.directory.folder import DirectoryFolder
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.errors import NotFound
from sociogram.referral.answer_json import answer_json
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.stores.neo4j.access import Access
from sociogram.stores.neo4j.reach import Search
from sociogram.stores.neo4j_store import Neo4jStore
from tests.neo4j.fixtures import wipe
from tests.neo4j.server import USER, Neo4jServer
from tests.sociogram.referral.invented import KINDS

GRANTED = Viewer("granted")
Fresh = Callable[[], Neo4jStore]


@pytest.fixture
def fresh(neo4j_database: Neo4jServer) -> Iterator[Fresh]:
    """Opens an empty store as often as asked; the one before is closed."""
    opened: list[Neo4jStore] = []

    def make() -> Neo4jStore:
        for one in opened:
            one.close()
        if opened:
            with neo4j_database.driver() as driver:
                wipe(driver)
        opened[:] = [Neo4jStore(neo4j_database.url, Access(USER, neo4j_database.password))]
        return opened[0]

    yield make
    for one in opened:
        one.close()


def folder(directory: Directory) -> DirectoryFolder:
    rows = (
        directory.organisations,
        directory.services,
        directory.relations,
        directory.places,
        directory.terms,
    )
    return DirectoryFolder(*(tuple(kind.values()) for kind in rows))  # type: ignore[arg-type]


def said(store: Neo4jStore, viewer: Viewer, query: SuggestionRequest, memory_mb: int) -> tuple[str, str]:
    """The answer as it is published, and its version."""
    answer = answer_json(suggest(Networks(memory_mb).for_question(store, viewer, query), query))
    version = answer.pop("network_version")
    return json.dumps(answer), version


def both(store: Neo4jStore, viewer: Viewer, query: SuggestionRequest) -> str:
    """The answer, found in memory and found by the server: the same, of the same version."""
    whole, version = said(store, viewer, query, 1024)
    part, part_version = said(store, viewer, query, 0)
    assert part == whole
    assert part_version == version + BY_THE_STORE
    return whole + version


def shape(chance: random.Random) -> dict[str, Any]:
    return {
        "nodes": chance.randrange(10, 41),
        "degree": chance.uniform(2, 5),
        "hidden": 2,
        "trap": chance.random() < 0.5,
    }


def secret(directory: Directory) -> list[str]:
    return sorted(one.id for one in directory.organisations.values() if one.sensitivity == "restreint")


def without(directory: Directory, gone: set[str]) -> Directory:
    return replace(
        directory,
        organisations={k: v for k, v in directory.organisations.items() if k not in gone},
        services={k: v for k, v in directory.services.items() if v.organisation_id not in gone},
        relations={k: v for k, v in directory.relations.items() if not {v.from_id, v.to_id} & gone},
    )


def test_memory_server_and_enumeration_answer_alike_and_hidden_rows_change_no_byte(
    fresh: Fresh, make_directory: Any, truth: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    for number in range(sized(3, 500)):
        chance = random.Random(f"neo4j-{seed}-{number}")
        whole = of_kinds(chance, make_directory(chance, **shape(chance)))
        hidden = secret(whole)
        shown = without(whole, set(hidden))
        origin, hops = min(shown.organisations), chance.choice((1, 2, 3, 3, 4))
        query = SuggestionRequest(origin, ("hebergement",), max_hops=hops, k=50)
        store = fresh()
        store.import_directory(LOCAL_OWNER, folder(whole))
        answer = both(store, ANYBODY, query)
        assert not any(name in answer for name in hidden)
        check_paths(truth(shown), store, ANYBODY, query)
        store.grant("organisation", hidden[0], GRANTED.id)
        assert both(store, ANYBODY, query) == answer
        both(store, GRANTED, query)
        check_paths(truth(without(whole, set(hidden[1:]))), store, GRANTED, query)
        narrowed = narrow(chance, shown, query)
        told = both(store, ANYBODY, narrowed)
        both(store, GRANTED, replace(narrowed, must_not_know=(*narrowed.must_not_know, hidden[0])))
        store = fresh()
        store.import_directory(LOCAL_OWNER, folder(shown))
        assert both(store, ANYBODY, query) == answer, "hidden rows changed a byte"
        assert both(store, ANYBODY, narrowed) == told, "hidden rows changed a byte"


def of_kinds(chance: random.Random, directory: Directory) -> Directory:
    """Every organisation of some kind, or of none that is known."""
    named = {key: replace(one, typology=chance.choice(KINDS)) for key, one in directory.organisations.items()}
    return replace(directory, organisations=named)


def narrow(chance: random.Random, shown: Directory, query: SuggestionRequest) -> SuggestionRequest:
    """The same question with somebody who must not know, or with what the person agreed to, or both."""
    kinds = [kind for kind in KINDS if kind]
    names = sorted(shown.organisations)
    named = (*chance.sample(names, len(names) // 5), *chance.sample(kinds, chance.choice((0, 0, 1))))
    agreed = (*chance.sample(names, len(names) // 2), *chance.sample(kinds, chance.randrange(1, 3)))
    which = chance.choice(((named, None), ((), agreed), (named, agreed), (named, ())))
    return replace(query, must_not_know=which[0], consent=which[1])


def check_paths(truth: Any, store: Neo4jStore, viewer: Viewer, query: SuggestionRequest) -> None:
    """Every suggestion goes the enumerated best way; nobody within reach is missing."""
    answer = suggest(Networks(0).for_question(store, viewer, query), query)
    best = truth.best(query.origin, query.max_hops)
    for one in answer.suggestions:
        assert tuple(step.actor.id for step in one.path) == best[one.provider.id][1]
        assert tuple(step.tie.id for step in one.path if step.tie) == best[one.provider.id][2]
    offered = [one for one in truth.directory.services.values() if one.organisation_id in best]
    assert len(answer.suggestions) == min(len(offered), query.k)


def test_what_several_people_brought_is_chosen_as_in_memory(
    fresh: Fresh, make_directory: Any, sized: Callable[[int, int], int], seed: int
) -> None:
    """The same ids, other statuses: one's own first, then the first brought."""
    for number in range(sized(1, 50)):
        chance = random.Random(f"several-{seed}-{number}")
        first = of_kinds(chance, make_directory(chance, nodes=15, degree=4))
        other = of_kinds(chance, first).organisations
        ties = {
            key: replace(tie, status=chance.choice(("non_date", "projet_termine", "historique")))
            for key, tie in first.relations.items()
            if chance.random() < 0.6
        }
        services = {
            key: replace(row, category=chance.choice(("hebergement", "sante")))
            for key, row in first.services.items()
            if chance.random() < 0.6
        }
        store = fresh()
        store.import_directory(Viewer("one"), folder(first))
        store.import_directory(
            Viewer("two"), folder(replace(first, organisations=other, relations=ties, services=services))
        )
        query = SuggestionRequest(min(first.organisations), ("hebergement",), max_hops=3, k=50)
        answers = {both(store, viewer, query) for viewer in (ANYBODY, Viewer("one"), Viewer("two"))}
        assert len(answers) > 1, "whose rows they are decides nothing here"
        for viewer in (ANYBODY, Viewer("one"), Viewer("two")):
            both(store, viewer, narrow(chance, first, query))


def test_equal_ways_are_told_apart_by_ids_of_any_alphabet(fresh: Fresh, make_directory: Any) -> None:
    """Ids beyond the first plane of Unicode: their order as texts is not that of their UTF-16 halves."""
    chance = random.Random(5)
    plain = make_directory(chance, nodes=4, degree=0)
    relays = ["ﬀ", "𐐀", "z"]
    names = ["a", *relays, "end"]
    ties = [Relation(f"{one}{at}", "", "a", one, "works_with") for one in relays for at in ("ﬀ", "𐐀")]
    ties += [Relation(f"to-{one}", "", one, "end", "works_with") for one in relays]
    small = replace(
        plain,
        organisations={name: Organisation(name, name) for name in names},
        services={"s": Service("s", "end", "hebergement")},
        relations={tie.id: tie for tie in ties},
    )
    for kept in (relays, relays[1:]):
        store = fresh()
        store.import_directory(LOCAL_OWNER, folder(without(small, set(relays) - set(kept))))
        answer = both(store, ANYBODY, SuggestionRequest("a", ("hebergement",)))
        assert json.loads(answer[: answer.rindex("}") + 1])["suggestions"][0]["path"][1]["actor"] == min(kept)


def test_a_tie_changed_in_cypher_changes_the_next_suggestion(
    fresh: Fresh, neo4j_database: Neo4jServer, make_directory: Any
) -> None:
    chance = random.Random(3)
    plain = make_directory(chance, nodes=12, degree=6)
    store = fresh()
    store.import_directory(LOCAL_OWNER, folder(plain))
    query = SuggestionRequest(min(plain.organisations), ("hebergement",), k=50)
    networks = [Networks(1024), Networks(0)]

    def answers() -> list[str]:
        return [
            json.dumps(answer_json(suggest(one.for_question(store, ANYBODY, query), query)))
            for one in networks
        ]

    before = answers()
    assert answers() == before
    with neo4j_database.driver() as driver:
        driver.execute_query("MATCH ()-[t:TIE]->() SET t.status = 'historique'")
    after = answers()
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert both(store, ANYBODY, query)


def test_rows_spoilt_by_hand_are_gone_around(
    fresh: Fresh, neo4j_database: Neo4jServer, make_directory: Any, sized: Callable[[int, int], int]
) -> None:
    """What is no row to the reader is none to the search: an organisation, a tie, a level, an end."""
    spoil = [
        "MATCH (o:Organisation) WHERE o.id <> $origin WITH o ORDER BY o.id LIMIT 3 SET o.name = 7",
        "MATCH (o:Organisation) WHERE o.id <> $origin WITH o ORDER BY o.id LIMIT 3 SET o.aliases = 'text'",
        "MATCH ()-[t:TIE]->() WITH t ORDER BY t.id LIMIT 5 SET t.sensitivity = 'restreint'",
        "MATCH ()-[t:TIE]->() WITH t ORDER BY t.id LIMIT 5 SET t.notes = 3",
        "MATCH ()-[t:TIE]->() WITH t ORDER BY t.id LIMIT 5 SET t.status = 'invented'",
        "MATCH ()-[t:TIE]->() WITH t ORDER BY t.id LIMIT 5 REMOVE t.arrived",
        "MATCH (o:Organisation) WHERE o.id <> $origin WITH o ORDER BY o.id LIMIT 3 DETACH DELETE o",
    ]
    for number, query_text in enumerate(spoil[:: sized(2, 1)]):
        plain = make_directory(random.Random(f"spoilt-{number}"), nodes=14, degree=5)
        store = fresh()
        store.import_directory(LOCAL_OWNER, folder(plain))
        origin = min(plain.organisations)
        query = SuggestionRequest(origin, ("hebergement",), k=50)
        before = both(store, ANYBODY, query)
        with neo4j_database.driver() as driver:
            driver.execute_query(query_text, origin=origin)  # type: ignore[arg-type]
        assert both(store, ANYBODY, query) != before, query_text


def test_an_origin_that_is_hidden_and_one_that_is_not_there_are_refused_alike(
    fresh: Fresh, make_directory: Any
) -> None:
    whole = make_directory(random.Random(9), nodes=12, degree=4, hidden=2)
    store = fresh()
    store.import_directory(LOCAL_OWNER, folder(whole))
    refusals = []
    for origin in (secret(whole)[0], "nowhere", "\ud800", "'}) DETACH DELETE n //"):
        query = SuggestionRequest(origin, ("hebergement", "'}) DETACH DELETE n //"))
        with pytest.raises(NotFound) as refused:
            suggest(Networks(0).for_question(store, ANYBODY, query), query)
        refusals.append(refused.value.problems)
    assert len(set(refusals)) == 1
    assert store.directory(ANYBODY).organisations


def test_one_question_is_one_search(
    fresh: Fresh, make_directory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is asked once for the best ways; then only for what they lack."""
    searches: list[dict[str, Any]] = []
    real = Search.cheapest_ways

    def counted(search: Search, *leaving: Any, **around: Any) -> Any:
        searches.append(around)
        return real(search, *leaving, **around)

    monkeypatch.setattr(Search, "cheapest_ways", counted)
    plain = make_directory(random.Random(12), nodes=12, degree=4)
    store = fresh()
    store.import_directory(LOCAL_OWNER, folder(plain))
    query = SuggestionRequest(min(plain.organisations), ("hebergement",), k=50)
    both(store, ANYBODY, query)
    assert [one for one in searches if not one] == [{}]
    assert len(searches) > 1, "other ways were looked for"
