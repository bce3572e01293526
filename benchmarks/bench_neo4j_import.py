"""Bulk import into a real Neo4j, beside a bare `UNWIND` loop of the driver in the same run.

All write into the same database with the same constraints and indexes, in batches of one size, one after the
other, in turn. The bare loops prepare each row as a map and create nodes and ties, with nothing checked,
locked or made resumable: one writes the rows alone, the other the rows and the history that the store keeps
(a fact beside each row). What stands in the graph afterwards is counted, and must be equal.

    python -m benchmarks neo4j_import                       # 10,000 organisations, 100,000 ties
    python -m benchmarks.bench_neo4j_import 100000 1000000  # the full size
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import neo4j

from sociogram.directory.rows import Organisation, Relation
from sociogram.stores.held_row import Fact, HeldRow
from sociogram.stores.moving.contents import Contents
from sociogram.stores.moving.move import BATCH
from sociogram.stores.neo4j.access import Access
from sociogram.stores.neo4j_store import Neo4jStore
from sociogram.stores.row_values import Row, written
from tests.neo4j.fixtures import wipe
from tests.neo4j.server import USER, Neo4jServer, missing

ROUNDS = 2
OWNER, DAY = "importer", date(2026, 1, 1)
Item = TypeVar("Item")
Counts = tuple[int, int, int]

_ROWS = "UNWIND $rows AS row CREATE (c:Organisation) SET c = row"
_TIES = """
UNWIND $rows AS row
MATCH (a:Organisation {id: row.from_id, layer: 'open'}) MATCH (b:Organisation {id: row.to_id, layer: 'open'})
CREATE (a)-[t:TIE]->(b) SET t = row.own
"""
_FACT = " CREATE (f:Fact) SET f = row.fact"


def rows_of(organisations: int, ties: int, seed: int) -> Iterator[Row]:
    chance = random.Random(seed)
    names = [f"org-{at:06d}" for at in range(organisations)]
    for at, name in enumerate(names):
        yield Organisation(id=name, name=f"Maison {at}", typology="ong_nationale", source_line=str(at))
    for at in range(ties):
        start, end = chance.sample(names, 2)
        yield Relation(
            f"tie-{at:08d}",
            str(at),
            start,
            end,
            "works_with",
            evidence_quote="travaille avec",
            strength="forte",
        )


def batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    for first in items:
        yield [first, *islice(items, BATCH - 1)]


def ours(contents: Contents, rows: Sequence[Row]) -> None:
    before = 0
    kinds = {Organisation: "organisation", Relation: "relation"}
    facts = (
        Fact(HeldRow(kinds[type(row)], row.id, OWNER, False, written(row)), OWNER, DAY)  # type: ignore
        for row in rows
    )
    for batch in batches(facts):
        contents.take_facts(before, batch)
        before += len(batch)


def bare(driver: neo4j.Driver, rows: Sequence[Row], *, history: bool) -> None:
    fact = _FACT if history else ""
    organisations = [row for row in rows if isinstance(row, Organisation)]
    ties = [row for row in rows if isinstance(row, Relation)]
    with driver.session(database="neo4j") as session:

        def send(query: Any, prepared: list[dict[str, Any]]) -> None:
            session.execute_write(lambda tx: tx.run(query, rows=prepared).consume())

        made = iter(enumerate(organisations, start=1))
        for batch in batches(made):
            send(
                _ROWS if not history else _ROWS.replace("= row", "= row.own") + fact,
                [
                    {"own": _own(row, at), "fact": _noted(row, at, "organisation")}
                    if history
                    else _own(row, at)
                    for at, row in batch
                ],
            )
        tied = iter(enumerate(ties, start=len(organisations) + 1))
        for batch2 in batches(tied):
            send(
                _TIES + fact,
                [
                    {
                        "from_id": row.from_id,
                        "to_id": row.to_id,
                        "own": _own(row, at),
                        **({"fact": _noted(row, at, "relation")} if history else {}),
                    }
                    for at, row in batch2
                ],
            )


def _own(row: Any, at: int) -> dict[str, Any]:
    """The properties of a row, as the store writes them."""
    left = {"from_id", "to_id", "places"}
    own = {name: getattr(row, name) for name in row.__slots__ if name not in left}
    return {**own, "layer": "open", "owner": OWNER, "arrived": at}


def _noted(row: Any, at: int, kind: str) -> dict[str, Any]:
    fields = {name: getattr(row, name) for name in row.__slots__ if name != "id"}
    of = {"of": kind, "of_id": row.id, "owner": OWNER, "layer": "open", "number": at, "gone": False}
    return {**fields, **of, "noted_by": OWNER, "noted_on": DAY.isoformat()}


def counted(driver: neo4j.Driver) -> Counts:
    found, _, _ = driver.execute_query(
        "RETURN COUNT { (:Organisation) } AS o, COUNT { ()-[:TIE]->() } AS t, COUNT { (:Fact) } AS f",
        database_="neo4j",
    )
    return (found[0]["o"], found[0]["t"], found[0]["f"])


def counts_of(rows: Sequence[Row], *, history: bool) -> Counts:
    ties = sum(isinstance(row, Relation) for row in rows)
    return (len(rows) - ties, ties, len(rows) if history else 0)


def timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main(organisations: int = 10_000, ties: int = 100_000, rounds: int = ROUNDS) -> None:
    lacking = missing()
    if lacking:
        print(lacking)
        return
    rows = list(rows_of(organisations, ties, seed=1))
    with tempfile.TemporaryDirectory(prefix="sociogram-bench-", ignore_cleanup_errors=True) as home:
        server = Neo4jServer(Path(home) / "server", heap="1g")
        server.start()
        try:
            with server.driver() as driver:
                report(driver, server, Path(home), rows, organisations, ties, rounds)
        finally:
            server.kill()


def report(
    driver: neo4j.Driver,
    server: Neo4jServer,
    home: Path,
    rows: Sequence[Row],
    organisations: int,
    ties: int,
    rounds: int,
) -> None:
    times: dict[str, list[float]] = {"ours": [], "rows": [], "same": []}
    few = [*rows[:100], *(row for row in rows_of(100, 200, seed=2) if isinstance(row, Relation))]
    for of in (few, *[rows] * rounds):
        for name in times:
            wipe(driver)
            if name == "ours":
                store = Neo4jStore(server.url, Access(USER, server.password, keys=home / "keys"))
                contents = store.contents()
                times[name].append(timed(lambda to=contents, of=of: ours(to, of)))  # type: ignore[misc]
                store.close()
            else:
                with_history = name == "same"
                times[name].append(timed(lambda h=with_history, of=of: bare(driver, of, history=h)))  # type: ignore
            wanted = counts_of(of, history=name != "rows")
            assert counted(driver) == wanted, (name, counted(driver), wanted)
        if of is few:
            times = {name: [] for name in times}  # the server has its plans; now it is measured
    print(
        f"{organisations} organisations, {ties} ties, batches of {BATCH}; best of {rounds} rounds in turn\n"
    )
    print("| | seconds | rows a second | our speed against it |\n|---|---|---|---|")
    names = {
        "ours": "the store, with history, resumable",
        "same": "bare `UNWIND` loop, the same graph",
        "rows": "bare `UNWIND` loop, rows alone, no history",
    }
    for name, words in names.items():
        best = min(times[name])
        print(f"| {words} | {best:.1f} | {len(rows) / best:.0f} | {best / min(times['ours']):.2f} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
