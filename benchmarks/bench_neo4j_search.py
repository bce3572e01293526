"""One question on a real Neo4j, three ways: searched in memory, searched by the server hop by hop, and a
plain `shortestPath` of Cypher, which counts ties and weighs nothing. And what it costs after a change.

Answers of the first two are compared one by one and must be equal; of the third it is counted how often the
five services it names are others.

    python -m benchmarks neo4j_search                     # 1,000 and 10,000 organisations
    python -m benchmarks.bench_neo4j_search 100000        # these sizes
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import neo4j

from api.use_cases.networks import BY_THE_STORE, Networks
from sociogram.access.viewer import ANYBODY
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, Service, Term
from sociogram.referral.answer import SuggestionAnswer
from sociogram.referral.answer_json import answer_json
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.moving.move import BATCH
from sociogram.stores.neo4j.access import Access
from sociogram.stores.neo4j_store import Neo4jStore
from sociogram.stores.row_values import Row, row_id, written
from tests.neo4j.fixtures import wipe
from tests.neo4j.server import USER, Neo4jServer, missing

SIZES = (1_000, 10_000)
TIES = 5
SHARE = 50
QUESTIONS = 20
HOPS = 3
NEED = "hebergement"
KINDS = {Organisation: "organisation", Service: "service", Relation: "relation", Term: "term"}
HEAD = (
    "| organisations | ties | in memory | refresh of memory after a change | by the server (Cypher) "
    "| its first answer after a change | plain shortestPath | Cypher / plain | plain names others |\n"
    "|---|---|---|---|---|---|---|---|---|"
)
Result = TypeVar("Result")
_PLAIN = """
MATCH (o:Organisation {id: $origin, layer: 'open'})
MATCH (p:Organisation)-[:OFFERS]->(s:Service)-[:SERVES]->(:Need {id: $need, layer: 'open'})
WHERE p.layer = 'open' AND p <> o
MATCH way = shortestPath((o)-[:TIE*..3]-(p))
RETURN s.id AS service, length(way) AS ties ORDER BY ties, service LIMIT 5
"""
_TOUCH = "MATCH (o:Organisation {id: $id, layer: 'open'}) SET o.notes = $note"


def rows_of(organisations: int, seed: int) -> Iterator[Row]:
    """A random network: five ties an organisation, one organisation in fifty with the service asked for."""
    chance = random.Random(seed)
    names = [f"org-{at:06d}" for at in range(organisations)]
    yield from packaged_public_directory().terms.values()
    for name in names:
        yield Organisation(name, f"Maison {name}")
    for at in range(organisations // SHARE):
        yield Service(f"service-{at:06d}", chance.choice(names), NEED)
    for at in range(organisations * TIES):
        start, end = chance.sample(names, 2)
        kind = chance.choice(("refers_to", "works_with", "member_of", "trained"))
        ended = chance.choice(("non_date", "projet_termine"))
        yield Relation(f"tie-{at:08d}", "", start, end, kind, directed=chance.random() < 0.5, status=ended)  # type: ignore[arg-type]


def filled(store: Neo4jStore, organisations: int, seed: int) -> None:
    contents, batch, before = store.contents(), list[Fact](), 0
    for row in rows_of(organisations, seed):
        held = HeldRow(KINDS[type(row)], row_id(row), "importer", False, written(row))
        batch.append(Fact(held, "importer", None))
        if len(batch) == BATCH:
            contents.take_facts(before, batch)
            before, batch = before + len(batch), []
    contents.take_facts(before, batch)


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


def asked(networks: Networks, store: Neo4jStore, query: SuggestionRequest) -> SuggestionAnswer:
    return suggest(networks.for_question(store, ANYBODY, query), query)


def changed(driver: neo4j.Driver, note: str) -> None:
    driver.execute_query(_TOUCH, id="org-000000", note=note, database_="neo4j")


def measured(store: Neo4jStore, driver: neo4j.Driver, organisations: int, seed: int) -> str:
    """Return one line of the table."""
    filled(store, organisations, seed)
    # As on a server that has been filled for a while: plans are made from samples, not from an empty graph.
    driver.execute_query("CALL db.prepareForReplanning()", database_="neo4j")
    memory, server = Networks(1 << 20), Networks(0)
    chance = random.Random(seed)
    first = SuggestionRequest("org-000001", (NEED,), max_hops=HOPS)
    for networks in (memory, server):
        asked(networks, store, first)
    changed(driver, "seen by memory")
    refresh, _ = timed(lambda: asked(memory, store, first))
    changed(driver, "seen by the server")
    digest, _ = timed(lambda: asked(server, store, first))
    asked(memory, store, first)
    times: list[tuple[float, float, float]] = []
    others = 0
    for _ in range(QUESTIONS):
        query = SuggestionRequest(f"org-{chance.randrange(organisations):06d}", (NEED,), max_hops=HOPS)
        near, mine = timed(lambda query=query: asked(memory, store, query))  # type: ignore[misc]
        far, theirs = timed(lambda query=query: asked(server, store, query))  # type: ignore[misc]
        one, other = answer_json(mine), answer_json(theirs)
        assert other.pop("network_version") == one.pop("network_version") + BY_THE_STORE
        assert one == other, "the answers differ"
        plain, named = timed(
            lambda query=query: (
                driver.execute_query(  # type: ignore[misc]
                    _PLAIN, origin=query.origin, need=NEED, database_="neo4j"
                ).records
            )
        )
        times.append((near, far, plain))
        best = {each.service.id for each in mine.suggestions if each.hops}
        others += best != {row["service"] for row in named}
    a, b, c = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    figures = [
        f"{a:.1f} ms",
        f"{refresh:.2f} s",
        f"{b:.0f} ms",
        f"{digest:.2f} s",
        f"{c:.0f} ms",
        f"{b / c:.2f}",
    ]
    cells = [str(organisations), str(organisations * TIES), *figures, f"{others} of {QUESTIONS}"]
    return f"| {' | '.join(cells)} |"


def main(sizes: tuple[int, ...] = SIZES, seed: int = 7) -> None:
    lacking = missing()
    if lacking:
        print(lacking)
        return
    print(f"H = {HOPS}, seed {seed}, {QUESTIONS} questions, medians; Neo4j Community 5.26, heap 1 GB\n")
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-neo4j-") as folder:
        server = Neo4jServer(Path(folder), heap="1g")
        server.start()
        try:
            for size in sizes:
                with server.driver() as driver:
                    wipe(driver)
                    store = Neo4jStore(server.url, Access(USER, server.password))
                    print(measured(store, driver, size, seed), flush=True)
                    store.close()
        finally:
            server.kill()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
