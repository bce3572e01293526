"""A commit whose answer is lost is tried again, and nothing is doubled."""

from collections.abc import Callable
from datetime import date
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import IncompleteCommit

from sociogram.errors import NotFound
from sociogram.stores.memory_store import MemoryStore
from sociogram.stores.neo4j.graph import Graph
from sociogram.stores.neo4j_store import Neo4jStore
from tests.neo4j.whole_situation import asked
from tests.sociogram.loop.told import told, uuid
from tests.sociogram.stores.invented import ANA, BEN, HIDDEN, OPEN, folder, person, words

Opening = Callable[[], Neo4jStore]
TODAY = date(2026, 1, 1)


@pytest.fixture
def lossy(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every writing transaction is committed by the server, and its first answer is lost."""
    lost: list[str] = []
    real = Graph._write_once

    def once(graph: Graph, work: Callable[[Any], Any]) -> Any:
        done = real(graph, work)
        if work not in seen:
            seen.append(work)
            lost.append("answer")
            raise IncompleteCommit("the answer was lost")
        return done

    seen: list[Any] = []
    monkeypatch.setattr(Graph, "_write_once", once)
    return lost


def test_lost_answers_double_nothing(
    open_server: Opening, neo4j_driver: neo4j.Driver, lossy: list[str]
) -> None:
    reference, store = MemoryStore(), open_server()
    for one in (reference, store):
        assert one.create(ANA, "s", [person(1, "t1")], words(t1="Une"), keep="tonight") == "s"
        assert one.create(ANA, "s", [person(1)], {}) == "s-2"
        assert one.append(ANA, "s", [person(2, "t2")], words(t2="Deux")) == 2
        one.keep(ANA, "s", "tonight", today=TODAY)
        one.grant("organisation", "refuge-demo", "ben")
        assert (
            one.note_events(ANA, [told(n, "referral_made", receiver="beta") for n in (1, 2)], today=TODAY)
            == 2
        )
        one.forget_events(ANA, [uuid(2), uuid(3)])
    reports = [one.import_directory(ANA, folder(*OPEN, *HIDDEN)) for one in (reference, store)]
    assert reports[0] == reports[1]
    assert {row.change for row in reports[1].rows} == {"added"}
    record = reference.record(ANA, "s-2")
    for one in (reference, store):
        one.delete(ANA, "s-2")
        with pytest.raises(NotFound):
            one.delete(ANA, "s-2")
        one.adopt(ANA, record)
        assert one.expire(date(2026, 1, 2)) == 1
    assert [line.id for line in store.situations(ANA)] == ["s-2"]
    assert store.record(ANA, "s-2") == reference.record(ANA, "s-2")
    assert store.directory(BEN) == reference.directory(BEN)
    assert store.events(ANA) == reference.events(ANA)
    events = asked(neo4j_driver, "MATCH (e:Event) OPTIONAL MATCH ()-[r:REFERRED]->() RETURN count(*) AS n")
    assert events == [{"n": 1}]
    facts = asked(neo4j_driver, "MATCH (f:Fact) RETURN count(f) AS n, max(f.number) AS last")
    assert facts == [{"n": len(OPEN) + len(HIDDEN), "last": len(OPEN) + len(HIDDEN)}]
    assert len(lossy) > 10
